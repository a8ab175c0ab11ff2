import type { SegmentId } from '@rostrum/shared/contract/ids'
import type { Plan } from '@rostrum/shared/contract/plan'
import { expect, test } from 'vitest'
import { afterNoon, createState, plan } from '../support/fixtures.ts'
import { call, command, given, join, openSession, queueOpen, replay, toTurnId } from '../support/given.ts'

const opening = 'opening' as SegmentId
const topic = 'topic' as SegmentId
const toMs = (seconds: number) => (seconds * 1000) as never
const startTopic = command('chair', 'agenda.go', { to: topic, expectedCurrent: opening }, { at: 600 })

test('[A1] `agenda.go` ends the current segment and starts the next', () => {
  const state = given([openSession])
    .when('agenda.go', { to: topic, expectedCurrent: opening }, 'chair', { at: 600 })
    .then([
      { type: 'agenda.segment-ended', data: { segment: opening } },
      { type: 'agenda.segment-started', data: { segment: topic } },
      { type: 'queue.segment-started', data: { segment: topic } },
    ])
  expect(state.agenda.actual).toEqual({
    opening: { startedAt: afterNoon(1), endedAt: afterNoon(600), suspendedFor: 0 },
    topic: { startedAt: afterNoon(600), endedAt: null, suspendedFor: 0 },
  })
})

test('[A2] a sender who expects a different current segment gets `conflict`', () =>
  given([openSession, startTopic])
    .when('agenda.go', { to: 'closing' as SegmentId, expectedCurrent: opening }, 'desk')
    .thenRefused('conflict'))

test('[A2] going to the current segment changes nothing, whatever was expected', () =>
  given([openSession, startTopic]).when('agenda.go', { to: topic, expectedCurrent: opening }, 'desk').thenNothing())

test('[A3] the agenda does not go on while somebody has the floor', () =>
  given([...queueOpen, join('gov-1'), call('gov-1')])
    .when('agenda.go', { to: topic, expectedCurrent: opening }, 'chair')
    .thenRefused('floor-taken'))

test('[A4] a segment that is not in the plan cannot be started', () =>
  given([openSession])
    .when('agenda.go', { to: 'lunch' as SegmentId, expectedCurrent: opening }, 'chair')
    .thenRefused('no-such-segment'))

test('[A5] a segment that starts again keeps its first start time, and the plan never changes', () => {
  const state = replay([openSession, startTopic, command('chair', 'agenda.go', { to: opening, expectedCurrent: topic }, { at: 700 })])
  expect(state.agenda.actual).toMatchObject({
    opening: { startedAt: afterNoon(1), endedAt: null },
    topic: { startedAt: afterNoon(600), endedAt: afterNoon(700) },
  })
  expect(state.agenda.segments).toEqual(plan.segments)
})

test('[F87] a segment that is returned to knows how long others ran meanwhile, however often', () => {
  const go = (to: SegmentId, from: SegmentId, at: number) => command('chair', 'agenda.go', { to, expectedCurrent: from }, { at })
  const once = [openSession, startTopic, go(opening, topic, 700)]
  expect(replay(once).agenda.actual[opening]).toEqual({ startedAt: afterNoon(1), endedAt: null, suspendedFor: 0, awayFor: 100_000 })
  const twice = replay([...once, go(topic, opening, 730), go(opening, topic, 770)])
  expect(twice.agenda.actual).toMatchObject({ [opening]: { awayFor: 140_000 }, [topic]: { startedAt: afterNoon(600), awayFor: 30_000 } })
})

test('[A6] when a new segment starts, the order counts the floors given from zero', () => {
  const history = [
    ...queueOpen,
    join('gov-1'),
    call('gov-1'),
    command('chair', 'floor.start', { turn: toTurnId('turn-gov-1') }),
    command('chair', 'floor.end', { turn: toTurnId('turn-gov-1') }),
  ]
  expect(replay(history).queue.floorsGiven).toHaveLength(1)
  expect(replay([...history, startTopic]).queue.floorsGiven).toEqual([])
})

const closing = 'closing' as SegmentId
const delayedAdjustment = {
  remedy: 'next' as const,
  lengths: [{ segment: closing, length: toMs(300) }],
  limit: null,
  expectedCurrent: topic,
  expectedLimit: toMs(180),
}
const afterTopicStart = [openSession, startTopic]

test('[A9] a remedy changes the lengths that are used, never the plan, and is recorded', () => {
  const state = given(afterTopicStart)
    .when('agenda.adjust', delayedAdjustment, 'chair', { at: 700 })
    .then([{ type: 'agenda.adjusted', data: { remedy: 'next', lengths: { closing: 300_000 } } }])
  expect(state.agenda).toMatchObject({
    lengths: { closing: 300_000 },
    adjusted: [{ remedy: 'next', at: afterNoon(700) }],
    segments: plan.segments,
  })
})

test('[A9] the remedy of shorter interventions sets their limit too', () => {
  const shorter = { ...delayedAdjustment, remedy: 'shorten' as const, lengths: [{ segment: topic, length: toMs(1200) }], limit: toMs(120) }
  const state = given(afterTopicStart)
    .when('agenda.adjust', shorter, 'desk')
    .then([
      { type: 'agenda.adjusted', data: { remedy: 'shorten', lengths: { topic: 1_200_000 } } },
      { type: 'floor.limit-set', data: { scope: { kind: 'everyone' }, limit: 120_000 } },
    ])
  expect(state.floor.limits.everyone).toBe(120_000)
})

test('[A9] a remedy is refused when its preview was made against another state', () => {
  given(afterTopicStart)
    .when('agenda.adjust', { ...delayedAdjustment, expectedCurrent: opening }, 'chair')
    .thenRefused('conflict')
  given(afterTopicStart)
    .when('agenda.adjust', { ...delayedAdjustment, expectedLimit: toMs(60) }, 'chair')
    .thenRefused('conflict')
  const over = { ...delayedAdjustment, lengths: [{ segment: opening, length: toMs(300) }] }
  given(afterTopicStart).when('agenda.adjust', over, 'chair').thenRefused('conflict')
  const nowhere = { ...delayedAdjustment, lengths: [{ segment: 'lunch' as SegmentId, length: toMs(300) }] }
  given(afterTopicStart).when('agenda.adjust', nowhere, 'chair').thenRefused('no-such-segment')
  given([]).when('agenda.adjust', delayedAdjustment, 'chair').thenRefused('session-not-open')
})

const changeSegment = (id: string, part: Partial<Plan['segments'][number]>): Plan => ({
  ...plan,
  segments: plan.segments.map((segment) => (segment.id === id ? { ...segment, ...part } : segment)),
})

test('[A12] a segment opens the list if the plan says so, and only then', () => {
  expect(replay([openSession, startTopic], createState(changeSegment('topic', { opensList: true }))).queue.status).toEqual({ kind: 'open' })
  expect(replay([openSession], createState(changeSegment('opening', { opensList: true }))).queue.status).toEqual({ kind: 'open' })
  expect(replay([openSession, startTopic]).queue.status).toEqual({ kind: 'closed', at: null })
})

const programmeSpeakers = [
  { entity: 'Panel', group: null, limit: toMs(300) },
  { entity: 'Standards body', group: 'technical' as never, limit: null },
]

test('[A13] programme speakers join the list when their segment starts, once, with their own limits', () => {
  const history = [openSession, startTopic]
  const { queue } = replay(history, createState(changeSegment('topic', { kind: 'panel', speakers: programmeSpeakers })))
  const entries = queue.order.flatMap(({ entry }) => queue.entries.get(entry) ?? [])
  expect(entries).toMatchObject([
    { speaker: { person: 'panel', entity: 'Panel' }, limit: 300_000, programmeRank: 0 },
    { speaker: { person: null, entity: 'Standards body', group: 'technical' }, limit: null, programmeRank: 1 },
  ])
  expect(queue.order.map(({ cause }) => cause)).toEqual(['programme', 'programme'])
  expect(queue.requests).toEqual([])
  const returned = [
    ...history,
    command('chair', 'agenda.go', { to: opening, expectedCurrent: topic }),
    command('chair', 'agenda.go', { to: topic, expectedCurrent: opening }),
  ]
  expect(replay(returned, createState(changeSegment('topic', { speakers: programmeSpeakers }))).queue.order).toHaveLength(2)
})
