// The process of a flooding device: it floods a server in the way that its parent names, and reports what became of it.
import { fileURLToPath } from 'node:url'
import { defaultServerConditions, runnerImport } from 'vite'

const resolve = { conditions: ['rostrum-source', ...defaultServerConditions] }
const { module } = await runnerImport(fileURLToPath(new URL('storms.ts', import.meta.url)), {
  configFile: false,
  logLevel: 'error',
  resolve,
})
module.serveStorms()
