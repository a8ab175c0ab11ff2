import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const run = join(import.meta.dirname, '../../run.mjs')

/** Whether the product that is built is of the present sources. Where it is not, that is said on standard error. */
export const isBuilt = (): boolean => spawnSync(process.execPath, [run, 'built'], { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
