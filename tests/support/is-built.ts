import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const run = join(import.meta.dirname, '../../run.mjs')

/** Returns whether the build matches the current sources. If not, a message on standard error says so. */
export const isBuilt = (): boolean => spawnSync(process.execPath, [run, 'built'], { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
