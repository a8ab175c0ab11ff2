/** Written statements of people who were not reached, by themselves or entered by the secretariat. They are part of the record. */
import type { Map as Table } from 'immutable'
import { z } from 'zod'
import type { Instant } from '../kernel/time.ts'
import { defineCommand, final } from './command.ts'
import { entryIdSchema, multilineText, personIdSchema, statementIdSchema } from './field-schemas.ts'
import type { EntryId, PersonId, SegmentId, StatementId, TurnId } from './ids.ts'
import { maxStatementLength } from './lengths.ts'
import type { Author } from './questions.ts'

/** In UTF-16 units, a statement has at most twice its length in graphemes, so that it fits in a message. */
const text = multilineText(maxStatementLength, 2 * maxStatementLength)
/** The author of a statement that was handed in: of a request that was not reached, or a registered person. */
const handedInBySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('entry'), entry: entryIdSchema }),
  z.strictObject({ kind: z.literal('person'), person: personIdSchema }),
])

export const statementCommands = {
  'statements.submit': defineCommand(
    'Files a statement, or replaces the earlier one. `expectedVersion` is the version that the sender has seen; 0 before the first.',
    z.strictObject({ text, expectedVersion: z.number().int().min(0).max(1_000) }),
    final,
  ),
  'statements.withdraw': defineCommand(
    'Withdraws the sender’s own statement.',
    z.strictObject({ expectedVersion: z.number().int().min(1).max(1_000) }),
    final,
  ),
  'statements.enter': defineCommand(
    'Enters a statement that was handed in on paper or by mail, or replaces one that was entered. `expectedVersion` is as for `statements.submit`.',
    z.strictObject({ by: handedInBySchema, text, expectedVersion: z.number().int().min(0).max(1_000) }),
    final,
  ),
  'statements.remove': defineCommand(
    'Removes a statement that the secretariat entered.',
    z.strictObject({ statement: statementIdSchema, expectedVersion: z.number().int().min(1).max(1_000) }),
    final,
  ),
}

/** Reasons why a command of this feature is refused. */
export const statementRejections = [
  'no-such-statement',
  'statements-closed', // only people who were not reached may submit
  'statement-by-author', // the author has submitted it, so only the author may change it
] as const

/** `person` is null for somebody who is not in the roster. */
type StatementAuthor = Omit<Author, 'person'> & { readonly person: PersonId | null }

export type Statement = {
  readonly id: StatementId
  readonly author: StatementAuthor
  readonly text: string
  readonly words: number
  readonly filedAt: Instant
  /** How often the person has submitted it. */
  readonly version: number
  /** The request that was not reached and that the statement replaces. If there is none, `turn` is the author's last turn. */
  readonly entry: EntryId | null
  readonly turn: TurnId | null
  readonly segment: SegmentId | null
  /** The officer who entered it. Absent if its author submitted it. */
  readonly enteredBy?: PersonId
}

/** Everybody has at most one statement: each person, and each request of somebody who is not in the roster. */
export type StatementKey = PersonId | EntryId | StatementId

export const getStatementKey = ({ id, author, entry }: Pick<Statement, 'id' | 'author' | 'entry'>): StatementKey =>
  author.person ?? entry ?? id

export type StatementEvents = {
  'statements.filed': { readonly statement: Statement }
  'statements.withdrawn': { readonly person: PersonId }
  'statements.removed': { readonly key: StatementKey; readonly by: PersonId }
}

export type StatementsState = { readonly all: Table<StatementKey, Statement> }
