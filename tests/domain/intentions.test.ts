/** One command for two acts, and acts deferred until a turn is over. */
import type { PersonId, SegmentId, StepId } from '@rostrum/shared/contract/ids'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import { expect, test } from 'vitest'
import { afterNoon, createState, getPerson, plan } from '../support/fixtures.ts'
import { call, command, given, join, queueOpen, raisePoint, replay, toEntryId, toTurnId } from '../support/given.ts'

const turn = toTurnId('turn-gov-1')
const point = toEntryId('civil-1-point')
const [opening, topic, closing] = ['opening', 'topic', 'closing'] as unknown as readonly [SegmentId, SegmentId, SegmentId]
const afterCall = [...queueOpen, join('gov-1'), join('private-1'), call('gov-1', { at: 10 })]
const speaking = [...afterCall, command('chair', 'floor.start', { turn }, { at: 20, id: 'start' })]
const raised = [...speaking, raisePoint('civil-1')]
const undoStep = (step: string, at: number) => command('desk', 'steps.undo', { step: step.padEnd(22, '-') as StepId }, { at })
const recognize = { entry: point, expectedCurrent: turn }
const goEnding = { to: topic, expectedCurrent: opening, endsTurn: turn }
const intend = (act: { kind: 'recognize'; entry: typeof point } | { kind: 'go'; to: SegmentId } | { kind: 'close' }, id = 'later') =>
  command('chair', 'floor.intend', { turn, act }, { id, at: 30 })

test('[F40, A3] a turn ends and the session goes on in one step, and one undo takes both back', () => {
  const state = given(speaking)
    .when('agenda.go', goEnding, 'chair', { id: 'go', at: 50 })
    .then([
      { type: 'floor.ended', data: { turn } },
      { type: 'agenda.segment-ended', data: { segment: opening } },
      { type: 'agenda.segment-started', data: { segment: topic } },
      { type: 'queue.segment-started', data: { segment: topic } },
    ])
  expect(state.floor).toMatchObject({ current: null, past: [{ id: turn, segment: opening }] })
  const undone = given([], state)
    .when('steps.undo', { step: 'go'.padEnd(22, '-') as StepId }, 'desk', { at: 80 })
    .thenState()
  expect(undone.floor).toMatchObject({ current: { id: turn, used: 30_000, runningSince: afterNoon(80) }, past: [] })
  expect(undone.agenda).toMatchObject({ current: opening, actual: { opening: { endedAt: null } } })
})

test('[F40, A3] a call that has not started is cancelled: the speaker keeps the position, and the undo calls them again', () => {
  const gone = replay([...afterCall, command('chair', 'agenda.go', goEnding, { id: 'go', at: 50 })])
  expect(gone.floor.current).toBeNull()
  expect(gone.queue.order.map(({ entry }) => entry)).toEqual([toEntryId('gov-1'), toEntryId('private-1')])
  const undone = given([], gone)
    .when('steps.undo', { step: 'go'.padEnd(22, '-') as StepId }, 'desk', { at: 80 })
    .thenState()
  expect(undone.floor.current).toMatchObject({ id: turn, startedAt: null })
  expect(undone.queue.order.map(({ entry }) => entry)).toEqual([toEntryId('private-1')])
})

test('[F40, A13] a called panellist whose call is cancelled does not join a second time as a programme speaker', () => {
  const speakers = [{ entity: 'Panel', group: null, limit: null }]
  const its = { ...plan, segments: plan.segments.map((segment) => (segment.id === topic ? { ...segment, speakers } : segment)) }
  const add = { kind: 'intervention', person: 'panel', entity: 'Panel', speaker: null, group: null, requestChannel: 'room' } as const
  const added = command('desk', 'queue.add', { ...add, person: add.person as PersonId, seenAt: afterNoon(5), note: null }, { id: 'panel' })
  const called = [...queueOpen, added, call('panel', { at: 10 })]
  const go = command('chair', 'agenda.go', { ...goEnding, endsTurn: toTurnId('turn-panel') }, { id: 'go', at: 50 })
  const { entries } = replay([...called, go], createState(its)).queue
  expect([...entries.values()].filter(({ speaker }) => speaker.person === 'panel')).toHaveLength(1)
})

test('[F40, A3] going on is refused for another turn, during a point of order, and after a call that cannot be undone', () => {
  given(speaking)
    .when('agenda.go', { ...goEnding, endsTurn: toTurnId('other') }, 'chair')
    .thenRefused('conflict')
  given(queueOpen).when('agenda.go', goEnding, 'chair').thenRefused('conflict')
  const onPoint = [...raised, command('chair', 'floor.recognize', { entry: point, expectedCurrent: turn }, { id: 'point' })]
  given(onPoint)
    .when('agenda.go', { ...goEnding, endsTurn: toTurnId('point') }, 'chair')
    .thenRefused('point-of-order-first')
  const steps = Array.from({ length: 10 }, (_, n) => command('chair', n % 2 ? 'queue.open' : 'queue.close', {}, { id: `step-${n}` }))
  given([...afterCall, ...steps])
    .when('agenda.go', goEnding, 'chair')
    .thenRefused('not-started')
})

test('[F41] only the staff see an intention, and the person who raised the point sees that it is on hold', () => {
  const state = replay([...raised, intend({ kind: 'recognize', entry: point }, 'a'), intend({ kind: 'go', to: topic }, 'b')])
  const intention = { turn, points: [point], move: { kind: 'go', to: topic } }
  expect(state.floor.intention).toEqual(intention)
  expect(projectAudience(state, 'staff').view).toMatchObject({ intention })
  for (const audience of ['podium', 'public', 'display'] as const)
    expect(projectAudience(state, audience).view).not.toHaveProperty('intention')
  const mine = (its: typeof state) => projectPerson(its, getPerson(its, 'civil-1')).view
  expect(mine(state)).toMatchObject({ myQueue: { pointOfOrder: { held: true } } })
  const ended = given([], state).when('floor.end', { turn }, 'chair').thenState()
  expect(mine(ended)).toMatchObject({ myQueue: { pointOfOrder: { held: false } } })
})

test('[F41] an intention is undone like any step, and does not touch the clock', () => {
  const state = replay([...raised, intend({ kind: 'recognize', entry: point }), undoStep('later', 90)])
  expect(state.floor).toMatchObject({ intention: null, current: { used: 0, runningSince: afterNoon(20) } })
})

test('[F41] an intention outlasts the end of the turn and points of order, until the session goes on', () => {
  const intended = [...raised, intend({ kind: 'go', to: topic }), command('chair', 'floor.recognize', recognize, { id: 'point', at: 50 })]
  const ended = [...intended, command('chair', 'floor.end', { turn: toTurnId('point') }), command('chair', 'floor.end', { turn })]
  const after = replay(ended)
  expect(after.floor).toMatchObject({ current: null, intention: { move: { kind: 'go', to: topic } } })
  const gone = given([], after).when('agenda.go', { to: topic, expectedCurrent: opening }, 'chair', { id: 'go' }).thenState()
  expect(gone.floor.intention).toBeNull()
  const undone = given([], gone)
    .when('steps.undo', { step: 'go'.padEnd(22, '-') as StepId }, 'chair')
    .thenState()
  expect(undone.floor.intention).toMatchObject({ move: { kind: 'go', to: topic } })
})

test('[F41] the next call ends an intention, even if it goes to somebody else', () => {
  const data = { entry: toEntryId('private-1'), expectedCurrent: turn, expectedNext: toEntryId('private-1') }
  const state = given([...raised, intend({ kind: 'recognize', entry: point }), intend({ kind: 'close' }, 'b')])
    .when('floor.call', data, 'chair', { id: 'next' })
    .thenState()
  expect(state.floor.intention).toBeNull()
})

test('[F41] repeating an intention changes nothing, and a later choice replaces the earlier one', () => {
  const closes = [...raised, intend({ kind: 'close' })]
  given(closes)
    .when('floor.intend', { turn, act: { kind: 'close' } }, 'desk')
    .thenNothing()
  const state = given(closes)
    .when('floor.intend', { turn, act: { kind: 'go', to: closing } }, 'desk')
    .thenState()
  expect(state.floor.intention?.move).toEqual({ kind: 'go', to: closing })
  given([], state)
    .when('floor.intend', { turn, act: { kind: 'go', to: closing } }, 'desk')
    .thenNothing()
  given(raised)
    .when('floor.intend', { turn, act: { kind: 'go', to: opening } }, 'desk')
    .thenNothing()
  const puts = { turn, act: { kind: 'recognize' as const, entry: point } }
  given([...raised, intend({ kind: 'recognize', entry: point })])
    .when('floor.intend', puts, 'desk')
    .thenNothing()
})

test('[F41] an act can be deferred only for a turn that has started, and only an act that is possible', () => {
  const refuse = (history: typeof raised, act: Parameters<typeof intend>[0], its = turn) =>
    given(history).when('floor.intend', { turn: its, act }, 'chair')
  refuse(afterCall, { kind: 'close' }).thenRefused('not-started')
  refuse(raised, { kind: 'close' }, toTurnId('nothing')).thenRefused('no-such-turn')
  refuse(raised, { kind: 'go', to: 'lunch' as SegmentId }).thenRefused('no-such-segment')
  refuse(raised, { kind: 'recognize', entry: toEntryId('nobody') }).thenRefused('no-such-entry')
  refuse(raised, { kind: 'recognize', entry: toEntryId('private-1') }).thenRefused('not-waiting')
  const onPoint = [...raised, command('chair', 'floor.recognize', { entry: point, expectedCurrent: turn }, { id: 'point' })]
  refuse(onPoint, { kind: 'close' }, toTurnId('point')).thenRefused('point-of-order-first')
})
