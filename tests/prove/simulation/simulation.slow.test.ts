/** The simulation itself: a seed always gives the same run, and faults that were found stay fixed. */
import { expect, test } from 'vitest'
import { foundSeeds } from './found-seeds.ts'
import { runSeeds } from './run-seeds.ts'
import { simulate } from './simulate.ts'

test('[L91] a seed gives the same run every time', { timeout: 120_000 }, async () => {
  for (let seed = 1; seed <= 25; seed += 1) {
    const first = await simulate(seed)
    expect(await simulate(seed)).toEqual(first)
  }
  const hashes = [await simulate(1), await simulate(2)].map(({ traceHash }) => traceHash)
  expect(new Set(hashes).size).toBe(2)
})

test('[L8, L91] after any faults, the log, the answers, the nodes and the screens agree', { timeout: 240_000 }, async () => {
  const { failed, deliveries } = await runSeeds(1, 600)
  expect(failed).toEqual([])
  expect(deliveries).toBeGreaterThan(10_000)
})

test.each(foundSeeds)('[L91] seed $seed finds nothing any more: $found', async ({ seed }) => {
  expect((await simulate(seed)).failures).toEqual([])
})
