/**
 * The last prompt, the same for everybody. Responses are not in any state, and so not in any part: only the memory of the server has them.
 */

import type { PromptId } from '../contract/ids.ts'
import type { Prompt, Responder } from '../contract/sense.ts'
import type { SenseResult, Turnout } from '../contract/sense-words.ts'
import { memoize } from './memo.ts'
import { everyone, valuePart } from './part.ts'

export type PromptView = Pick<
  Prompt,
  | 'id'
  | 'text'
  | 'one'
  | 'length'
  | 'putAt'
  | 'closesAt'
  | 'lastCall'
  | 'restarts'
  | 'status'
  | 'closedAt'
  | 'decidedAt'
  | 'discarded'
  | 'result'
  | 'shown'
>

/** For everybody, while the prompt is open: how many have responded, in a word. Null: too few for a word. Never in the log. */
export type LiveParticipation = { readonly prompt: PromptId; readonly turnout: Turnout | null }

/**
 * For the staff, while no prompt is open or undecided: how many could respond to a prompt put now, and how many are here without being
 * confirmed. Never in the log.
 */
export type PresentResponders = Readonly<Record<Responder | 'unconfirmed', number>>

/** For one person, while the prompt is open: they, or their delegation, have responded. Never how. Never in the log. */
export type MyResponse = {
  readonly prompt: PromptId
  /** The restarts of the prompt so far. Responses from before the last one are lost. */
  readonly restarts: number
  /** True if this person gave the response that counts. Another one of their delegation may have. */
  readonly own: boolean
}

/** For the Chair, until the result is published or discarded: exactly what would be published. Never in the log before that. */
export type PromptResult = { readonly prompt: PromptId; readonly result: SenseResult }

/**
 * The values that are sent in addition to the state: to everybody, the staff, one person, the Chair. Null if there is none, because a
 * screen that returns may hold an earlier one.
 */
export type SenseTransients = {
  readonly participation?: LiveParticipation | null
  readonly presentResponders?: PresentResponders | null
  readonly myResponse?: MyResponse | null
  readonly promptResult?: PromptResult | null
}

const toPromptView = memoize((prompt: Prompt): PromptView => {
  const { id, text, one, length, putAt, closesAt, lastCall, restarts, status } = prompt
  const { closedAt, decidedAt, discarded, result, shown } = prompt
  return { ...{ id, text, one, length, putAt, closesAt, lastCall, restarts, status }, ...{ closedAt, decidedAt, discarded, result, shown } }
})

export const senseParts = {
  prompt: valuePart(
    'The last prompt that the Chair put to the room. It has no single response.',
    everyone,
    ['sense'],
    ({ sense }): PromptView | null => {
      const last = sense.prompts.at(-1)
      return last === undefined ? null : toPromptView(last)
    },
  ),
}
