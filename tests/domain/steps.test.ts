/** Undoing: the last ten steps, one at a time, without losing anything that people did themselves. */

import type { QuestionId, SegmentId, StepId } from '@rostrum/shared/contract/ids'
import { type CommandType, commands } from '@rostrum/shared/contract/registry'
import { isStaff, roles } from '@rostrum/shared/contract/roles'
import { getGrant } from '@rostrum/shared/domain/permissions'
import { describe, expect, test } from 'vitest'
import { afterNoon } from '../support/fixtures.ts'
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

const turn = toTurnId('turn-gov-1')
const toMs = (seconds: number) => (seconds * 1000) as never
const afterRequests = [...queueOpen, join('gov-1', 5), join('civil-1', 6), join('private-1', 7)]
const afterCall = [...afterRequests, call('gov-1', { at: 10 })]
const afterStart = [...afterCall, command('chair', 'floor.start', { turn }, { at: 20, id: 'start' })]
const undoStep = (step: string, at?: number) =>
  command('chair', 'steps.undo', { step: step.padEnd(22, '-') as StepId }, at === undefined ? {} : { at })
const giveFloorNext = command(
  'desk',
  'floor.call',
  { entry: toEntryId('civil-1'), expectedCurrent: turn, expectedNext: toEntryId('civil-1') },
  { id: 'turn-civil-1', at: 80 },
)

describe('an undo restores', () => {
  test('[U1] a wrong "end and call next": the turn continues from its earlier clock, and the called speaker is first again', () => {
    const state = replay([...afterStart, giveFloorNext, undoStep('turn-civil-1', 95)])
    expect(state.floor).toMatchObject({ current: { id: turn, used: 60_000, runningSince: afterNoon(95) }, past: [] })
    expect(state.queue.order.map(({ entry }) => entry)).toEqual([toEntryId('civil-1'), toEntryId('private-1')])
    expect(state.queue.floorsGiven.map(({ entry }) => entry)).toEqual([toEntryId('gov-1')])
    expect(state.queue.entries.get(toEntryId('private-1'))?.timesOvertaken).toBe(0)
  })

  test('[U1] the end of a turn, a pause, a start, a limit: each as it was before the step', () => {
    const ended = [...afterStart, command('chair', 'floor.end', { turn }, { at: 50, id: 'end' })]
    expect(replay([...ended, undoStep('end', 60)]).floor.current).toMatchObject({ used: 30_000, runningSince: afterNoon(60) })
    const paused = [...afterStart, command('chair', 'floor.pause', { turn }, { at: 50, id: 'pause' })]
    expect(replay([...paused, undoStep('pause', 60)]).floor.current).toMatchObject({
      used: 30_000,
      runningSince: afterNoon(60),
      paused: null,
    })
    expect(replay([...afterStart, undoStep('start', 50)]).floor).toMatchObject({
      current: { startedAt: null, used: 0, runningSince: null },
      handovers: [],
    })
    const limit = { scope: { kind: 'everyone' as const }, limit: toMs(120), expectedLimit: toMs(180) }
    const limited = [...afterStart, command('chair', 'floor.set-limit', limit, { at: 50, id: 'limit' })]
    expect(replay([...limited, undoStep('limit', 60)]).floor).toMatchObject({
      limits: { everyone: 180_000 },
      current: { runningSince: afterNoon(20) },
    })
  })

  test('[U2] undoing a step that does not concern the clock leaves the clock alone', () => {
    const extended = [...afterStart, command('chair', 'floor.extend', { turn, by: toMs(30) }, { at: 50, id: 'extend' })]
    const paused = [...extended, command('chair', 'floor.pause', { turn }, { at: 60, id: 'pause' })]
    expect(replay([...extended, undoStep('extend', 70)]).floor.current).toMatchObject({
      limit: 180_000,
      extended: 0,
      used: 0,
      runningSince: afterNoon(20),
    })
    const state = replay([...paused, undoStep('pause', 90), undoStep('extend', 100)])
    expect(state.floor.current).toMatchObject({ limit: 180_000, used: 40_000, runningSince: afterNoon(90) })
  })

  test('[U1] a point of order recognized by mistake is raised again, and the turn it interrupted continues', () => {
    const point = command('chair', 'floor.recognize', { entry: toEntryId('civil-1-point'), expectedCurrent: turn }, { id: 'point', at: 50 })
    const state = replay([...afterStart, raisePoint('civil-1'), point, undoStep('point', 55)])
    expect(state.floor).toMatchObject({ current: { id: turn, used: 30_000, runningSince: afterNoon(55), paused: null }, interrupted: null })
    expect(state.queue.pointsOfOrder).toEqual([toEntryId('civil-1-point')])
  })

  test('[U1] the end of a point of order: it has the floor again, and the interrupted turn waits with its time', () => {
    const point = command('chair', 'floor.recognize', { entry: toEntryId('civil-1-point'), expectedCurrent: turn }, { id: 'point', at: 50 })
    const end = command('chair', 'floor.end', { turn: toTurnId('point') }, { id: 'end', at: 60 })
    const { floor } = replay([...afterStart, raisePoint('civil-1'), point, end, undoStep('end', 70)])
    expect(floor).toMatchObject({
      current: { id: toTurnId('point'), used: 10_000 },
      interrupted: { id: turn, used: 30_000, runningSince: null },
    })
  })

  test('[U1] an absence, whether the first or the second', () => {
    const absent = [...afterCall, command('chair', 'floor.mark-absent', { turn }, { id: 'absent' })]
    const state = replay([...absent, undoStep('absent')])
    expect(state.floor.current).toMatchObject({ id: turn, startedAt: null })
    expect(state.queue.entries.has(toEntryId('gov-1'))).toBe(false)
    expect(state.queue.floorsGiven).toHaveLength(1)
    const again = command(
      'chair',
      'floor.call',
      { entry: toEntryId('gov-1'), expectedCurrent: null, expectedNext: toEntryId('civil-1') },
      { id: 'again' },
    )
    const twice = [...absent, again, command('chair', 'floor.mark-absent', { turn: toTurnId('again') }, { id: 'twice' })]
    expect(replay(twice).queue.notReached).toHaveLength(1)
    expect(replay([...twice, undoStep('twice')])).toMatchObject({
      queue: { notReached: [] },
      floor: { current: { id: toTurnId('again') } },
    })
  })

  test('[U1] the start of another segment, with the floors counted before', () => {
    const ended = [...afterStart, command('chair', 'floor.end', { turn }, { at: 50 })]
    const gone = command('chair', 'agenda.go', { to: 'topic' as SegmentId, expectedCurrent: 'opening' as SegmentId }, { id: 'go', at: 60 })
    const before = replay(ended)
    const state = replay([...ended, gone, undoStep('go', 70)])
    expect(state.agenda).toEqual(before.agenda)
    expect(state.queue.floorsGiven).toEqual(before.queue.floorsGiven)
  })

  test('[U1] an answer that was ended by mistake is on the screens again', () => {
    const shown = [
      ...afterRequests,
      ask('gov-1'),
      approve('gov-1-asks'),
      command('chair', 'questions.show', { question: toQuestionId('gov-1-asks'), expectedCurrent: null }, { id: 'answer', at: 10 }),
      command('chair', 'floor.start', { turn: toTurnId('answer') }, { at: 20 }),
    ]
    const moved = command(
      'chair',
      'floor.call',
      { entry: toEntryId('gov-1'), expectedCurrent: toTurnId('answer'), expectedNext: toEntryId('gov-1') },
      { id: 'turn-gov-1', at: 40 },
    )
    const state = replay([...shown, moved, undoStep('turn-gov-1', 50)])
    const question = toQuestionId('gov-1-asks') as QuestionId
    expect(state.questions.current).toBe(question)
    expect(state.questions.all.get(question)).toMatchObject({ status: 'answering', answer: null, closedAt: null })
    expect(state.floor.current).toMatchObject({ question, used: 20_000, runningSince: afterNoon(50) })
  })

  test('[U1] a suspension, even by an undo during the suspension', () => {
    const broken = [...afterStart, command('chair', 'session.suspend', {}, { id: 'break', at: 50 })]
    const state = replay([...broken, undoStep('break', 60)])
    expect(state.session.phase).toBe('open')
    expect(state.agenda.suspendedAt).toBeNull()
    expect(state.floor.current).toMatchObject({ used: 30_000, runningSince: afterNoon(60), paused: null })
    given([...broken, command('chair', 'session.resume', {}, { id: 'resume' })])
      .when('steps.undo', { step: 'resume'.padEnd(22, '-') as StepId }, 'desk')
      .thenState()
  })
})

describe('acts of people themselves are kept', () => {
  test('[U3] requests, texts and withdrawals made after the step remain', () => {
    const since = [
      ...afterStart,
      giveFloorNext,
      join('agency-1', 82),
      command('private-1', 'queue.set-topic', { entry: toEntryId('private-1'), topic: 'Access' }),
      command('private-1', 'queue.ready', { entry: toEntryId('private-1') }),
      undoStep('turn-civil-1', 95),
    ]
    const { entries } = replay(since).queue
    expect([...entries.keys()].sort()).toEqual([toEntryId('agency-1'), toEntryId('civil-1'), toEntryId('private-1')].sort())
    expect(entries.get(toEntryId('private-1'))).toMatchObject({ topic: 'Access', ready: true })
    const gone = [
      ...afterStart,
      giveFloorNext,
      command('private-1', 'queue.withdraw', { entry: toEntryId('private-1') }),
      undoStep('turn-civil-1'),
    ]
    expect([...replay(gone).queue.entries.keys()]).toEqual([toEntryId('civil-1')])
  })

  test('[U3] a person who has asked again since then keeps the earlier position, and only that one', () => {
    const again = [
      ...afterStart,
      command('chair', 'floor.end', { turn }, { id: 'end' }),
      command('gov-1', 'queue.join', { kind: 'intervention', topic: null }, { id: 'gov-1-again' }),
      undoStep('end'),
      undoStep('start'),
      undoStep('turn-gov-1'),
    ]
    const own = [...replay(again).queue.entries.values()].filter(({ speaker }) => speaker.person === 'gov-1')
    expect(own.map(({ id }) => id)).toEqual([toEntryId('gov-1')])
  })

  test('[U3] a person whose access has been revoked since then does not return to the list', () => {
    const revoked = [...afterCall, command('chair', 'people.revoke', { person: 'gov-1' as never }), undoStep('turn-gov-1')]
    expect(replay(revoked).queue.entries.has(toEntryId('gov-1'))).toBe(false)
  })

  test('[U3] a revoked person does not return to a restored joint statement', () => {
    const merge = command('desk', 'queue.merge', { into: toEntryId('gov-1'), entry: toEntryId('civil-1') })
    const apart = command('desk', 'queue.separate', { entry: toEntryId('civil-1') }, { id: 'apart' })
    const revoked = [...afterRequests, merge, apart, command('chair', 'people.revoke', { person: 'civil-1' as never }), undoStep('apart')]
    const { queue } = replay(revoked)
    expect(queue.joint).toEqual({})
    expect(queue.entries.get(toEntryId('gov-1'))?.onBehalfOf).toEqual([])
  })

  test('[U3] a question that has been withdrawn, decided or merged since then does not return to the screen', () => {
    const question = toQuestionId('gov-1-asks')
    const unshown = [
      ...queueOpen,
      ask('gov-1'),
      approve('gov-1-asks'),
      command('chair', 'questions.show', { question, expectedCurrent: null }),
      command('chair', 'questions.unshow', { question }, { id: 'unshow' }),
      ask('civil-1'),
    ]
    const declined = command('desk', 'questions.decline', { question, reason: 'time' })
    for (const since of [
      [command('gov-1', 'questions.withdraw', { question })],
      [declined],
      [declined, command('desk', 'questions.reopen', { question })],
      [command('desk', 'questions.merge', { into: toQuestionId('civil-1-asks'), question })],
      [command('desk', 'questions.move-to-queue', { question })],
    ])
      given([...unshown, ...since])
        .when('steps.undo', { step: 'unshow'.padEnd(22, '-') as StepId }, 'chair')
        .thenRefused('wrong-status')
    given(unshown)
      .when('steps.undo', { step: 'unshow'.padEnd(22, '-') as StepId }, 'chair')
      .thenState()
  })
})

describe('the range', () => {
  test('[U4] the sender of an undo names the step that they see as the last', () => {
    given(afterStart)
      .when('steps.undo', { step: 'turn-gov-1'.padEnd(22, '-') as StepId }, 'chair')
      .thenRefused('conflict')
    given([openSession])
      .when('steps.undo', { step: 'none'.padEnd(22, '-') as StepId }, 'chair')
      .thenRefused('conflict')
  })

  test('[U5] at most ten steps can be undone', () => {
    const pauses = Array.from({ length: 12 }, (_, index) =>
      command('chair', index % 2 ? 'floor.resume' : 'floor.pause', { turn }, { id: `step-${index}` }),
    )
    const state = replay([...afterStart, ...pauses])
    expect(state.steps.taken.map(({ id }) => id)).toEqual(pauses.slice(2).map(({ id }) => id.padEnd(22, '-')))
    const back = pauses
      .slice(2)
      .reverse()
      .map(({ id }) => undoStep(id))
    given([...afterStart, ...pauses, ...back])
      .when('steps.undo', { step: 'step-1'.padEnd(22, '-') as StepId }, 'chair')
      .thenRefused('conflict')
  })

  test('[U5] after the close no earlier step can be undone', () =>
    given([...afterStart, command('chair', 'session.close', {})])
      .when('steps.undo', { step: 'start'.padEnd(22, '-') as StepId }, 'chair')
      .thenRefused('session-closed'))

  test('[U6] each step has a summary; the undone step is shown until the next one', () => {
    const state = replay([...afterStart, undoStep('start')])
    expect(state.steps.taken.at(-1)).toMatchObject({ commandType: 'floor.call', speaker: { person: 'gov-1' } })
    expect(state.steps.undone).toMatchObject({ commandType: 'floor.start', speaker: { person: 'gov-1' } })
    expect(replay([...afterStart, undoStep('start'), command('chair', 'floor.start', { turn })]).steps.undone).toBeNull()
  })

  test('[U6] the summary of a move names the moved entity, whatever other entries are pinned', () => {
    const moves = [
      command('chair', 'queue.move', { entry: toEntryId('private-1'), before: toEntryId('gov-1') }),
      command('chair', 'queue.move', { entry: toEntryId('civil-1'), before: toEntryId('private-1') }),
    ]
    expect(replay([...afterRequests, ...moves]).steps.taken.at(-1)).toMatchObject({
      commandType: 'queue.move',
      speaker: { person: 'civil-1' },
    })
  })

  test('[U6] the Chair can give the floor back to a speaker who ended their own turn by mistake', () => {
    const ended = [...afterStart, command('gov-1', 'floor.end', { turn }, { id: 'end', at: 50 })]
    expect(replay([...ended, undoStep('end')]).floor.current?.id).toBe(turn)
    given(ended)
      .when('steps.undo', { step: 'end'.padEnd(22, '-') as StepId }, 'gov-1')
      .thenRefused('forbidden')
  })
})

test('[L159] people take no step themselves, except the end of their own turn', () => {
  const isOwn = (type: CommandType) => roles.some((role) => !isStaff(role) && getGrant(role, type) !== 'no')
  const own = (Object.keys(commands) as readonly CommandType[]).filter(isOwn)
  expect(own.filter((type) => commands[type].undo === 'undoable')).toEqual(['floor.end'])
  expect(own.filter((type) => commands[type].undo === 'undoable-if-by-staff')).toEqual(['queue.hold', 'queue.return'])
})
