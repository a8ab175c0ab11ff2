// Lets one command at a time install or build in a folder.
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Does the work while it has the lock. Another command waits until it has ended; `onWait` gets its process id, once, if it must wait. */
export function withLock(lockFile, onWait, work) {
  mkdirSync(dirname(lockFile), { recursive: true })
  for (let isSaid = false; !takeLock(lockFile); isSaid = true) {
    if (!isSaid) onWait(readLock(lockFile))
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
  }
  try {
    work()
  } finally {
    releaseLock(lockFile)
  }
}

/** Takes the lock. Returns false if a running command has it. The lock of a command that was killed is taken over. */
function takeLock(lockFile) {
  const own = `${lockFile}.${process.pid}`
  writeFileSync(own, `${process.pid}`)
  try {
    linkSync(own, lockFile)
    process.once('exit', () => releaseLock(lockFile))
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (isRunning(readLock(lockFile))) return false
    rmSync(lockFile, { force: true })
    return takeLock(lockFile)
  } finally {
    rmSync(own, { force: true })
  }
}

function releaseLock(lockFile) {
  if (readLock(lockFile) === process.pid) rmSync(lockFile)
}

function readLock(lockFile) {
  try {
    return Number(readFileSync(lockFile, 'utf8'))
  } catch (error) {
    if (error.code === 'ENOENT') return 0
    throw error
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return pid > 0
  } catch (error) {
    return error.code === 'EPERM'
  }
}
