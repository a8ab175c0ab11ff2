/** The session as a whole: planned, open, suspended, closed. */

import { z } from 'zod'
import type { Instant } from '../kernel/time.ts'
import type { ByChannel } from './channels.ts'
import { defineCommand, undoable } from './command.ts'
import type { SessionPhase } from './enums.ts'
import { noFields, serverTimeSchema } from './field-schemas.ts'
import type { GroupId } from './ids.ts'
import type { Group, Plan, QuestionRules } from './plan.ts'

export const sessionCommands = {
  'session.open': defineCommand(
    'Opens the session. More than half a day before or after the planned start, and if the session was cancelled, it needs `onAnyDay`. A rehearsal opens at any time.',
    z.strictObject({ onAnyDay: z.literal(true).optional() }),
    undoable,
  ),
  'session.suspend': defineCommand(
    'Suspends the session. The floor, the agenda and a last call stop until it is resumed. The queue and the questions stay open. `until`: when the Chair says that it resumes; a suspended session takes a new time.',
    z.strictObject({ until: serverTimeSchema.optional() }),
    undoable,
  ),
  'session.resume': defineCommand('Resumes the session. No clock starts.', noFields, undoable),
  'session.close': defineCommand('Closes the session. For a minute the sender can undo it.', noFields, undoable),
}

/** Reasons why a command of this feature is refused. */
export const sessionRejections = [
  'session-not-open',
  'session-started', // possible only before the opening
  'session-closed',
  'not-its-day', // planned for another day, or cancelled
  'session-suspended', // the floor and the agenda stop until the session is resumed
] as const

/** Participants at the close, without names. Otherwise the log does not contain who is present. */
type GroupAttendance = {
  readonly group: GroupId | null
  readonly registered: ByChannel<number>
  readonly present: ByChannel<number>
}

export type SessionEvents = {
  'session.created': { readonly plan: Plan }
  /** A new plan before the opening. */
  'session.planned': { readonly plan: Plan }
  'session.opened': { readonly _?: never }
  'session.suspended': { readonly until?: Instant }
  'session.resumed': { readonly _?: never }
  'session.closed': { readonly _?: never }
  /** The opening was undone, before anybody had the floor. */
  'session.unopened': { readonly _?: never }
  /** The close was undone. */
  'session.reopened': { readonly _?: never }
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
  /** When a suspended session is to be resumed. Absent if the Chair did not say. */
  readonly until?: Instant
  readonly plan: Omit<Plan, 'groups' | 'questions' | 'segments' | 'floor' | 'captions'>
  readonly groups: readonly Group[]
  readonly questions: QuestionRules
  /** The rules of the floor as planned. The floor and the queue have those that were set during the session. */
  readonly floor: Plan['floor']
  /** How often the join code was renewed. */
  readonly joinCodeRenewals: number
  /** Null until the server has recorded it, and for sessions in which it could not. */
  readonly attendance: readonly GroupAttendance[] | null
  /** The promises of the log, each with the time from which it applied. */
  readonly profiles: readonly { readonly profile: string; readonly at: Instant }[]
  /** Confirmed commits that were lost. The numbers are from the lost history. */
  readonly losses: readonly { readonly after: number; readonly until: number; readonly head: string; readonly at: Instant }[]
}
