/** The compiled product in a separate process, as `npm start` runs it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { StartupLinks } from '@rostrum/server/people/access/startup-links'

const main = fileURLToPath(new URL('../../server/dist/main.js', import.meta.url))

/** All running servers. They are killed at the end of the tests, even if the tests fail. */
const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

export type ExitResult = { readonly code: number | null; readonly output: string; readonly errors: string }
export type CompiledServer = {
  readonly startupLinks: StartupLinks
  readonly pid: number
  /** Sends the signal and waits until the process has ended. */
  end(signal?: NodeJS.Signals): Promise<ExitResult>
}

/** Serves until it is ended. Rejects with its output if it does not start. `variables`: at least ROSTRUM_DATA. */
export async function startCompiledServer(
  variables: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<CompiledServer> {
  const { child, ended, output } = spawnServer(variables, ['--json', ...args])
  const line = await Promise.race([output, ended.then(({ errors }) => Promise.reject(new Error(`it did not start:\n${errors}`)))])
  return {
    startupLinks: JSON.parse(line) as StartupLinks,
    pid: child.pid ?? 0,
    end: async (signal = 'SIGTERM') => {
      child.kill(signal)
      return await ended
    },
  }
}

/** Runs the server until it ends on its own, for starts that must fail. */
export const runToEnd = (variables: Readonly<Record<string, string>>, args: readonly string[] = []): Promise<ExitResult> =>
  spawnServer(variables, args).ended

/** Returns the text that the server prints for people when it starts. */
export async function readStartupMessage(variables: Readonly<Record<string, string>>): Promise<string> {
  const { child, ended, output } = spawnServer(variables, [])
  await Promise.race([output, ended])
  child.kill('SIGTERM')
  return (await ended).output
}

function spawnServer(variables: Readonly<Record<string, string>>, args: readonly string[]) {
  const { PATH = '', HOME = '' } = process.env
  const env = { PATH, HOME, ROSTRUM_PORT: '0', ...variables }
  const child: ChildProcess = spawn(process.execPath, [main, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  const printed = { output: '', errors: '' }
  const output = new Promise<string>((resolve) => {
    child.stdout?.on('data', (part: Buffer) => {
      printed.output += part.toString()
      const [first, rest] = printed.output.split('\n')
      if (first !== undefined && rest !== undefined) resolve(first)
    })
  })
  child.stderr?.on('data', (part: Buffer) => {
    printed.errors += part.toString()
  })
  const ended = once(child, 'close').then(([code]): ExitResult => {
    running.delete(child)
    return { code: code as number | null, ...printed }
  })
  return { child, ended, output }
}
