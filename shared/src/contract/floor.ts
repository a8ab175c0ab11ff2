/** The floor: who has it, against which clock, and who had it. */
import { z } from 'zod'
import type { QuestionId, SegmentId, TurnId } from '../kernel/ids.ts'
import type { Instant, Millis } from '../kernel/time.ts'
import { entryId, lengthOfTime, turnId } from './fields.ts'
import type { Entry, EntryKind, Speaker } from './queue.ts'

export const floorCommands = {
  /** Ends the turn that runs, if any, and calls `entry`. `expectedCurrent` and `expectedNext` are what the driver sees. */
  'floor.call': z.strictObject({ entry: entryId, expectedCurrent: turnId.nullable(), expectedNext: entryId.nullable() }),
  'floor.start': z.strictObject({ turn: turnId }),
  'floor.pause': z.strictObject({ turn: turnId }),
  'floor.resume': z.strictObject({ turn: turnId }),
  'floor.extend': z.strictObject({ turn: turnId, by: lengthOfTime(-600, 600) }),
  'floor.end': z.strictObject({ turn: turnId }),
  'floor.absent': z.strictObject({ turn: turnId }),
  /** Gives a point of order its own clock; the turn that runs is paused and comes back when the point ends. */
  'floor.recognize': z.strictObject({ entry: entryId, expectedCurrent: turnId.nullable() }),
  /** For everyone not yet called. */
  'floor.limit': z.strictObject({ limit: lengthOfTime(30, 3600), expectedLimit: lengthOfTime(30, 3600) }),
}

/** An answer is given to a question on the screen; it has a clock and is billed to nobody. */
export type TurnKind = EntryKind | 'answer'

export type PauseCause = 'chair' | 'point-of-order'

export type Turn = {
  readonly id: TurnId
  readonly kind: TurnKind
  /** Null for an answer. */
  readonly entry: Entry | null
  readonly question: QuestionId | null
  readonly segment: SegmentId | null
  readonly limit: Millis
  readonly calledAt: Instant
  /** Null until the clock is started: walking to the microphone is not billed. */
  readonly startedAt: Instant | null
  /** Time used before the present run. */
  readonly used: Millis
  /** Start of the present run; null while not running. */
  readonly runningSince: Instant | null
  readonly paused: { readonly at: Instant; readonly cause: PauseCause } | null
}

export type PastTurn = {
  readonly id: TurnId
  readonly kind: TurnKind
  readonly speaker: Speaker | null
  readonly question: QuestionId | null
  readonly segment: SegmentId | null
  readonly askedAt: Instant
  readonly calledAt: Instant
  readonly startedAt: Instant
  readonly endedAt: Instant
  readonly limit: Millis
  readonly used: Millis
}

export type FloorEvents = {
  'floor.set': { readonly limit: Millis; readonly warnings: readonly Millis[]; readonly pointOfOrder: Millis; readonly answer: Millis }
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
  'floor.limited': { readonly limit: Millis }
}

/** The last step on the floor, for "Started Speaker 07, 12:07:48". */
export type LastAct = {
  readonly what: 'called' | 'started' | 'paused' | 'resumed' | 'extended' | 'ended' | 'released' | 'limited'
  readonly speaker: Speaker | null
  readonly question: QuestionId | null
  readonly at: Instant
}

export type FloorState = {
  readonly limit: Millis
  readonly warnings: readonly Millis[]
  readonly pointOfOrder: Millis
  readonly answer: Millis
  /** At most one speaks. */
  readonly current: Turn | null
  /** The turn that a point of order interrupted. */
  readonly interrupted: Turn | null
  readonly past: readonly PastTurn[]
  /** Call to start, as observed. */
  readonly handovers: readonly Millis[]
  readonly last: LastAct | null
}
