/** The session as a whole: planned, open, suspended, closed. */

import type { Instant } from '../kernel/time.ts'
import type { Phase } from './enums.ts'
import { none } from './field-schemas.ts'
import type { Group, Plan, QuestionRules } from './plan.ts'

export const sessionCommands = {
  'session.open': none,
  /** Nothing is driven until it is resumed; lists and questions stay open. */
  'session.suspend': none,
  'session.resume': none,
  'session.close': none,
}

export type SessionEvents = {
  'session.created': { readonly plan: Plan }
  /** Planned anew, before it begins. */
  'session.planned': { readonly plan: Plan }
  'session.opened': { readonly _?: never }
  'session.suspended': { readonly _?: never }
  'session.resumed': { readonly _?: never }
  'session.closed': { readonly _?: never }
  /** The join code was made anew; the code itself is in no log. */
  'session.code-renewed': { readonly _?: never }
}

export type SessionState = {
  readonly phase: Phase
  readonly openedAt: Instant | null
  readonly closedAt: Instant | null
  readonly plan: Pick<
    Plan,
    | 'title'
    | 'short'
    | 'series'
    | 'host'
    | 'venue'
    | 'place'
    | 'timeZone'
    | 'startsAt'
    | 'endsAt'
    | 'about'
    | 'walkIns'
    | 'notes'
    | 'statements'
    | 'deletePersonalDataAfterDays'
    | 'rehearsal'
    | 'meetingLink'
    | 'captionsLink'
  >
  readonly groups: readonly Group[]
  readonly questions: QuestionRules
  /** How often the join code was made anew. */
  readonly codes: number
}
