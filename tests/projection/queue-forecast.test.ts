import type { FloorState } from '@rostrum/shared/contract/floor'
import type { GroupId } from '@rostrum/shared/contract/ids'
import type { Limits } from '@rostrum/shared/contract/limits'
import { type Millis, minutes, seconds, toMillis, zeroMillis } from '@rostrum/shared/kernel/time'
import { computePace } from '@rostrum/shared/projection/floor/pace'
import {
  applyLimit,
  countReached,
  countReachedRange,
  estimateWindow,
  findLimitForAll,
  listLimitChoices,
  type WaitingSpeaker,
} from '@rostrum/shared/projection/queue/forecast'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterNoon, noon, plan } from '../support/fixtures.ts'

const timeLeft = minutes(23)
const asPlanned = { handover: seconds(15), share: 1, spread: 0 }
const makeLimits = (everyone: Millis): Limits => ({ ...plan.floor.limits, everyone })
const threeMinuteLimits = makeLimits(minutes(3))
const government = 'government' as GroupId
const waitingSpeaker: WaitingSpeaker = { kind: 'intervention', group: government, channel: 'room', ownLimit: null }
const makeWaiting = (count: number): readonly WaitingSpeaker[] => Array.from({ length: count }, () => waitingSpeaker)
const repeatLimit = (count: number, limit: Millis): readonly Millis[] => Array.from({ length: count }, () => limit)

test.each([
  [180, 7],
  [120, 10],
  [90, 13],
  [60, 17],
])('[F23] 17 waiting and 23 min left: at %d s, %d are heard', (limit, count) =>
  expect(countReached(repeatLimit(17, seconds(limit)), timeLeft, asPlanned)).toBe(count),
)

test('[F23, V127] the limits to choose from, one longer than the current one, with the number of speakers that each allows', () =>
  expect(listLimitChoices(minutes(3), threeMinuteLimits, makeWaiting(17), timeLeft, asPlanned)).toEqual([
    { limit: 270_000, reachedCount: 4, reachesAll: false },
    { limit: 180_000, reachedCount: 7, reachesAll: false },
    { limit: 120_000, reachedCount: 10, reachesAll: false },
    { limit: 60_000, reachedCount: 17, reachesAll: true },
  ]))

test('[F23] the limits to choose from do not depend on the time left, and none is below a minute', () => {
  const list = (base: number, left: number) =>
    listLimitChoices(seconds(base), threeMinuteLimits, makeWaiting(17), minutes(left), asPlanned).map(({ limit }) => limit / 1000)
  expect([list(180, 40), list(180, 23), list(180, 1)]).toEqual([1, 2, 3].map(() => [270, 180, 120, 60]))
  expect([list(300, 23), list(120, 23), list(60, 23), list(45, 23)]).toEqual([
    [450, 300, 195, 105],
    [180, 120, 75, 60],
    [90, 60],
    [75, 45],
  ])
})

test('[F23] with nobody waiting, or time for all, the current limit stays', () => {
  expect(findLimitForAll(threeMinuteLimits, [], timeLeft, asPlanned)).toBe(180_000)
  expect(findLimitForAll(threeMinuteLimits, makeWaiting(3), timeLeft, asPlanned)).toBe(180_000)
  expect(countReached(repeatLimit(5, minutes(3)), zeroMillis, asPlanned)).toBe(0)
  expect(countReached(repeatLimit(5, minutes(3)), toMillis(-60_000), asPlanned)).toBe(0)
})

test('[F23] each speaker counts with their own limit, in the speaking order', () => {
  const limits = { ...threeMinuteLimits, groups: { [government]: minutes(4) } }
  const guest = { ...waitingSpeaker, group: null }
  expect([...applyLimit(limits, [waitingSpeaker, guest, { ...guest, ownLimit: minutes(5) }], threeMinuteLimits.everyone)]).toEqual([
    240_000, 180_000, 300_000,
  ])
  expect([...applyLimit(limits, [waitingSpeaker, guest, { ...guest, ownLimit: minutes(5) }], minutes(2))]).toEqual([
    120_000, 120_000, 300_000,
  ])
  expect(countReached([minutes(4), minutes(1), minutes(4)], minutes(6), asPlanned)).toBe(2)
})

test('[F31] speakers who use less time make room for more; if their times vary, the forecast is a range', () => {
  const half = { ...asPlanned, share: 0.5 }
  expect(countReached(repeatLimit(17, minutes(3)), timeLeft, half)).toBe(13)
  expect(countReachedRange(repeatLimit(17, minutes(3)), timeLeft, asPlanned)).toEqual([7, 7])
  expect(countReachedRange(repeatLimit(17, minutes(3)), timeLeft, { ...half, spread: 0.2 })).toEqual([9, 17])
})

const makePastTurn = (used: number, limit = 180): FloorState['past'][number] =>
  ({ kind: 'intervention', used: seconds(used), limit: seconds(limit), extended: zeroMillis }) as never

test('[F34] accidental and passed turns, of less than a quarter of their limit, do not count for the pace', () => {
  const spoken = [170, 160, 175].map((used) => makePastTurn(used))
  const slips = [2, 0, 5, 1, 30, 3].map((used) => makePastTurn(used))
  expect(computePace([...spoken.slice(0, 2), ...slips, ...spoken.slice(2)])).toEqual(computePace(spoken))
  expect(computePace(slips)).toEqual({ share: 1, spread: 0 })
  expect(computePace([makePastTurn(45)]).share).toBeLessThan(1)
})

test('[F34] after a few short turns the range for 192 who wait stays plausible', () => {
  const pace = { handover: seconds(2), ...computePace([2, 170, 3, 46, 1, 4].map((used) => makePastTurn(used))) }
  const limits = repeatLimit(192, minutes(3))
  const expected = countReached(limits, timeLeft, pace)
  const [few, many] = countReachedRange(limits, timeLeft, pace)
  expect(few).toBeLessThanOrEqual(expected)
  expect(many).toBeGreaterThanOrEqual(expected)
  expect(many).toBeLessThanOrEqual(2 * few)
  expect(many).toBeLessThan(20)
})

test('[F34] for any pace the expected number is in the range, and the highest is at most twice the lowest', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 200 }),
      fc.integer({ min: 0, max: 7200 }),
      fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 12 }),
      fc.integer({ min: 0, max: 40 }),
      (waiting, left, used, handover) => {
        const pace = { handover: seconds(handover), ...computePace(used.map((one) => makePastTurn(one))) }
        const limits = repeatLimit(waiting, minutes(3))
        const [few, many] = countReachedRange(limits, seconds(left), pace)
        const expected = countReached(limits, seconds(left), pace)
        expect([few <= expected, expected <= many, many <= Math.max(2 * few, expected)]).toEqual([true, true, true])
        const { likely, from, until } = estimateWindow(limits, noon, pace)
        expect([from <= likely, likely <= until]).toEqual([true, true])
      },
    ),
  ))

const arbitraryFigures = fc.record({
  waiting: fc.integer({ min: 0, max: 120 }),
  left: fc.integer({ min: -600, max: 7200 }),
  limit: fc.integer({ min: 2, max: 40 }),
  handover: fc.integer({ min: 0, max: 60 }),
  share: fc.double({ min: 0.3, max: 1.5, noNaN: true }),
})
const makePace = ({ handover, share }: { readonly handover: number; readonly share: number }) => ({
  handover: seconds(handover),
  share,
  spread: 0,
})

test('[F24] the suggested limit is the longest that suffices, a multiple of 15 s between a minute and the current limit', () =>
  fc.assert(
    fc.property(arbitraryFigures, (of) => {
      const [time, present, pace] = [seconds(of.left), seconds(of.limit * 15), makePace(of)]
      const limit = findLimitForAll(makeLimits(present), makeWaiting(of.waiting), time, pace)
      expect(limit % 15_000).toBe(0)
      expect(limit).toBeLessThanOrEqual(present)
      expect(limit).toBeGreaterThanOrEqual(Math.min(60_000, present))
      const isEnough = (one: number) => countReached(repeatLimit(of.waiting, toMillis(one)), time, pace) === of.waiting
      if (of.waiting > 0 && limit > Math.min(60_000, present)) expect(isEnough(limit)).toBe(true)
      if (of.waiting > 0 && limit < present) expect(isEnough(limit + 15_000)).toBe(false)
    }),
  ))

test('[F24] each shorter limit allows as many speakers or more', () =>
  fc.assert(
    fc.property(arbitraryFigures, (of) => {
      const base = seconds(of.limit * 15)
      const choices = listLimitChoices(base, makeLimits(base), makeWaiting(of.waiting), seconds(of.left), makePace(of))
      for (const [index, choice] of choices.entries()) {
        const longer = choices[index - 1]
        if (longer) expect([choice.limit < longer.limit, choice.reachedCount >= longer.reachedCount]).toEqual([true, true])
      }
      expect(choices.some(({ limit }) => limit === of.limit * 15_000)).toBe(true)
    }),
  ))

test('[F25] the window contains the likely time, and widens with the number ahead, from one minute on', () => {
  expect(estimateWindow([], noon, asPlanned)).toEqual({ likely: afterNoon(15), from: afterNoon(15), until: afterNoon(15 + 60) })
  expect(estimateWindow(repeatLimit(3, minutes(3)), noon, asPlanned)).toEqual({
    likely: afterNoon(60 + 513),
    from: afterNoon(60 + 432),
    until: afterNoon(60 + 594),
  })
  const strays = estimateWindow(repeatLimit(3, minutes(3)), noon, { ...asPlanned, spread: 0.4 })
  expect([strays.from, strays.until]).toEqual([afterNoon(60 + 324), afterNoon(60 + 756)])
})
