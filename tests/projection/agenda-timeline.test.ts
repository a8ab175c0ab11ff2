import type { PlannedSegment } from '@rostrum/shared/contract/plan'
import { type Instant, minutes, noTime, plus } from '@rostrum/shared/kernel/time'
import type { ProgressView } from '@rostrum/shared/projection/agenda/parts'
import { segmentEnd, timelineAt } from '@rostrum/shared/projection/agenda/timeline'
import { expect, test } from 'vitest'
import { noon } from '../support/fixtures.ts'

const clock = (hours: number, minute: number): Instant => plus(noon, minutes((hours - 12) * 60 + minute))
/** The model session: 90 minutes from 11:30, with the hard end at 13:00. */
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
    ({ id, kind: 'topic', title: id, question: null, startsAt: clock(hour, minute), length: minutes(length), endsBy: null }) as never,
)
const progress = {
  current: 'topic-2',
  held: {
    opening: { beganAt: clock(11, 30), endedAt: clock(11, 42) },
    'topic-1': { beganAt: clock(11, 42), endedAt: clock(12, 4) },
    'topic-2': { beganAt: clock(12, 4), endedAt: null, suspendedFor: noTime },
  },
  lengths: {},
  suspendedAt: null,
} as never as ProgressView
const nothingYet = { current: null, held: {}, lengths: {}, suspendedAt: null }

const at = (timeline: ReturnType<typeof timelineAt>, id: string) => timeline.segments.find(({ segment }) => segment.id === id)

test('[A7] planned 12:00 to 12:34 and begun at 12:04: likely until 12:38, the whole until 13:04, 4 min behind', () => {
  const timeline = timelineAt(plan, progress, clock(12, 10))
  expect(at(timeline, 'topic-2')).toMatchObject({ standing: 'current', beganAt: clock(12, 4), endedAt: null, likelyEnd: clock(12, 38) })
  expect(at(timeline, 'topic-3')).toMatchObject({ standing: 'ahead', beganAt: null, likelyStart: clock(12, 38), likelyEnd: clock(12, 56) })
  expect(at(timeline, 'opening')).toMatchObject({ standing: 'done', endedAt: clock(11, 42), likelyEnd: clock(11, 42) })
  expect(timeline).toMatchObject({ likelyEnd: clock(13, 4), behind: minutes(4) })
})

test('[A7] a segment that overruns pushes what follows with every minute', () =>
  expect(timelineAt(plan, progress, clock(12, 45))).toMatchObject({ likelyEnd: clock(13, 11), behind: minutes(11) }))

test('[A7] nothing waits for its planned time when there is time; a late start moves all', () => {
  const early = {
    current: 'topic-1',
    held: { opening: { beganAt: clock(11, 30), endedAt: clock(11, 35) }, 'topic-1': { beganAt: clock(11, 35), endedAt: null } },
    lengths: {},
    suspendedAt: null,
  } as never
  expect(timelineAt(plan, early, clock(11, 36)).behind).toBe(minutes(-5))
  expect(timelineAt(plan, nothingYet, clock(11, 37))).toMatchObject({ behind: minutes(7) })
  expect(timelineAt(plan, nothingYet, clock(11, 0))).toMatchObject({ behind: 0, likelyEnd: clock(13, 0) })
})

test('[A7] without segments nothing is late', () =>
  expect(timelineAt([], nothingYet, noon)).toEqual({ segments: [], likelyEnd: noon, behind: 0 }))

test('[A8] a segment gives way when all that follows still fits before the hard end', () => {
  expect(segmentEnd(plan, progress, clock(13, 0), clock(12, 10))).toBe(clock(12, 34))
  expect(segmentEnd(plan, progress, clock(13, 30), clock(12, 10))).toBe(clock(12, 38))
  expect(segmentEnd(plan, nothingYet, clock(13, 0), clock(12, 10))).toBe(clock(13, 0))
})

test('[A8] a hard end of its own comes first', () => {
  const bound = plan.map((segment) => (segment.id === ('topic-2' as never) ? { ...segment, endsBy: clock(12, 30) } : segment))
  expect(segmentEnd(bound, progress, clock(13, 30), clock(12, 10))).toBe(clock(12, 30))
})

test('[A9] what a remedy has made of a part is reckoned with instead of the plan', () => {
  const relieved = { ...progress, lengths: { 'topic-3': minutes(14) } } as ProgressView
  expect(timelineAt(plan, relieved, clock(12, 10))).toMatchObject({ likelyEnd: clock(13, 0), behind: 0 })
  expect(segmentEnd(plan, relieved, clock(13, 0), clock(12, 10))).toBe(clock(12, 38))
})

test('[A11] a break is added to the part in which it was, while it lasts and after', () => {
  const pausing = { ...progress, suspendedAt: clock(12, 10) }
  expect(timelineAt(plan, pausing, clock(12, 15)).likelyEnd).toBe(clock(13, 9))
  const held = { ...progress.held, 'topic-2': { beganAt: clock(12, 4), endedAt: null, suspendedFor: minutes(5) } } as ProgressView['held']
  expect(timelineAt(plan, { ...progress, held }, clock(12, 20)).likelyEnd).toBe(clock(13, 9))
  expect(segmentEnd(plan, { ...progress, held }, clock(13, 30), clock(12, 20))).toBe(clock(12, 43))
})
