import { millisOf, seconds } from '@rostrum/shared/kernel/time'
import { clockPhases, freeAt, phaseAt, remainingAt, usedAt } from '@rostrum/shared/projection/floor/clock'
import { expect, test } from 'vitest'
import { noon, sinceNoon } from '../support/fixtures.ts'

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
  expect(phaseAt(turn, rules, sinceNoon(at))).toBe(phase)
  expect(phaseAt(turn, { ...rules, warnings: [...warnings].reverse() }, sinceNoon(at))).toBe(phase)
})

test('[F21] without warnings there is speaking and over time; with one, it is the last word before', () => {
  expect(phaseAt(turn, { ...rules, warnings: [] }, sinceNoon(179))).toBe('speak')
  expect(phaseAt(turn, { ...rules, warnings: [] }, sinceNoon(180))).toBe('over')
  expect(phaseAt(turn, { ...rules, warnings: [seconds(30)] }, sinceNoon(160))).toBe('last')
})

test('[F21] not started is ready, however late; paused is paused, also over time', () => {
  expect(phaseAt({ ...turn, startedAt: null, runningSince: null }, rules, sinceNoon(999))).toBe('ready')
  expect(phaseAt({ ...turn, runningSince: null, used: seconds(999), paused: { at: noon, cause: 'chair' } }, rules, sinceNoon(999))).toBe(
    'paused',
  )
  expect(clockPhases).toHaveLength(6)
})

test('[F6] used time runs with the clock, stands while paused, and never runs backwards for a screen whose clock is behind', () => {
  expect(usedAt(turn, sinceNoon(40))).toBe(40_000)
  expect(usedAt({ ...turn, used: seconds(25), runningSince: null }, sinceNoon(400))).toBe(25_000)
  expect(usedAt({ ...turn, used: seconds(25), runningSince: sinceNoon(50) }, sinceNoon(60))).toBe(35_000)
  expect(usedAt({ ...turn, used: seconds(25), runningSince: sinceNoon(50) }, sinceNoon(49))).toBe(25_000)
  expect(remainingAt(turn, sinceNoon(190))).toBe(millisOf(-10_000))
})

test('[F22] the floor is free at the limit; at once when nobody has it or it is over time', () => {
  expect(freeAt(turn, sinceNoon(60))).toBe(sinceNoon(180))
  expect(freeAt(turn, sinceNoon(500))).toBe(sinceNoon(500))
  expect(freeAt(null, sinceNoon(7))).toBe(sinceNoon(7))
})

test('[F30] within the grace nobody is called over time', () => {
  const kind = { ...rules, grace: seconds(20) }
  expect(phaseAt(turn, kind, sinceNoon(180))).toBe('final')
  expect(phaseAt(turn, kind, sinceNoon(199.999))).toBe('final')
  expect(phaseAt(turn, kind, sinceNoon(200))).toBe('over')
})
