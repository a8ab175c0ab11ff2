import { join } from 'node:path'
import { defaultClientConditions, defaultServerConditions } from 'vite'
import { defaultExclude, defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import LongestFirst from './support/longest-first.ts'

const root = join(import.meta.dirname, '..')
/**
 * The end of a file's name tells how long its tests take. `npm test` runs the files without one of these ends. It runs the scaled ones with
 * a tenth of their runs and without Redis. `npm run test:all` runs everything.
 */
const scaled = 'tests/**/*.scaled.test.{ts,tsx}'
const slow = 'tests/**/*.slow.test.{ts,tsx}'
/** Files that judge times run when nothing else does. */
const alone = 'tests/**/*.alone.test.{ts,tsx}'

const setupFiles = ['tests/support/browser-apis.ts', 'tests/support/patience.ts']

type TestOptions = NonNullable<TestProjectInlineConfiguration['test']>

const makeProject = (test: TestOptions): TestProjectInlineConfiguration => ({
  root,
  resolve: { conditions: ['rostrum-source', ...defaultClientConditions] },
  ssr: { resolve: { conditions: ['rostrum-source', ...defaultServerConditions] } },
  test: {
    setupFiles,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // The polled values come from a server or a page, on a machine that may be slow.
    expect: { poll: { timeout: 20_000 } },
    ...test,
  },
})

const withEverything = { globalSetup: ['tests/support/provision/everything.ts'] }
const withPackages = { globalSetup: ['tests/support/provision/packages.ts'] }
/** Some of these tests wait, and leave a processor to a third one. */
const maxWorkers = 3
const newcomers = { maxWorkers, sequence: { groupOrder: 1 } }
/** The simulation uses what they leave of every processor, so it takes the place of none. */
const others = { maxWorkers: maxWorkers + 1, sequence: { groupOrder: 2 } }
/** The files that an interrupted run has left. */
const leftOver = 'tests/.results*/**'
/** These tests change nothing outside of what they make, so their files share the modules that a worker has loaded: half of the work. */
const sharing = ['tests/{domain,projection,protocol,record,log,sync,store,server}/*.test.ts']
/** The house tests need nothing, so `npm run check` runs them even without a build. */
const house = ['tests/house/*.test.ts']

export default defineConfig({
  root,
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      makeProject({ ...newcomers, name: 'house', include: house, exclude: [slow] }),
      makeProject({
        ...withPackages,
        ...newcomers,
        name: 'quick',
        setupFiles: [...setupFiles, 'tests/support/no-complaints.ts'],
        include: ['tests/**/*.test.{ts,tsx}'],
        exclude: [...defaultExclude, leftOver, ...house, ...sharing, scaled, slow, alone],
      }),
      makeProject({
        ...withPackages,
        ...newcomers,
        name: 'sharing',
        isolate: false,
        setupFiles: [...setupFiles, 'tests/support/leave-nothing.ts'],
        include: sharing,
        exclude: [scaled, slow, alone],
      }),
      makeProject({ ...withPackages, ...newcomers, name: 'scaled-down', include: [scaled] }),
      makeProject({ ...withEverything, ...others, name: 'scaled', include: [scaled] }),
      makeProject({ ...withEverything, ...others, name: 'slow', include: [slow] }),
      makeProject({ ...withEverything, name: 'alone', include: [alone], maxWorkers: 1, sequence: { groupOrder: 3 } }),
    ],
  },
})
