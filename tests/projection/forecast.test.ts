import { heard, limitChoices, limitForAll, windowFor } from '@rostrum/shared/projection/forecast'
import { millisOf, minutes, noTime, seconds } from '@rostrum/shared/kernel/time'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sinceNoon, noon } from '../support/fixtures.ts'

const left = minutes(23)
const handover = seconds(15)

test.each([
  [180, 7],
  [120, 10],
  [90, 13],
  [60, 17],
])('[F23] 17 waiting and 23 min left: at %d s, %d are heard', (limit, count) =>
  expect(heard(17, left, seconds(limit), handover)).toBe(count),
)

test('[F23] the limits to choose from, longest first, with what each brings', () =>
  expect(limitChoices(17, left, minutes(3), handover)).toEqual([
    { limit: 180_000, heard: 7, all: false },
    { limit: 120_000, heard: 10, all: false },
    { limit: 90_000, heard: 13, all: false },
    { limit: 60_000, heard: 17, all: true },
  ]))

test('[F23] with nobody waiting, or time for all, the present limit stays', () => {
  expect(limitForAll(0, left, minutes(3), handover)).toBe(180_000)
  expect(limitForAll(3, left, minutes(3), handover)).toBe(180_000)
  expect(heard(5, noTime, minutes(3), handover)).toBe(0)
  expect(heard(5, millisOf(-60_000), minutes(3), handover)).toBe(0)
})

const figures = fc.record({
  waiting: fc.integer({ min: 0, max: 200 }),
  left: fc.integer({ min: -600, max: 7200 }),
  limit: fc.integer({ min: 2, max: 40 }),
  handover: fc.integer({ min: 0, max: 60 }),
})

test('[F24] the limit for all is in steps of 15 s, between a minute and the present one, and the longest that does', () =>
  fc.assert(
    fc.property(figures, (of) => {
      const [time, present, way] = [seconds(of.left), seconds(of.limit * 15), seconds(of.handover)]
      const limit = limitForAll(of.waiting, time, present, way)
      expect(limit % 15_000).toBe(0)
      expect(limit).toBeLessThanOrEqual(present)
      expect(limit).toBeGreaterThanOrEqual(Math.min(60_000, present))
      const all = (one: number) => heard(of.waiting, time, millisOf(one), way) === of.waiting
      if (of.waiting > 0 && limit > Math.min(60_000, present)) expect(all(limit)).toBe(true)
      if (of.waiting > 0 && limit < present) expect(all(limit + 15_000)).toBe(false)
    }),
  ))

test('[F24] each shorter choice hears as many or more', () =>
  fc.assert(
    fc.property(figures, (of) => {
      const choices = limitChoices(of.waiting, seconds(of.left), seconds(of.limit * 15), seconds(of.handover))
      for (const [index, choice] of choices.entries()) {
        const longer = choices[index - 1]
        if (longer) expect([choice.limit < longer.limit, choice.heard >= longer.heard]).toEqual([true, true])
      }
      expect(choices[0]?.limit).toBe(of.limit * 15_000)
    }),
  ))

test('[F25] the window holds the likely time, and widens with the number ahead, from a minute on', () => {
  expect(windowFor(0, noon, minutes(3), handover)).toEqual({ likely: sinceNoon(15), from: sinceNoon(15), until: sinceNoon(15 + 60) })
  expect(windowFor(3, noon, minutes(3), handover)).toEqual({
    likely: sinceNoon(60 + 513),
    from: sinceNoon(60 + 432),
    until: sinceNoon(60 + 594),
  })
})
