/** What a frame weighs: in a storm of supporters thousands of screens get several a second. */
import { frameCodec } from '@rostrum/server/wire/encode-frame'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { Delta } from '@rostrum/shared/projection/delta'
import type { Cursor } from '@rostrum/shared/protocol/frame'
import { expect, test } from 'vitest'

const weigh = (deltas: readonly Delta[]): number =>
  frameCodec.encode({
    stream: 'audience',
    at: 1_790_000_000_000 as Instant,
    base: 'AAAAAAAAAAA' as Cursor,
    cursor: 'BBBBBBBBBBB' as Cursor,
    deltas,
  }).bytes.length
const supporters = (count: number): readonly Delta[] =>
  Array.from({ length: count }, (_, index) => ['+', 'support', `question-${index}`.padEnd(22, '-'), 12_345])

test('[W19] a supporter more weighs at most 60 bytes, and the frame around it at most 100', () => {
  const [empty, one, ten] = [weigh([]), weigh(supporters(1)), weigh(supporters(10))]
  console.info(`a frame: ${empty} bytes; with one total ${one}, with ten ${ten}`)
  expect(empty).toBeLessThanOrEqual(100)
  expect((ten - one) / 9).toBeLessThanOrEqual(60)
})
