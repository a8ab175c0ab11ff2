import type { StepId } from '@rostrum/shared/contract/ids'
import { evolve } from '@rostrum/shared/domain/decider'
import { projectAudience } from '@rostrum/shared/projection/project'
import { expect, test } from 'vitest'
import { afterNoon } from '../support/fixtures.ts'
import {
  approve,
  ask,
  call,
  command,
  given,
  join,
  queueOpen,
  raisePoint,
  replay,
  toEntryId,
  toQuestionId,
  toTurnId,
} from '../support/given.ts'

const turnData = { turn: toTurnId('turn-gov-1') }
const afterCall = [...queueOpen, join('gov-1'), raisePoint('civil-1'), call('gov-1', { at: 10 })]
const afterStart = [...afterCall, command('chair', 'floor.start', turnData, { at: 20 })]
const makeRecognizeData = (current: string | null, entry = 'civil-1-point') => ({
  entry: toEntryId(entry),
  expectedCurrent: current ? toTurnId(current) : null,
})
const recognizePoint = (current: string | null, at: number) =>
  command('chair', 'floor.recognize', makeRecognizeData(current), { id: 'point', at })
const endPoint = { turn: toTurnId('point') }
const pointEnded = { type: 'floor.ended', data: { ...endPoint, ruling: true } }
const ruling = [...afterStart, recognizePoint('turn-gov-1', 50), command('chair', 'floor.end', endPoint, { at: 70, id: 'end' })]
const undo = (step: string, at: number) => command('chair', 'steps.undo', { step: step.padEnd(22, '-') as StepId }, { at })

test('[F13] a recognized point of order pauses the running turn, ends nothing, and has its own clock, already started', () => {
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
    past: [],
  })
  expect(state.queue.pointsOfOrder).toEqual([])
  expect(state.queue.floorsGiven.map(({ entry }) => entry)).toEqual([toEntryId('gov-1')])
})

test('[F50] when the point ends, the floor is the Chair’s: no clock runs, and the interrupted turn waits with the time it had used', () => {
  const state = given([...afterStart, recognizePoint('turn-gov-1', 50)])
    .when('floor.end', endPoint, 'chair', { at: 70 })
    .then([pointEnded])
  expect(state.floor).toMatchObject({ current: null, interrupted: { id: turnData.turn, used: 30_000, runningSince: null } })
  expect(state.floor.past).toMatchObject([{ id: toTurnId('point'), used: 20_000, kind: 'point-of-order' }])
})

test('[F14, F50] after the ruling the Chair lets the interrupted turn continue, with the time it had used', () => {
  const state = given(ruling)
    .when('floor.resume', turnData, 'chair', { at: 100 })
    .then([{ type: 'floor.resumed', data: turnData }])
  expect(state.floor).toMatchObject({
    current: { id: turnData.turn, used: 30_000, runningSince: afterNoon(100), paused: null, pausedFor: 50_000 },
    interrupted: null,
  })
})

test('[F50] or the Chair ends it, or gives it more time, or goes on in the agenda with it', () => {
  const ended = given(ruling)
    .when('floor.end', turnData, 'chair', { at: 100 })
    .then([{ type: 'floor.ended', data: turnData }])
  expect(ended.floor).toMatchObject({ current: null, interrupted: null, past: [{}, { id: turnData.turn, used: 30_000 }] })
  const extended = given(ruling)
    .when('floor.extend', { ...turnData, by: 30_000 as never }, 'chair')
    .thenState()
  expect(extended.floor).toMatchObject({ current: null, interrupted: { limit: 210_000 } })
  const go = { to: 'topic' as never, expectedCurrent: 'opening' as never }
  given(ruling).when('agenda.go', go, 'chair').thenRefused('floor-taken')
  expect(
    given(ruling)
      .when('agenda.go', { ...go, endsTurn: turnData.turn }, 'chair')
      .thenState().floor.interrupted,
  ).toBeNull()
})

test('[F50] during the ruling nobody is called, no question is shown, and the speaker cannot end the turn', () => {
  const more = [...ruling, join('private-1'), ask('gov-2'), approve('gov-2-asks')]
  const callData = { entry: toEntryId('private-1'), expectedCurrent: null, expectedNext: toEntryId('private-1') }
  given(more).when('floor.call', callData, 'chair').thenRefused('point-of-order-first')
  given(more)
    .when('questions.show', { question: toQuestionId('gov-2-asks'), expectedCurrent: null }, 'chair')
    .thenRefused('floor-taken')
  given(more).when('floor.end', turnData, 'gov-1').thenRefused('forbidden')
})

test('[F15, F50] a second point is recognized before the first turn continues, which still waits with its time', () => {
  const second = [...ruling, raisePoint('agency-1')]
  const state = given(second)
    .when('floor.recognize', makeRecognizeData(null, 'agency-1-point'), 'chair', { id: 'second', at: 90 })
    .thenState()
  expect(state.floor).toMatchObject({ current: { id: toTurnId('second') }, interrupted: { id: turnData.turn, used: 30_000 } })
  const after = given([], state)
    .when('floor.end', { turn: toTurnId('second') }, 'chair', { at: 110 })
    .thenState()
  expect(after.floor).toMatchObject({ current: null, interrupted: { id: turnData.turn, used: 30_000 } })
})

test('[F50, U1] each step of it is undone: the continuation, the end of the turn, and the end of the point', () => {
  const waits = { current: null, interrupted: { id: turnData.turn, used: 30_000, runningSince: null } }
  expect(replay([...ruling, command('chair', 'floor.resume', turnData, { at: 100, id: 'go' }), undo('go', 130)]).floor).toMatchObject(waits)
  expect(replay([...ruling, command('chair', 'floor.end', turnData, { at: 100, id: 'stop' }), undo('stop', 130)]).floor).toMatchObject(
    waits,
  )
  expect(replay([...ruling, undo('end', 90)]).floor).toMatchObject({
    current: { id: toTurnId('point'), used: 20_000, runningSince: afterNoon(90) },
    interrupted: { id: turnData.turn, used: 30_000 },
  })
})

test('[F14] a turn that the Chair had paused waits too, and a turn that had not started has the floor again, unstarted', () => {
  const paused = [...afterStart, command('chair', 'floor.pause', turnData, { at: 40 }), recognizePoint('turn-gov-1', 50)]
  expect(given(paused).when('floor.end', endPoint, 'chair').then([pointEnded]).floor).toMatchObject({
    current: null,
    interrupted: { id: turnData.turn, used: 20_000, runningSince: null, paused: { cause: 'chair', at: afterNoon(40) } },
  })
  expect(
    given([...afterCall, recognizePoint('turn-gov-1', 50)])
      .when('floor.end', endPoint, 'chair')
      .then([pointEnded]).floor,
  ).toMatchObject({ current: { id: turnData.turn, startedAt: null, paused: null }, interrupted: null })
})

test('[F14] with nobody on the floor, the end of a point of order leaves the floor empty', () => {
  const state = given([...queueOpen, raisePoint('civil-1'), recognizePoint(null, 50)])
    .when('floor.end', endPoint, 'civil-1')
    .then([pointEnded])
  expect(state.floor).toMatchObject({ current: null, interrupted: null })
})

test('[F51] a log from before the ruling replays as it did: the end of a point gives the floor back at once', () => {
  const before = replay([...afterStart, recognizePoint('turn-gov-1', 50)])
  const at = afterNoon(70)
  const ended = evolve(before, { type: 'floor.ended', data: endPoint }, at)
  expect(evolve(ended, { type: 'floor.resumed', data: turnData }, at).floor).toMatchObject({
    current: { id: turnData.turn, used: 30_000, runningSince: at },
    interrupted: null,
  })
})

test('[F15] a point of order must end before anything else: no call, no other point', () => {
  const point = [...afterStart, recognizePoint('turn-gov-1', 50), join('private-1'), raisePoint('agency-1')]
  const callData = { entry: toEntryId('private-1'), expectedCurrent: toTurnId('point'), expectedNext: toEntryId('private-1') }
  given(point).when('floor.call', callData, 'chair').thenRefused('point-of-order-first')
  given(point).when('floor.recognize', makeRecognizeData('point', 'agency-1-point'), 'chair').thenRefused('point-of-order-first')
  given(point).when('floor.end', turnData, 'chair').thenRefused('conflict')
})

test('[F16] only a point of order is recognized, and only if the sender saw the current turn', () => {
  given(afterStart).when('floor.recognize', makeRecognizeData(null), 'chair').thenRefused('conflict')
  given([...afterStart, join('private-1')])
    .when('floor.recognize', makeRecognizeData('turn-gov-1', 'private-1'), 'chair')
    .thenRefused('not-waiting')
  given(afterStart).when('floor.recognize', makeRecognizeData('turn-gov-1', 'nobody'), 'chair').thenRefused('no-such-entry')
})

test('[F17] an interrupted answer waits, unless it was marked as answered in the meantime', () => {
  const answering = [
    ...queueOpen,
    ask('gov-1'),
    approve('gov-1-asks'),
    raisePoint('civil-1'),
    command('chair', 'questions.show', { question: toQuestionId('gov-1-asks'), expectedCurrent: null }, { id: 'answer', at: 5 }),
    command('chair', 'floor.start', { turn: toTurnId('answer') }, { at: 10 }),
    recognizePoint('answer', 30),
  ]
  expect(given(answering).when('floor.end', endPoint, 'chair', { at: 45 }).thenState().floor.interrupted).toMatchObject({
    id: toTurnId('answer'),
    used: 20_000,
    runningSince: null,
  })
  const settled = given(answering)
    .when('questions.mark-answered', { question: toQuestionId('gov-1-asks'), answer: 'in-writing' }, 'desk', { at: 40 })
    .thenState()
  expect(settled.floor).toMatchObject({
    current: { id: toTurnId('point') },
    interrupted: null,
    past: [{ id: toTurnId('answer'), used: 20_000 }],
  })
  expect(given([], settled).when('floor.end', endPoint, 'chair').then([pointEnded]).floor.current).toBeNull()
})

test('[F52] points of order have one order: those that are put off until after the speaker are last, until that turn is over', () => {
  const three = [...afterStart, raisePoint('agency-1'), raisePoint('private-1')]
  const later = command('chair', 'floor.intend', { ...turnData, act: { kind: 'recognize', entry: toEntryId('civil-1-point') } })
  const listPoints = (history: Parameters<typeof replay>[0]) =>
    projectAudience(replay(history), 'staff').view.pointsOfOrder?.map((id) => id.replace(/-point.*/, ''))
  expect(listPoints(three)).toEqual(['civil-1', 'agency-1', 'private-1'])
  expect(listPoints([...three, later])).toEqual(['agency-1', 'private-1', 'civil-1'])
  const second = command('chair', 'floor.recognize', makeRecognizeData('turn-gov-1', 'agency-1-point'), { id: 'second' })
  const ended = [...three, later, second, command('chair', 'floor.end', { turn: toTurnId('second') })]
  expect(listPoints(ended)).toEqual(['private-1', 'civil-1'])
  expect(listPoints([...ended, command('chair', 'floor.end', turnData)])).toEqual(['civil-1', 'private-1'])
})
