/**
 * The last prompt, the same for everybody. Responses are not in any state, and so not in any part: only the memory of the server has them.
 */

import type { PromptId } from '../contract/ids.ts'
import { audiences } from '../contract/roles.ts'
import type { Breadth, Participation, Prompt, Responder } from '../contract/sense.ts'
import type { Instant } from '../kernel/time.ts'
import { memoize } from './memo.ts'
import { valuePart } from './part.ts'

export type PromptView = Pick<
  Prompt,
  | 'id'
  | 'text'
  | 'options'
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
  | 'participation'
  | 'breadth'
  | 'shown'
>

/** For everybody, while the prompt is open: the number of responses. Never in the log. */
export type LiveParticipation = Participation & { readonly prompt: PromptId }

/** For the staff, while no prompt is open or undecided: how many people a prompt put now would count. Never in the log. */
export type PresentResponders = Readonly<Record<Responder, number>>

/**
 * For one person, while the prompt is open: the fact that they, or their delegation, have responded. Only the delegation sees its response.
 * Never in the log.
 */
export type MyResponse = {
  readonly prompt: PromptId
  /** The restarts of the prompt so far. Responses from before the last one are lost. */
  readonly restarts: number
  readonly delegation: { readonly option: number; readonly at: Instant } | null
}

/** For the Chair, until the result is published or discarded: what would be published. Never in the log before that. */
export type PromptResult = { readonly prompt: PromptId; readonly breadth: Breadth }

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
  const { id, text, options, one, length, putAt, closesAt, lastCall, restarts, status } = prompt
  const { closedAt, decidedAt, discarded, participation, breadth, shown } = prompt
  return {
    ...{ id, text, options, one, length, putAt, closesAt, lastCall, restarts, status },
    ...{ closedAt, decidedAt, discarded, participation, breadth, shown },
  }
})

export const senseParts = {
  prompt: valuePart(
    'The last prompt that the Chair put to the room. It has no single response.',
    audiences,
    ['sense'],
    ({ sense }): PromptView | null => {
      const last = sense.prompts.at(-1)
      return last === undefined ? null : toPromptView(last)
    },
  ),
}
