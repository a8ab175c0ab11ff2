/** The speaking order and its causes: one pure function of the floor list. Rules O1 to O8 in docs/rules.md. */
import type { Cause, Entry, Place, QueueState, Served } from '../contract/queue.ts'
import type { OrderMode } from '../contract/choices.ts'
import type { Channel } from '../contract/roles.ts'

type Waiting = { readonly entry: Entry; readonly asked: number; passed: number }
type Choice = { readonly chosen: Waiting; readonly cause: Cause }
/** Floors given so far, counted once: on this segment, and by the places already filled. */
type Tally = { readonly entities: Set<string>; readonly groups: Map<string | null, number>; last: Channel | null }
/** Picks among those waiting, given what was served before this place; `waiting` is by request time. */
type Rule = (waiting: readonly Waiting[], served: Tally, overtakes: number) => Choice

/** The order of everybody who waits for an intervention. Held entries have no place. */
export const speakingOrder = (queue: Omit<QueueState, 'line'>, before: readonly Place[]): readonly Place[] => {
  const entries = Object.values(queue.entries).filter(({ kind, held }) => kind === 'intervention' && !held)
  const present = byRequest(entries.filter(({ absent }) => absent === 0))
  const absent = byRequest(entries.filter((entry) => entry.absent > 0))
  const rank = new Map(byRequest(entries).map((entry, index) => [entry.id, index + 1]))
  const waiting = present.map((entry): Waiting => ({ entry, asked: rank.get(entry.id) ?? 0, passed: entry.passed }))
  const choices = [
    ...arrange(waiting, queue, before),
    ...absent.map((entry): Choice => ({ chosen: { entry, asked: rank.get(entry.id) ?? 0, passed: entry.passed }, cause: 'absent' })),
  ]
  return choices.map((choice, index) => placeOf(choice, choices.slice(0, index), queue.overtakes))
}

const byRequest = (entries: readonly Entry[]): readonly Entry[] => [...entries].sort((a, b) => a.askedAt - b.askedAt)

/** Greedy: fill one place after the other, each as if those before it had been heard. */
const arrange = (waiting: readonly Waiting[], queue: Omit<QueueState, 'line'>, before: readonly Place[]): readonly Choice[] => {
  const rule = rules[queue.mode]
  const frozen = queue.mode === 'received' ? [] : before.slice(0, 2)
  const left = [...waiting]
  const served: Tally = { entities: new Set(), groups: new Map(), last: null }
  for (const floor of queue.served) count(served, floor)
  const choices: Choice[] = []
  while (left.length > 0) {
    const kept = frozen[choices.length]
    const stays = kept && left.find(({ entry }) => entry.id === kept.entry)
    const choice = stays ? { chosen: stays, cause: kept.cause } : rule(left, served, queue.overtakes)
    left.splice(left.indexOf(choice.chosen), 1)
    for (const other of left) if (other.asked < choice.chosen.asked) other.passed += 1
    count(served, choice.chosen.entry.speaker)
    choices.push(choice)
  }
  return choices
}

const count = (served: Tally, { entity, group, channel }: Pick<Served, 'entity' | 'group' | 'channel'>): void => {
  served.entities.add(entity)
  served.groups.set(group, (served.groups.get(group) ?? 0) + 1)
  served.last = channel
}

const rules: Readonly<Record<OrderMode, Rule>> = {
  received: ([first]) => ({ chosen: first as Waiting, cause: 'received' }),
  balanced: (waiting, served, overtakes) => {
    const eligible = withinCap(waiting, overtakes)
    const earliest = eligible[0] as Waiting
    const ranks = eligible.map((one) => ({ one, key: balance(one.entry, served) }))
    const best = ranks.reduce((lead, rank) => (compare(rank.key, lead.key) < 0 ? rank : lead))
    if (best.one === earliest) return { chosen: earliest, cause: causeOfFirst(earliest, waiting, eligible, served) }
    return { chosen: best.one, cause: difference(best.key, balance(earliest.entry, served)) }
  },
}

/** Whoever asked later than an entry that has been passed as often as allowed must wait for it. */
const withinCap = (waiting: readonly Waiting[], overtakes: number): readonly Waiting[] => {
  const last = waiting.findIndex(({ passed }) => passed >= overtakes)
  return last === -1 ? waiting : waiting.slice(0, last + 1)
}

/** Smaller comes first: entity has spoken, turns of the group, same channel as the last. Request time breaks ties. */
type Balance = readonly [entitySpoken: number, groupTurns: number, sameChannel: number]
const balance = ({ speaker }: Entry, served: Tally): Balance => [
  served.entities.has(speaker.entity) ? 1 : 0,
  served.groups.get(speaker.group) ?? 0,
  served.last === speaker.channel ? 1 : 0,
]

const compare = (a: Balance, b: Balance): number => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]

const difference = (chosen: Balance, passed: Balance): Cause => {
  if (chosen[0] !== passed[0]) return 'entity-first'
  if (chosen[1] !== passed[1]) return chosen[1] === 0 ? 'group-unheard' : 'group-turn'
  return 'channel-turn'
}

/** The earliest one comes first: because of the cap, because its group is next anyway, or simply by time. */
const causeOfFirst = (first: Waiting, waiting: readonly Waiting[], eligible: readonly Waiting[], served: Tally): Cause => {
  const capped = eligible.length < waiting.length
  const key = balance(first.entry, served)
  if (capped && waiting.some(({ entry }) => compare(balance(entry, served), key) < 0)) return 'cap'
  if (key[0] === 1) return 'entity-spoken'
  return key[1] === 0 && served.groups.size > 0 ? 'group-unheard' : 'received'
}

const placeOf = ({ chosen, cause }: Choice, ahead: readonly Choice[], overtakes: number): Place => {
  const placed = ahead.filter((other) => other.cause !== 'absent' && other.chosen.asked > chosen.asked).length
  return {
    entry: chosen.entry.id,
    cause,
    asked: chosen.asked,
    earlier: ahead.length - placed,
    placed,
    left: Math.max(0, overtakes - chosen.passed),
  }
}
