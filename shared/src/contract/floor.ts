/** The floor: who has it, the clock of the turn, and the turns that are over. */

import { z } from 'zod'
import type { Instant, Millis } from '../kernel/time.ts'
import { channels } from './channels.ts'
import { defineCommand, final, undoable } from './command.ts'
import { duration, entryIdSchema, groupIdSchema, personIdSchema, segmentIdSchema, turnIdSchema } from './field-schemas.ts'
import type { EntryId, QuestionId, SegmentId, TurnId } from './ids.ts'
import { type InterruptingKind, ownLimitNames, type TurnKind } from './kinds.ts'
import type { LimitScope, Limits } from './limits.ts'
import type { Entry, Speaker } from './queue.ts'
import { type SpokenLanguage, spokenLanguageSchema } from './spoken-language.ts'

const limitSchema = duration(15, 3600)
const scopeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['everyone', ...ownLimitNames]) }),
  z.strictObject({ kind: z.literal('group'), group: groupIdSchema }),
  z.strictObject({ kind: z.literal('channel'), channel: z.enum(channels) }),
])
const intendedActSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('recognize'), entry: entryIdSchema }),
  z.strictObject({ kind: z.literal('go'), to: segmentIdSchema }),
  z.strictObject({ kind: z.literal('close') }),
])
const expectedFields = { expectedCurrent: turnIdSchema.nullable(), expectedNext: entryIdSchema.nullable() }

export const floorCommands = {
  'floor.call': defineCommand(
    'Ends the current turn, if any, and calls `entry`. `expectedCurrent` and `expectedNext` are what the sender sees.',
    z.strictObject({ entry: entryIdSchema, ...expectedFields }),
    undoable,
  ),
  'floor.call-last': defineCommand(
    'Ends the current turn, if any, calls `entry`, and closes the queue. `expectedCurrent` and `expectedNext` are what the sender sees.',
    z.strictObject({ entry: entryIdSchema, ...expectedFields }),
    undoable,
  ),
  'floor.give': defineCommand(
    'Gives the floor to a registered person who has not asked, such as a panellist.',
    z.strictObject({ person: personIdSchema, ...expectedFields, language: spokenLanguageSchema.nullable().optional() }),
    undoable,
  ),
  'floor.start': defineCommand('Starts the clock of the turn that is called.', z.strictObject({ turn: turnIdSchema }), undoable),
  'floor.pause': defineCommand('Pauses the clock of a turn.', z.strictObject({ turn: turnIdSchema }), undoable),
  'floor.resume': defineCommand(
    'Resumes the clock of a turn. A turn that waits for a ruling has the floor again.',
    z.strictObject({ turn: turnIdSchema }),
    undoable,
  ),
  'floor.extend': defineCommand(
    'Adds to the time of a turn, or takes from it.',
    z.strictObject({ turn: turnIdSchema, by: duration(-600, 600) }),
    undoable,
  ),
  'floor.end': defineCommand('Ends a turn.', z.strictObject({ turn: turnIdSchema }), undoable),
  'floor.mark-absent': defineCommand(
    'Records that the person who was called is absent. After the first absence the request goes to the end of the list.',
    z.strictObject({ turn: turnIdSchema }),
    undoable,
  ),
  'floor.decline': defineCommand(
    'Declines a call: the speaker cannot speak now. The request goes to the end of the list, and no absence is counted.',
    z.strictObject({ turn: turnIdSchema }),
    final,
  ),
  'floor.recognize': defineCommand(
    'Gives a point of order its own clock. The current turn is paused. When the point ends, it waits for the ruling, until `floor.resume` or `floor.end`.',
    z.strictObject({ entry: entryIdSchema, expectedCurrent: turnIdSchema.nullable() }),
    undoable,
  ),
  'floor.intend': defineCommand(
    'Defers an act until `turn` is over. The staff are offered it then; nothing happens automatically.',
    z.strictObject({ turn: turnIdSchema, act: intendedActSchema }),
    undoable,
  ),
  'floor.set-language': defineCommand(
    'Records the language in which the speaker of a turn speaks or spoke. Null: not specified.',
    z.strictObject({ turn: turnIdSchema, language: spokenLanguageSchema.nullable() }),
    final,
  ),
  'floor.set-limit': defineCommand(
    'Sets a limit for those not yet called. Null removes the limit of a group or a channel.',
    z.strictObject({ scope: scopeSchema, limit: limitSchema.nullable(), expectedLimit: limitSchema.nullable() }),
    undoable,
  ),
}

/** Reasons why a command of this feature is refused. */
export const floorRejections = [
  'no-such-turn',
  'floor-taken',
  'point-of-order-first', // a point of order has the floor and must end first
  'not-running',
  'not-started', // a speaker has been called and the clock has not been started
  'already-started',
] as const

export type PauseCause = 'chair' | 'suspension' | InterruptingKind

export type Turn = {
  readonly id: TurnId
  readonly kind: TurnKind
  /** Null for an answer. */
  readonly entry: Entry | null
  readonly question: QuestionId | null
  /** The language that is spoken. Absent if not specified. */
  readonly language?: SpokenLanguage
  readonly segment: SegmentId | null
  /** Includes `extended`. */
  readonly limit: Millis
  readonly extended: Millis
  readonly calledAt: Instant
  /** Null until the clock is started, because the walk to the microphone does not count as speaking time. */
  readonly startedAt: Instant | null
  /** Time used before the clock last started to run. */
  readonly used: Millis
  /** When the clock last started to run; null while it is not running. */
  readonly runningSince: Instant | null
  readonly paused: { readonly at: Instant; readonly cause: PauseCause } | null
  /** Total time of the pauses since the start, without the current pause. */
  readonly pausedFor: Millis
}

/** Acts that the Chair has deferred until a turn is over: points of order, then another segment or the close. */
export type Intention = {
  readonly turn: TurnId
  readonly points: readonly EntryId[]
  readonly move: { readonly kind: 'go'; readonly to: SegmentId } | { readonly kind: 'close' } | null
}

export type PastTurn = {
  readonly id: TurnId
  readonly kind: TurnKind
  readonly speaker: Speaker | null
  readonly onBehalfOf: readonly Speaker[]
  readonly question: QuestionId | null
  readonly language?: SpokenLanguage
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
  'floor.configured': { readonly limits: Limits; readonly warnings: readonly Millis[]; readonly grace: Millis; readonly reserve: Millis }
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
  'floor.language-set': { readonly turn: TurnId; readonly language: SpokenLanguage | null }
  /** `ruling`: the Chair rules next, and a turn that was interrupted waits. Absent: it has the floor again at once. */
  'floor.ended': { readonly turn: TurnId; readonly ruling?: true }
  /** The call ended without a turn. The speaker was absent or declined, or the call was withdrawn before the clock was started. */
  'floor.released': { readonly turn: TurnId }
  /** Replaces the deferred acts. Null if there are none. */
  'floor.intended': { readonly intention: Intention | null }
  'floor.limit-set': { readonly scope: LimitScope; readonly limit: Millis | null }
  /** Undoes a step. */
  'floor.restored': FloorSnapshot
}

/** The floor as it was before a step. */
export type FloorSnapshot = {
  readonly limits: Limits
  /** The turn, with its clock as it was at the step. */
  readonly current: Turn | null
  readonly interrupted: Turn | null
  readonly intention: Intention | null
  /** The number of past turns and of observed handovers. */
  readonly pastCount: number
  readonly handoverCount: number
  /** True if the clock of `current` was running at the step. After the undo it continues from the time it had then. */
  readonly wasRunning: boolean
  /** True if the step did not change the clock, so the undo leaves it unchanged. */
  readonly clockUnchanged: boolean
}

export type FloorState = {
  readonly limits: Limits
  readonly warnings: readonly Millis[]
  /** The time after the limit before a speaker is asked to conclude. */
  readonly grace: Millis
  /** The time that the forecast leaves free at the end of a segment. */
  readonly reserve: Millis
  /** The turn that has the floor. There is at most one. */
  readonly current: Turn | null
  /** The turn that a point of order interrupted. Without a current turn it waits for the Chair's ruling. */
  readonly interrupted: Turn | null
  /** It ends with the next call, except of a point of order, and when the session goes to another segment. */
  readonly intention: Intention | null
  readonly past: readonly PastTurn[]
  /** Observed times from the call to the start of the clock. */
  readonly handovers: readonly Millis[]
}
