import { join } from 'node:path'
import { defaultClientConditions, defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: join(import.meta.dirname, '..'),
  resolve: { conditions: ['rostrum-source', ...defaultClientConditions] },
  ssr: { resolve: { conditions: ['rostrum-source', ...defaultServerConditions] } },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/support/browser-apis.ts'],
    globalSetup: ['tests/support/provision/setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})
