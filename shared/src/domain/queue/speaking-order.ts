/** The speaking order and its causes: one pure function of the floor list. Section O of docs/rules.md. */
import type { OrderMode } from '../../contract/enums.ts'
import type { Cause, Entry, Place, QueueState } from '../../contract/queue.ts'
import { countPlace, type Floors, notByRule, type Rule, rules, type Tally, tallyOf } from './order-rules.ts'

type Ordered = Floors & Pick<QueueState, 'mode' | 'recommend' | 'overtakes' | 'entries'>

/** Somebody who waits, while the line is being filled; its figures grow until it has its place. */
type Waiting = {
  readonly entry: Entry
  /** Its rank by request time. */
  readonly asked: number
  /** The rule decides when it comes: it is neither held at a place, nor listed, nor absent. */
  readonly ruled: boolean
  /** Whom it lets go first, if that one waits too. */
  behind: Waiting | null
  /** By the rule, in deed and by the places already filled. */
  passed: number
  earlier: number
  placed: number
  aside: number
  standing: boolean
  /** Its turn came, and it let another go first. */
  waited: boolean
}
type Choice = { readonly chosen: Waiting; readonly cause: Cause }

/** The order of everybody who waits for an intervention; held entries have no place. Of `before` the first two stand firm. */
export const speakingOrder = (queue: Ordered, before: readonly Place[]): readonly Place[] => {
  const mode = queue.recommend ? 'received' : queue.mode
  return fill(queue, mode, mode === 'received' ? [] : before.slice(0, 2))
}

/** The line as a change to this rule would make it: nobody stands firm, and whoever was moved stays. */
export const orderUnder = (queue: QueueState, mode: OrderMode, recommend: boolean): readonly Place[] =>
  speakingOrder({ ...queue, mode, recommend }, [])

/** Whom the rule would call next, where it only suggests. */
export const suggestionIn = (queue: Ordered): QueueState['suggestion'] => {
  const [first] = queue.recommend && queue.mode !== 'received' ? fill(queue, queue.mode, [], 1) : []
  return first ? { entry: first.entry, cause: first.cause } : null
}

/** By request time; of two in the same millisecond, the one written down first. */
const byRequest = ({ entries, requests }: Ordered): readonly Entry[] => {
  const sequence = ({ id, listed }: Entry): number => {
    const written = requests.findIndex(({ entry }) => entry === id)
    return written >= 0 ? written : (listed ?? 0) - 1000
  }
  return Object.values(entries)
    .filter(({ kind, held }) => kind === 'intervention' && !held)
    .sort((a, b) => a.askedAt - b.askedAt || sequence(a) - sequence(b))
}

const waitingIn = (queue: Ordered): readonly Waiting[] => {
  const all = byRequest(queue).map(
    (entry, index): Waiting => ({
      entry,
      asked: index + 1,
      ruled: entry.pin === null && entry.listed === null && entry.absent === 0,
      behind: null,
      passed: entry.passed,
      earlier: 0,
      placed: 0,
      aside: 0,
      standing: false,
      waited: false,
    }),
  )
  const present = new Map(all.filter(({ entry }) => entry.absent === 0).map((one) => [one.entry.id, one]))
  for (const one of all) if (one.ruled && one.entry.behind !== null) one.behind = present.get(one.entry.behind) ?? null
  return all
}

const free = ({ behind }: Waiting): boolean => behind === null || behind.standing
const pinOf = ({ entry }: Waiting): number => entry.pin?.place ?? 0

/** Greedy: one place after the other, each as if those before it had been heard. */
const fill = (queue: Ordered, mode: OrderMode, firm: readonly Place[], places = Number.POSITIVE_INFINITY): readonly Place[] => {
  const { overtakes } = queue
  const rule = rules[mode]
  const tally = tallyOf(queue)
  const all = waitingIn(queue)
  const pinned = all.filter(({ entry }) => entry.pin !== null).sort((a, b) => pinOf(a) - pinOf(b))
  const listed = all.filter(({ entry }) => entry.pin === null && entry.listed !== null && entry.absent === 0)
  listed.sort((a, b) => (a.entry.listed ?? 0) - (b.entry.listed ?? 0))
  const ruled = all.filter((one) => one.ruled)
  const absent = all.filter(({ entry }) => entry.pin === null && entry.absent > 0)
  const wishing = ruled.filter(({ behind }) => behind !== null)
  const stays = firmChoices(firm, ruled)

  const next = (place: number): Choice | null => {
    const [held, named, away] = [pinned.find(waits), listed.find(waits), absent.find(waits)]
    if (held && pinOf(held) <= place) return moved(held)
    if (named) return { chosen: named, cause: 'listed' }
    const kept = place < 2 ? stays.find(({ chosen }) => waits(chosen) && free(chosen)) : undefined
    const chosen = kept ?? byRule(ruled, rule, tally, overtakes, free)
    if (chosen) {
      if (wishing.length > 0) markWaiting(wishing, chosen.chosen, rule, tally, boundOf(ruled, overtakes))
      return kept ?? (chosen.chosen.waited ? { ...chosen, cause: 'own-wish' } : chosen)
    }
    // All that the rule could choose wait for others, in a circle or for one who was moved to a later place: then nobody's wish counts.
    const anyone = byRule(ruled, rule, tally, overtakes, () => true)
    if (anyone) return anyone
    return away ? { chosen: away, cause: 'absent' } : held ? moved(held) : null
  }

  const line: Place[] = []
  for (let choice = next(0); choice !== null && line.length < places; choice = next(line.length)) {
    line.push(stand(choice, all, overtakes))
    countPlace(tally, choice.chosen.entry)
  }
  return line
}

const waits = ({ standing }: Waiting): boolean => !standing
const moved = (chosen: Waiting): Choice => ({ chosen, cause: chosen.entry.pin?.by === 'consent' ? 'swapped' : 'moved' })

/** Whoever stood there for a reason of another kind, and does so no more, stands where the rule puts it. */
const firmChoices = (firm: readonly Place[], ruled: readonly Waiting[]): readonly Choice[] =>
  firm.flatMap(({ entry, cause }) => {
    const chosen = notByRule.has(cause) ? undefined : ruled.find((one) => one.entry.id === entry)
    return chosen ? [{ chosen, cause }] : []
  })

/** The best among those who may be chosen; whoever has been passed as often as allowed waits for nobody who asked later. */
const byRule = (ruled: readonly Waiting[], rule: Rule, tally: Tally, overtakes: number, may: (one: Waiting) => boolean): Choice | null => {
  let earliest: Waiting | null = null
  let best: Waiting | null = null
  let least = 0
  let capped = false
  let betterLater = false
  for (const one of ruled) {
    if (one.standing || !may(one)) continue
    const score = rule.score(one.entry, tally)
    if (capped) {
      betterLater = score < least
      if (betterLater || best !== earliest) break
      continue
    }
    earliest ??= one
    if (best === null || score < least) [best, least] = [one, score]
    capped = one.passed >= overtakes
  }
  if (best === null || earliest === null) return null
  if (best !== earliest) return { chosen: best, cause: rule.passing(best.entry, earliest.entry, tally) }
  const byCap = betterLater && best.passed >= overtakes
  return { chosen: best, cause: byCap ? 'cap' : rule.first(best.entry, tally) }
}

/** The rank of the first one who waits for nobody who asked later. */
const boundOf = (ruled: readonly Waiting[], overtakes: number): number =>
  ruled.find((one) => !one.standing && free(one) && one.passed >= overtakes)?.asked ?? Number.POSITIVE_INFINITY

/** Who would have stood here, had they not let another go first. */
const markWaiting = (wishing: readonly Waiting[], chosen: Waiting, rule: Rule, tally: Tally, bound: number): void => {
  const least = rule.score(chosen.entry, tally)
  for (const one of wishing) {
    if (one.standing || free(one) || one.waited || one.asked > bound) continue
    const score = rule.score(one.entry, tally)
    one.waited = score < least || (score === least && one.asked < chosen.asked)
  }
}

/** Takes its place; whoever still waits is so much later for it: by request time, by the rule, or for another reason. */
const stand = ({ chosen, cause }: Choice, all: readonly Waiting[], overtakes: number): Place => {
  const byRuleHere = !notByRule.has(cause)
  for (const one of all) {
    if (one.standing || one === chosen) continue
    if (one.asked > chosen.asked) one.earlier += 1
    else if (byRuleHere && one.ruled && free(one)) {
      one.placed += 1
      one.passed += 1
    } else one.aside += 1
  }
  chosen.standing = true
  const { entry, asked, earlier, placed, aside, passed } = chosen
  return { entry: entry.id, cause, asked, earlier, placed, aside, left: Math.max(0, overtakes - passed) }
}
