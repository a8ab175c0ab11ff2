/** Runs a small test program in a separate process, so that it can be killed. It uses the compiled product. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export type ChildProgram = {
  /** Resolves at the first line that matches. Rejects if the program ends first. */
  waitForLine(fits: (line: string) => boolean): Promise<string>
  /** Sends SIGKILL. Resolves with all lines that the program wrote. */
  kill(): Promise<readonly string[]>
  readonly ended: Promise<number | null>
  errors(): string
}

/** Starts the program. With `largestFile`, in blocks of 512 bytes, no file can grow larger, as on a full disk. The limit can be lifted. */
export async function startProgram(name: string, args: readonly string[], largestFile?: number): Promise<ChildProgram> {
  const command = [process.execPath, fileURLToPath(new URL(`./programs/${name}`, import.meta.url)), ...args]
  const limited = ['sh', '-c', `ulimit -S -f ${largestFile}; exec "$@"`, 'sh', ...command]
  const [program = '', ...rest] = largestFile === undefined ? command : limited
  const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'pipe'] })
  const lines: string[] = []
  const waiters = new Set<() => void>()
  let errors = ''
  let hasEnded = false
  const wake = () => {
    for (const check of waiters) check()
  }
  child.stderr.on('data', (part: Buffer) => {
    errors += part.toString()
  })
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line)
    wake()
  })
  const ended = once(child, 'close').then(([code]) => {
    hasEnded = true
    wake()
    return code as number | null
  })
  const waitForLine = (fits: (line: string) => boolean): Promise<string> =>
    new Promise((resolve, reject) => {
      const check = () => {
        const found = lines.find(fits)
        if (found !== undefined) resolve(found)
        else if (hasEnded) reject(new Error(`${name} ended before that line:\n${errors}`))
        else return
        waiters.delete(check)
      }
      waiters.add(check)
      check()
    })
  const kill = async (): Promise<readonly string[]> => {
    child.kill('SIGKILL')
    await ended
    return lines
  }
  return { waitForLine, kill, ended, errors: () => errors }
}
