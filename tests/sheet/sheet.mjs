// Makes the page on which a native speaker reviews a language: npm run sheet -- <language> [file]
import { fileURLToPath } from 'node:url'
import { defaultServerConditions, runnerImport } from 'vite'

const resolve = { conditions: ['rostrum-source', ...defaultServerConditions] }
const main = fileURLToPath(new URL('main.ts', import.meta.url))
const { module } = await runnerImport(main, { configFile: false, logLevel: 'error', resolve })
process.exit(await module.main(process.argv.slice(2)))
