// How the commands run tools, wait for each other, speak and end.
import { spawnSync } from 'node:child_process'
import { withLock } from './lock.mjs'
import { at, root } from './tree.mjs'

const lockFile = at('node_modules/.rostrum.lock')

const parent = process.ppid

/** Runs a tool. Its output goes to standard error. Standard output is for the server only, so that scripts can read `--json`. */
export function node(tool, args, output = 2) {
  return spawnSync(process.execPath, [tool, ...args], { cwd: root, stdio: ['inherit', output, 'inherit'] }).status ?? 1
}

export function isSilent() {
  return process.env.npm_config_loglevel === 'silent'
}

export function say(line) {
  process.stderr.write(`${line}\n`)
}

export function stop(line) {
  say(line)
  process.exit(1)
}

export function isOrphaned() {
  return process.env.npm_lifecycle_event !== undefined && process.ppid !== parent
}

/** npm does not always pass a signal on. What it started must not go on, and serve, after it has ended. */
function endWithParent() {
  if (isOrphaned()) stop('Stopped, because npm was stopped.')
}

/** Installs or builds, while no other command does so here. */
export function lockAndDo(work) {
  const onWait = (pid) => say(`Another command (process ${pid}) installs or builds here. Waiting until it is done …`)
  withLock(lockFile, onWait, () => {
    endWithParent()
    work()
  })
  endWithParent()
}
