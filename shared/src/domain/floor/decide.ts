/** The floor, as it is driven: at most one speaks; call, start, pause, resume, extend, end, and points of order that pause and resume. */
import type { floorCommands, Turn } from '../../contract/floor.ts'
import type { EntryId, TurnId } from '../../contract/ids.ts'
import { limitFor, limitOf } from '../../contract/limits.ts'
import type { Entry, QueueBefore } from '../../contract/queue.ts'
import type { Context, Decide, Event, State } from '../../contract/registry.ts'
import { accept, type Decision, nothing, reject } from '../../kernel/decision.ts'
import { millisOf, seconds } from '../../kernel/time.ts'
import { untilClosed, whileOpen } from '../phase-guards.ts'
import { hasOpen } from '../queue/eligibility.ts'
import { entryFor } from '../queue/new-entry.ts'
import { unchanged } from '../queue/snapshot.ts'
import { pausedBy, resumedAfter } from './clock.ts'

/** A limit is never cut below this. */
const least = seconds(15)

export const floorDecide: Decide<typeof floorCommands> = {
  'floor.call': (state, data, context) => waitingEntry(state, data, (entry) => calling(state, entry, data, context)),

  'floor.last-word': (state, data, context) =>
    waitingEntry(state, data, (entry) => {
      const called = calling(state, entry, data, context)
      const closed = state.queue.standing.kind === 'closed'
      return called.ok && !closed ? accept<Event>(...called.events, { type: 'queue.closed', data: {} }) : called
    }),

  'floor.give': (state, { person, ...expected }, context) =>
    whileOpen(state, () => {
      const found = state.people.all.get(person)
      if (!found || found.revoked || (found.role !== 'panellist' && found.role !== 'participant')) return reject('no-such-person')
      if (hasOpen(state, person, 'intervention')) return reject('already-queued')
      return calling(state, entryFor(found, context, state.agenda.current), expected, context, false)
    }),

  'floor.start': (state, { turn }) =>
    current(state, turn, ({ startedAt }) =>
      startedAt === null ? accept<Event>({ type: 'floor.started', data: { turn } }) : reject('already-started'),
    ),

  'floor.pause': (state, { turn }) =>
    current(state, turn, (found) => {
      if (found.paused) return nothing
      return found.runningSince === null ? reject('not-running') : accept<Event>(...pausedBy(found, 'chair'))
    }),

  'floor.resume': (state, { turn }) =>
    current(state, turn, ({ paused, runningSince }) => {
      if (runningSince !== null) return nothing
      return paused ? accept<Event>({ type: 'floor.resumed', data: { turn } }) : reject('not-running')
    }),

  'floor.extend': (state, { turn, by }) =>
    current(state, turn, ({ limit }) => {
      const allowed = Math.max(by, least - limit)
      return allowed === 0 ? nothing : accept<Event>({ type: 'floor.extended', data: { turn, by: millisOf(allowed) } })
    }),

  'floor.end': (state, { turn }) =>
    current(state, turn, (found) =>
      found.startedAt === null ? reject('not-started') : accept<Event>(...endOf(found), ...backAfter(state, found)),
    ),

  'floor.absent': (state, { turn }) =>
    current(state, turn, (found) => {
      if (found.startedAt !== null || !found.entry) return reject('already-started')
      const entry: Entry = { ...found.entry, absent: found.entry.absent + 1, ready: false, pin: null, behind: null, swap: null }
      return accept<Event>(
        { type: 'floor.released', data: { turn } },
        entry.absent === 1 ? { type: 'queue.postponed', data: { entry } } : { type: 'queue.unheard', data: { entries: [entry] } },
      )
    }),

  'floor.recognize': (state, { entry, expectedCurrent }, context) =>
    whileOpen(state, () => {
      const { floor, queue } = state
      if ((floor.current?.id ?? null) !== expectedCurrent) return reject('moved-on')
      const point = queue.entries[entry]
      if (!point) return reject('no-such-entry')
      if (point.kind !== 'point-of-order') return reject('not-waiting')
      if (floor.current?.kind === 'point-of-order') return reject('point-of-order-first')
      return recognized(state, point, context)
    }),

  'floor.limit': (state, { scope, limit, expectedLimit }) =>
    untilClosed(state, () => {
      const { limits } = state.floor
      if (scope.kind === 'group' && !state.session.groups.some(({ id }) => id === scope.group)) return reject('no-such-group')
      if (limitOf(limits, scope) === limit) return nothing
      if (limitOf(limits, scope) !== expectedLimit) return reject('moved-on')
      const stays = limit === null && scope.kind !== 'group' && scope.kind !== 'channel'
      return stays ? nothing : accept<Event>({ type: 'floor.limited', data: { scope, limit } })
    }),
}

type Expected = { readonly expectedCurrent: TurnId | null; readonly expectedNext: EntryId | null }

const waitingEntry = (
  state: State,
  { entry, ...expected }: Expected & { readonly entry: EntryId },
  call: (found: Entry) => Decision<Event>,
) =>
  whileOpen(state, () => {
    if (movedOn(state, expected)) return reject('moved-on')
    const found = state.queue.entries[entry]
    if (!found) return reject('no-such-entry')
    return found.kind === 'point-of-order' || found.held ? reject('not-waiting') : call(found)
  })

const movedOn = ({ floor, queue }: State, { expectedCurrent, expectedNext }: Expected): boolean =>
  (floor.current?.id ?? null) !== expectedCurrent || queue.next !== expectedNext

/** Ends the turn that runs, or puts back whoever was called and has not started, and gives the floor to the entry; `listed`: it leaves the list for it. */
const calling = (state: State, entry: Entry, expected: Expected, { id }: Context, listed = true): Decision<Event> => {
  const { floor, agenda } = state
  if (movedOn(state, expected)) return reject('moved-on')
  if (floor.current?.kind === 'point-of-order' || floor.interrupted) return reject('point-of-order-first')
  const freed = floor.current === null ? [] : floor.current.startedAt === null ? putBack(state, floor.current) : endOf(floor.current)
  if (freed === null) return reject('not-started')
  return accept<Event>(
    ...freed,
    {
      type: 'floor.called',
      data: {
        turn: id as string as TurnId,
        kind: entry.kind,
        entry,
        question: null,
        segment: agenda.current,
        limit: limitFor(floor.limits, entry),
      },
    },
    ...(listed ? [{ type: 'queue.left', data: { entry: entry.id, leaving: 'called', reason: null } } as const] : []),
  )
}

/** As if the call had never been made: the list is told what the step recorded. Null once that is too long ago. */
const putBack = ({ steps }: State, { id, entry }: Turn): readonly Event[] | null => {
  const call = steps.taken.find((step) => (step.id as string) === id)
  if (!call || !entry) return null
  const before = call.undo.flatMap((event) => (event.type === 'queue.restored' ? [event.data] : []))
  return [{ type: 'floor.released', data: { turn: id } }, ...before.flatMap((was) => recalled(was, entry))]
}

/** Only the call itself: who else left, came or closed the list by that step stays where they are. */
const recalled = ({ left, changed, pins, first }: QueueBefore, { id }: Entry): readonly Event[] =>
  left
    .filter((entry) => entry.id === id)
    .flatMap((entry): Event[] => [
      { type: 'queue.postponed', data: { entry } },
      { type: 'queue.restored', data: { ...unchanged, changed, pins, first } },
    ])

const current = (state: State, turn: TurnId, decide: (found: Turn) => Decision<Event>): Decision<Event> => {
  if (state.session.phase === 'suspended') return reject('session-suspended')
  const found = state.floor.current
  if (found?.id === turn) return decide(found)
  return reject(state.floor.past.some(({ id }) => id === turn) || state.floor.interrupted?.id === turn ? 'moved-on' : 'no-such-turn')
}

/** An answer that ends has answered its question. */
const endOf = ({ id, question }: Turn): readonly Event[] => [
  { type: 'floor.ended', data: { turn: id } },
  ...(question ? [{ type: 'questions.settled', data: { question, answer: 'live' } } as const] : []),
]

/** What a point of order interrupted goes on, unless the Chair had paused it before. */
const backAfter = ({ floor }: State, ended: Turn): readonly Event[] =>
  ended.kind === 'point-of-order' ? resumedAfter(floor.interrupted, 'point-of-order') : []

const recognized = ({ floor, agenda }: State, point: Entry, { id }: Context): Decision<Event> => {
  const turn = id as string as TurnId
  return accept<Event>(
    ...pausedBy(floor.current, 'point-of-order'),
    {
      type: 'floor.called',
      data: { turn, kind: 'point-of-order', entry: point, question: null, segment: agenda.current, limit: floor.limits.pointOfOrder },
    },
    { type: 'floor.started', data: { turn } },
    { type: 'queue.left', data: { entry: point.id, leaving: 'called', reason: null } },
  )
}
