import type { QuestionId } from '@rostrum/shared/contract/ids'
import { listDeadlines } from '@rostrum/shared/domain/deadlines'
import { extractPlan } from '@rostrum/shared/domain/session/plan'
import { describe, expect, test } from 'vitest'
import { afterNoon, createState, plan } from '../support/fixtures.ts'
import {
  approve,
  ask,
  call,
  command,
  given,
  join,
  openSession,
  queueOpen,
  raisePoint,
  replay,
  toEntryId,
  toQuestionId,
  toTurnId,
} from '../support/given.ts'

const afterClose = [openSession, command('chair', 'session.close', {})]

test('[S1] opening a session starts the first segment', () => {
  const state = given([])
    .when('session.open', {}, 'chair')
    .then([
      { type: 'session.opened', data: {} },
      { type: 'agenda.segment-started', data: { segment: 'opening' } },
    ])
  expect(state.session).toMatchObject({ phase: 'open', openedAt: expect.any(Number) })
  expect(state.agenda.current).toBe('opening')
})

test('[S1] opening an open session does nothing', () => given([openSession]).when('session.open', {}, 'desk').thenNothing())

test('[S2] a closed session cannot be opened again', () =>
  given(afterClose).when('session.open', {}, 'chair').thenRefused('session-closed'))

test('[S3] a session that is not open cannot be closed, and closing twice does nothing', () => {
  given([]).when('session.close', {}, 'chair').thenRefused('session-not-open')
  given(afterClose).when('session.close', {}, 'chair').thenNothing()
})

test('[S4] at the close every open item gets its outcome', () => {
  const history = [
    ...queueOpen,
    join('gov-1'),
    join('civil-1'),
    join('private-1'),
    raisePoint('agency-1'),
    call('gov-1'),
    command('chair', 'floor.start', { turn: toTurnId('turn-gov-1') }),
    ask('gov-1'),
    ask('civil-1'),
    approve('gov-1-asks'),
  ]
  const state = given(history)
    .when('session.close', {}, 'chair')
    .then([
      { type: 'floor.ended', data: { turn: toTurnId('turn-gov-1') } },
      {
        type: 'queue.not-reached',
        data: {
          entries: [toEntryId('civil-1'), toEntryId('private-1'), toEntryId('agency-1-point')].map((id) => expect.objectContaining({ id })),
        },
      },
      { type: 'queue.closed', data: {} },
      {
        type: 'questions.not-reached',
        data: { questions: expect.arrayContaining([toQuestionId('gov-1-asks'), toQuestionId('civil-1-asks')]) },
      },
      { type: 'agenda.segment-ended', data: { segment: 'opening' } },
      { type: 'session.closed', data: {} },
    ])
  expect(state.session.phase).toBe('closed')
  expect(state.queue).toMatchObject({ entries: new Map(), order: [], pointsOfOrder: [], status: { kind: 'closed' } })
  expect(state.queue.notReached.map(({ id }) => id)).toEqual([toEntryId('civil-1'), toEntryId('private-1')])
  expect(state.floor.past.map(({ id }) => id)).toEqual([toTurnId('turn-gov-1')])
  expect([...state.questions.all.values()].map(({ status }) => status)).toEqual(['not-reached', 'not-reached'])
  expect(state.agenda.actual).toMatchObject({ opening: { endedAt: expect.any(Number) } })
})

test('[S4] at the close an unstarted speaker is not reached; a point of order and the turn it interrupted both end', () => {
  const notStarted = replay([...queueOpen, join('gov-1'), call('gov-1'), command('chair', 'session.close', {})])
  expect(notStarted.queue.notReached.map(({ id }) => id)).toEqual([toEntryId('gov-1')])
  expect(notStarted.floor).toMatchObject({ current: null, past: [] })

  const interrupted = replay([
    ...queueOpen,
    join('gov-1'),
    call('gov-1'),
    command('chair', 'floor.start', { turn: toTurnId('turn-gov-1') }),
    raisePoint('civil-1'),
    command('chair', 'floor.recognize', { entry: toEntryId('civil-1-point'), expectedCurrent: toTurnId('turn-gov-1') }, { id: 'point' }),
    command('chair', 'session.close', {}),
  ])
  expect(interrupted.floor).toMatchObject({ current: null, interrupted: null })
  expect(interrupted.floor.past.map(({ id }) => id)).toEqual([toTurnId('point'), toTurnId('turn-gov-1')])
})

test('[S4] the question that is being answered counts as answered, one that is only to be read does not', () => {
  const toBeRead = [
    openSession,
    ask('gov-1'),
    approve('gov-1-asks'),
    command('chair', 'questions.show', { question: toQuestionId('gov-1-asks'), expectedCurrent: null }, { id: 'answer' }),
  ]
  const unread = replay([...toBeRead, command('chair', 'session.close', {})])
  expect([unread.questions.all.get(toQuestionId('gov-1-asks'))?.status, unread.questions.current]).toEqual(['not-reached', null])
  const start = command('chair', 'floor.start', { turn: toTurnId('answer') })
  const state = replay([...toBeRead, start, command('chair', 'session.close', {})])
  expect(state.questions.all.get(toQuestionId('gov-1-asks'))).toMatchObject({ status: 'answered', answer: 'live' })
  expect(state.questions.current).toBeNull()
})

test('[S5] before the opening and after the close the staff’s commands are refused, with the reason', () => {
  for (const [history, reason] of [
    [[], 'session-not-open'],
    [afterClose, 'session-closed'],
  ] as const) {
    given(history)
      .when('agenda.go', { to: plan.segments[1]?.id as never, expectedCurrent: null }, 'chair')
      .thenRefused(reason)
    given(history).when('queue.open', {}, 'chair').thenRefused(reason)
    given(history).when('queue.join', { kind: 'intervention', topic: null }, 'gov-1').thenRefused(reason)
    given(history).when('questions.ask', { text: 'Why?', receipt: null }, 'gov-1').thenRefused(reason)
    given(history)
      .when('questions.show', { question: 'none' as QuestionId, expectedCurrent: null }, 'chair')
      .thenRefused(reason)
    given(history)
      .when('floor.recognize', { entry: toEntryId('none'), expectedCurrent: null }, 'chair')
      .thenRefused(reason)
    given(history)
      .when('floor.call', { entry: toEntryId('none'), expectedCurrent: null, expectedNext: null }, 'chair')
      .thenRefused(reason)
  }
})

test('[S6] order mode and limits can be set before the opening, and no longer after the close', () => {
  const limit = { scope: { kind: 'everyone' }, limit: 120_000, expectedLimit: 180_000 } as never
  const rule = { mode: 'received', suggestOnly: false, expectedMode: 'balanced' } as const
  given([])
    .when('queue.set-order', rule, 'chair')
    .then([{ type: 'queue.order-set', data: { mode: 'received', suggestOnly: false } }])
  given([])
    .when('floor.set-limit', limit, 'chair')
    .then([{ type: 'floor.limit-set', data: { scope: { kind: 'everyone' }, limit: 120_000 } }])
  given(afterClose).when('queue.set-order', rule, 'chair').thenRefused('session-closed')
  given(afterClose).when('floor.set-limit', limit, 'chair').thenRefused('session-closed')
})

const duringTurn = [
  ...queueOpen,
  join('gov-1'),
  join('civil-1'),
  call('gov-1'),
  command('chair', 'floor.start', { turn: toTurnId('turn-gov-1') }, { at: 60 }),
]
const afterSuspension = [...duringTurn, command('chair', 'session.suspend', {}, { at: 100 })]

test('[S7, S80] during a suspension the clock is paused; the resumption starts no clock, and the Chair lets the speaker continue', () => {
  const state = replay(afterSuspension)
  expect(state.session.phase).toBe('suspended')
  expect(state.floor.current).toMatchObject({ used: 40_000, runningSince: null, paused: { cause: 'suspension' } })
  const resumed = replay([...afterSuspension, command('desk', 'session.resume', {}, { at: 400 })])
  expect(resumed.session.phase).toBe('open')
  expect(resumed.floor.current).toMatchObject({ used: 40_000, runningSince: null, paused: { cause: 'suspension' } })
  const continued = given([], resumed)
    .when('floor.resume', { turn: toTurnId('turn-gov-1') }, 'chair', { at: 420 })
    .thenState()
  expect(continued.floor.current).toMatchObject({ used: 40_000, runningSince: afterNoon(420), paused: null, pausedFor: 320_000 })
  expect(resumed.agenda).toMatchObject({ suspendedAt: null, actual: { opening: { suspendedFor: 300_000 } } })
})

test('[S7] a turn that the Chair had paused stays paused', () => {
  const paused = [...duringTurn, command('chair', 'floor.pause', { turn: toTurnId('turn-gov-1') }), command('chair', 'session.suspend', {})]
  const { floor } = replay([...paused, command('chair', 'session.resume', {})])
  expect(floor.current?.paused?.cause).toBe('chair')
})

test('[S81] a suspension has a time if the Chair says one, which can be changed and undone, and is gone with the suspension', () => {
  const until = afterNoon(900)
  const suspended = given(duringTurn).when('session.suspend', { until }, 'chair', { id: 'break' }).thenState()
  expect(suspended.session).toMatchObject({ phase: 'suspended', until })
  given([], suspended).when('session.suspend', { until }, 'desk').thenNothing()
  const later = given([], suspended)
    .when('session.suspend', { until: afterNoon(1200) }, 'desk', { id: 'later' })
    .then([{ type: 'session.suspended', data: { until: afterNoon(1200) } }])
  expect(later.agenda.suspendedAt).toBe(suspended.agenda.suspendedAt)
  const undo = { step: 'later'.padEnd(22, '-') as never }
  expect(given([], later).when('steps.undo', undo, 'chair').thenState().session).toMatchObject({ phase: 'suspended', until })
  const resumed = given([], later).when('session.resume', {}, 'chair', { id: 'resume' }).thenState()
  expect(resumed.session.until).toBeUndefined()
  const again = given([], resumed)
    .when('steps.undo', { step: 'resume'.padEnd(22, '-') as never }, 'chair')
    .thenState()
  expect(again.session).toMatchObject({ phase: 'suspended', until: afterNoon(1200) })
})

test('[S82] a last call is held during a suspension, and goes on with the time that it had left', () => {
  const calling = [openSession, command('chair', 'queue.last-call', { for: 120_000 as never }, { at: 60 })]
  const suspended = replay([...calling, command('chair', 'session.suspend', {}, { at: 100 })])
  expect(listDeadlines(suspended)).toEqual([])
  given([], suspended).when('queue.close', {}, 'system', { at: 500 }).thenNothing()
  const resumed = given([], suspended).when('session.resume', {}, 'chair', { at: 400 }).thenState()
  expect(resumed.queue.status).toEqual({ kind: 'last-call', closesAt: afterNoon(480) })
  expect(listDeadlines(resumed).map(({ at }) => at)).toEqual([afterNoon(480)])
  const during = given([], suspended)
    .when('queue.last-call', { for: 60_000 as never }, 'chair', { at: 300 })
    .thenState()
  expect(given([], during).when('session.resume', {}, 'chair', { at: 400 }).thenState().queue.status).toEqual({
    kind: 'last-call',
    closesAt: afterNoon(460),
  })
})

test('[S7] during a suspension the staff’s commands on the floor are refused, and people can ask', () => {
  const callData = { entry: toEntryId('civil-1'), expectedCurrent: toTurnId('turn-gov-1'), expectedNext: toEntryId('civil-1') }
  given(afterSuspension).when('floor.call', callData, 'chair').thenRefused('session-suspended')
  given(afterSuspension)
    .when('floor.end', { turn: toTurnId('turn-gov-1') }, 'chair')
    .thenRefused('session-suspended')
  given(afterSuspension)
    .when('agenda.go', { to: 'topic' as never, expectedCurrent: 'opening' as never }, 'chair')
    .thenRefused('session-suspended')
  given(afterSuspension).when('queue.join', { kind: 'intervention', topic: null }, 'agency-1').thenState()
  given(afterSuspension).when('questions.ask', { text: 'Why?', receipt: null }, 'agency-1').thenState()
})

test('[S7] suspending twice changes nothing; a session that is not open cannot be suspended', () => {
  given(afterSuspension).when('session.suspend', {}, 'desk').thenNothing()
  given(duringTurn).when('session.resume', {}, 'desk').thenNothing()
  given(afterSuspension).when('session.open', {}, 'desk').thenNothing()
  given([]).when('session.suspend', {}, 'chair').thenRefused('session-not-open')
  given(afterClose).when('session.resume', {}, 'chair').thenRefused('session-closed')
})

test('[S8] a suspended session can be closed, with all its outcomes', () => {
  const { session, floor, queue } = replay([...afterSuspension, command('chair', 'session.close', {})])
  expect(session.phase).toBe('closed')
  expect(floor.past).toMatchObject([{ used: 40_000 }])
  expect(queue.notReached).toHaveLength(1)
})

describe('[S15] the opening', () => {
  const halfDay = 12 * 3600
  test.each([
    ['at the planned time', 0, true],
    ['half a day before', -halfDay, true],
    ['half a day after', halfDay, true],
    ['more than half a day before', -halfDay - 1, false],
    ['more than half a day after', halfDay + 1, false],
    ['months before', -100 * 24 * 3600, false],
  ] as const)('%s', (_, at, isOpened) => {
    const opening = { by: 'chair', type: 'session.open', id: 'opens', at } as const
    const sent = (data: object) => ({ ...opening, data }) as never
    if (isOpened) expect(replay([sent({})]).session.phase).toBe('open')
    else {
      expect(() => replay([sent({})])).toThrow('not-its-day')
      expect(replay([sent({ onAnyDay: true })]).session.phase).toBe('open')
    }
  })

  test('[P94] also needs the confirmation on its day if the session was cancelled', () => {
    const cancelled = createState({ ...plan, cancelled: true })
    const opening = { by: 'chair', type: 'session.open', id: 'opens', at: 0 } as const
    expect(() => replay([{ ...opening, data: {} } as never], cancelled)).toThrow('not-its-day')
    expect(replay([{ ...opening, data: { onAnyDay: true } } as never], cancelled).session.phase).toBe('open')
  })

  test('is possible at any time in a rehearsal', () => {
    const late = { by: 'chair', type: 'session.open', id: 'opens', at: 100 * 24 * 3600, data: {} } as never
    expect(replay([late], createState({ ...plan, rehearsal: true })).session.phase).toBe('open')
  })
})

test('[F90] a copy has what was set before the opening on the page of the plan, and nothing that was set during the session', () => {
  const limit = (length: number) =>
    command('chair', 'floor.set-limit', { scope: { kind: 'everyone' }, limit: (length * 1000) as never, expectedLimit: 180_000 as never })
  const changes = [
    limit(120),
    command('chair', 'queue.set-order', { mode: 'received', suggestOnly: false, expectedMode: 'balanced' }),
    command('chair', 'questions.set-moderation', { moderation: 'none', expectedModeration: 'before' }),
  ]
  const before = extractPlan(replay(changes))
  expect(before).toMatchObject({ floor: { limits: { everyone: 120_000 }, order: 'received' }, questions: { moderation: 'none' } })
  const during = [openSession, ...changes]
  for (const history of [during, [...during, command('chair', 'session.close', {})]]) expect(extractPlan(replay(history))).toEqual(plan)
})
