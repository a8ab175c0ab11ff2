import { formatRemaining } from '@rostrum/client/ui/clock.tsx'
import { addMillis, type Instant, seconds, toMillis } from '@rostrum/shared/kernel/time'
import {
  clockPhases,
  computeClockPhase,
  computeRemaining,
  computeTurnEnd,
  computeUsed,
  findShownInstant,
} from '@rostrum/shared/projection/floor/clock'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterNoon, noon } from '../support/fixtures.ts'

const turn = { limit: seconds(180), used: seconds(0), startedAt: noon, runningSince: noon, paused: null }
const warnings = [seconds(30), seconds(10)]
const rules = { warnings, grace: seconds(0) }

test.each([
  [0, 'speak'],
  [149.999, 'speak'],
  [150, 'last'],
  [169.999, 'last'],
  [170, 'final'],
  [179.999, 'final'],
  [180, 'over'],
  [4000, 'over'],
] as const)('[F21] %d s into three minutes: %s', (at, phase) => {
  expect(computeClockPhase(turn, rules, afterNoon(at))).toBe(phase)
  expect(computeClockPhase(turn, { ...rules, warnings: [...warnings].reverse() }, afterNoon(at))).toBe(phase)
})

test('[F21] without warnings there are only two phases; one warning adds the last phase before the limit', () => {
  expect(computeClockPhase(turn, { ...rules, warnings: [] }, afterNoon(179))).toBe('speak')
  expect(computeClockPhase(turn, { ...rules, warnings: [] }, afterNoon(180))).toBe('over')
  expect(computeClockPhase(turn, { ...rules, warnings: [seconds(30)] }, afterNoon(160))).toBe('last')
})

test('[F21] a turn that has not started is ready, however late; a paused turn is paused, even over time', () => {
  expect(computeClockPhase({ ...turn, startedAt: null, runningSince: null }, rules, afterNoon(999))).toBe('ready')
  expect(
    computeClockPhase({ ...turn, runningSince: null, used: seconds(999), paused: { at: noon, cause: 'chair' } }, rules, afterNoon(999)),
  ).toBe('paused')
  expect(clockPhases).toHaveLength(6)
})

test('[F6] used time runs with the clock, stops while paused, and never runs backwards on a screen whose clock is slow', () => {
  expect(computeUsed(turn, afterNoon(40))).toBe(40_000)
  expect(computeUsed({ ...turn, used: seconds(25), runningSince: null }, afterNoon(400))).toBe(25_000)
  expect(computeUsed({ ...turn, used: seconds(25), runningSince: afterNoon(50) }, afterNoon(60))).toBe(35_000)
  expect(computeUsed({ ...turn, used: seconds(25), runningSince: afterNoon(50) }, afterNoon(49))).toBe(25_000)
  expect(computeRemaining(turn, afterNoon(190))).toBe(toMillis(-10_000))
})

test('[F22] the floor is free at the limit, or at once if nobody has it or the turn is over time', () => {
  expect(computeTurnEnd(turn, afterNoon(60))).toBe(afterNoon(180))
  expect(computeTurnEnd(turn, afterNoon(500))).toBe(afterNoon(500))
  expect(computeTurnEnd(null, afterNoon(7))).toBe(afterNoon(7))
})

test('[F30] within the grace period a turn is not over time', () => {
  const kind = { ...rules, grace: seconds(20) }
  expect(computeClockPhase(turn, kind, afterNoon(180))).toBe('final')
  expect(computeClockPhase(turn, kind, afterNoon(199.999))).toBe('final')
  expect(computeClockPhase(turn, kind, afterNoon(200))).toBe('over')
})

test('[V111] at the shown instant a clock has the same digits and phase as now, and it advances once a second', () => {
  const arbitraryMs = (most: number) => fc.integer({ min: 0, max: most })
  const arbitraryTurn = fc.record({
    limit: fc.constantFrom(seconds(60), seconds(180), toMillis(90_500)),
    used: arbitraryMs(90_000).map(toMillis),
    calledAt: fc.constant(noon),
    startedAt: fc.constantFrom(noon, null),
    isRunning: fc.boolean(),
    grace: fc.constantFrom(seconds(0), seconds(5), toMillis(2_700)),
  })
  const describeClock = (turn: Parameters<typeof findShownInstant>[0], given: typeof rules, at: Instant) =>
    turn.startedAt === null
      ? Math.round((at - turn.calledAt) / 1000)
      : [formatRemaining(computeRemaining(turn, at)), computeClockPhase(turn, given, at)]
  fc.assert(
    fc.property(arbitraryTurn, arbitraryMs(300_000), ({ isRunning, grace, ...given }, after) => {
      const turn = { ...given, paused: null, runningSince: isRunning && given.startedAt !== null ? noon : null }
      const its = { warnings, grace }
      const shown = Array.from({ length: 50 }, (_, tick) => {
        const now = addMillis(noon, toMillis(after + tick * 200))
        const at = findShownInstant(turn, its, now)
        expect(describeClock(turn, its, at)).toEqual(describeClock(turn, its, now))
        return at
      })
      // A grace period that is not a whole number of seconds ends between two digits.
      expect(new Set(shown).size).toBeLessThanOrEqual(17)
    }),
  )
})
