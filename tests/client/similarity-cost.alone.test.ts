/** The cost of likely duplicates among two thousand questions. */
import { SimilarityIndex } from '@rostrum/client/features/questions/moderation/similarity'
import { expect, test } from 'vitest'
import { manyTexts } from '../support/many-questions.ts'

/** Processor time in milliseconds, so that the load of the machine does not count. */
const measureCost = (work: () => unknown): number => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
test('takes 2,000 questions of 40 words in less than a second and answers in less than 20 ms', () => {
  const texts = new Map(manyTexts.map((text, index) => [index, text]))
  const index = new SimilarityIndex<number>()
  expect(measureCost(() => index.replaceAll(texts))).toBeLessThan(1000)
  const asked = Array.from({ length: 50 }, (_, i) => i * 37)
  expect(measureCost(() => asked.map((id) => index.findSimilar(manyTexts[id] ?? '', id))) / asked.length).toBeLessThan(20)
})

test('costs little when one question is added', () => {
  const texts = new Map(manyTexts.map((text, index) => [index, text]))
  const index = new SimilarityIndex<number>()
  index.replaceAll(texts)
  const more = Array.from({ length: 9 }, (_, count) => [2000 + count, `Who monitors progress after ${2030 + count}?`] as const)
  const each = measureCost(() => {
    for (const one of more) {
      texts.set(...one)
      index.replaceAll(texts)
    }
  })
  expect(each / more.length).toBeLessThan(20)
  expect(index.findSimilar('Who will monitor the progress after 2030?')[0]).toEqual(2000)
})
