/** For the tests that run in a copy with a bug in it: they need nothing that is looked for once for the whole run. */
import { defineConfig } from 'vitest/config'
import config from '../../vitest.config.ts'

export default defineConfig({ ...config, test: { ...config.test, globalSetup: [] } })
