import { isItsDay } from '../../contract/opening-day.ts'
import type { Deciders, Event, State } from '../../contract/registry.ts'
import type { sessionCommands } from '../../contract/session.ts'
import { accept, noChange, reject } from '../../kernel/decision.ts'
import { startSegment } from '../agenda/start-segment.ts'
import { makePauseEvents, makeResumeEvents } from '../floor/clock.ts'
import { requireOpen } from '../phase-guards.ts'
import { makeSenseClosingEvents } from '../sense/decide.ts'

export const sessionDeciders: Deciders<typeof sessionCommands> = {
  'session.open': (state, { onAnyDay }, context) => {
    if (state.session.phase === 'open' || state.session.phase === 'suspended') return noChange
    if (state.session.phase === 'closed') return reject('session-closed')
    if (!onAnyDay && !isItsDay(state.session.plan, context.at)) return reject('not-its-day')
    const first = state.agenda.segments[0]
    return accept<Event>({ type: 'session.opened', data: {} }, ...(first ? startSegment(state, first, context) : []))
  },
  'session.suspend': (state) => {
    if (state.session.phase === 'suspended') return noChange
    return requireOpen(state, () =>
      accept<Event>(
        { type: 'session.suspended', data: {} },
        { type: 'agenda.suspended', data: {} },
        ...makePauseEvents(state.floor.current, 'suspension'),
      ),
    )
  },
  'session.resume': (state) => {
    if (state.session.phase === 'suspended')
      return accept<Event>(
        { type: 'session.resumed', data: {} },
        { type: 'agenda.resumed', data: {} },
        ...makeResumeEvents(state.floor.current, 'suspension'),
      )
    return requireOpen(state, () => noChange)
  },
  'session.close': (state) => {
    if (state.session.phase === 'closed') return noChange
    if (state.session.phase === 'planned') return reject('session-not-open')
    return accept<Event>(...makeClosingEvents(state), { type: 'session.closed', data: {} })
  },
}

/** At the close everything still open gets an outcome: waiting entries and unanswered questions are not reached. */
const makeClosingEvents = (state: State): readonly Event[] => {
  const { agenda, floor, queue, questions } = state
  const openTurns = [floor.current, floor.interrupted].filter((turn) => turn !== null)
  const waiting = [...queue.entries.values()]
  const answering = questions.current
  const left = [...questions.all.values()]
    .filter(({ status, id }) => id !== answering && (status === 'pending' || status === 'on-hold' || status === 'approved'))
    .map(({ id }) => id)
  return [
    ...openTurns.map(
      (turn): Event =>
        turn.startedAt === null ? { type: 'floor.released', data: { turn: turn.id } } : { type: 'floor.ended', data: { turn: turn.id } },
    ),
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
