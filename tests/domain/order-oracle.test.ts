/** The speaking order against its oracle, which looks at every waiting entry to fill each position. */
import { computeOrder, previewOrder, suggestNext } from '@rostrum/shared/domain/queue/speaking-order'
import { expect, test } from 'vitest'
import * as oracle from '../support/oracle/speaking-order.ts'
import { makeFirmPositions, makeRandomQueue } from '../support/random-queue.ts'
import { SeededRandom } from '../support/seeded-random.ts'

/** Compares thousands of random queues. A failure names the seed, which produces the same queue again. */
const compareMany = (count: number, pickSize: (random: SeededRandom) => number): void => {
  const causes = new Set<string>()
  for (let seed = 1; seed <= count; seed += 1) {
    const random = new SeededRandom(seed)
    const size = pickSize(random)
    const queue = makeRandomQueue(random, size)
    const firm = makeFirmPositions(random, size)
    const wanted = oracle.computeOrder(queue, firm)
    expect({ seed, order: computeOrder(queue, firm) }).toEqual({ seed, order: wanted })
    expect({ seed, next: suggestNext(queue) }).toEqual({ seed, next: oracle.suggestNext(queue) })
    for (const { cause } of wanted) causes.add(cause)
  }
  expect(causes.size).toBeGreaterThanOrEqual(13)
}

test('[O20] every position and every figure is as the oracle computes it: small queues of every kind', () =>
  compareMany(6_000, (random) => 1 + random.nextBelow(12)))

test('[O20] every position and every figure is as the oracle computes it: up to two hundred entries', () =>
  compareMany(500, (random) => 13 + random.nextBelow(188)))

test('[O20] every position and every figure is as the oracle computes it: five hundred entries', () => compareMany(60, () => 500))

test('[O20] even if everybody lets another go first, in chains and circles', () => {
  for (let seed = 1; seed <= 400; seed += 1) {
    const random = new SeededRandom(seed)
    const size = 2 + random.nextBelow(60)
    const queue = makeRandomQueue(random, size)
    const ids = [...queue.entries.keys()]
    const entries = new Map([...queue.entries].map(([id, entry]) => [id, { ...entry, deferredTo: random.pick(ids) }]))
    const deferring = { ...queue, entries }
    expect({ seed, order: computeOrder(deferring, []) }).toEqual({ seed, order: oracle.computeOrder(deferring, []) })
  }
})

test('[O20] the preview of every rule is as the oracle computes it', () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const queue = makeRandomQueue(new SeededRandom(seed), 40)
    for (const mode of ['received', 'balanced', 'rotate', 'alternate'] as const)
      expect({ seed, mode, order: previewOrder(queue, mode, false) }).toEqual({
        seed,
        mode,
        order: oracle.previewOrder(queue, mode, false),
      })
  }
})
