/** The compiled product as a process of its own, as `npm start` runs it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Handout } from '@rostrum/server/access/startup-links'

const main = fileURLToPath(new URL('../../server/dist/main.js', import.meta.url))

/** None outlives the tests, whatever became of them. */
const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

export type Ended = { readonly code: number | null; readonly output: string; readonly errors: string }
export type Served = {
  readonly given: Handout
  readonly pid: number
  /** Sends the signal and waits for the end. */
  end(signal?: NodeJS.Signals): Promise<Ended>
}

/** Serves until it is ended; rejects with what it said when it does not come up. `variables`: ROSTRUM_DATA at the least. */
export async function serve(variables: Readonly<Record<string, string>>, args: readonly string[] = []): Promise<Served> {
  const { child, ended, output } = run(variables, ['--json', ...args])
  const line = await Promise.race([output, ended.then(({ errors }) => Promise.reject(new Error(`it did not start:\n${errors}`)))])
  return {
    given: JSON.parse(line) as Handout,
    pid: child.pid ?? 0,
    end: async (signal = 'SIGTERM') => {
      child.kill(signal)
      return await ended
    },
  }
}

/** Runs it to its end: for starts that must fail. */
export const runToEnd = (variables: Readonly<Record<string, string>>, args: readonly string[] = []): Promise<Ended> =>
  run(variables, args).ended

/** What it prints for people. */
export async function greetingOf(variables: Readonly<Record<string, string>>): Promise<string> {
  const { child, ended, output } = run(variables, [])
  await Promise.race([output, ended])
  child.kill('SIGTERM')
  return (await ended).output
}

function run(variables: Readonly<Record<string, string>>, args: readonly string[]) {
  const { PATH = '', HOME = '' } = process.env
  const env = { PATH, HOME, ROSTRUM_PORT: '0', ...variables }
  const child: ChildProcess = spawn(process.execPath, [main, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  const said = { output: '', errors: '' }
  const output = new Promise<string>((resolve) => {
    child.stdout?.on('data', (part: Buffer) => {
      said.output += part.toString()
      const [first, rest] = said.output.split('\n')
      if (first !== undefined && rest !== undefined) resolve(first)
    })
  })
  child.stderr?.on('data', (part: Buffer) => {
    said.errors += part.toString()
  })
  const ended = once(child, 'close').then(([code]): Ended => {
    running.delete(child)
    return { code: code as number | null, ...said }
  })
  return { child, ended, output }
}
