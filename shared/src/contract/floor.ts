/** The floor: who has it, against which clock, and who had it. */
import { z } from 'zod'
import type { Instant, Millis } from '../kernel/time.ts'
import type { EntryKind } from './enums.ts'
import { entryId, groupId, lengthOfTime, personId, turnId } from './field-schemas.ts'
import type { QuestionId, SegmentId, TurnId } from './ids.ts'
import type { Limits, Scope } from './limits.ts'
import type { Entry, Speaker } from './queue.ts'
import { channels } from './roles.ts'

const limit = lengthOfTime(15, 3600)
const scope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['everyone', 'point-of-order', 'right-of-reply', 'answer']) }),
  z.strictObject({ kind: z.literal('group'), group: groupId }),
  z.strictObject({ kind: z.literal('channel'), channel: z.enum(channels) }),
])
const calling = { expectedCurrent: turnId.nullable(), expectedNext: entryId.nullable() }

export const floorCommands = {
  /** Ends the turn that runs, if any, and calls `entry`. `expectedCurrent` and `expectedNext` are what the driver sees. */
  'floor.call': z.strictObject({ entry: entryId, ...calling }),
  /** The same, and the list is closed. */
  'floor.last-word': z.strictObject({ entry: entryId, ...calling }),
  /** To somebody registered who has not asked, such as a panellist. */
  'floor.give': z.strictObject({ person: personId, ...calling }),
  'floor.start': z.strictObject({ turn: turnId }),
  'floor.pause': z.strictObject({ turn: turnId }),
  'floor.resume': z.strictObject({ turn: turnId }),
  'floor.extend': z.strictObject({ turn: turnId, by: lengthOfTime(-600, 600) }),
  'floor.end': z.strictObject({ turn: turnId }),
  'floor.absent': z.strictObject({ turn: turnId }),
  /** Gives a point of order its own clock; the turn that runs is paused and comes back when the point ends. */
  'floor.recognize': z.strictObject({ entry: entryId, expectedCurrent: turnId.nullable() }),
  /** For those not yet called. Null takes the limit of a group or a channel away. */
  'floor.limit': z.strictObject({ scope, limit: limit.nullable(), expectedLimit: limit.nullable() }),
}

/** An answer is given to a question on the screen; it has a clock and is billed to nobody. */
export type TurnKind = EntryKind | 'answer'

export type PauseCause = 'chair' | 'point-of-order' | 'suspension'

export type Turn = {
  readonly id: TurnId
  readonly kind: TurnKind
  /** Null for an answer. */
  readonly entry: Entry | null
  readonly question: QuestionId | null
  readonly segment: SegmentId | null
  /** With what it was extended by. */
  readonly limit: Millis
  readonly extended: Millis
  readonly calledAt: Instant
  /** Null until the clock is started: walking to the microphone is not billed. */
  readonly startedAt: Instant | null
  /** Time used before the present run. */
  readonly used: Millis
  /** Start of the present run; null while not running. */
  readonly runningSince: Instant | null
  readonly paused: { readonly at: Instant; readonly cause: PauseCause } | null
  /** Time it has stood still since its start, without the present pause. */
  readonly pausedFor: Millis
}

export type PastTurn = {
  readonly id: TurnId
  readonly kind: TurnKind
  readonly speaker: Speaker | null
  readonly behalf: readonly Speaker[]
  readonly question: QuestionId | null
  readonly segment: SegmentId | null
  readonly askedAt: Instant
  readonly calledAt: Instant
  readonly startedAt: Instant
  readonly endedAt: Instant
  readonly limit: Millis
  readonly extended: Millis
  readonly used: Millis
  readonly pausedFor: Millis
}

export type FloorEvents = {
  'floor.set': { readonly limits: Limits; readonly warnings: readonly Millis[]; readonly grace: Millis; readonly reserve: Millis }
  'floor.called': {
    readonly turn: TurnId
    readonly kind: TurnKind
    readonly entry: Entry | null
    readonly question: QuestionId | null
    readonly segment: SegmentId | null
    readonly limit: Millis
  }
  'floor.started': { readonly turn: TurnId }
  'floor.paused': { readonly turn: TurnId; readonly cause: PauseCause }
  'floor.resumed': { readonly turn: TurnId }
  'floor.extended': { readonly turn: TurnId; readonly by: Millis }
  'floor.ended': { readonly turn: TurnId }
  /** Called and not there, or called and then not started. */
  'floor.released': { readonly turn: TurnId }
  'floor.limited': { readonly scope: Scope; readonly limit: Millis | null }
  /** A step is taken back. */
  'floor.restored': FloorBefore
}

/** The floor as it was before a step. */
export type FloorBefore = {
  readonly limits: Limits
  /** With its clock as it stood at the step. */
  readonly current: Turn | null
  readonly interrupted: Turn | null
  /** How many turns were past, and how many handovers observed. */
  readonly past: number
  readonly handovers: number
  /** The clock of `current` ran then, and runs on from where it stood. */
  readonly runs: boolean
  /** The step was not about the clock: it stays as it is now. */
  readonly clockKept: boolean
}

export type FloorState = {
  readonly limits: Limits
  readonly warnings: readonly Millis[]
  /** After the limit, before anybody is asked to conclude. */
  readonly grace: Millis
  /** Kept free at the end of a segment, in the forecast. */
  readonly reserve: Millis
  /** At most one speaks. */
  readonly current: Turn | null
  /** The turn that a point of order interrupted. */
  readonly interrupted: Turn | null
  readonly past: readonly PastTurn[]
  /** Call to start, as observed. */
  readonly handovers: readonly Millis[]
}
