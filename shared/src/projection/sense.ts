/** The sentence that was put last, the same for everybody. What was responded is in no state, and so in no part: only the memory of the server has it. */

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

/** While it is open: how many have responded. Never in the log. */
export type LiveParticipation = Participation & { readonly prompt: PromptId }

/** To the staff, while none is open or undecided: of how many it would be, were one put now. Never in the log. */
export type PresentResponders = Readonly<Record<Responder, number>>

/** To one person, while it is open: that they, or their delegation, have responded. What, only to the delegation. Never in the log. */
export type MyResponse = {
  readonly prompt: PromptId
  /** Of a response that is kept since the last restart. */
  readonly restarts: number
  readonly delegation: { readonly option: number; readonly at: Instant } | null
}

/** To the Chair, until it is published or discarded: what would be published. Never in the log before that. */
export type PromptResult = { readonly prompt: PromptId; readonly breadth: Breadth }

/**
 * What is sent in addition to the state, and by whom it is seen: everybody, the staff, one person, the Chair. Null where there is none: a screen that comes back
 * may hold an earlier one.
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
  prompt: valuePart(audiences, ['sense'], ({ sense }): PromptView | null => {
    const last = sense.prompts.at(-1)
    return last === undefined ? null : toPromptView(last)
  }),
}
