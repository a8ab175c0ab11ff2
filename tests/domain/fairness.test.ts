/** Measures the purpose of the order rules over simulated sessions. `tests/bench/README.md` explains how to measure it over many. */
import type { OrderMode } from '@rostrum/shared/contract/enums'
import { expect, test } from 'vitest'
import { simulate } from '../bench/fairness.ts'

const runs = 60
const simulateMode = (mode: OrderMode, overtakes = 4) => simulate({ mode, overtakes }, runs)
const receivedOutcome = simulateMode('received')

test('[O17] rotation reaches more of the small groups than order received, and even more without an overtake limit', () => {
  const [capped, free] = [simulateMode('rotate'), simulateMode('rotate', 1000)]
  expect(capped.small).toBeGreaterThan(receivedOutcome.small + 0.1)
  expect(free.small).toBeGreaterThan(capped.small + 0.1)
})

test('[O3, O2] balance reaches more of the small groups, and more people', () => {
  const balanced = simulateMode('balanced')
  expect(balanced.small).toBeGreaterThan(receivedOutcome.small + 0.1)
  expect(balanced.people).toBeGreaterThan(receivedOutcome.people)
})

test('[O13] alternation treats room and remote alike, while order received favours the room', () => {
  const { room, remote } = simulateMode('alternate')
  expect(Math.abs(room - remote)).toBeLessThan(0.05)
  expect(receivedOutcome.room - receivedOutcome.remote).toBeGreaterThan(Math.abs(room - remote))
})

test('[O6] the overtake limit bounds the cost: nobody waits much longer than in order received, and about as many are heard', () => {
  for (const mode of ['alternate', 'rotate', 'balanced'] as const) {
    const { longestWait, turns } = simulateMode(mode)
    expect(longestWait).toBeLessThan(receivedOutcome.longestWait + 8)
    expect(turns).toBeCloseTo(receivedOutcome.turns, 1)
  }
})
