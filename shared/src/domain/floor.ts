/** The floor: at most one speaks; call, start, pause, resume, extend, end, and points of order that pause and resume. */
import type { FloorEvents, FloorState, LastAct, PastTurn, Turn, floorCommands } from '../contract/floor.ts'
import type { Entry } from '../contract/queue.ts'
import type { Context, Decide, Event, Evolve, State } from '../contract/registry.ts'
import { accept, type Decision, nothing, reject } from '../kernel/decision.ts'
import type { TurnId } from '../kernel/ids.ts'
import { between, type Instant, millisOf, type Millis, noTime, seconds, sum } from '../kernel/time.ts'
import { untilClosed, whileOpen } from './session.ts'

/** A limit is never cut below this. */
const least = seconds(15)

export const floorDecide: Decide<typeof floorCommands> = {
  'floor.call': (state, { entry, expectedCurrent, expectedNext }, { id }) =>
    whileOpen(state, () => {
      const { floor, queue } = state
      if ((floor.current?.id ?? null) !== expectedCurrent) return reject('moved-on')
      if ((queue.line[0]?.entry ?? null) !== expectedNext) return reject('moved-on')
      const called = queue.entries[entry]
      if (!called) return reject('no-such-entry')
      if (called.kind !== 'intervention' || called.held) return reject('not-waiting')
      if (floor.current?.kind === 'point-of-order' || floor.interrupted) return reject('point-of-order-first')
      if (floor.current && floor.current.startedAt === null) return reject('not-started')
      return accept<Event>(
        ...(floor.current ? endOf(floor.current) : []),
        {
          type: 'floor.called',
          data: {
            turn: id as string as TurnId,
            kind: 'intervention',
            entry: called,
            question: null,
            segment: state.agenda.current,
            limit: floor.limit,
          },
        },
        { type: 'queue.left', data: { entry, leaving: 'called', reason: null } },
      )
    }),

  'floor.start': (state, { turn }) =>
    current(state, turn, ({ startedAt }) =>
      startedAt === null ? accept<Event>({ type: 'floor.started', data: { turn } }) : reject('already-started'),
    ),

  'floor.pause': (state, { turn }) =>
    current(state, turn, ({ runningSince, paused }) => {
      if (paused) return nothing
      return runningSince === null ? reject('not-running') : accept<Event>({ type: 'floor.paused', data: { turn, cause: 'chair' } })
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
      const entry: Entry = { ...found.entry, absent: found.entry.absent + 1, ready: false }
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

  'floor.limit': (state, { limit, expectedLimit }) =>
    untilClosed(state, () => {
      if (state.floor.limit === limit) return nothing
      return state.floor.limit === expectedLimit ? accept<Event>({ type: 'floor.limited', data: { limit } }) : reject('moved-on')
    }),
}

const current = (state: State, turn: TurnId, decide: (found: Turn) => Decision<Event>): Decision<Event> => {
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
  ended.kind === 'point-of-order' && floor.interrupted?.paused?.cause === 'point-of-order'
    ? [{ type: 'floor.resumed', data: { turn: floor.interrupted.id } }]
    : []

const recognized = ({ floor, agenda }: State, point: Entry, { id }: Context): Decision<Event> => {
  const turn = id as string as TurnId
  return accept<Event>(
    ...(floor.current && floor.current.runningSince !== null
      ? [{ type: 'floor.paused', data: { turn: floor.current.id, cause: 'point-of-order' } } as const]
      : []),
    {
      type: 'floor.called',
      data: { turn, kind: 'point-of-order', entry: point, question: null, segment: agenda.current, limit: floor.pointOfOrder },
    },
    { type: 'floor.started', data: { turn } },
    { type: 'queue.left', data: { entry: point.id, leaving: 'called', reason: null } },
  )
}

/** Time used up to `at`; paused time is not used time. */
export const usedBy = (turn: Turn, at: Instant): Millis =>
  turn.runningSince === null ? turn.used : sum(turn.used, between(turn.runningSince, at))

export const floorEvolve: Evolve<FloorState, FloorEvents> = {
  'floor.set': (floor, rules) => ({ ...floor, ...rules }),
  'floor.called': (floor, { turn, kind, entry, question, segment, limit }, at) => ({
    ...floor,
    interrupted: kind === 'point-of-order' ? floor.current : floor.interrupted,
    current: {
      id: turn,
      kind,
      entry,
      question,
      segment,
      limit,
      calledAt: at,
      startedAt: null,
      used: noTime,
      runningSince: null,
      paused: null,
    },
    last: act('called', entry, question, at),
  }),
  'floor.started': (floor, _, at) =>
    withCurrent(floor, (turn) => ({
      ...floor,
      current: { ...turn, startedAt: at, runningSince: at },
      handovers: turn.kind === 'intervention' ? [...floor.handovers, between(turn.calledAt, at)] : floor.handovers,
      last: act('started', turn.entry, turn.question, at),
    })),
  'floor.paused': (floor, { cause }, at) =>
    withCurrent(floor, (turn) => ({
      ...floor,
      current: { ...turn, used: usedBy(turn, at), runningSince: null, paused: { at, cause } },
      last: act('paused', turn.entry, turn.question, at),
    })),
  'floor.resumed': (floor, _, at) =>
    withCurrent(floor, (turn) => ({
      ...floor,
      current: { ...turn, runningSince: at, paused: null },
      last: act('resumed', turn.entry, turn.question, at),
    })),
  'floor.extended': (floor, { by }, at) =>
    withCurrent(floor, (turn) => ({
      ...floor,
      current: { ...turn, limit: sum(turn.limit, by) },
      last: act('extended', turn.entry, turn.question, at),
    })),
  'floor.ended': (floor, { turn: id }, at) => {
    if (floor.interrupted?.id === id) return { ...floor, interrupted: null, past: [...floor.past, pastOf(floor.interrupted, at)] }
    return withCurrent(floor, (turn) => ({
      ...floor,
      current: floor.interrupted,
      interrupted: null,
      past: [...floor.past, pastOf(turn, at)],
      last: act('ended', turn.entry, turn.question, at),
    }))
  },
  'floor.released': (floor, { turn: id }, at) => {
    if (floor.interrupted?.id === id) return { ...floor, interrupted: null }
    return withCurrent(floor, (turn) => ({
      ...floor,
      current: floor.interrupted,
      interrupted: null,
      last: act('released', turn.entry, turn.question, at),
    }))
  },
  'floor.limited': (floor, { limit }, at) => ({ ...floor, limit, last: act('limited', null, null, at) }),
}

const withCurrent = (floor: FloorState, evolve: (turn: Turn) => FloorState): FloorState => (floor.current ? evolve(floor.current) : floor)

const act = (what: LastAct['what'], entry: Entry | null, question: LastAct['question'], at: Instant): LastAct => ({
  what,
  speaker: entry?.speaker ?? null,
  question,
  at,
})

const pastOf = (turn: Turn, at: Instant): PastTurn => ({
  id: turn.id,
  kind: turn.kind,
  speaker: turn.entry?.speaker ?? null,
  question: turn.question,
  segment: turn.segment,
  askedAt: turn.entry?.askedAt ?? turn.calledAt,
  calledAt: turn.calledAt,
  startedAt: turn.startedAt ?? turn.calledAt,
  endedAt: at,
  limit: turn.limit,
  used: usedBy(turn, at),
})
