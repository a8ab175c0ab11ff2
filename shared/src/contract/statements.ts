/** Written statements of people who were not reached. They are part of the record. */
import type { Map as Table } from 'immutable'
import { z } from 'zod'
import type { Instant } from '../kernel/time.ts'
import { defineCommand, final } from './command.ts'
import { multilineText } from './field-schemas.ts'
import type { EntryId, PersonId, SegmentId, StatementId, TurnId } from './ids.ts'
import type { Author } from './questions.ts'

/** The longest statement in graphemes, and in UTF-16 units, so that it fits in a message. The limit of the session is in words. */
const [longest, longestInUnits] = [12_000, 24_000]

export const statementCommands = {
  'statements.submit': defineCommand(
    'Files a statement, or replaces the earlier one. `expectedVersion` is the version that the sender has seen; 0 before the first.',
    z.strictObject({ text: multilineText(longest, longestInUnits), expectedVersion: z.number().int().min(0).max(1_000) }),
    final,
  ),
  'statements.withdraw': defineCommand(
    'Withdraws the sender’s own statement.',
    z.strictObject({ expectedVersion: z.number().int().min(1).max(1_000) }),
    final,
  ),
}

/** Reasons why a command of this feature is refused. */
export const statementRejections = [
  'no-such-statement',
  'statements-closed', // only people who were not reached may submit
] as const

export type Statement = {
  readonly id: StatementId
  readonly author: Author
  readonly text: string
  readonly words: number
  readonly filedAt: Instant
  /** How often the person has submitted it. */
  readonly version: number
  /** The request that was not reached and that the statement replaces. If there is none, `turn` is the author's last turn. */
  readonly entry: EntryId | null
  readonly turn: TurnId | null
  readonly segment: SegmentId | null
}

export type StatementEvents = {
  'statements.filed': { readonly statement: Statement }
  'statements.withdrawn': { readonly person: PersonId }
}

/** One statement for each person. */
export type StatementsState = { readonly all: Table<PersonId, Statement> }
