/** The server has one core and the screens have another, so that neither takes time from the other. */
import { spawnSync } from 'node:child_process'
import { cpus } from 'node:os'

const wanted = { server: 0, screens: 1 }

const canRunOn = (core: number): boolean => spawnSync('taskset', ['-c', String(core), 'true']).status === 0

/** Null on a machine with one core, and if cores cannot be chosen. The value is the same in a process that already has a core. */
export const cores = cpus().length > 1 && Object.values(wanted).every(canRunOn) ? wanted : null

/** Lets these processes run on both cores, even if they were started from a process that has one core. */
export function releaseCores(pids: readonly number[]): void {
  if (cores === null) return
  for (const pid of pids) spawnSync('taskset', ['-a', '-c', '-p', Object.values(cores).join(','), String(pid)])
}
