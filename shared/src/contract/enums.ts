/** The closed lists of choices. Without the validator, so that the client can import them. */

import { channels } from './roles.ts'

export const orderModes = ['received', 'alternate', 'rotate', 'balanced'] as const
/** How the speaking order is computed. See docs/rules.md, section O. */
export type OrderMode = (typeof orderModes)[number]

/** The kinds of requests for the floor. */
export const entryKinds = ['intervention', 'point-of-order', 'right-of-reply'] as const
export type EntryKind = (typeof entryKinds)[number]

/** Why an entry is removed from the queue. Its owner sees the reason. */
export const removalReasons = ['out-of-order', 'duplicate', 'asked-by-speaker', 'time', 'other'] as const
export type RemovalReason = (typeof removalReasons)[number]

/** Why a question is declined. Its author sees the reason. */
export const declineReasons = ['off-topic', 'duplicate', 'not-a-question', 'conduct', 'time'] as const
export type DeclineReason = (typeof declineReasons)[number]

export const answerKinds = ['live', 'in-writing', 'taken-on-notice'] as const
export type AnswerKind = (typeof answerKinds)[number]

/** `before`: nothing is published until a moderator approves it. */
export const moderationModes = ['before', 'none'] as const
export type ModerationMode = (typeof moderationModes)[number]

/** `hidden`: only the staff see the author. `unattributed`: the author is not recorded. */
export const attributions = ['named', 'hidden', 'unattributed'] as const
export type Attribution = (typeof attributions)[number]

/** The channel through which the secretariat got the request: in the room, in the online meeting, or on paper. */
export const requestChannels = [...channels, 'paper'] as const
export type RequestChannel = (typeof requestChannels)[number]

export const sessionPhases = ['planned', 'open', 'suspended', 'closed'] as const
export type SessionPhase = (typeof sessionPhases)[number]
/** True for a session that was opened and is not closed. During a suspension people can still ask. */
export const isInSession = (phase: SessionPhase): boolean => phase === 'open' || phase === 'suspended'

/** The remedies of a late session. They shorten all later segments in proportion, the next segment, or interventions in the current one. */
export const remedies = ['later', 'next', 'shorten'] as const
export type Remedy = (typeof remedies)[number]

/** The requests that a speaker can get. Every screen shows them translated. */
export const cueKinds = ['conclude', 'one-minute', 'closer', 'slower'] as const
export type CueKind = (typeof cueKinds)[number]
/** The requests that interpreters can make of a speaker. */
export const boothCueKinds = ['slower', 'closer'] as const satisfies readonly CueKind[]

/** The addressees of an announcement. */
export const addressees = ['everyone', 'room', 'remote', 'podium', 'staff', 'display'] as const
export type Addressee = (typeof addressees)[number]
