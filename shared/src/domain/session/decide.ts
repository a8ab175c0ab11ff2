import type { Plan } from '../../contract/plan.ts'
import type { Decide, Event, Evolve, State } from '../../contract/registry.ts'
import type { SessionEvents, SessionState, sessionCommands } from '../../contract/session.ts'
import { accept, type Decision, nothing, reject } from '../../kernel/decision.ts'
import { began } from '../agenda/decide.ts'
import { pausedBy, resumedAfter } from '../floor/clock.ts'
import { whileOpen } from '../phase-guards.ts'

/** The founding commit of a session: one event for each slice that the plan sets. */
export const found = (plan: Plan): readonly Event[] => [{ type: 'session.created', data: { plan } }, ...set(plan)]

/** All of the plan again, as long as nothing has begun. Whoever is registered keeps their group. */
export const replan = ({ session, people }: State, plan: Plan): Decision<Event> => {
  if (session.phase !== 'planned') return reject('session-begun')
  const there = new Set(plan.groups.map(({ id }) => id))
  if ([...people.all.values()].some(({ group }) => group !== null && !there.has(group))) return reject('group-in-use')
  return accept<Event>({ type: 'session.planned', data: { plan } }, ...set(plan))
}

const set = (plan: Plan): readonly Event[] => [
  { type: 'agenda.planned', data: { segments: plan.segments, endsAt: plan.endsAt } },
  { type: 'queue.set', data: { mode: plan.floor.order, overtakes: plan.floor.overtakes } },
  {
    type: 'floor.set',
    data: { limits: plan.floor.limits, warnings: plan.floor.warnings, grace: plan.floor.grace, reserve: plan.floor.reserve },
  },
  { type: 'questions.moderated', data: { moderation: plan.questions.moderation } },
]

export const sessionDecide: Decide<typeof sessionCommands> = {
  'session.open': (state, _, context) => {
    if (state.session.phase === 'open' || state.session.phase === 'suspended') return nothing
    if (state.session.phase === 'closed') return reject('session-closed')
    const first = state.agenda.segments[0]
    return accept<Event>({ type: 'session.opened', data: {} }, ...(first ? began(state, first, context) : []))
  },
  'session.suspend': (state) => {
    if (state.session.phase === 'suspended') return nothing
    return whileOpen(state, () =>
      accept<Event>(
        { type: 'session.suspended', data: {} },
        { type: 'agenda.suspended', data: {} },
        ...pausedBy(state.floor.current, 'suspension'),
      ),
    )
  },
  'session.resume': (state) => {
    if (state.session.phase === 'suspended')
      return accept<Event>(
        { type: 'session.resumed', data: {} },
        { type: 'agenda.resumed', data: {} },
        ...resumedAfter(state.floor.current, 'suspension'),
      )
    return whileOpen(state, () => nothing)
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

const planned = ({ groups, questions, segments, floor, ...plan }: Plan): SessionState => ({
  phase: 'planned',
  openedAt: null,
  closedAt: null,
  plan,
  groups,
  questions,
  codes: 0,
})

export const sessionEvolve: Evolve<SessionState, SessionEvents> = {
  'session.created': (_, { plan }) => planned(plan),
  'session.planned': ({ codes }, { plan }) => ({ ...planned(plan), codes }),
  'session.opened': (session, _, at) => ({ ...session, phase: 'open', openedAt: at }),
  'session.suspended': (session) => ({ ...session, phase: 'suspended' }),
  'session.resumed': (session) => ({ ...session, phase: 'open' }),
  'session.closed': (session, _, at) => ({ ...session, phase: 'closed', closedAt: at }),
  'session.code-renewed': (session) => ({ ...session, codes: session.codes + 1 }),
}

/** The plan as it stands: for holding the same again. */
export const planIn = ({ session, agenda, floor, queue, questions }: State): Plan => ({
  ...session.plan,
  groups: session.groups,
  segments: agenda.segments,
  floor: {
    limits: floor.limits,
    warnings: floor.warnings,
    order: queue.mode,
    overtakes: queue.overtakes,
    grace: floor.grace,
    reserve: floor.reserve,
  },
  questions: { ...session.questions, moderation: questions.moderation },
})
