import type { PlannedSegment } from '@rostrum/shared/contract/plan'
import { type Instant, minutes, plus, seconds } from '@rostrum/shared/kernel/time'
import type { ProgressView } from '@rostrum/shared/projection/agenda/parts'
import { remediesAt } from '@rostrum/shared/projection/agenda/remedies'
import { timelineAt } from '@rostrum/shared/projection/agenda/timeline'
import type { Waiting } from '@rostrum/shared/projection/queue/forecast'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noon, plan as session } from '../support/fixtures.ts'

/** Ninety minutes from twelve. */
const planOf = (lengths: readonly number[]): readonly PlannedSegment[] => {
  let free: Instant = noon
  return lengths.map((length, index) => {
    const segment = { id: `part-${index}`, kind: 'topic', title: 'Part', question: null, startsAt: free, length: minutes(length) }
    free = plus(free, segment.length)
    return { ...segment, endsBy: null, opensList: false, speakers: [] } as unknown as PlannedSegment
  })
}
const plan = planOf([10, 20, 34, 18, 8])
const at = (minute: number): Instant => plus(noon, minutes(minute))
const hardEnd = at(90)
const begun = (late: number): ProgressView =>
  ({
    current: 'part-2',
    held: {
      'part-0': { beganAt: noon, endedAt: at(10) },
      'part-1': { beganAt: at(10), endedAt: at(30 + late) },
      'part-2': { beganAt: at(30 + late), endedAt: null },
    },
    lengths: {},
    suspendedAt: null,
  }) as never
const somebody: Waiting = { kind: 'intervention', group: null, channel: 'room', fixed: null }
const list = (waiting: number, free: Instant) => ({
  limits: session.floor.limits,
  waiting: Array.from({ length: waiting }, () => somebody),
  pace: { handover: seconds(15), share: 1, spread: 0 },
  free,
})
const timeOf = (late: number, now: Instant) => ({ plan, progress: begun(late), hardEnd, now })

test('[A10] four minutes late: from all later parts in proportion, from the next one, or by shorter interventions', () => {
  expect(remediesAt(timeOf(4, at(40)), list(10, at(40)))).toEqual([
    {
      remedy: 'later',
      lengths: [
        { segment: 'part-3', from: minutes(18), length: minutes(15) },
        { segment: 'part-4', from: minutes(8), length: minutes(7) },
      ],
      limit: null,
      won: minutes(4),
      needed: minutes(4),
    },
    {
      remedy: 'next',
      lengths: [{ segment: 'part-3', from: minutes(18), length: minutes(14) }],
      limit: null,
      won: minutes(4),
      needed: minutes(4),
    },
    {
      remedy: 'shorten',
      lengths: [{ segment: 'part-2', from: minutes(34), length: minutes(30) }],
      limit: 120_000,
      won: minutes(4),
      needed: minutes(4),
    },
  ])
})

test('[A10] nothing is offered on time, and nothing that would not help', () => {
  expect(remediesAt(timeOf(0, at(40)), list(10, at(40)))).toEqual([])
  expect(remediesAt(timeOf(4, at(40)), list(0, at(40))).map(({ remedy }) => remedy)).toEqual(['later', 'next'])
  expect(remediesAt(timeOf(4, at(40)), list(1, at(40))).map(({ remedy }) => remedy)).toEqual(['later', 'next'])
  const last = {
    ...begun(4),
    current: 'part-4',
    held: { ...begun(4).held, 'part-4': { beganAt: at(86), endedAt: null, suspendedFor: 0 } },
  } as never as ProgressView
  expect(remediesAt({ plan, progress: last, hardEnd, now: at(87) }, list(0, at(87)))).toEqual([])
})

test('[A10] each part keeps at least half of its plan and a minute, and what cannot be won is said', () => {
  const [later, next] = remediesAt(timeOf(20, at(55)), list(0, at(55)))
  expect(later).toMatchObject({ won: minutes(13), needed: minutes(20), lengths: [{ length: minutes(9) }, { length: minutes(4) }] })
  expect(next).toMatchObject({ won: minutes(9), needed: minutes(20) })
})

test('[A10] a remedy wins exactly what it says, and never takes a part below its least', () =>
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 3, maxLength: 8 }),
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 0, max: 30 }),
      (lengths, late, waiting) => {
        const parts = planOf(lengths)
        const began = plus(noon, minutes(late))
        const progress = {
          current: 'part-0',
          held: { 'part-0': { beganAt: began, endedAt: null, suspendedFor: 0 } },
          lengths: {},
          suspendedAt: null,
        } as never
        const now = plus(began, seconds(30))
        const end = plus(noon, minutes(lengths.reduce((total, length) => total + length, 0)))
        const before = timelineAt(parts, progress, now)
        for (const { remedy, lengths: changed, won } of remediesAt({ plan: parts, progress, hardEnd: end, now }, list(waiting, now))) {
          const then = {
            ...(progress as ProgressView),
            lengths: Object.fromEntries(changed.map(({ segment, length }) => [segment, length])),
          }
          expect(before.likelyEnd - timelineAt(parts, then, now).likelyEnd).toBe(won)
          for (const { segment, length } of changed) {
            const planned = parts.find(({ id }) => id === segment)?.length ?? 0
            expect(length).toBeGreaterThanOrEqual(remedy === 'shorten' ? 60_000 : Math.max(60_000, planned / 2))
          }
        }
      },
    ),
  ))
