/** The floor list: who joins and leaves it, and the order made anew on every step. */
import type { Entry, QueueEvents, QueueState, Speaker, queueCommands } from '../contract/queue.ts'
import type { Decide, Event, Evolve, State } from '../contract/registry.ts'
import { accept, type Decision, nothing, reject } from '../kernel/decision.ts'
import type { EntryId, PersonId } from '../kernel/ids.ts'
import { instantOf, plus } from '../kernel/time.ts'
import { imitatesOffice } from '../kernel/text.ts'
import { speakingOrder } from './order.ts'
import { actorIn } from './people.ts'
import { untilClosed, whileOpen } from './session.ts'

export const queueDecide: Decide<typeof queueCommands> = {
  'queue.open': (state) =>
    whileOpen(state, () => (state.queue.standing.kind === 'open' ? nothing : accept<Event>({ type: 'queue.opened', data: {} }))),

  'queue.close': ({ queue: { standing } }, _, { actor, at }) => {
    const early = actor.person === 'system' && !(standing.kind === 'closing' && standing.closesAt <= at)
    return early || standing.kind === 'closed' ? nothing : accept<Event>({ type: 'queue.closed', data: {} })
  },

  'queue.last-call': (state, { for: length }, { at }) =>
    whileOpen(state, () => accept<Event>({ type: 'queue.closing', data: { closesAt: plus(at, length) } })),

  'queue.join': (state, { kind, topic }, { actor, at, id }) =>
    whileOpen(state, () => {
      const person = actorIn(state, actor)
      if (!person) return reject('no-such-person')
      if (kind === 'intervention' && state.queue.standing.kind === 'closed') return reject('list-closed')
      if (hasOpen(state, person.id, kind)) return reject('already-queued')
      const speaker: Speaker = {
        person: person.id,
        entity: person.entity,
        name: null,
        number: person.number,
        group: person.group,
        channel: person.channel,
      }
      return joined({
        ...blank,
        id: id as string as EntryId,
        kind,
        speaker,
        askedAt: at,
        door: person.channel,
        segment: state.agenda.current,
        topic,
      })
    }),

  'queue.note': (state, { entry, topic }) =>
    waiting(state, entry, (found) => (found.topic === topic ? nothing : accept<Event>({ type: 'queue.noted', data: { entry, topic } }))),

  'queue.add': (state, { entity, speaker: name, group, door, seenAt, note }, { at, id }) =>
    whileOpen(state, () => {
      if (!state.session.groups.some((known) => known.id === group)) return reject('no-such-group')
      if (imitatesOffice(entity)) return reject('text-refused')
      const speaker: Speaker = { person: null, entity, name, number: 0, group, channel: door === 'remote' ? 'remote' : 'room' }
      const askedAt = instantOf(Math.min(seenAt, at))
      return joined({
        ...blank,
        id: id as string as EntryId,
        kind: 'intervention',
        speaker,
        askedAt,
        door,
        segment: state.agenda.current,
        topic: null,
        note,
      })
    }),

  'queue.ready': (state, { entry }) =>
    waiting(state, entry, (found) => (found.ready ? nothing : accept<Event>({ type: 'queue.readied', data: { entry } }))),

  'queue.hold': (state, { entry }) =>
    waiting(state, entry, (found) => (found.held ? nothing : accept<Event>({ type: 'queue.held', data: { entry } }))),

  'queue.return': (state, { entry }) =>
    waiting(state, entry, (found) => (found.held ? accept<Event>({ type: 'queue.returned', data: { entry } }) : nothing)),

  'queue.withdraw': (state, { entry }) =>
    waiting(state, entry, () => accept<Event>({ type: 'queue.left', data: { entry, leaving: 'withdrawn', reason: null } })),

  'queue.remove': (state, { entry, reason }) =>
    waiting(state, entry, () => accept<Event>({ type: 'queue.left', data: { entry, leaving: 'removed', reason } })),

  'queue.order': (state, { mode }) =>
    untilClosed(state, () => (state.queue.mode === mode ? nothing : accept<Event>({ type: 'queue.ordered', data: { mode } }))),
}

const blank = { topic: null, note: null, ready: false, held: false, absent: 0, passed: 0 } as const
const joined = (entry: Entry): Decision<Event> => accept<Event>({ type: 'queue.joined', data: { entry } })

/** One open intervention a person, waiting or speaking, and beside it one point of order. */
const hasOpen = (state: State, person: PersonId, kind: Entry['kind']): boolean => {
  const { queue, floor } = state
  const held = [floor.current?.entry, floor.interrupted?.entry, ...Object.values(queue.entries)]
  return held.some((entry) => entry?.kind === kind && entry.speaker.person === person)
}

const waiting = (state: State, entry: EntryId, decide: (found: Entry) => Decision<Event>): Decision<Event> => {
  const found = state.queue.entries[entry]
  return found ? decide(found) : reject('no-such-entry')
}

export const emptyQueue: QueueState = {
  mode: 'received',
  overtakes: 4,
  standing: { kind: 'closed', at: null },
  entries: {},
  line: [],
  points: [],
  served: [],
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
    requests: entry.kind === 'intervention' ? [...queue.requests, servedBy(entry)] : queue.requests,
  }),
  'queue.noted': (queue, { entry, topic }) => change(queue, entry, { topic }),
  'queue.readied': (queue, { entry }) => change(queue, entry, { ready: true }),
  'queue.held': (queue, { entry }) => change(queue, entry, { held: true, ready: false }),
  'queue.returned': (queue, { entry }) => change(queue, entry, { held: false }),
  'queue.left': (queue, { entry, leaving, reason }) => {
    const found = queue.entries[entry]
    if (!found) return queue
    const rest = without(queue, [entry])
    if (reason && found.speaker.person) return { ...rest, removed: { ...queue.removed, [found.speaker.person]: reason } }
    if (leaving !== 'called' || found.kind !== 'intervention') return rest
    return { ...rest, entries: passedBy(entry, queue.line, rest.entries), served: [...queue.served, servedBy(found)] }
  },
  'queue.postponed': (queue, { entry }) => ({
    ...queue,
    entries: { ...queue.entries, [entry.id]: entry },
    served: queue.served.filter((floor) => floor.entry !== entry.id),
  }),
  'queue.unheard': (queue, { entries }) => {
    const ids = entries.map(({ id }) => id)
    const rest = without(queue, ids)
    const interventions = entries.filter(({ kind }) => kind === 'intervention')
    return { ...rest, served: rest.served.filter(({ entry }) => !ids.includes(entry)), unheard: [...queue.unheard, ...interventions] }
  },
  'queue.ordered': (queue, { mode }) => ({ ...queue, mode }),
  'queue.moved-on': (queue) => ({ ...queue, served: [] }),
}

const servedBy = ({ id, speaker }: Entry) => ({ entry: id, entity: speaker.entity, group: speaker.group, channel: speaker.channel })

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

const without = (queue: QueueState, ids: readonly EntryId[]): QueueState => ({
  ...queue,
  entries: Object.fromEntries(Object.entries(queue.entries).filter(([id]) => !ids.includes(id as EntryId))),
})

/** Called in its turn before some that asked earlier: each of these has been passed once more. Whoever was absent waits at the end anyway. */
const passedBy = (called: EntryId, [first, ...others]: QueueState['line'], entries: QueueState['entries']): QueueState['entries'] => {
  if (first?.entry !== called) return entries
  const passed = new Set(others.filter(({ asked }) => asked < first.asked).map(({ entry }) => entry))
  return Object.fromEntries(
    Object.entries(entries).map(([id, entry]) => [
      id,
      passed.has(entry.id) && entry.absent === 0 ? { ...entry, passed: entry.passed + 1 } : entry,
    ]),
  )
}

/** Every step ends with the order made anew from what the slice holds; a change of mode frees the first two places. */
const inOrder = (before: QueueState, after: QueueState): QueueState => {
  if (before.entries === after.entries && before.mode === after.mode && before.served === after.served) return after
  const points = Object.values(after.entries)
    .filter(({ kind }) => kind === 'point-of-order')
    .map(({ id }) => id)
  return {
    ...after,
    points,
    line: speakingOrder(
      after,
      before.mode === after.mode ? before.line.filter(({ entry }) => after.entries[entry] && !after.entries[entry].held) : [],
    ),
  }
}

const ordered = <E extends keyof QueueEvents>(type: E): Evolve<QueueState, QueueEvents>[E] =>
  ((queue: QueueState, data: QueueEvents[E], at: Parameters<(typeof steps)[E]>[2]) =>
    inOrder(queue, steps[type](queue, data as never, at))) as Evolve<QueueState, QueueEvents>[E]

export const queueEvolve = Object.fromEntries(
  Object.keys(steps).map((type) => [type, ordered(type as keyof QueueEvents)]),
) as unknown as Evolve<QueueState, QueueEvents>
