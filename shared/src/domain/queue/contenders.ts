/**
 * Contenders that wait for a position while an order is computed, by request time. Each is in a cohort with all that are alike to the rule.
 */

import { isAtEnd } from '../../contract/called-in-vain.ts'
import type { EntryId } from '../../contract/ids.ts'
import { waitsInOrder } from '../../contract/kinds.ts'
import type { Entry, QueueState } from '../../contract/queue.ts'
import { compareByRequest } from '../../contract/request-rank.ts'
import type { Traits } from './order-rules.ts'
import type { Line } from './ranks.ts'

/** A waiting entry during the computation. Its counts grow until it is placed. */
export type Contender = {
  readonly entry: Entry
  /** Its rank by request time. */
  readonly requestRank: number
  /** The rule decides its position: it is not pinned, not in the programme and not called in vain. */
  readonly isRuled: boolean
  /** The entry that it lets go first, as long as that one is waiting for a position. Null if it is free. */
  waitsFor: Contender | null
  /** How often the rule has overtaken it, in past calls and by the positions already filled. */
  timesOvertaken: number
  isPlaced: boolean
  /** It would have been chosen, but it lets another entry go first. */
  hasDeferred: boolean
  cohort: Cohort | null
  /** The next later contender of the same entity. */
  nextOfEntity: Contender | null
  /** The next later contender that the rule can choose. */
  nextFree: Contender | null
}

/**
 * Contenders that are alike to the rule. Only the earliest of them can be the best, so a rule looks at no other. A plan has at most twelve
 * groups, so there are few cohorts.
 */
export type Cohort = Traits & { readonly line: Line<Contender> }

const makeContender = (entry: Entry, requestRank: number): Contender => ({
  entry,
  requestRank,
  isRuled: entry.pin === null && entry.programmeRank === null && !isAtEnd(entry),
  waitsFor: null,
  timesOvertaken: entry.timesOvertaken,
  isPlaced: false,
  hasDeferred: false,
  cohort: null,
  nextOfEntity: null,
  nextFree: null,
})

/** Returns everybody who is waiting in the order, by request time. */
export const lineUpContenders = ({ entries }: Pick<QueueState, 'entries'>): readonly Contender[] => {
  const waiting: Entry[] = []
  for (const entry of entries.values()) if (waitsInOrder(entry.kind) && !entry.held) waiting.push(entry)
  const contenders = waiting.sort(compareByRequest).map((entry, index) => makeContender(entry, index + 1))
  const deferring = contenders.filter(({ isRuled, entry }) => isRuled && entry.deferredTo !== null)
  if (deferring.length === 0) return contenders
  const present = new Map(contenders.filter(({ entry }) => !isAtEnd(entry)).map((contender) => [contender.entry.id, contender]))
  for (const contender of deferring) contender.waitsFor = present.get(contender.entry.deferredTo as EntryId) ?? null
  return contenders
}
