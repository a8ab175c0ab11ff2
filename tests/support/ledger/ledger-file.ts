/**
 * The commands and answers of one client, in a file of its own. It has a line before each command is sent, and a line when the answer has
 * arrived.
 */
import { appendFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CommandId, PersonId } from '@rostrum/shared/contract/ids'
import type { Command } from '@rostrum/shared/contract/registry'
import type { Reply } from '@rostrum/shared/protocol/messages'

/** Times are in milliseconds of this machine, the same for all its processes. */
export type AskedCommand = {
  readonly id: CommandId
  readonly person: PersonId
  readonly command: Command
  readonly sentAt: number
  /** Null if no answer arrived. A command that is `unavailable` is sent again until there is another answer. */
  readonly reply: Reply | null
  readonly answeredAt: number | null
}

type SentLine = Pick<AskedCommand, 'id' | 'person' | 'command' | 'sentAt'>
type AnsweredLine = { readonly id: CommandId; readonly reply: Reply; readonly answeredAt: number }

const now = (): number => performance.timeOrigin + performance.now()

export class LedgerFile {
  readonly #path: string
  readonly #person: PersonId

  constructor(folder: string, person: PersonId) {
    this.#path = join(folder, `${person}.jsonl`)
    this.#person = person
  }

  /** Adds a command. Call it before the command is sent. */
  addSent(id: CommandId, command: Command): void {
    this.#add({ id, person: this.#person, command, sentAt: now() })
  }

  addAnswer(id: CommandId, reply: Reply): void {
    this.#add({ id, reply, answeredAt: now() })
  }

  #add(line: SentLine | AnsweredLine): void {
    appendFileSync(this.#path, `${JSON.stringify(line)}\n`)
  }
}

/** Reads all files of a folder, and returns each command with its answer. */
export function readLedger(folder: string): readonly AskedCommand[] {
  const asked = new Map<CommandId, AskedCommand>()
  for (const name of readdirSync(folder)) {
    for (const text of readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean)) {
      const line = JSON.parse(text) as SentLine | AnsweredLine
      const before = asked.get(line.id)
      if ('sentAt' in line) asked.set(line.id, { ...line, reply: null, answeredAt: null })
      else if (before !== undefined) asked.set(line.id, { ...before, reply: line.reply, answeredAt: line.answeredAt })
      else throw new Error(`${name}: ${line.id} was answered and not sent`)
    }
  }
  return [...asked.values()]
}
