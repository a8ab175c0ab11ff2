/** Written statements: what somebody who was not heard would have said. They belong to the record. */
import type { Map as Table } from 'immutable'
import { z } from 'zod'
import type { Instant } from '../kernel/time.ts'
import { text } from './field-schemas.ts'
import type { EntryId, PersonId, SegmentId, StatementId, TurnId } from './ids.ts'
import type { Author } from './questions.ts'

/** The longest that a message can carry; the session's limit is in words. */
const longest = 12_000

export const statementCommands = {
  /** Filed again, it takes the place of what was filed before; `expectedVersion` is what was seen, 0 before the first. */
  'statements.file': z.strictObject({ text: text(longest), expectedVersion: z.number().int().min(0).max(1_000) }),
  'statements.withdraw': z.strictObject({ expectedVersion: z.number().int().min(1).max(1_000) }),
}

export type Statement = {
  readonly id: StatementId
  readonly author: Author
  readonly text: string
  readonly words: number
  readonly filedAt: Instant
  /** How often it was filed. */
  readonly version: number
  /** What it stands for: the request that was not reached, or else the last turn that its author had. */
  readonly entry: EntryId | null
  readonly turn: TurnId | null
  readonly segment: SegmentId | null
}

export type StatementEvents = {
  'statements.filed': { readonly statement: Statement }
  'statements.withdrawn': { readonly person: PersonId }
}

/** One a person. */
export type StatementsState = { readonly all: Table<PersonId, Statement> }
