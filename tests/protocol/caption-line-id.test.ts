import { fileRun, isFromFile, type LineNumber, readLineId, writeLineId } from '@rostrum/shared/protocol/caption-line-id'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const number: fc.Arbitrary<LineNumber> = fc.record({ run: fc.nat({ max: 99_999_999_999_999 }), seq: fc.nat({ max: 999_999_999 }) })
const compare = (one: string | number, other: string | number): number => (one < other ? -1 : one > other ? 1 : 0)

test('[L161] the id of a line of captions is read as it was written, and sorts by count and number', () => {
  fc.assert(
    fc.property(number, number, (one, other) => {
      expect(readLineId(writeLineId(one))).toEqual(one)
      const order = compare(one.run, other.run) || compare(one.seq, other.seq)
      expect(compare(writeLineId(one), writeLineId(other))).toBe(order)
    }),
  )
})

test('[L161] only a line from a file has the count of files', () => {
  expect(isFromFile(writeLineId({ run: fileRun, seq: 7 }))).toBe(true)
  expect(isFromFile(writeLineId({ run: 1_790_000_000_000, seq: 7 }))).toBe(false)
})
