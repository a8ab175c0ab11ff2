/** What happens to those who wait: they come, are passed, moved and merged, leave, and come back. */

import type { EntryId, PersonId } from '../../contract/ids.ts'
import type { Entry, Place, QueueEvents, QueueState } from '../../contract/queue.ts'
import type { Evolve } from '../../contract/registry.ts'
import { inOrder, pinnedIn } from './derive-order.ts'
import { called, notGiven, servedBy } from './floors-given.ts'
import { departed, merged, separated, sharing, withdrawnFrom, without, withoutOffersTo } from './joint-statements.ts'
import { restored } from './snapshot.ts'

export const emptyQueue: QueueState = {
  mode: 'received',
  recommend: false,
  overtakes: 4,
  standing: { kind: 'closed', at: null },
  entries: {},
  line: [],
  suggestion: null,
  points: [],
  replies: [],
  repliesFirst: false,
  next: null,
  replied: [],
  joint: {},
  served: [],
  given: { room: 0, remote: 0 },
  unheard: [],
  removed: {},
  requests: [],
}

const steps: Evolve<QueueState, QueueEvents> = {
  'queue.set': (queue, { mode, overtakes }) => ({ ...queue, mode, overtakes }),
  'queue.opened': (queue) => ({ ...queue, standing: { kind: 'open' } }),
  'queue.closing': (queue, { closesAt }) => ({ ...queue, standing: { kind: 'closing', closesAt } }),
  'queue.closed': (queue, _, at) => ({ ...queue, standing: { kind: 'closed', at } }),
  'queue.joined': (queue, { entry }) => ({
    ...queue,
    entries: { ...queue.entries, [entry.id]: entry },
    removed: forget(queue.removed, entry.speaker.person),
    requests: entry.kind === 'intervention' && entry.listed === null ? [...queue.requests, servedBy(entry)] : queue.requests,
  }),
  'queue.noted': (queue, { entry, topic }) => change(queue, entry, { topic }),
  'queue.readied': (queue, { entry }) => change(queue, entry, { ready: true }),
  'queue.held': (queue, { entry }) => {
    const held = change(queue, entry, { held: true, ready: false, pin: null, swap: null })
    return { ...held, entries: withoutOffersTo(held.entries, entry) }
  },
  'queue.returned': (queue, { entry }) => change(queue, entry, { held: false }),
  'queue.left': (queue, { entry, leaving, reason }) => {
    const found = queue.entries[entry]
    if (!found) return withdrawnFrom(queue, entry)
    if (leaving === 'called') return called({ ...queue, entries: without(queue.entries, entry) }, found)
    const { person } = found.speaker
    return { ...departed(queue, entry), removed: reason && person ? { ...queue.removed, [person]: reason } : queue.removed }
  },
  'queue.postponed': (queue, { entry }) => {
    const back = notGiven(queue, [entry])
    return { ...back, entries: { ...withoutOffersTo(back.entries, entry.id), [entry.id]: entry } }
  },
  'queue.unheard': (queue, { entries }) => {
    const ids = entries.map(({ id }) => id)
    const wereCalled = entries.filter(({ id }) => !queue.entries[id])
    const { others, joint } = sharing(queue.joint, ids)
    const unheard = [...entries, ...others].filter(({ kind }) => kind !== 'point-of-order')
    const rest = notGiven(queue, wereCalled)
    return { ...rest, entries: without(queue.entries, ...ids), joint, unheard: [...queue.unheard, ...unheard] }
  },
  'queue.ordered': (queue, { mode, recommend }) => ({ ...queue, mode, recommend }),
  'queue.moved': (queue, { entry, before }) => {
    const moved = change(queue, entry, { pin: { place: 0, by: 'chair' } })
    const at = queue.line.filter((place) => place.entry !== entry).findIndex((place) => place.entry === before)
    return settled(moved, put(queue.line, entry, at < 0 ? queue.line.length : at))
  },
  'queue.unpinned': (queue, { entry }) => change(queue, entry, { pin: null }),
  'queue.deferred': (queue, { entry, after }) => {
    const mutual = queue.entries[after]?.behind === entry
    const deferred = change(mutual ? change(queue, after, { behind: null }) : queue, entry, { behind: after, pin: null })
    const at = queue.line.filter((place) => place.entry !== entry).findIndex((place) => place.entry === after)
    return settled(deferred, put(queue.line, entry, at + 1))
  },
  'queue.swap-offered': (queue, { entry, with: other }) => change(queue, entry, { swap: other }),
  'queue.swap-refused': (queue, { entry, with: other }) =>
    queue.entries[entry]?.swap === other ? change(queue, entry, { swap: null }) : queue,
  'queue.swapped': (queue, { entry, with: other }) => {
    const line = queue.line.map((place) => {
      const there = place.entry === entry ? other : place.entry === other ? entry : null
      return queue.line.find((one) => one.entry === there) ?? place
    })
    const agreed = { pin: { place: 0, by: 'consent' }, swap: null } as const
    const swapped = settled(change(change(queue, entry, agreed), other, agreed), line)
    return { ...swapped, entries: withoutOffersTo(withoutOffersTo(swapped.entries, entry), other) }
  },
  'queue.merged': (queue, { into, entry }) => merged(queue, into, entry),
  'queue.separated': (queue, { entry }) => separated(queue, entry),
  'queue.replies-advanced': (queue) => ({ ...queue, repliesFirst: true }),
  'queue.moved-on': (queue) => ({ ...queue, served: [], repliesFirst: false }),
  'queue.restored': restored,
}

/** Whoever asks again is not told any more why they were taken off. */
const forget = (removed: QueueState['removed'], person: PersonId | null): QueueState['removed'] => {
  if (person === null || !(person in removed)) return removed
  const { [person]: _, ...rest } = removed
  return rest
}

const change = (queue: QueueState, entry: EntryId, changed: Partial<Entry>): QueueState => {
  const found = queue.entries[entry]
  return found ? { ...queue, entries: { ...queue.entries, [entry]: { ...found, ...changed } } } : queue
}

const put = (line: readonly Place[], entry: EntryId, at: number): readonly Place[] => {
  const others = line.filter((place) => place.entry !== entry)
  return [...others.slice(0, at), ...line.filter((place) => place.entry === entry), ...others.slice(at)]
}

/** The line as it was settled by hand: whoever is held at a place, is held where they stand in it. */
const settled = (queue: QueueState, line: readonly Place[]): QueueState => ({ ...queue, line, entries: pinnedIn(line, queue.entries) })

const ordered = <E extends keyof QueueEvents>(type: E): Evolve<QueueState, QueueEvents>[E] =>
  ((queue: QueueState, data: QueueEvents[E], at: Parameters<(typeof steps)[E]>[2]) =>
    inOrder(queue, steps[type](queue, data as never, at))) as Evolve<QueueState, QueueEvents>[E]

export const queueEvolve = Object.fromEntries(
  Object.keys(steps).map((type) => [type, ordered(type as keyof QueueEvents)]),
) as unknown as Evolve<QueueState, QueueEvents>
