import type { PlannedSegment } from '@rostrum/shared/contract/plan'
import { addMillis, type Instant, minutes, seconds } from '@rostrum/shared/kernel/time'
import type { ProgressView } from '@rostrum/shared/projection/agenda/parts'
import { findRemedies } from '@rostrum/shared/projection/agenda/remedies'
import { computeTimeline } from '@rostrum/shared/projection/agenda/timeline'
import type { WaitingSpeaker } from '@rostrum/shared/projection/queue/forecast'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noon, plan as session } from '../support/fixtures.ts'

/** Plans segments of these lengths, one after the other, from twelve o'clock. */
const makePlan = (lengths: readonly number[]): readonly PlannedSegment[] => {
  let free: Instant = noon
  return lengths.map((length, index) => {
    const segment = { id: `part-${index}`, kind: 'topic', title: 'Part', question: null, startsAt: free, length: minutes(length) }
    free = addMillis(free, segment.length)
    return { ...segment, endsBy: null, opensList: false, speakers: [] } as unknown as PlannedSegment
  })
}
const plan = makePlan([10, 20, 34, 18, 8])
const toMinute = (minute: number): Instant => addMillis(noon, minutes(minute))
const hardEnd = toMinute(90)
const makeProgress = (late: number): ProgressView =>
  ({
    current: 'part-2',
    actual: {
      'part-0': { startedAt: noon, endedAt: toMinute(10) },
      'part-1': { startedAt: toMinute(10), endedAt: toMinute(30 + late) },
      'part-2': { startedAt: toMinute(30 + late), endedAt: null },
    },
    lengths: {},
    suspendedAt: null,
  }) as never
const waitingSpeaker: WaitingSpeaker = { kind: 'intervention', group: null, channel: 'room', ownLimit: null }
const makeQueueInput = (waiting: number, free: Instant) => ({
  limits: session.floor.limits,
  waiting: Array.from({ length: waiting }, () => waitingSpeaker),
  pace: { handover: seconds(15), share: 1, spread: 0 },
  free,
})
const makeTimeInput = (late: number, now: Instant) => ({ plan, progress: makeProgress(late), hardEnd, now, floorFree: now })

test('[A10] four minutes late: time is taken from all later segments in proportion, from the next one, or by shorter interventions', () => {
  expect(findRemedies(makeTimeInput(4, toMinute(40)), makeQueueInput(10, toMinute(40)))).toEqual([
    {
      remedy: 'later',
      lengths: [
        { segment: 'part-3', from: minutes(18), length: minutes(15) },
        { segment: 'part-4', from: minutes(8), length: minutes(7) },
      ],
      limit: null,
      gained: minutes(4),
      needed: minutes(4),
      reached: { without: 7, with: 8 },
    },
    {
      remedy: 'next',
      lengths: [{ segment: 'part-3', from: minutes(18), length: minutes(14) }],
      limit: null,
      gained: minutes(4),
      needed: minutes(4),
      reached: { without: 7, with: 8 },
    },
    {
      remedy: 'shorten',
      lengths: [{ segment: 'part-2', from: minutes(34), length: minutes(30) }],
      limit: 120_000,
      gained: minutes(4),
      needed: minutes(4),
      reached: { without: 7, with: 10 },
    },
  ])
})

test('[A10] nothing is offered on time, and a remedy that would not help never is', () => {
  expect(findRemedies(makeTimeInput(0, toMinute(40)), makeQueueInput(10, toMinute(40)))).toEqual([])
  expect(findRemedies(makeTimeInput(4, toMinute(40)), makeQueueInput(0, toMinute(40))).map(({ remedy }) => remedy)).toEqual([
    'later',
    'next',
  ])
  expect(findRemedies(makeTimeInput(4, toMinute(40)), makeQueueInput(1, toMinute(40))).map(({ remedy }) => remedy)).toEqual([
    'later',
    'next',
  ])
  const last = {
    ...makeProgress(4),
    current: 'part-4',
    actual: { ...makeProgress(4).actual, 'part-4': { startedAt: toMinute(86), endedAt: null, suspendedFor: 0 } },
  } as never as ProgressView
  expect(
    findRemedies({ plan, progress: last, hardEnd, now: toMinute(87), floorFree: toMinute(87) }, makeQueueInput(0, toMinute(87))),
  ).toEqual([])
})

test('[A10] where the next segment alone can give time, the same minutes are offered once', () => {
  const offer = (lengths: readonly number[]) => {
    const input = { plan: makePlan(lengths), progress: makeProgress(4), hardEnd, now: toMinute(40), floorFree: toMinute(40) }
    return findRemedies(input, makeQueueInput(0, toMinute(40))).map((effect) => [effect.remedy, effect.lengths.length])
  }
  const nextAlone = [['next', 1]]
  expect(offer([10, 20, 34, 18])).toEqual(nextAlone)
  // The last segment has a minute, and none to give.
  expect(offer([10, 20, 34, 18, 1])).toEqual(nextAlone)
  // The next segment has nothing to give, and the one after it has.
  expect(offer([10, 20, 34, 1, 18])).toEqual([['later', 1]])
  expect(offer([10, 20, 34, 18, 8])).toEqual([
    ['later', 2],
    ['next', 1],
  ])
})

test('[A14] shorter interventions are not offered if they do not reach more of those who wait', () => {
  const offer = (waiting: number, ownLimit: number | null, now: Instant) => {
    const queue = makeQueueInput(waiting, now)
    const speakers = queue.waiting.map((speaker) => ({ ...speaker, ownLimit: ownLimit === null ? null : seconds(ownLimit) }))
    return findRemedies(makeTimeInput(4, now), { ...queue, waiting: speakers }).find(({ remedy }) => remedy === 'shorten')?.reached
  }
  expect(offer(10, null, toMinute(40))).toEqual({ without: 7, with: 10 })
  // The programme gives everybody a limit, so a shorter limit for all changes no turn.
  expect(offer(10, 180, toMinute(40))).toBeUndefined()
  // The time of the segment is over for all of them, whatever the limit.
  expect(offer(10, null, toMinute(63))).toBeUndefined()
})

test('[A14] time taken from later segments reaches more people in this one, and the remedy contains how many', () => {
  const reached = findRemedies(makeTimeInput(4, toMinute(40)), makeQueueInput(10, toMinute(40))).map((effect) => effect.reached)
  expect(reached.every((count) => count.with > count.without)).toBe(true)
})

test('[A10] each segment keeps at least half of its planned length and a minute, and the remedy shows any shortfall', () => {
  const [later, next] = findRemedies(makeTimeInput(20, toMinute(55)), makeQueueInput(0, toMinute(55)))
  expect(later).toMatchObject({ gained: minutes(13), needed: minutes(20), lengths: [{ length: minutes(9) }, { length: minutes(4) }] })
  expect(next).toMatchObject({ gained: minutes(9), needed: minutes(20) })
})

test('[A10] a remedy gains exactly what it states, and never takes a segment below its minimum', () =>
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 3, maxLength: 8 }),
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 0, max: 30 }),
      (lengths, late, waiting) => {
        const parts = makePlan(lengths)
        const began = addMillis(noon, minutes(late))
        const progress = {
          current: 'part-0',
          actual: { 'part-0': { startedAt: began, endedAt: null, suspendedFor: 0 } },
          lengths: {},
          suspendedAt: null,
        } as never
        const now = addMillis(began, seconds(30))
        const end = addMillis(noon, minutes(lengths.reduce((total, length) => total + length, 0)))
        const before = computeTimeline(parts, progress, now)
        for (const { remedy, lengths: changed, gained: won } of findRemedies(
          { plan: parts, progress, hardEnd: end, now, floorFree: now },
          makeQueueInput(waiting, now),
        )) {
          const then = {
            ...(progress as ProgressView),
            lengths: Object.fromEntries(changed.map(({ segment, length }) => [segment, length])),
          }
          expect(before.likelyEnd - computeTimeline(parts, then, now).likelyEnd).toBe(won)
          for (const { segment, length } of changed) {
            const planned = parts.find(({ id }) => id === segment)?.length ?? 0
            expect(length).toBeGreaterThanOrEqual(remedy === 'shorten' ? 60_000 : Math.max(60_000, planned / 2))
          }
        }
      },
    ),
  ))
