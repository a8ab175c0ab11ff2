/** The session as a whole: planned, open, closed. */
import { none } from './fields.ts'
import type { Instant } from '../kernel/time.ts'
import type { Group, Plan, QuestionRules } from './plan.ts'

export const sessionCommands = {
  'session.open': none,
  'session.close': none,
}

export type SessionEvents = {
  'session.created': { readonly plan: Plan }
  'session.opened': { readonly _?: never }
  'session.closed': { readonly _?: never }
}

export type Phase = 'planned' | 'open' | 'closed'

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
    | 'meetingLink'
    | 'captionsLink'
  >
  readonly groups: readonly Group[]
  readonly questions: QuestionRules
}
