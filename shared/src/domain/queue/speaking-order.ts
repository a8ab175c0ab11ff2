/** The speaking order and its causes: one pure function of the queue. See docs/rules.md, section O. */
import { compareAtEnd, isAtEnd } from '../../contract/called-in-vain.ts'
import { findEntitiesInSeveral } from '../../contract/entry-index.ts'
import { firmPositions, type OrderMode } from '../../contract/enums.ts'
import type { Position, PositionCause, QueueState, Speaker } from '../../contract/queue.ts'
import { getVoice } from '../../contract/voices.ts'
import { type Cohort, type Contender, lineUpContenders } from './contenders.ts'
import { Contest } from './contest.ts'
import {
  causesOutsideRule,
  countPosition,
  type FloorHistory,
  type FloorTally,
  listHeardVoices,
  type OrderRule,
  orderRules,
  tallyFloors,
} from './order-rules.ts'
import { RankSet } from './ranks.ts'

type OrderInput = FloorHistory & Pick<QueueState, 'mode' | 'suggestOnly' | 'maxOvertakes' | 'entries'>
type Choice = { readonly chosen: Contender; readonly cause: PositionCause }

/**
 * Computes the order of all waiting interventions, without entries on hold. The first two positions of `firm` are kept. Positions that are
 * the same as in `before` are the same objects, and so is the order if all are.
 */
export const computeOrder = (queue: OrderInput, firm: readonly Position[], before: readonly Position[] = []): readonly Position[] => {
  const mode = queue.suggestOnly ? 'received' : queue.mode
  const order = fillPositions(queue, mode, { before, firm: mode === 'received' ? [] : firm.slice(0, firmPositions) })
  return order.length === before.length && order.every((position, index) => position === before[index]) ? before : order
}

/** Computes the order after a change to this mode: no position is fixed except for pins. */
export const previewOrder = (queue: QueueState, mode: OrderMode, suggestOnly: boolean): readonly Position[] =>
  computeOrder({ ...queue, mode, suggestOnly }, [])

/** Returns the entry that the rule would call next if it only suggests. Null otherwise. */
export const suggestNext = (queue: OrderInput): QueueState['suggestion'] => {
  const [first] = queue.suggestOnly && queue.mode !== 'received' ? fillPositions(queue, queue.mode, { limit: 1 }) : []
  return first ? { entry: first.entry, cause: first.cause } : null
}

const getPinnedPosition = ({ entry }: Contender): number => entry.pin?.position ?? 0

type FillOptions = {
  /** Positions that are kept, starting from the first. */
  readonly firm?: readonly Position[]
  /** Reused if they are the same. */
  readonly before?: readonly Position[]
  /** The number of positions to fill. */
  readonly limit?: number
}

/** Greedy: fills one position after the other, each as if the entries before it had been heard. */
const fillPositions = (
  queue: OrderInput,
  mode: OrderMode,
  { firm = [], before = [], limit = Number.POSITIVE_INFINITY }: FillOptions,
): readonly Position[] => {
  const { maxOvertakes } = queue
  const rule = orderRules[mode]
  const tally = tallyFloors(queue)
  const contenders = lineUpContenders(queue)
  const ruled = contenders.filter(({ isRuled }) => isRuled)
  const voices = {
    heard: listHeardVoices(queue),
    several: findEntitiesInSeveral(queue.entries),
    of: (speaker: Speaker) => getVoice(queue, speaker),
  }
  const contest = new Contest(ruled, voices, tally, maxOvertakes)
  // Usually few or none. They are taken one after the other, so the next one is always the first that is left.
  const others = ruled.length === contenders.length ? [] : contenders.filter(({ isRuled }) => !isRuled)
  const pinned = others.filter(({ entry }) => entry.pin !== null).sort((a, b) => getPinnedPosition(a) - getPinnedPosition(b))
  const programmeSpeakers = others.filter(({ entry }) => entry.pin === null && entry.programmeRank !== null && !isAtEnd(entry))
  programmeSpeakers.sort((a, b) => (a.entry.programmeRank ?? 0) - (b.entry.programmeRank ?? 0))
  const calledInVain = others.filter(({ entry }) => entry.pin === null && isAtEnd(entry)).sort((a, b) => compareAtEnd(a.entry, b.entry))
  const firmContenders = listFirmContenders(firm, ruled)

  const next = (position: number): Choice | null => {
    const pinnedNext = pinned[0]
    if (pinnedNext && getPinnedPosition(pinnedNext) <= position) return choosePinned(pinned)
    const programmeNext = programmeSpeakers.shift()
    if (programmeNext) return { chosen: programmeNext, cause: 'programme' }
    const bound = contest.getRankBound()
    const kept = position < firmPositions ? firmContenders.find(({ isPlaced, waitsFor }) => !isPlaced && waitsFor === null) : undefined
    const byRule = chooseByRule(contest.listFirsts(), rule, tally, maxOvertakes, bound)
    // The cause that it had may have become untrue: on another segment, or because somebody was called, held or returned.
    const choice = kept && kept !== byRule?.chosen ? ({ chosen: kept, cause: 'kept' } as const) : byRule
    if (choice) {
      if (contest.deferring.length > 0) markDeferred(contest.deferring, choice.chosen, rule, tally, bound)
      return choice === byRule && choice.chosen.hasDeferred ? { ...choice, cause: 'deferred' } : choice
    }
    // Every entry that the rule could choose is waiting for another: in a circle, or for one pinned further back. No deferral then counts.
    const fallback = chooseByRule(contest.deferring, rule, tally, maxOvertakes, getFirstCapped(contest.deferring, maxOvertakes))
    if (fallback) return fallback
    const lastNext = calledInVain.shift()
    if (lastNext) return { chosen: lastNext, cause: lastNext.entry.declinedAt === null ? 'absent' : 'declined' }
    return choosePinned(pinned)
  }

  const order: Position[] = []
  const placed = new RankSet(contenders.length)
  for (let choice = next(0); choice !== null; choice = next(order.length)) {
    const { chosen, cause } = choice
    if (!causesOutsideRule.has(cause)) contest.countOvertakes(chosen)
    order.push(makePosition(choice, order.length, placed.countBelow(chosen.requestRank), maxOvertakes, before[order.length]))
    if (order.length >= limit) break
    chosen.isPlaced = true
    placed.add(chosen.requestRank)
    contest.release(chosen)
    contest.markSpoken(chosen.entry)
    countPosition(tally, chosen.entry)
  }
  return order
}

const choosePinned = (pinned: Contender[]): Choice | null => {
  const chosen = pinned.shift()
  return chosen ? { chosen, cause: chosen.entry.pin?.by === 'consent' ? 'swapped' : 'moved' } : null
}

/** Lists who has the first positions, if the rule had filled them. Entries that were there for another cause are placed by the rule. */
const listFirmContenders = (firm: readonly Position[], ruled: readonly Contender[]): readonly Contender[] =>
  firm.flatMap(({ entry, cause }) => (causesOutsideRule.has(cause) ? [] : (ruled.find((contender) => contender.entry.id === entry) ?? [])))

const getTraits = ({ cohort }: Contender): Cohort => cohort as Cohort

/**
 * Chooses the best of these up to the rank bound. That bound is the first contender overtaken as often as allowed: it does not wait for
 * anybody who asked later.
 */
const chooseByRule = (
  waiting: readonly Contender[],
  rule: OrderRule,
  tally: FloorTally,
  maxOvertakes: number,
  bound: number,
): Choice | null => {
  let [earliest, best] = [waiting[0], waiting[0]]
  if (!earliest || !best) return null
  let lowestScore = Number.POSITIVE_INFINITY
  let bestScore = Number.POSITIVE_INFINITY
  for (const contender of waiting) {
    if (contender.requestRank < earliest.requestRank) earliest = contender
    const score = rule.score(getTraits(contender), tally)
    lowestScore = Math.min(lowestScore, score)
    if (contender.requestRank > bound) continue
    if (score < bestScore || (score === bestScore && contender.requestRank < best.requestRank)) [best, bestScore] = [contender, score]
  }
  if (best !== earliest) return { chosen: best, cause: rule.overtakeCause(getTraits(best), getTraits(earliest)) }
  const byCap = lowestScore < bestScore && best.timesOvertaken >= maxOvertakes
  return { chosen: best, cause: byCap ? 'overtake-limit' : rule.firstCause(getTraits(best), tally) }
}

/** Returns the rank of the first of these that was overtaken as often as allowed. */
const getFirstCapped = (waiting: readonly Contender[], maxOvertakes: number): number =>
  waiting.find(({ isPlaced, timesOvertaken }) => !isPlaced && timesOvertaken >= maxOvertakes)?.requestRank ?? Number.POSITIVE_INFINITY

/** Marks the contenders that would have been chosen here if they had not let another entry go first. */
const markDeferred = (deferring: readonly Contender[], chosen: Contender, rule: OrderRule, tally: FloorTally, bound: number): void => {
  const chosenScore = rule.score(getTraits(chosen), tally)
  for (const contender of deferring) {
    if (contender.hasDeferred || contender.requestRank > bound) continue
    const score = rule.score(getTraits(contender), tally)
    contender.hasDeferred = score < chosenScore || (score === chosenScore && contender.requestRank < chosen.requestRank)
  }
}

/** Makes the position of the chosen contender. `aheadEarlier`: how many of those ahead asked earlier. `was`: returned if it is the same. */
const makePosition = (
  { chosen, cause }: Choice,
  index: number,
  aheadEarlier: number,
  maxOvertakes: number,
  was: Position | undefined,
): Position => {
  const { entry, requestRank, timesOvertaken } = chosen
  const aheadByRule = timesOvertaken - entry.timesOvertaken
  const overtakesLeft = Math.max(0, maxOvertakes - timesOvertaken)
  const isSame =
    was?.entry === entry.id &&
    was.cause === cause &&
    was.requestRank === requestRank &&
    was.aheadEarlier === aheadEarlier &&
    was.aheadByRule === aheadByRule &&
    was.overtakesLeft === overtakesLeft
  if (isSame) return was
  const aheadOther = index - aheadEarlier - aheadByRule
  return { entry: entry.id, cause, requestRank, aheadEarlier, aheadByRule, aheadOther, overtakesLeft }
}
