/** What a command of the command line is. A new one is a file beside this and a line in commands.ts. */
import type { Config } from '../config.ts'

export type Running = {
  readonly config: Config
  /** A line on standard output. */
  readonly say: (line: string) => void
}

export type Command = {
  /** As it is typed, after `rostrum`. */
  readonly usage: string
  readonly about: string
  /** Resolves with the exit code. */
  readonly run: (args: readonly string[], running: Running) => Promise<number>
}

/** What whoever typed it can mend; the message is all that is shown. */
export class Complaint extends Error {
  override readonly name = 'Complaint'
}
