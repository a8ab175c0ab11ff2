/** The speaking order in its simplest form: for every position it looks at all waiting entries. The product's order is compared with it. */

import { compareAtEnd, isAtEnd } from '@rostrum/shared/contract/called-in-vain'
import type { OrderMode } from '@rostrum/shared/contract/enums'
import { waitsInOrder } from '@rostrum/shared/contract/kinds'
import type { Entry, Position, PositionCause, QueueState } from '@rostrum/shared/contract/queue'
import { compareByRequest } from '@rostrum/shared/contract/request-rank'
import {
  causesOutsideRule,
  countPosition,
  type FloorHistory,
  type FloorTally,
  type OrderRule,
  orderRules,
  tallyFloors,
} from './order-rules.ts'

type OrderInput = FloorHistory & Pick<QueueState, 'mode' | 'suggestOnly' | 'maxOvertakes' | 'entries'>

/** A waiting entry during the computation. Its counts grow until it is placed. */
type Candidate = {
  readonly entry: Entry
  /** Its rank by request time. */
  readonly requestRank: number
  /** Whether the rule decides its position: it is not pinned, not in the programme and not called in vain. */
  readonly isRuled: boolean
  /** The entry that it lets go first, if that entry is waiting too. */
  deferredTo: Candidate | null
  /** The number of times that the rule has overtaken it, in past calls and by the positions already filled. */
  timesOvertaken: number
  aheadEarlier: number
  aheadByRule: number
  aheadOther: number
  isPlaced: boolean
  /** Whether it would have been chosen, but lets another entry go first. */
  hasDeferred: boolean
}
type Choice = { readonly chosen: Candidate; readonly cause: PositionCause }

/** Computes the order of all waiting interventions, without entries on hold. The first two positions of `before` are kept. */
export const computeOrder = (queue: OrderInput, before: readonly Position[]): readonly Position[] => {
  const mode = queue.suggestOnly ? 'received' : queue.mode
  return fillPositions(queue, mode, mode === 'received' ? [] : before.slice(0, 2))
}

/** Computes the order after a change to this mode: no position is fixed except for pins. */
export const previewOrder = (queue: QueueState, mode: OrderMode, suggestOnly: boolean): readonly Position[] =>
  computeOrder({ ...queue, mode, suggestOnly }, [])

/** Returns the entry that the rule would call next, if it only suggests. Null otherwise. */
export const suggestNext = (queue: OrderInput): QueueState['suggestion'] => {
  const [first] = queue.suggestOnly && queue.mode !== 'received' ? fillPositions(queue, queue.mode, [], 1) : []
  return first ? { entry: first.entry, cause: first.cause } : null
}

const sortByRequest = ({ entries }: OrderInput): readonly Entry[] =>
  [...entries.values()].filter(({ kind, held }) => waitsInOrder(kind) && !held).sort(compareByRequest)

const listCandidates = (queue: OrderInput): readonly Candidate[] => {
  const candidates = sortByRequest(queue).map(
    (entry, index): Candidate => ({
      entry,
      requestRank: index + 1,
      isRuled: entry.pin === null && entry.programmeRank === null && !isAtEnd(entry),
      deferredTo: null,
      timesOvertaken: entry.timesOvertaken,
      aheadEarlier: 0,
      aheadByRule: 0,
      aheadOther: 0,
      isPlaced: false,
      hasDeferred: false,
    }),
  )
  const present = new Map(candidates.filter(({ entry }) => !isAtEnd(entry)).map((candidate) => [candidate.entry.id, candidate]))
  for (const candidate of candidates)
    if (candidate.isRuled && candidate.entry.deferredTo !== null) candidate.deferredTo = present.get(candidate.entry.deferredTo) ?? null
  return candidates
}

const isFree = ({ deferredTo }: Candidate): boolean => deferredTo === null || deferredTo.isPlaced
const getPinnedPosition = ({ entry }: Candidate): number => entry.pin?.position ?? 0

/** Fills one position after the other, each as if the speakers before it had spoken. It is greedy. */
const fillPositions = (
  queue: OrderInput,
  mode: OrderMode,
  firm: readonly Position[],
  limit = Number.POSITIVE_INFINITY,
): readonly Position[] => {
  const { maxOvertakes } = queue
  const rule = orderRules[mode]
  const tally = tallyFloors(queue)
  const candidates = listCandidates(queue)
  const pinned = candidates.filter(({ entry }) => entry.pin !== null).sort((a, b) => getPinnedPosition(a) - getPinnedPosition(b))
  const programmeSpeakers = candidates.filter(({ entry }) => entry.pin === null && entry.programmeRank !== null && !isAtEnd(entry))
  programmeSpeakers.sort((a, b) => (a.entry.programmeRank ?? 0) - (b.entry.programmeRank ?? 0))
  const ruled = candidates.filter((candidate) => candidate.isRuled)
  const calledInVain = candidates.filter(({ entry }) => entry.pin === null && isAtEnd(entry)).sort((a, b) => compareAtEnd(a.entry, b.entry))
  const deferring = ruled.filter(({ deferredTo }) => deferredTo !== null)
  const firmCandidates = listFirmCandidates(firm, ruled)

  const next = (position: number): Choice | null => {
    const [pinnedNext, programmeNext, lastNext] = [pinned.find(isWaiting), programmeSpeakers.find(isWaiting), calledInVain.find(isWaiting)]
    if (pinnedNext && getPinnedPosition(pinnedNext) <= position) return choosePinned(pinnedNext)
    if (programmeNext) return { chosen: programmeNext, cause: 'programme' }
    const kept = position < 2 ? firmCandidates.find((candidate) => isWaiting(candidate) && isFree(candidate)) : undefined
    const byRule = chooseByRule(ruled, rule, tally, maxOvertakes, isFree)
    const chosen = kept ?? byRule?.chosen
    if (chosen) {
      if (deferring.length > 0) markDeferred(deferring, chosen, rule, tally, getRankBound(ruled, maxOvertakes))
      if (byRule === null || byRule.chosen !== chosen) return { chosen, cause: 'kept' }
      return chosen.hasDeferred ? { chosen, cause: 'deferred' } : byRule
    }
    // Every entry that the rule could choose waits for another one. They wait in a circle, or for an entry that is pinned further back.
    // Then no deferral counts.
    const fallback = chooseByRule(ruled, rule, tally, maxOvertakes, () => true)
    if (fallback) return fallback
    if (lastNext) return { chosen: lastNext, cause: lastNext.entry.declinedAt === null ? 'absent' : 'declined' }
    return pinnedNext ? choosePinned(pinnedNext) : null
  }

  const order: Position[] = []
  for (let choice = next(0); choice !== null && order.length < limit; choice = next(order.length)) {
    order.push(placeCandidate(choice, candidates, maxOvertakes))
    countPosition(tally, choice.chosen.entry)
  }
  return order
}

const isWaiting = ({ isPlaced }: Candidate): boolean => !isPlaced
const choosePinned = (chosen: Candidate): Choice => ({ chosen, cause: chosen.entry.pin?.by === 'consent' ? 'swapped' : 'moved' })

/** Lists those in the first positions that the rule had filled. Entries that were there for another cause are placed by the rule. */
const listFirmCandidates = (firm: readonly Position[], ruled: readonly Candidate[]): readonly Candidate[] =>
  firm.flatMap(({ entry, cause }) => {
    const candidate = causesOutsideRule.has(cause) ? undefined : ruled.find((one) => one.entry.id === entry)
    return candidate ? [candidate] : []
  })

/** Returns the best eligible candidate. A candidate that was overtaken as often as allowed does not wait for anybody who asked later. */
const chooseByRule = (
  ruled: readonly Candidate[],
  rule: OrderRule,
  tally: FloorTally,
  maxOvertakes: number,
  isEligible: (candidate: Candidate) => boolean,
): Choice | null => {
  let earliest: Candidate | null = null
  let best: Candidate | null = null
  let bestScore = 0
  let capped = false
  let betterLater = false
  for (const candidate of ruled) {
    if (candidate.isPlaced || !isEligible(candidate)) continue
    const score = rule.score(candidate.entry, tally)
    if (capped) {
      betterLater = score < bestScore
      if (betterLater || best !== earliest) break
      continue
    }
    earliest ??= candidate
    if (best === null || score < bestScore) [best, bestScore] = [candidate, score]
    capped = candidate.timesOvertaken >= maxOvertakes
  }
  if (best === null || earliest === null) return null
  if (best !== earliest) return { chosen: best, cause: rule.overtakeCause(best.entry, earliest.entry, tally) }
  const byCap = betterLater && best.timesOvertaken >= maxOvertakes
  return { chosen: best, cause: byCap ? 'overtake-limit' : rule.firstCause(best.entry, tally) }
}

/** Returns the rank of the first candidate that nobody who asked later may overtake. */
const getRankBound = (ruled: readonly Candidate[], maxOvertakes: number): number =>
  ruled.find((candidate) => !candidate.isPlaced && isFree(candidate) && candidate.timesOvertaken >= maxOvertakes)?.requestRank ??
  Number.POSITIVE_INFINITY

/** Marks the candidates that would have been chosen here if they had not let another entry go first. */
const markDeferred = (deferring: readonly Candidate[], chosen: Candidate, rule: OrderRule, tally: FloorTally, bound: number): void => {
  const chosenScore = rule.score(chosen.entry, tally)
  for (const candidate of deferring) {
    if (candidate.isPlaced || isFree(candidate) || candidate.hasDeferred || candidate.requestRank > bound) continue
    const score = rule.score(candidate.entry, tally)
    candidate.hasDeferred = score < chosenScore || (score === chosenScore && candidate.requestRank < chosen.requestRank)
  }
}

/**
 * Places the chosen candidate. For everybody who is still waiting, it counts as an earlier request, an overtake by the rule, or another
 * cause.
 */
const placeCandidate = ({ chosen, cause }: Choice, candidates: readonly Candidate[], maxOvertakes: number): Position => {
  const isByRule = !causesOutsideRule.has(cause)
  for (const candidate of candidates) {
    if (candidate.isPlaced || candidate === chosen) continue
    if (candidate.requestRank > chosen.requestRank) candidate.aheadEarlier += 1
    else if (isByRule && candidate.isRuled && isFree(candidate)) {
      candidate.aheadByRule += 1
      candidate.timesOvertaken += 1
    } else candidate.aheadOther += 1
  }
  chosen.isPlaced = true
  const { entry, requestRank, aheadEarlier, aheadByRule, aheadOther, timesOvertaken } = chosen
  return {
    entry: entry.id,
    cause,
    requestRank,
    aheadEarlier,
    aheadByRule,
    aheadOther,
    overtakesLeft: Math.max(0, maxOvertakes - timesOvertaken),
  }
}
