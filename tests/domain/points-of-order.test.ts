import { expect, test } from 'vitest'
import { afterNoon } from '../support/fixtures.ts'
import { approve, ask, call, command, given, join, queueOpen, raisePoint, toEntryId, toQuestionId, toTurnId } from '../support/given.ts'

const turnData = { turn: toTurnId('turn-gov-1') }
const afterCall = [...queueOpen, join('gov-1'), raisePoint('civil-1'), call('gov-1', { at: 10 })]
const afterStart = [...afterCall, command('chair', 'floor.start', turnData, { at: 20 })]
const makeRecognizeData = (current: string | null) => ({
  entry: toEntryId('civil-1-point'),
  expectedCurrent: current ? toTurnId(current) : null,
})
const recognizePoint = (current: string | null, at: number) =>
  command('chair', 'floor.recognize', makeRecognizeData(current), { id: 'point', at })
const endPoint = { turn: toTurnId('point') }

test('[F13] a recognized point of order pauses the running turn, and has its own clock, already started', () => {
  const state = given(afterStart)
    .when('floor.recognize', makeRecognizeData('turn-gov-1'), 'chair', { id: 'point', at: 50 })
    .then([
      { type: 'floor.paused', data: { ...turnData, cause: 'point-of-order' } },
      { type: 'floor.called', data: expect.objectContaining({ turn: toTurnId('point'), kind: 'point-of-order', limit: 60_000 }) },
      { type: 'floor.started', data: { turn: toTurnId('point') } },
      { type: 'queue.left', data: { entry: toEntryId('civil-1-point'), cause: 'called', reason: null } },
    ])
  expect(state.floor).toMatchObject({
    current: { id: toTurnId('point'), runningSince: afterNoon(50) },
    interrupted: { id: turnData.turn, used: 30_000, runningSince: null },
  })
  expect(state.queue.pointsOfOrder).toEqual([])
  expect(state.queue.floorsGiven.map(({ entry }) => entry)).toEqual([toEntryId('gov-1')])
})

test('[F14] when the point ends, the interrupted turn goes on with the time it had used', () => {
  const state = given([...afterStart, recognizePoint('turn-gov-1', 50)])
    .when('floor.end', endPoint, 'chair', { at: 70 })
    .then([
      { type: 'floor.ended', data: endPoint },
      { type: 'floor.resumed', data: turnData },
    ])
  expect(state.floor).toMatchObject({ current: { id: turnData.turn, used: 30_000, runningSince: afterNoon(70) }, interrupted: null })
  expect(state.floor.past).toMatchObject([{ id: toTurnId('point'), used: 20_000, kind: 'point-of-order' }])
})

test('[F14] a turn that the Chair had paused stays paused, and a turn that had not started stays unstarted', () => {
  const paused = [...afterStart, command('chair', 'floor.pause', turnData, { at: 40 }), recognizePoint('turn-gov-1', 50)]
  expect(
    given(paused)
      .when('floor.end', endPoint, 'chair')
      .then([{ type: 'floor.ended', data: endPoint }]).floor.current,
  ).toMatchObject({ id: turnData.turn, used: 20_000, runningSince: null, paused: { cause: 'chair', at: afterNoon(40) } })
  expect(
    given([...afterCall, recognizePoint('turn-gov-1', 50)])
      .when('floor.end', endPoint, 'chair')
      .then([{ type: 'floor.ended', data: endPoint }]).floor.current,
  ).toMatchObject({ id: turnData.turn, startedAt: null, paused: null })
})

test('[F14] with nobody on the floor, the end of a point of order leaves the floor empty', () => {
  const state = given([...queueOpen, raisePoint('civil-1'), recognizePoint(null, 50)])
    .when('floor.end', endPoint, 'civil-1')
    .then([{ type: 'floor.ended', data: endPoint }])
  expect(state.floor).toMatchObject({ current: null, interrupted: null })
})

test('[F15] a point of order must end before anything else: no call, no other point', () => {
  const point = [...afterStart, recognizePoint('turn-gov-1', 50), join('private-1'), raisePoint('agency-1')]
  const callData = { entry: toEntryId('private-1'), expectedCurrent: toTurnId('point'), expectedNext: toEntryId('private-1') }
  given(point).when('floor.call', callData, 'chair').thenRefused('point-of-order-first')
  given(point)
    .when('floor.recognize', { entry: toEntryId('agency-1-point'), expectedCurrent: toTurnId('point') }, 'chair')
    .thenRefused('point-of-order-first')
  given(point).when('floor.end', turnData, 'chair').thenRefused('conflict')
})

test('[F16] only a point of order is recognized, and only if the sender saw the current turn', () => {
  given(afterStart).when('floor.recognize', makeRecognizeData(null), 'chair').thenRefused('conflict')
  given([...afterStart, join('private-1')])
    .when('floor.recognize', { entry: toEntryId('private-1'), expectedCurrent: turnData.turn }, 'chair')
    .thenRefused('not-waiting')
  given(afterStart)
    .when('floor.recognize', { entry: toEntryId('nobody'), expectedCurrent: turnData.turn }, 'chair')
    .thenRefused('no-such-entry')
})

test('[F17] an interrupted answer returns, unless it was marked as answered in the meantime', () => {
  const answering = [
    ...queueOpen,
    ask('gov-1'),
    approve('gov-1-asks'),
    raisePoint('civil-1'),
    command('chair', 'questions.show', { question: toQuestionId('gov-1-asks'), expectedCurrent: null }, { id: 'answer', at: 10 }),
    recognizePoint('answer', 30),
  ]
  expect(given(answering).when('floor.end', endPoint, 'chair', { at: 45 }).thenState().floor.current).toMatchObject({
    id: toTurnId('answer'),
    used: 20_000,
    runningSince: afterNoon(45),
  })
  const settled = given(answering)
    .when('questions.mark-answered', { question: toQuestionId('gov-1-asks'), answer: 'in-writing' }, 'desk', { at: 40 })
    .thenState()
  expect(settled.floor).toMatchObject({
    current: { id: toTurnId('point') },
    interrupted: null,
    past: [{ id: toTurnId('answer'), used: 20_000 }],
  })
  expect(
    given([], settled)
      .when('floor.end', endPoint, 'chair')
      .then([{ type: 'floor.ended', data: endPoint }]).floor.current,
  ).toBeNull()
})
