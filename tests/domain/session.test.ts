import type { QuestionId } from '@rostrum/shared/kernel/ids'
import { expect, test } from 'vitest'
import { plan } from '../support/fixtures.ts'
import {
  approves,
  asks,
  calls,
  entryOf,
  given,
  joins,
  listOpen,
  open,
  questionOf,
  raises,
  said,
  stateAfter,
  turnOf,
} from '../support/given.ts'

const closed = [open, said('chair', 'session.close', {})]

test('[S1] opening begins the first segment', () => {
  const state = given([])
    .when('session.open', {}, 'chair')
    .then([
      { type: 'session.opened', data: {} },
      { type: 'agenda.began', data: { segment: 'opening' } },
    ])
  expect(state.session).toMatchObject({ phase: 'open', openedAt: expect.any(Number) })
  expect(state.agenda.current).toBe('opening')
})

test('[S1] opening what is open does nothing', () => given([open]).when('session.open', {}, 'desk').thenNothing())

test('[S2] a closed session is not opened again', () => given(closed).when('session.open', {}, 'chair').thenRefused('session-closed'))

test('[S3] a session that is not open cannot be closed, and closing twice does nothing', () => {
  given([]).when('session.close', {}, 'chair').thenRefused('session-not-open')
  given(closed).when('session.close', {}, 'chair').thenNothing()
})

test('[S4] at the close everything still open gets its result', () => {
  const history = [
    ...listOpen,
    joins('gov-1'),
    joins('civil-1'),
    joins('private-1'),
    raises('agency-1'),
    calls('gov-1'),
    said('chair', 'floor.start', { turn: turnOf('turn-gov-1') }),
    asks('gov-1'),
    asks('civil-1'),
    approves('gov-1-asks'),
  ]
  const state = given(history)
    .when('session.close', {}, 'chair')
    .then([
      { type: 'floor.ended', data: { turn: turnOf('turn-gov-1') } },
      {
        type: 'queue.unheard',
        data: {
          entries: [entryOf('civil-1'), entryOf('private-1'), entryOf('agency-1-point')].map((id) => expect.objectContaining({ id })),
        },
      },
      { type: 'queue.closed', data: {} },
      {
        type: 'questions.not-reached',
        data: { questions: expect.arrayContaining([questionOf('gov-1-asks'), questionOf('civil-1-asks')]) },
      },
      { type: 'agenda.ended', data: { segment: 'opening' } },
      { type: 'session.closed', data: {} },
    ])
  expect(state.session.phase).toBe('closed')
  expect(state.queue).toMatchObject({ entries: {}, line: [], points: [], standing: { kind: 'closed' } })
  expect(state.queue.unheard.map(({ id }) => id)).toEqual([entryOf('civil-1'), entryOf('private-1')])
  expect(state.floor.past.map(({ id }) => id)).toEqual([turnOf('turn-gov-1')])
  expect([...state.questions.all.values()].map(({ status }) => status)).toEqual(['not-reached', 'not-reached'])
  expect(state.agenda.held).toMatchObject({ opening: { endedAt: expect.any(Number) } })
})

test('[S4] called and not started at the close is unheard; a point of order and what it interrupted both end', () => {
  const notStarted = stateAfter([...listOpen, joins('gov-1'), calls('gov-1'), said('chair', 'session.close', {})])
  expect(notStarted.queue.unheard.map(({ id }) => id)).toEqual([entryOf('gov-1')])
  expect(notStarted.floor).toMatchObject({ current: null, past: [] })

  const interrupted = stateAfter([
    ...listOpen,
    joins('gov-1'),
    calls('gov-1'),
    said('chair', 'floor.start', { turn: turnOf('turn-gov-1') }),
    raises('civil-1'),
    said('chair', 'floor.recognize', { entry: entryOf('civil-1-point'), expectedCurrent: turnOf('turn-gov-1') }, { id: 'point' }),
    said('chair', 'session.close', {}),
  ])
  expect(interrupted.floor).toMatchObject({ current: null, interrupted: null })
  expect(interrupted.floor.past.map(({ id }) => id)).toEqual([turnOf('point'), turnOf('turn-gov-1')])
})

test('[S4] the question on the screen counts as answered', () => {
  const state = stateAfter([
    open,
    asks('gov-1'),
    approves('gov-1-asks'),
    said('chair', 'questions.show', { question: questionOf('gov-1-asks'), expectedCurrent: null }),
    said('chair', 'session.close', {}),
  ])
  expect(state.questions.all.get(questionOf('gov-1-asks'))).toMatchObject({ status: 'answered', answer: 'live' })
  expect(state.questions.current).toBeNull()
})

test('[S5] before the opening and after the close nothing is driven, and the reason is said', () => {
  for (const [history, why] of [
    [[], 'session-not-open'],
    [closed, 'session-closed'],
  ] as const) {
    given(history)
      .when('agenda.go', { to: plan.segments[1]?.id as never, expectedCurrent: null }, 'chair')
      .thenRefused(why)
    given(history).when('queue.open', {}, 'chair').thenRefused(why)
    given(history).when('queue.join', { kind: 'intervention', topic: null }, 'gov-1').thenRefused(why)
    given(history).when('questions.ask', { text: 'Why?' }, 'gov-1').thenRefused(why)
    given(history)
      .when('questions.show', { question: 'none' as QuestionId, expectedCurrent: null }, 'chair')
      .thenRefused(why)
    given(history)
      .when('floor.recognize', { entry: entryOf('none'), expectedCurrent: null }, 'chair')
      .thenRefused(why)
    given(history)
      .when('floor.call', { entry: entryOf('none'), expectedCurrent: null, expectedNext: null }, 'chair')
      .thenRefused(why)
  }
})

test('[S6] order and limit can be set before the opening, and no more after the close', () => {
  const limit = { limit: 120_000, expectedLimit: 180_000 } as never
  given([])
    .when('queue.order', { mode: 'received' }, 'chair')
    .then([{ type: 'queue.ordered', data: { mode: 'received' } }])
  given([])
    .when('floor.limit', limit, 'chair')
    .then([{ type: 'floor.limited', data: { limit: 120_000 } }])
  given(closed).when('queue.order', { mode: 'received' }, 'chair').thenRefused('session-closed')
  given(closed).when('floor.limit', limit, 'chair').thenRefused('session-closed')
})
