/** Runs a small program of the tests in a process of its own, so that it can be killed. It runs on the compiled product. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export type Program = {
  /** Resolves at the first line that fits; rejects when the program ends before. */
  until(fits: (line: string) => boolean): Promise<string>
  /** SIGKILL; resolves with all lines that it wrote. */
  kill(): Promise<readonly string[]>
  readonly ended: Promise<number | null>
  errors(): string
}

/** With `largestFile` (in blocks of 512 bytes) the system refuses to let a file grow beyond, as a full disk would. */
export async function startProgram(name: string, args: readonly string[], largestFile?: number): Promise<Program> {
  const command = [process.execPath, fileURLToPath(new URL(`./programs/${name}`, import.meta.url)), ...args]
  const limited = ['sh', '-c', `ulimit -f ${largestFile}; exec "$@"`, 'sh', ...command]
  const [program = '', ...rest] = largestFile === undefined ? command : limited
  const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'pipe'] })
  const lines: string[] = []
  const waiting = new Set<() => void>()
  let errors = ''
  let over = false
  const wake = () => {
    for (const look of waiting) look()
  }
  child.stderr.on('data', (part: Buffer) => {
    errors += part.toString()
  })
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line)
    wake()
  })
  const ended = once(child, 'close').then(([code]) => {
    over = true
    wake()
    return code as number | null
  })
  const until = (fits: (line: string) => boolean): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = lines.find(fits)
        if (found !== undefined) resolve(found)
        else if (over) reject(new Error(`${name} ended first:\n${errors}`))
        else return
        waiting.delete(look)
      }
      waiting.add(look)
      look()
    })
  const kill = async (): Promise<readonly string[]> => {
    child.kill('SIGKILL')
    await ended
    return lines
  }
  return { until, kill, ended, errors: () => errors }
}
