// Prints the effect of each order rule over many simulated sessions: node tests/bench/fairness.mjs [runs]
import { fileURLToPath } from 'node:url'
import { defaultServerConditions, runnerImport } from 'vite'

const source = fileURLToPath(new URL('fairness.ts', import.meta.url))
const resolve = { conditions: ['rostrum-source', ...defaultServerConditions] }
const { module } = await runnerImport(source, { configFile: false, logLevel: 'error', resolve })
console.log(module.formatTable(Number(process.argv[2] ?? 400)))
