import type { SegmentId } from '@rostrum/shared/kernel/ids'
import { expect, test } from 'vitest'
import { sinceNoon, plan } from '../support/fixtures.ts'
import { calls, given, joins, listOpen, open, said, stateAfter, turnOf } from '../support/given.ts'

const opening = 'opening' as SegmentId
const topic = 'topic' as SegmentId
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
    opening: { beganAt: sinceNoon(1), endedAt: sinceNoon(600) },
    topic: { beganAt: sinceNoon(600), endedAt: null },
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
