/** The closed lists of choices. Without the validator, so that the client can import them. */

import { type Channel, channels, isChannel, ordinaryChannel } from './channels.ts'
export const orderModes = ['received', 'alternate', 'rotate', 'balanced'] as const
/** How the speaking order is computed. See docs/rules.md, section O. */
export type OrderMode = (typeof orderModes)[number]
/** How many positions stay as they are in every mode but *received* (O7). */
export const firmPositions = 2

/** The kinds of requests for the floor. */
export const entryKinds = ['intervention', 'point-of-order', 'right-of-reply'] as const
export type EntryKind = (typeof entryKinds)[number]

/** Why an entry is removed from the queue. Its owner sees the reason. At the speaker's own wish, it counts as the speaker's withdrawal. */
export const removalReasons = ['asked-by-speaker', 'out-of-order', 'duplicate', 'time', 'other'] as const
export type RemovalReason = (typeof removalReasons)[number]
/** Why a request ended without a turn, for its owner. `absent`: called twice in vain. */
export type LossReason = RemovalReason | 'absent'

/** Why a question is declined. Its author sees the reason. */
export const declineReasons = ['off-topic', 'duplicate', 'not-a-question', 'conduct', 'time'] as const
export type DeclineReason = (typeof declineReasons)[number]

export const answerKinds = ['live', 'in-writing', 'taken-on-notice'] as const
export type AnswerKind = (typeof answerKinds)[number]

/** `before`: nothing is published until a moderator approves it. */
export const moderationModes = ['before', 'none'] as const
export type ModerationMode = (typeof moderationModes)[number]

export const attributions = ['named', 'hidden', 'unattributed'] as const
export type Attribution = (typeof attributions)[number]
/**
 * The meaning of each attribution: who knows the author of a question. `isRecorded`: the log and the staff. `isPublic`: everybody. Code asks
 * here, and compares no name.
 */
export const attributionRules: Readonly<Record<Attribution, { readonly isRecorded: boolean; readonly isPublic: boolean }>> = {
  named: { isRecorded: true, isPublic: true },
  hidden: { isRecorded: true, isPublic: false },
  unattributed: { isRecorded: false, isPublic: false },
}

/** The channel through which the secretariat got the request: in the room, in the online meeting, or on paper. */
export const requestChannels = [...channels, 'paper'] as const
export type RequestChannel = (typeof requestChannels)[number]
/** The channel in which the speaker counts. */
export const toChannel = (requested: RequestChannel): Channel => (isChannel(requested) ? requested : ordinaryChannel)

export const sessionPhases = ['planned', 'open', 'suspended', 'closed'] as const
export type SessionPhase = (typeof sessionPhases)[number]
type PhaseRule =
  | { readonly isInSession: true; readonly refusal: 'session-suspended' | null }
  | { readonly isInSession: false; readonly refusal: 'session-not-open' | 'session-closed' }
/**
 * The meaning of each phase. `isInSession`: the session was opened and is not closed. During a suspension people can still ask. `refusal`: the
 * reason why nothing can happen at the floor and in the agenda, or null if it can.
 */
export const phaseRules: Readonly<Record<SessionPhase, PhaseRule>> = {
  planned: { isInSession: false, refusal: 'session-not-open' },
  open: { isInSession: true, refusal: null },
  suspended: { isInSession: true, refusal: 'session-suspended' },
  closed: { isInSession: false, refusal: 'session-closed' },
}
export const isInSession = (phase: SessionPhase): boolean => phaseRules[phase].isInSession

/** The remedies of a late session. They shorten all later segments in proportion, the next segment, or interventions in the current one. */
export const remedies = ['later', 'next', 'shorten'] as const
export type Remedy = (typeof remedies)[number]

/** The requests that a speaker can get. Every screen shows them translated. */
export const cueKinds = ['conclude', 'one-minute', 'closer', 'slower'] as const
export type CueKind = (typeof cueKinds)[number]
/** The requests that interpreters can make of a speaker. */
export const boothCueKinds = ['slower', 'closer'] as const satisfies readonly CueKind[]

/** The addressees of an announcement. */
export const addressees = ['everyone', ...channels, 'podium', 'staff', 'display'] as const
export type Addressee = (typeof addressees)[number]
