/** The closed lists that people choose from. Without the validator, so that screens can list them. */

import { channels } from './roles.ts'

export const orderModes = ['received', 'balanced'] as const
/** How the speaking order is made. See docs/rules.md, O. */
export type OrderMode = (typeof orderModes)[number]

/** Why somebody is taken off the floor list; told to the person. */
export const removals = ['out-of-order', 'duplicate', 'asked-by-speaker', 'time', 'other'] as const
export type Removal = (typeof removals)[number]

/** Why a question is declined; told to its author. */
export const declines = ['off-topic', 'duplicate', 'not-a-question', 'conduct', 'time'] as const
export type Decline = (typeof declines)[number]

/** How a hand was seen: at a microphone, in the online meeting, or on paper. */
export const doors = [...channels, 'paper'] as const
export type Door = (typeof doors)[number]
