import type { GroupId } from '@rostrum/shared/contract/ids'
import type { Limits } from '@rostrum/shared/contract/limits'
import { type Millis, millisOf, minutes, noTime, seconds } from '@rostrum/shared/kernel/time'
import {
  heard,
  heardBetween,
  limitChoices,
  limitForAll,
  limitsAt,
  type Waiting,
  windowFor,
} from '@rostrum/shared/projection/queue/forecast'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noon, plan, sinceNoon } from '../support/fixtures.ts'

const left = minutes(23)
const asPlanned = { handover: seconds(15), share: 1, spread: 0 }
const limitsOf = (everyone: Millis): Limits => ({ ...plan.floor.limits, everyone })
const three = limitsOf(minutes(3))
const government = 'government' as GroupId
const somebody: Waiting = { kind: 'intervention', group: government, channel: 'room', fixed: null }
const many = (count: number): readonly Waiting[] => Array.from({ length: count }, () => somebody)
const all = (count: number, limit: Millis): readonly Millis[] => Array.from({ length: count }, () => limit)

test.each([
  [180, 7],
  [120, 10],
  [90, 13],
  [60, 17],
])('[F23] 17 waiting and 23 min left: at %d s, %d are heard', (limit, count) =>
  expect(heard(all(17, seconds(limit)), left, asPlanned)).toBe(count),
)

test('[F23] the limits to choose from, longest first, with what each brings', () =>
  expect(limitChoices(three, many(17), left, asPlanned)).toEqual([
    { limit: 180_000, heard: 7, all: false },
    { limit: 120_000, heard: 10, all: false },
    { limit: 90_000, heard: 13, all: false },
    { limit: 60_000, heard: 17, all: true },
  ]))

test('[F23] with nobody waiting, or time for all, the present limit stays', () => {
  expect(limitForAll(three, [], left, asPlanned)).toBe(180_000)
  expect(limitForAll(three, many(3), left, asPlanned)).toBe(180_000)
  expect(heard(all(5, minutes(3)), noTime, asPlanned)).toBe(0)
  expect(heard(all(5, minutes(3)), millisOf(-60_000), asPlanned)).toBe(0)
})

test('[F23] each counts with the limit that is theirs, in the order in which they stand', () => {
  const limits = { ...three, groups: { [government]: minutes(4) } }
  const guest = { ...somebody, group: null }
  expect(limitsAt(limits, [somebody, guest, { ...guest, fixed: minutes(5) }], three.everyone)).toEqual([240_000, 180_000, 300_000])
  expect(limitsAt(limits, [somebody, guest, { ...guest, fixed: minutes(5) }], minutes(2))).toEqual([120_000, 120_000, 300_000])
  expect(heard([minutes(4), minutes(1), minutes(4)], minutes(6), asPlanned)).toBe(2)
})

test('[F31] speakers who use less leave room for more; where they stray, it is a range', () => {
  const half = { ...asPlanned, share: 0.5 }
  expect(heard(all(17, minutes(3)), left, half)).toBe(13)
  expect(heardBetween(all(17, minutes(3)), left, asPlanned)).toEqual([7, 7])
  expect(heardBetween(all(17, minutes(3)), left, { ...half, spread: 0.2 })).toEqual([9, 17])
})

const figures = fc.record({
  waiting: fc.integer({ min: 0, max: 120 }),
  left: fc.integer({ min: -600, max: 7200 }),
  limit: fc.integer({ min: 2, max: 40 }),
  handover: fc.integer({ min: 0, max: 60 }),
  share: fc.double({ min: 0.3, max: 1.5, noNaN: true }),
})
const paceOf = ({ handover, share }: { readonly handover: number; readonly share: number }) => ({
  handover: seconds(handover),
  share,
  spread: 0,
})

test('[F24] the limit for all is in steps of 15 s, between a minute and the present one, and the longest that does', () =>
  fc.assert(
    fc.property(figures, (of) => {
      const [time, present, pace] = [seconds(of.left), seconds(of.limit * 15), paceOf(of)]
      const limit = limitForAll(limitsOf(present), many(of.waiting), time, pace)
      expect(limit % 15_000).toBe(0)
      expect(limit).toBeLessThanOrEqual(present)
      expect(limit).toBeGreaterThanOrEqual(Math.min(60_000, present))
      const fits = (one: number) => heard(all(of.waiting, millisOf(one)), time, pace) === of.waiting
      if (of.waiting > 0 && limit > Math.min(60_000, present)) expect(fits(limit)).toBe(true)
      if (of.waiting > 0 && limit < present) expect(fits(limit + 15_000)).toBe(false)
    }),
  ))

test('[F24] each shorter choice hears as many or more', () =>
  fc.assert(
    fc.property(figures, (of) => {
      const choices = limitChoices(limitsOf(seconds(of.limit * 15)), many(of.waiting), seconds(of.left), paceOf(of))
      for (const [index, choice] of choices.entries()) {
        const longer = choices[index - 1]
        if (longer) expect([choice.limit < longer.limit, choice.heard >= longer.heard]).toEqual([true, true])
      }
      expect(choices[0]?.limit).toBe(of.limit * 15_000)
    }),
  ))

test('[F25] the window holds the likely time, and widens with the number ahead, from a minute on', () => {
  expect(windowFor([], noon, asPlanned)).toEqual({ likely: sinceNoon(15), from: sinceNoon(15), until: sinceNoon(15 + 60) })
  expect(windowFor(all(3, minutes(3)), noon, asPlanned)).toEqual({
    likely: sinceNoon(60 + 513),
    from: sinceNoon(60 + 432),
    until: sinceNoon(60 + 594),
  })
  const strays = windowFor(all(3, minutes(3)), noon, { ...asPlanned, spread: 0.4 })
  expect([strays.from, strays.until]).toEqual([sinceNoon(60 + 324), sinceNoon(60 + 756)])
})
