import type { Decide, Event, Evolve, State } from '../contract/registry.ts'
import type { Plan } from '../contract/plan.ts'
import type { SessionEvents, SessionState, sessionCommands } from '../contract/session.ts'
import { accept, type Decision, nothing, reject } from '../kernel/decision.ts'

/** The founding commit of a session: one event for each slice that the plan sets. */
export const found = (plan: Plan): readonly Event[] => [
  { type: 'session.created', data: { plan } },
  { type: 'agenda.planned', data: { segments: plan.segments, endsAt: plan.endsAt } },
  { type: 'queue.set', data: { mode: plan.floor.order, overtakes: plan.floor.overtakes } },
  {
    type: 'floor.set',
    data: { limit: plan.floor.limit, warnings: plan.floor.warnings, pointOfOrder: plan.floor.pointOfOrder, answer: plan.questions.answer },
  },
]

export const sessionDecide: Decide<typeof sessionCommands> = {
  'session.open': (state) => {
    if (state.session.phase === 'open') return nothing
    if (state.session.phase === 'closed') return reject('session-closed')
    const first = state.agenda.segments[0]
    return accept<Event>(
      { type: 'session.opened', data: {} },
      ...(first ? [{ type: 'agenda.began', data: { segment: first.id } } as const] : []),
    )
  },
  'session.close': (state) => {
    if (state.session.phase === 'closed') return nothing
    if (state.session.phase === 'planned') return reject('session-not-open')
    return accept<Event>(...ending(state), { type: 'session.closed', data: {} })
  },
}

/** At the close everything still open gets its result: whoever waits is unheard, what is unanswered is not reached. */
const ending = (state: State): readonly Event[] => {
  const { agenda, floor, queue, questions } = state
  const running = [floor.current, floor.interrupted].filter((turn) => turn !== null)
  const waiting = Object.values(queue.entries)
  const answering = questions.current
  const left = [...questions.all.values()]
    .filter(({ status, id }) => id !== answering && (status === 'pending' || status === 'on-hold' || status === 'approved'))
    .map(({ id }) => id)
  return [
    ...running.map(
      (turn): Event =>
        turn.startedAt === null ? { type: 'floor.released', data: { turn: turn.id } } : { type: 'floor.ended', data: { turn: turn.id } },
    ),
    ...running.flatMap((turn): Event[] =>
      turn.startedAt === null && turn.entry ? [{ type: 'queue.unheard', data: { entries: [turn.entry] } }] : [],
    ),
    ...(answering ? [{ type: 'questions.settled', data: { question: answering, answer: 'live' } } as const] : []),
    ...(waiting.length > 0 ? [{ type: 'queue.unheard', data: { entries: waiting } } as const] : []),
    ...(queue.standing.kind === 'closed' ? [] : [{ type: 'queue.closed', data: {} } as const]),
    ...(left.length > 0 ? [{ type: 'questions.not-reached', data: { questions: left } } as const] : []),
    ...(agenda.current ? [{ type: 'agenda.ended', data: { segment: agenda.current } } as const] : []),
  ]
}

/** The one condition that most commands share. */
export const whileOpen = (state: State, decide: () => Decision<Event>): Decision<Event> =>
  state.session.phase === 'open' ? decide() : reject(state.session.phase === 'closed' ? 'session-closed' : 'session-not-open')

/** For what may be set before the opening too. */
export const untilClosed = (state: State, decide: () => Decision<Event>): Decision<Event> =>
  state.session.phase === 'closed' ? reject('session-closed') : decide()

export const sessionEvolve: Evolve<SessionState, SessionEvents> = {
  'session.created': (_, { plan }) => {
    const { groups, questions, segments, floor, ...rest } = plan
    return { phase: 'planned', openedAt: null, closedAt: null, plan: rest, groups, questions }
  },
  'session.opened': (session, _, at) => ({ ...session, phase: 'open', openedAt: at }),
  'session.closed': (session, _, at) => ({ ...session, phase: 'closed', closedAt: at }),
}
