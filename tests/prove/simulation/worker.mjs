// A process of the simulation. It runs the seeds it is sent on the compiled product, and sends back the results.
import { writeFileSync } from 'node:fs'
import { setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

// Other tests go first, but not alone: a machine with much work would never let it run. Linux compares sessions before the processes of
// one, so the session has the low priority too.
const priority = 5
setPriority(priority)
try {
  writeFileSync('/proc/self/autogroup', `${priority}`)
} catch (error) {
  if (!['ENOENT', 'EACCES', 'EPERM'].includes(error.code)) throw error
}
// It has a session of its own, so it would go on without the test.
process.on('disconnect', () => process.exit())

const file = fileURLToPath(new URL('run-seeds.ts', import.meta.url))
const { module } = await runnerImport(file, { configFile: false, logLevel: 'error' })
process.on('message', async ({ from, count }) => {
  const totals = await module.runSeeds(from, count)
  const { user, system } = process.cpuUsage()
  process.send({ totals, spent: (user + system) / 1000 })
})
