import type { QuestionId } from '@rostrum/shared/contract/ids'
import { expect, test } from 'vitest'
import { plan, sinceNoon } from '../support/fixtures.ts'
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
    given(history).when('questions.ask', { text: 'Why?', receipt: null }, 'gov-1').thenRefused(why)
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
  const limit = { scope: { kind: 'everyone' }, limit: 120_000, expectedLimit: 180_000 } as never
  const rule = { mode: 'received', recommend: false, expectedMode: 'balanced' } as const
  given([])
    .when('queue.order', rule, 'chair')
    .then([{ type: 'queue.ordered', data: { mode: 'received', recommend: false } }])
  given([])
    .when('floor.limit', limit, 'chair')
    .then([{ type: 'floor.limited', data: { scope: { kind: 'everyone' }, limit: 120_000 } }])
  given(closed).when('queue.order', rule, 'chair').thenRefused('session-closed')
  given(closed).when('floor.limit', limit, 'chair').thenRefused('session-closed')
})

const speaking = [
  ...listOpen,
  joins('gov-1'),
  joins('civil-1'),
  calls('gov-1'),
  said('chair', 'floor.start', { turn: turnOf('turn-gov-1') }, { at: 60 }),
]
const suspended = [...speaking, said('chair', 'session.suspend', {}, { at: 100 })]

test('[S7] suspended, the clock stands still and runs on when the session is resumed', () => {
  const state = stateAfter(suspended)
  expect(state.session.phase).toBe('suspended')
  expect(state.floor.current).toMatchObject({ used: 40_000, runningSince: null, paused: { cause: 'suspension' } })
  const resumed = stateAfter([...suspended, said('desk', 'session.resume', {}, { at: 400 })])
  expect(resumed.session.phase).toBe('open')
  expect(resumed.floor.current).toMatchObject({ used: 40_000, runningSince: sinceNoon(400), paused: null, pausedFor: 300_000 })
  expect(resumed.agenda).toMatchObject({ suspendedAt: null, held: { opening: { suspendedFor: 300_000 } } })
})

test('[S7] what the Chair had paused stays paused', () => {
  const paused = [...speaking, said('chair', 'floor.pause', { turn: turnOf('turn-gov-1') }), said('chair', 'session.suspend', {})]
  const { floor } = stateAfter([...paused, said('chair', 'session.resume', {})])
  expect(floor.current?.paused?.cause).toBe('chair')
})

test('[S7] in a break nothing is driven, and people can ask', () => {
  const call = { entry: entryOf('civil-1'), expectedCurrent: turnOf('turn-gov-1'), expectedNext: entryOf('civil-1') }
  given(suspended).when('floor.call', call, 'chair').thenRefused('session-suspended')
  given(suspended)
    .when('floor.end', { turn: turnOf('turn-gov-1') }, 'chair')
    .thenRefused('session-suspended')
  given(suspended)
    .when('agenda.go', { to: 'topic' as never, expectedCurrent: 'opening' as never }, 'chair')
    .thenRefused('session-suspended')
  given(suspended).when('queue.join', { kind: 'intervention', topic: null }, 'agency-1').thenState()
  given(suspended).when('questions.ask', { text: 'Why?', receipt: null }, 'agency-1').thenState()
})

test('[S7] twice is once; what is not open is not suspended', () => {
  given(suspended).when('session.suspend', {}, 'desk').thenNothing()
  given(speaking).when('session.resume', {}, 'desk').thenNothing()
  given(suspended).when('session.open', {}, 'desk').thenNothing()
  given([]).when('session.suspend', {}, 'chair').thenRefused('session-not-open')
  given(closed).when('session.resume', {}, 'chair').thenRefused('session-closed')
})

test('[S8] a suspended session can be closed, with all its results', () => {
  const { session, floor, queue } = stateAfter([...suspended, said('chair', 'session.close', {})])
  expect(session.phase).toBe('closed')
  expect(floor.past).toMatchObject([{ used: 40_000 }])
  expect(queue.unheard).toHaveLength(1)
})
