/** The session as a whole: planned, open, suspended, closed. */

import { z } from 'zod'
import type { Instant } from '../kernel/time.ts'
import { defineCommand, final, undoable } from './command.ts'
import type { SessionPhase } from './enums.ts'
import { noFields } from './field-schemas.ts'
import type { GroupId } from './ids.ts'
import type { Group, Plan, QuestionRules } from './plan.ts'
import type { Channel } from './roles.ts'

export const sessionCommands = {
  'session.open': defineCommand(
    'Opens the session. More than half a day before or after the planned start it needs `onAnyDay`. A rehearsal opens at any time.',
    z.strictObject({ onAnyDay: z.literal(true).optional() }),
    final,
  ),
  'session.suspend': defineCommand(
    'Suspends the session. The floor and the agenda stop until it is resumed. The queue and the questions stay open.',
    noFields,
    undoable,
  ),
  'session.resume': defineCommand('Resumes the session.', noFields, undoable),
  'session.close': defineCommand('Closes the session for good.', noFields, final),
}

/** Reasons why a command of this feature is refused. */
export const sessionRejections = [
  'session-not-open',
  'session-started', // possible only before the opening
  'session-closed',
  'not-its-day', // planned for another day
  'session-suspended', // the floor and the agenda stop until the session is resumed
] as const

/** Participants at the close, without names. Otherwise the log does not contain who is present. */
type GroupAttendance = {
  readonly group: GroupId | null
  readonly registered: Readonly<Record<Channel, number>>
  readonly present: Readonly<Record<Channel, number>>
}

export type SessionEvents = {
  'session.created': { readonly plan: Plan }
  /** A new plan before the opening. */
  'session.planned': { readonly plan: Plan }
  'session.opened': { readonly _?: never }
  'session.suspended': { readonly _?: never }
  'session.resumed': { readonly _?: never }
  'session.closed': { readonly _?: never }
  /** Once, after the close. */
  'session.attendance-recorded': { readonly groups: readonly GroupAttendance[] }
  /** The promise of the log, at the opening and at each later change. */
  'session.profile-recorded': { readonly profile: string }
  /** Confirmed commits were lost with their store: those after `after`, up to `until`, whose chain was `head`. */
  'session.loss-recorded': { readonly after: number; readonly until: number; readonly head: string }
  /** The join code was renewed. The code itself is not in the log. */
  'session.code-renewed': { readonly _?: never }
}

export type SessionState = {
  readonly phase: SessionPhase
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
    | 'walkInPlaces'
    | 'notes'
    | 'statements'
    | 'deletePersonalDataAfterDays'
    | 'rehearsal'
    | 'meetingLink'
    | 'captionsLink'
  >
  readonly groups: readonly Group[]
  readonly questions: QuestionRules
  /** How often the join code was renewed. */
  readonly joinCodeRenewals: number
  /** Null until the server has recorded it, and for sessions in which it could not. */
  readonly attendance: readonly GroupAttendance[] | null
  /** The promises of the log, each with the time from which it applied. */
  readonly profiles: readonly { readonly profile: string; readonly at: Instant }[]
  /** Confirmed commits that were lost. The numbers are from the lost history. */
  readonly losses: readonly { readonly after: number; readonly until: number; readonly head: string; readonly at: Instant }[]
}
