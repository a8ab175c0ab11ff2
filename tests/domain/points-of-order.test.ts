import { expect, test } from 'vitest'
import { sinceNoon } from '../support/fixtures.ts'
import { approves, asks, calls, entryOf, given, joins, listOpen, questionOf, raises, said, turnOf } from '../support/given.ts'

const turn = { turn: turnOf('turn-gov-1') }
const called = [...listOpen, joins('gov-1'), raises('civil-1'), calls('gov-1', { at: 10 })]
const running = [...called, said('chair', 'floor.start', turn, { at: 20 })]
const recognize = (current: string | null) => ({ entry: entryOf('civil-1-point'), expectedCurrent: current ? turnOf(current) : null })
const recognized = (current: string | null, at: number) => said('chair', 'floor.recognize', recognize(current), { id: 'point', at })
const ends = { turn: turnOf('point') }

test('[F13] recognized, a point of order pauses the turn that runs, and has a clock of its own, started', () => {
  const state = given(running)
    .when('floor.recognize', recognize('turn-gov-1'), 'chair', { id: 'point', at: 50 })
    .then([
      { type: 'floor.paused', data: { ...turn, cause: 'point-of-order' } },
      { type: 'floor.called', data: expect.objectContaining({ turn: turnOf('point'), kind: 'point-of-order', limit: 60_000 }) },
      { type: 'floor.started', data: { turn: turnOf('point') } },
      { type: 'queue.left', data: { entry: entryOf('civil-1-point'), leaving: 'called', reason: null } },
    ])
  expect(state.floor).toMatchObject({
    current: { id: turnOf('point'), runningSince: sinceNoon(50) },
    interrupted: { id: turn.turn, used: 30_000, runningSince: null },
  })
  expect(state.queue.points).toEqual([])
  expect(state.queue.served.map(({ entry }) => entry)).toEqual([entryOf('gov-1')])
})

test('[F14] when the point ends, what it interrupted goes on with the time it had used', () => {
  const state = given([...running, recognized('turn-gov-1', 50)])
    .when('floor.end', ends, 'chair', { at: 70 })
    .then([
      { type: 'floor.ended', data: ends },
      { type: 'floor.resumed', data: turn },
    ])
  expect(state.floor).toMatchObject({ current: { id: turn.turn, used: 30_000, runningSince: sinceNoon(70) }, interrupted: null })
  expect(state.floor.past).toMatchObject([{ id: turnOf('point'), used: 20_000, kind: 'point-of-order' }])
})

test('[F14] what the Chair had paused stays paused, and what was not started is not started', () => {
  const paused = [...running, said('chair', 'floor.pause', turn, { at: 40 }), recognized('turn-gov-1', 50)]
  expect(
    given(paused)
      .when('floor.end', ends, 'chair')
      .then([{ type: 'floor.ended', data: ends }]).floor.current,
  ).toMatchObject({ id: turn.turn, used: 20_000, runningSince: null, paused: { cause: 'chair', at: sinceNoon(40) } })
  expect(
    given([...called, recognized('turn-gov-1', 50)])
      .when('floor.end', ends, 'chair')
      .then([{ type: 'floor.ended', data: ends }]).floor.current,
  ).toMatchObject({ id: turn.turn, startedAt: null, paused: null })
})

test('[F14] with nobody on the floor a point of order leaves nobody on the floor', () => {
  const state = given([...listOpen, raises('civil-1'), recognized(null, 50)])
    .when('floor.end', ends, 'civil-1')
    .then([{ type: 'floor.ended', data: ends }])
  expect(state.floor).toMatchObject({ current: null, interrupted: null })
})

test('[F15] a point of order ends before anything else: no call, no other point', () => {
  const point = [...running, recognized('turn-gov-1', 50), joins('private-1'), raises('agency-1')]
  const call = { entry: entryOf('private-1'), expectedCurrent: turnOf('point'), expectedNext: entryOf('private-1') }
  given(point).when('floor.call', call, 'chair').thenRefused('point-of-order-first')
  given(point)
    .when('floor.recognize', { entry: entryOf('agency-1-point'), expectedCurrent: turnOf('point') }, 'chair')
    .thenRefused('point-of-order-first')
  given(point).when('floor.end', turn, 'chair').thenRefused('moved-on')
})

test('[F16] a point of order is recognized against what the driver sees, and only what is one', () => {
  given(running).when('floor.recognize', recognize(null), 'chair').thenRefused('moved-on')
  given([...running, joins('private-1')])
    .when('floor.recognize', { entry: entryOf('private-1'), expectedCurrent: turn.turn }, 'chair')
    .thenRefused('not-waiting')
  given(running)
    .when('floor.recognize', { entry: entryOf('nobody'), expectedCurrent: turn.turn }, 'chair')
    .thenRefused('no-such-entry')
})

test('[F17] an answer that is interrupted comes back; settled meanwhile, it does not', () => {
  const answering = [
    ...listOpen,
    asks('gov-1'),
    approves('gov-1-asks'),
    raises('civil-1'),
    said('chair', 'questions.show', { question: questionOf('gov-1-asks'), expectedCurrent: null }, { id: 'answer', at: 10 }),
    recognized('answer', 30),
  ]
  expect(given(answering).when('floor.end', ends, 'chair', { at: 45 }).thenState().floor.current).toMatchObject({
    id: turnOf('answer'),
    used: 20_000,
    runningSince: sinceNoon(45),
  })
  const settled = given(answering)
    .when('questions.settle', { question: questionOf('gov-1-asks'), answer: 'in-writing' }, 'desk', { at: 40 })
    .thenState()
  expect(settled.floor).toMatchObject({
    current: { id: turnOf('point') },
    interrupted: null,
    past: [{ id: turnOf('answer'), used: 20_000 }],
  })
  expect(
    given([], settled)
      .when('floor.end', ends, 'chair')
      .then([{ type: 'floor.ended', data: ends }]).floor.current,
  ).toBeNull()
})
