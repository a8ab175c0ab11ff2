// Runs several programs until one of them ends, and then ends the others.
import { spawn } from 'node:child_process'

/** Each program is a list of arguments for Node. `isOrphaned` is asked twice a second. */
export function runTogether(programs, options, isOrphaned) {
  // Each process has its own group, because some start children, which must end with them.
  const grouped = process.platform !== 'win32'
  const running = new Set(programs.map((args) => spawn(process.execPath, args, { ...options, stdio: 'inherit', detached: grouped })))
  let isEnding = false
  const end = () => {
    isEnding = true
    clearInterval(timer)
    for (const part of running) {
      if (grouped) process.kill(-part.pid, 'SIGTERM')
      else part.kill()
    }
    running.clear()
  }
  const timer = setInterval(() => isOrphaned() && end(), 500)
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, end)
  for (const part of [...running]) {
    part.on('exit', (code) => {
      running.delete(part)
      // If nobody asked for the end, it is a failure. A server under `--watch` does not end: it waits for the next change.
      if (!isEnding) process.exitCode = code || 1
      end()
    })
  }
}
