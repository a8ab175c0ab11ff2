// Measures the built product: npm run bench -- <mode>. README.md lists the modes.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { defaultServerConditions, runnerImport } from 'vite'

const here = (name) => fileURLToPath(new URL(name, import.meta.url))
const load = async (name) => {
  const resolve = { conditions: ['rostrum-source', ...defaultServerConditions] }
  return (await runnerImport(here(name), { configFile: false, logLevel: 'error', resolve })).module
}

// The screens get a core of their own: this program starts itself again on that core.
const { cores } = await load('servers/cores.ts')
const args = process.argv.slice(2)
if (cores !== null && process.env.ROSTRUM_BENCH_PINNED === undefined) {
  const env = { ...process.env, ROSTRUM_BENCH_PINNED: 'yes' }
  const command = ['-c', String(cores.screens), process.execPath, fileURLToPath(import.meta.url), ...args]
  process.exit(spawnSync('taskset', command, { stdio: 'inherit', env }).status ?? 1)
}
const { main } = await load('main.ts')
process.exit(await main(args))
