import { join } from 'node:path'
import { defaultClientConditions, defaultServerConditions } from 'vite'
import { defaultExclude, defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

const root = join(import.meta.dirname, '..')
/** What judges times, or takes every processor, runs when nothing else does. */
const alone = 'tests/**/*.alone.test.ts'

const makeProject = (test: TestProjectInlineConfiguration['test']) => ({
  root,
  resolve: { conditions: ['rostrum-source', ...defaultClientConditions] },
  ssr: { resolve: { conditions: ['rostrum-source', ...defaultServerConditions] } },
  test: {
    setupFiles: ['tests/support/browser-apis.ts', 'tests/support/patience.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // What is polled comes from a server or a page, on a machine that may be slow.
    expect: { poll: { timeout: 10_000 } },
    ...test,
  },
})

export default defineConfig({
  root,
  test: {
    globalSetup: ['tests/support/provision/setup.ts'],
    projects: [
      makeProject({
        name: 'together',
        include: ['tests/**/*.test.{ts,tsx}'],
        exclude: [...defaultExclude, alone],
        maxWorkers: 2,
        sequence: { groupOrder: 1 },
      }),
      makeProject({ name: 'alone', include: [alone], maxWorkers: 1, sequence: { groupOrder: 2 } }),
    ],
  },
})
