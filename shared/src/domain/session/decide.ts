import { isInSession } from '../../contract/enums.ts'
import { isItsDay } from '../../contract/opening-day.ts'
import { isUnanswered } from '../../contract/question-statuses.ts'
import type { Deciders, Event, State } from '../../contract/registry.ts'
import type { sessionCommands } from '../../contract/session.ts'
import { accept, noChange, reject } from '../../kernel/decision.ts'
import { addMillis, elapsed, type Instant } from '../../kernel/time.ts'
import { startSegment } from '../agenda/start-segment.ts'
import { makePauseEvents } from '../floor/clock.ts'
import { makeLeaveEvent } from '../floor/free-floor.ts'
import { requireOpen } from '../phase-guards.ts'
import { makeSenseClosingEvents } from '../sense/decide.ts'

export const sessionDeciders: Deciders<typeof sessionCommands> = {
  'session.open': (state, { onAnyDay }, context) => {
    if (isInSession(state.session.phase)) return noChange
    if (state.session.phase === 'closed') return reject('session-closed')
    if (!onAnyDay && !isItsDay(state.session.plan, context.at)) return reject('not-its-day')
    const first = state.agenda.segments[0]
    return accept<Event>({ type: 'session.opened', data: {} }, ...(first ? startSegment(state, first, context) : []))
  },
  'session.suspend': (state, { until }) => {
    const suspended: Event = { type: 'session.suspended', data: until === undefined ? {} : { until } }
    if (state.session.phase === 'suspended') return state.session.until === until ? noChange : accept<Event>(suspended)
    return requireOpen(state, () =>
      accept<Event>(suspended, { type: 'agenda.suspended', data: {} }, ...makePauseEvents(state.floor.current, 'suspension')),
    )
  },
  'session.resume': (state, _, { at }) => {
    if (state.session.phase === 'suspended')
      return accept<Event>({ type: 'session.resumed', data: {} }, { type: 'agenda.resumed', data: {} }, ...continueLastCall(state, at))
    return requireOpen(state, () => noChange)
  },
  'session.close': (state) => {
    if (state.session.phase === 'closed') return noChange
    if (state.session.phase === 'planned') return reject('session-not-open')
    return accept<Event>(...makeClosingEvents(state), { type: 'session.closed', data: {} })
  },
}

/** A last call goes on with the time that it had left at the suspension. */
const continueLastCall = ({ queue: { status }, agenda: { suspendedAt } }: State, at: Instant): readonly Event[] =>
  status.kind === 'last-call' && suspendedAt !== null
    ? [{ type: 'queue.last-call-started', data: { closesAt: addMillis(status.closesAt, elapsed(suspendedAt, at)) } }]
    : []

/** At the close everything still open gets an outcome: waiting entries and unanswered questions are not reached. */
const makeClosingEvents = (state: State): readonly Event[] => {
  const { agenda, floor, queue, questions } = state
  const openTurns = [floor.current, floor.interrupted].filter((turn) => turn !== null)
  const waiting = [...queue.entries.values()]
  // A question that is only to be read has no answer yet.
  const answering = openTurns.some(({ question, startedAt }) => question !== null && startedAt === null) ? null : questions.current
  const left = [...questions.all.values()].filter((one) => one.id !== answering && isUnanswered(one)).map(({ id }) => id)
  return [
    ...openTurns.map(makeLeaveEvent),
    ...openTurns.flatMap((turn): Event[] =>
      turn.startedAt === null && turn.entry ? [{ type: 'queue.not-reached', data: { entries: [turn.entry] } }] : [],
    ),
    ...(answering ? [{ type: 'questions.answered', data: { question: answering, answer: 'live' } } as const] : []),
    ...(waiting.length > 0 ? [{ type: 'queue.not-reached', data: { entries: waiting } } as const] : []),
    ...(queue.status.kind === 'closed' ? [] : [{ type: 'queue.closed', data: {} } as const]),
    ...(left.length > 0 ? [{ type: 'questions.not-reached', data: { questions: left } } as const] : []),
    ...makeSenseClosingEvents(state),
    ...(agenda.current ? [{ type: 'agenda.segment-ended', data: { segment: agenda.current } } as const] : []),
  ]
}
