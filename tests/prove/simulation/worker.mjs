// A thread of the simulation. It runs the seeds it is sent on the compiled product, and sends back the results.
import { fileURLToPath } from 'node:url'
import { parentPort } from 'node:worker_threads'
import { runnerImport } from 'vite'

const file = fileURLToPath(new URL('run-seeds.ts', import.meta.url))
const { module } = await runnerImport(file, { configFile: false, logLevel: 'error' })
parentPort.on('message', async ({ from, count }) => parentPort.postMessage(await module.runSeeds(from, count)))
