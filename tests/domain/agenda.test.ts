import type { SegmentId } from '@rostrum/shared/contract/ids'
import type { Plan } from '@rostrum/shared/contract/plan'
import { expect, test } from 'vitest'
import { founded, plan, sinceNoon } from '../support/fixtures.ts'
import { calls, given, joins, listOpen, open, said, stateAfter, turnOf } from '../support/given.ts'

const opening = 'opening' as SegmentId
const topic = 'topic' as SegmentId
const ms = (seconds: number) => (seconds * 1000) as never
const toTopic = said('chair', 'agenda.go', { to: topic, expectedCurrent: opening }, { at: 600 })

test('[A1] going on ends the current segment and begins the next', () => {
  const state = given([open])
    .when('agenda.go', { to: topic, expectedCurrent: opening }, 'chair', { at: 600 })
    .then([
      { type: 'agenda.ended', data: { segment: opening } },
      { type: 'agenda.began', data: { segment: topic } },
      { type: 'queue.moved-on', data: { segment: topic } },
    ])
  expect(state.agenda.held).toEqual({
    opening: { beganAt: sinceNoon(1), endedAt: sinceNoon(600), suspendedFor: 0 },
    topic: { beganAt: sinceNoon(600), endedAt: null, suspendedFor: 0 },
  })
})

test('[A2] a driver who believes another segment to be current is told so', () =>
  given([open, toTopic])
    .when('agenda.go', { to: 'closing' as SegmentId, expectedCurrent: opening }, 'desk')
    .thenRefused('moved-on'))

test('[A2] going where one is does nothing, whatever was expected', () =>
  given([open, toTopic]).when('agenda.go', { to: topic, expectedCurrent: opening }, 'desk').thenNothing())

test('[A3] the agenda waits for whoever has the floor', () =>
  given([...listOpen, joins('gov-1'), calls('gov-1')])
    .when('agenda.go', { to: topic, expectedCurrent: opening }, 'chair')
    .thenRefused('floor-taken'))

test('[A4] a segment that is not planned cannot be reached', () =>
  given([open])
    .when('agenda.go', { to: 'lunch' as SegmentId, expectedCurrent: opening }, 'chair')
    .thenRefused('no-such-segment'))

test('[A5] a segment that is returned to keeps its first beginning, and the plan never changes', () => {
  const state = stateAfter([open, toTopic, said('chair', 'agenda.go', { to: opening, expectedCurrent: topic }, { at: 700 })])
  expect(state.agenda.held).toMatchObject({
    opening: { beganAt: sinceNoon(1), endedAt: null },
    topic: { beganAt: sinceNoon(600), endedAt: sinceNoon(700) },
  })
  expect(state.agenda.segments).toEqual(plan.segments)
})

test('[A6] with a new segment the order counts floors given from nought', () => {
  const history = [
    ...listOpen,
    joins('gov-1'),
    calls('gov-1'),
    said('chair', 'floor.start', { turn: turnOf('turn-gov-1') }),
    said('chair', 'floor.end', { turn: turnOf('turn-gov-1') }),
  ]
  expect(stateAfter(history).queue.served).toHaveLength(1)
  expect(stateAfter([...history, toTopic]).queue.served).toEqual([])
})

const closing = 'closing' as SegmentId
const late = {
  remedy: 'next' as const,
  lengths: [{ segment: closing, length: ms(300) }],
  limit: null,
  expectedCurrent: topic,
  expectedLimit: ms(180),
}
const inTopic = [open, toTopic]

test('[A9] a remedy changes what is reckoned with, never the plan, and is recorded', () => {
  const state = given(inTopic)
    .when('agenda.adjust', late, 'chair', { at: 700 })
    .then([{ type: 'agenda.adjusted', data: { remedy: 'next', lengths: { closing: 300_000 } } }])
  expect(state.agenda).toMatchObject({
    lengths: { closing: 300_000 },
    adjusted: [{ remedy: 'next', at: sinceNoon(700) }],
    segments: plan.segments,
  })
})

test('[A9] shorter interventions come with their limit', () => {
  const shorter = { ...late, remedy: 'shorten' as const, lengths: [{ segment: topic, length: ms(1200) }], limit: ms(120) }
  const state = given(inTopic)
    .when('agenda.adjust', shorter, 'desk')
    .then([
      { type: 'agenda.adjusted', data: { remedy: 'shorten', lengths: { topic: 1_200_000 } } },
      { type: 'floor.limited', data: { scope: { kind: 'everyone' }, limit: 120_000 } },
    ])
  expect(state.floor.limits.everyone).toBe(120_000)
})

test('[A9] what was previewed against something else is not done', () => {
  given(inTopic)
    .when('agenda.adjust', { ...late, expectedCurrent: opening }, 'chair')
    .thenRefused('moved-on')
  given(inTopic)
    .when('agenda.adjust', { ...late, expectedLimit: ms(60) }, 'chair')
    .thenRefused('moved-on')
  const over = { ...late, lengths: [{ segment: opening, length: ms(300) }] }
  given(inTopic).when('agenda.adjust', over, 'chair').thenRefused('moved-on')
  const nowhere = { ...late, lengths: [{ segment: 'lunch' as SegmentId, length: ms(300) }] }
  given(inTopic).when('agenda.adjust', nowhere, 'chair').thenRefused('no-such-segment')
  given([]).when('agenda.adjust', late, 'chair').thenRefused('session-not-open')
})

const withPart = (id: string, part: Partial<Plan['segments'][number]>): Plan => ({
  ...plan,
  segments: plan.segments.map((segment) => (segment.id === id ? { ...segment, ...part } : segment)),
})

test('[A12] a part opens the list where the plan says so, and only then', () => {
  expect(stateAfter([open, toTopic], founded(withPart('topic', { opensList: true }))).queue.standing).toEqual({ kind: 'open' })
  expect(stateAfter([open], founded(withPart('opening', { opensList: true }))).queue.standing).toEqual({ kind: 'open' })
  expect(stateAfter([open, toTopic]).queue.standing).toEqual({ kind: 'closed', at: null })
})

const listed = [
  { entity: 'Panel', group: null, limit: ms(300) },
  { entity: 'Standards body', group: 'technical' as never, limit: null },
]

test('[A13] listed speakers stand in the list when their part begins, once, with their own limits', () => {
  const history = [open, toTopic]
  const { queue } = stateAfter(history, founded(withPart('topic', { kind: 'panel', speakers: listed })))
  const entries = queue.line.flatMap(({ entry }) => queue.entries[entry] ?? [])
  expect(entries).toMatchObject([
    { speaker: { person: 'panel', entity: 'Panel' }, limit: 300_000, listed: 0 },
    { speaker: { person: null, entity: 'Standards body', group: 'technical' }, limit: null, listed: 1 },
  ])
  expect(queue.line.map(({ cause }) => cause)).toEqual(['listed', 'listed'])
  expect(queue.requests).toEqual([])
  const returned = [
    ...history,
    said('chair', 'agenda.go', { to: opening, expectedCurrent: topic }),
    said('chair', 'agenda.go', { to: topic, expectedCurrent: opening }),
  ]
  expect(stateAfter(returned, founded(withPart('topic', { speakers: listed }))).queue.line).toHaveLength(2)
})
