/** A server in its own process, whose processor time and memory can be read. It has its own core if the machine has two. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { cores } from './cores.ts'

const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Kills the process when the bench ends, for whatever reason it ends. Resolves at the end of the process. */
export function endWithBench(child: ChildProcess): Promise<void> {
  running.add(child)
  return once(child, 'close').then(() => void running.delete(child))
}

export type MeasuredProcess = {
  /** The first line of standard output. */
  readonly line: string
  /** Returns the processor time of all its threads since its start, in milliseconds. */
  readCpu(): number
  /** Returns the resident memory in kB. It does not include the kernel's memory for sockets. */
  readResident(): number
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

/** Resolves when the server has printed its first line. `args`: the arguments for Node. */
export async function startMeasured(args: readonly string[], variables: Readonly<Record<string, string>> = {}): Promise<MeasuredProcess> {
  const command = [process.execPath, ...args]
  const [program = '', ...rest] = cores === null ? command : ['taskset', '-c', String(cores.server), ...command]
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(program, rest, { env: { PATH, HOME, NODE_ENV: 'production', ...variables }, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = endWithBench(child)
  let errors = ''
  child.stderr.on('data', (part: Buffer) => {
    errors = (errors + part.toString()).slice(-4000)
  })
  const first = once(createInterface({ input: child.stdout }), 'line') as Promise<[string]>
  const [line] = await Promise.race([first, ended.then(() => Promise.reject(new Error(`${args.join(' ')} ended:\n${errors}`)))])
  child.stdout.resume()
  const pid = child.pid ?? 0
  return {
    line,
    readCpu: () => readCpu(pid),
    readResident: () => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]),
    end: async (signal) => {
      child.kill(signal)
      await ended
    },
  }
}

/**
 * Returns the processor milliseconds of a process. The scheduler counts in nanoseconds if the kernel supports it, but forgets threads that
 * have ended. The process table counts in hundredths of a second, and forgets nothing.
 */
export function readCpu(pid: number): number {
  const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
  const [user, system] = fields.split(' ').slice(11, 13)
  return Math.max((Number(user) + Number(system)) * 10, sumThreads(pid))
}

function sumThreads(pid: number): number {
  try {
    const threads = readdirSync(`/proc/${pid}/task`)
    const nanoseconds = threads.map((thread) => readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0])
    return nanoseconds.reduce((sum, one) => sum + Number(one), 0) / 1e6
  } catch (error) {
    // A thread has just ended, or the kernel does not count in nanoseconds.
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return 0
    throw error
  }
}
