/** A command of the command line. A new one needs a file in this folder and a line in commands.ts. */
import type { Config } from '../config.ts'

export type CliContext = {
  readonly config: Config
  /** Prints a line on standard output. */
  readonly print: (line: string) => void
}

export type CliCommand = {
  /** The arguments after `rostrum`. */
  readonly usage: string
  readonly about: string
  /** Resolves with the exit code. */
  readonly run: (args: readonly string[], context: CliContext) => Promise<number>
}

/** An error that the user can fix. Only its message is shown. */
export class CliError extends Error {
  override readonly name = 'CliError'
}

/** Returns the chosen one of these. Throws a `CliError` that lists them. */
export function parseChoice<T extends string>(option: string, all: readonly T[], value: string): T {
  const found = all.find((one) => one === value)
  if (found === undefined) throw new CliError(`--${option} is one of ${all.join(', ')}.`)
  return found
}
