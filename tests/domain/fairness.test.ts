/** What the rules are for, seen over some invented sessions; `tests/bench/README.md` tells how to see it over many. */
import type { OrderMode } from '@rostrum/shared/contract/enums'
import { expect, test } from 'vitest'
import { simulate } from '../bench/fairness.ts'

const runs = 60
const outcome = (mode: OrderMode, overtakes = 4) => simulate({ mode, overtakes }, runs)
const received = outcome('received')

test('[O17] rotation hears more of the small groups than order received, and more still without a cap', () => {
  const [capped, free] = [outcome('rotate'), outcome('rotate', 1000)]
  expect(capped.small).toBeGreaterThan(received.small + 0.1)
  expect(free.small).toBeGreaterThan(capped.small + 0.1)
})

test('[O3, O2] balance hears more of the small groups, and more people', () => {
  const balanced = outcome('balanced')
  expect(balanced.small).toBeGreaterThan(received.small + 0.1)
  expect(balanced.people).toBeGreaterThan(received.people)
})

test('[O13] alternation serves room and remote alike, where order received favours the room', () => {
  const { room, remote } = outcome('alternate')
  expect(Math.abs(room - remote)).toBeLessThan(0.05)
  expect(received.room - received.remote).toBeGreaterThan(Math.abs(room - remote))
})

test('[O6] the cap bounds what it costs: nobody waits much longer than in order received, and as many are heard', () => {
  for (const mode of ['alternate', 'rotate', 'balanced'] as const) {
    const { longestWait, turns } = outcome(mode)
    expect(longestWait).toBeLessThan(received.longestWait + 8)
    expect(turns).toBeCloseTo(received.turns, 1)
  }
})
