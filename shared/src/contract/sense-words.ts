/** The words in which the sense of the room is published. There are no figures. Without the validator, for the client. */
import type { ResponseKind } from './response-kinds.ts'

/** How many gave a response, in the order of size, as shares of the people who could respond. */
export const amounts = ['fewer-than-three', 'a-few', 'some', 'many', 'most', 'nearly-all'] as const
export type Amount = (typeof amounts)[number]

/** How many have responded, of the people who could. `some`: fewer than half. */
export const turnouts = ['some', 'half', 'most', 'nearly-all'] as const
export type Turnout = (typeof turnouts)[number]

/** The groups in which three or more people gave a response. */
export const spreads = ['three-groups', 'all-groups'] as const
export type Spread = (typeof spreads)[number]

export type ResponseWords = { readonly amount: Amount; readonly spread: Spread | null }

/**
 * All that is ever shown of the responses. `turnout`: null if so few people could respond that nothing is shown. `words`: null also if
 * fewer than half responded.
 */
export type SenseResult = {
  readonly turnout: Turnout | null
  readonly words: Readonly<Record<ResponseKind, ResponseWords>> | null
}

/** With fewer people who can respond, only the fact that they were asked is shown. */
export const fewestShown = 20

/** In milliseconds: how long after its close the same sentence cannot be put again. */
export const pauseBeforeSameSentence = 600_000
