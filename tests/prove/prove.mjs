// Proves the promises of docs/guarantees.md: npm run prove -- --short, or -- --long [what].
import { fileURLToPath } from 'node:url'
import { defaultServerConditions, runnerImport } from 'vite'

const resolve = { conditions: ['rostrum-source', ...defaultServerConditions] }
const main = fileURLToPath(new URL('main.ts', import.meta.url))
const { module } = await runnerImport(main, { configFile: false, logLevel: 'error', resolve })
process.exit(await module.main(process.argv.slice(2)))
