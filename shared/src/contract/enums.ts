/** The closed lists that people choose from. Without the validator, so that screens can list them. */

import { channels } from './roles.ts'

export const orderModes = ['received', 'alternate', 'rotate', 'balanced'] as const
/** How the speaking order is made. See docs/rules.md, O. */
export type OrderMode = (typeof orderModes)[number]

/** What the floor is asked for. */
export const entryKinds = ['intervention', 'point-of-order', 'right-of-reply'] as const
export type EntryKind = (typeof entryKinds)[number]

/** Why somebody is taken off the floor list; told to the person. */
export const removals = ['out-of-order', 'duplicate', 'asked-by-speaker', 'time', 'other'] as const
export type Removal = (typeof removals)[number]

/** Why a question is declined; told to its author. */
export const declines = ['off-topic', 'duplicate', 'not-a-question', 'conduct', 'time'] as const
export type Decline = (typeof declines)[number]

export const answers = ['live', 'in-writing', 'taken-on-notice'] as const
export type Answer = (typeof answers)[number]

/** `before`: nothing is published until a moderator approves it. */
export const moderations = ['before', 'none'] as const
export type Moderation = (typeof moderations)[number]

/** `hidden`: from the room; moderators know. `unattributed`: nobody knows, the author is not kept. */
export const attributions = ['named', 'hidden', 'unattributed'] as const
export type Attribution = (typeof attributions)[number]

/** How a hand was seen: at a microphone, in the online meeting, or on paper. */
export const doors = [...channels, 'paper'] as const
export type Door = (typeof doors)[number]

export const phases = ['planned', 'open', 'suspended', 'closed'] as const
export type Phase = (typeof phases)[number]
/** Begun and not over: people may ask, also in a break. */
export const meets = (phase: Phase): boolean => phase === 'open' || phase === 'suspended'

/** Where time comes from when the session runs late: all later parts in proportion, the next one, or shorter interventions in this one. */
export const remedies = ['later', 'next', 'shorten'] as const
export type Remedy = (typeof remedies)[number]

/** What can be asked of a speaker, translated on every screen. */
export const cueKinds = ['conclude', 'one-minute', 'closer', 'slower'] as const
export type CueKind = (typeof cueKinds)[number]

/** Whom an announcement is for. */
export const addressees = ['everyone', 'room', 'remote', 'podium', 'staff', 'display'] as const
export type Addressee = (typeof addressees)[number]
