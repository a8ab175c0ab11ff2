import type { PlannedSegment } from '@rostrum/shared/contract/plan'
import { addMillis, type Instant, minutes, toMillis, zeroMillis } from '@rostrum/shared/kernel/time'
import type { ProgressView } from '@rostrum/shared/projection/agenda/parts'
import { computeSegmentEnd, computeTimeline, countMinutesBehind } from '@rostrum/shared/projection/agenda/timeline'
import { expect, test } from 'vitest'
import { noon } from '../support/fixtures.ts'

const toTime = (hours: number, minute: number): Instant => addMillis(noon, minutes((hours - 12) * 60 + minute))
/** The model session: 90 minutes from 11:30, with the hard stop at 13:00. */
const plan: readonly PlannedSegment[] = (
  [
    ['opening', 11, 30, 10],
    ['topic-1', 11, 40, 20],
    ['topic-2', 12, 0, 34],
    ['topic-3', 12, 34, 18],
    ['closing', 12, 52, 8],
  ] as const
).map(
  ([id, hour, minute, length]) =>
    ({ id, kind: 'topic', title: id, question: null, startsAt: toTime(hour, minute), length: minutes(length), endsBy: null }) as never,
)
const progress = {
  current: 'topic-2',
  actual: {
    opening: { startedAt: toTime(11, 30), endedAt: toTime(11, 42) },
    'topic-1': { startedAt: toTime(11, 42), endedAt: toTime(12, 4) },
    'topic-2': { startedAt: toTime(12, 4), endedAt: null, suspendedFor: zeroMillis },
  },
  lengths: {},
  suspendedAt: null,
} as never as ProgressView
const emptyProgress = { current: null, actual: {}, lengths: {}, suspendedAt: null }

const findSegment = (timeline: ReturnType<typeof computeTimeline>, id: string) => timeline.segments.find(({ segment }) => segment.id === id)

test('[V160] the delay is in whole minutes, and less than a minute is no delay', () => {
  const count = (seconds: number) => countMinutesBehind({ behind: toMillis(seconds * 1000) })
  expect([59, 60, 119, 150, -60, -119].map(count)).toEqual([0, 1, 1, 2, -1, -1])
  expect(count(-59) < 0).toBe(false)
})

test('[A7] planned for 12:00 to 12:34 and started at 12:04: likely until 12:38, the session until 13:04, 4 min late', () => {
  const timeline = computeTimeline(plan, progress, toTime(12, 10))
  expect(findSegment(timeline, 'topic-2')).toMatchObject({
    status: 'current',
    startedAt: toTime(12, 4),
    endedAt: null,
    likelyEnd: toTime(12, 38),
  })
  expect(findSegment(timeline, 'topic-3')).toMatchObject({
    status: 'ahead',
    startedAt: null,
    likelyStart: toTime(12, 38),
    likelyEnd: toTime(12, 56),
  })
  expect(findSegment(timeline, 'opening')).toMatchObject({ status: 'done', endedAt: toTime(11, 42), likelyEnd: toTime(11, 42) })
  expect(timeline).toMatchObject({ likelyEnd: toTime(13, 4), behind: minutes(4) })
})

test('[A7] every minute of overrun delays all later segments', () =>
  expect(computeTimeline(plan, progress, toTime(12, 45))).toMatchObject({ likelyEnd: toTime(13, 11), behind: minutes(11) }))

test('[A7] no segment waits for its planned time; a late start delays all', () => {
  const early = {
    current: 'topic-1',
    actual: { opening: { startedAt: toTime(11, 30), endedAt: toTime(11, 35) }, 'topic-1': { startedAt: toTime(11, 35), endedAt: null } },
    lengths: {},
    suspendedAt: null,
  } as never
  expect(computeTimeline(plan, early, toTime(11, 36)).behind).toBe(minutes(-5))
  expect(computeTimeline(plan, emptyProgress, toTime(11, 37))).toMatchObject({ behind: minutes(7) })
  expect(computeTimeline(plan, emptyProgress, toTime(11, 0))).toMatchObject({ behind: 0, likelyEnd: toTime(13, 0) })
})

test('[A18] a segment that the Chair went past is skipped, and delays nothing', () => {
  const taken = Object.entries(progress.actual).filter(([id]) => id !== 'topic-1')
  const past: ProgressView = { ...progress, actual: Object.fromEntries(taken) }
  const { segments, likelyEnd } = computeTimeline(plan, past, toTime(12, 10))
  expect(segments.map(({ status }) => status)).toEqual(['done', 'skipped', 'current', 'ahead', 'ahead'])
  expect(likelyEnd).toBe(computeTimeline(plan, progress, toTime(12, 10)).likelyEnd)
})

test('[A7] without segments nothing is late', () =>
  expect(computeTimeline([], emptyProgress, noon)).toEqual({ segments: [], likelyEnd: noon, behind: 0 }))

test('[A8] a segment ends early enough for all later ones to fit before the hard stop', () => {
  expect(computeSegmentEnd(plan, progress, toTime(13, 0), toTime(12, 10))).toBe(toTime(12, 34))
  expect(computeSegmentEnd(plan, progress, toTime(13, 30), toTime(12, 10))).toBe(toTime(12, 38))
  expect(computeSegmentEnd(plan, emptyProgress, toTime(13, 0), toTime(12, 10))).toBe(toTime(13, 0))
})

test('[A8] a hard stop of its own comes first', () => {
  const bound = plan.map((segment) => (segment.id === ('topic-2' as never) ? { ...segment, endsBy: toTime(12, 30) } : segment))
  expect(computeSegmentEnd(bound, progress, toTime(13, 30), toTime(12, 10))).toBe(toTime(12, 30))
})

test('[A9] a length set by a remedy is used instead of the planned one', () => {
  const relieved = { ...progress, lengths: { 'topic-3': minutes(14) } } as ProgressView
  expect(computeTimeline(plan, relieved, toTime(12, 10))).toMatchObject({ likelyEnd: toTime(13, 0), behind: 0 })
  expect(computeSegmentEnd(plan, relieved, toTime(13, 0), toTime(12, 10))).toBe(toTime(12, 38))
})

test('[A11] a suspension is added to the segment in which it occurs, while it lasts and afterwards', () => {
  const pausing = { ...progress, suspendedAt: toTime(12, 10) }
  expect(computeTimeline(plan, pausing, toTime(12, 15)).likelyEnd).toBe(toTime(13, 9))
  const actual = {
    ...progress.actual,
    'topic-2': { startedAt: toTime(12, 4), endedAt: null, suspendedFor: minutes(5) },
  } as ProgressView['actual']
  expect(computeTimeline(plan, { ...progress, actual }, toTime(12, 20)).likelyEnd).toBe(toTime(13, 9))
  expect(computeSegmentEnd(plan, { ...progress, actual }, toTime(13, 30), toTime(12, 20))).toBe(toTime(12, 43))
})
