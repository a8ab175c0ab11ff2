/** When the rows of captions appear on a screen where nobody can scroll. */
import { countRows } from '@rostrum/client/features/captions/reading/caption-rows'
import { expect, test } from 'vitest'

const second = 1_000

test('[V249] the rows of a long line appear one by one, from its beginning', () => {
  const long = [{ at: 0, rows: 4 }]
  expect([-1, 0, 1.9, 2, 4, 6, 60].map((at) => countRows(long, at * second))).toEqual([0, 1, 1, 2, 3, 4, 4])
})

test('[V249] a line waits for the rows of the one before, and appears at once if those are there', () => {
  const lines = [
    { at: 0, rows: 2 },
    { at: second, rows: 1 },
    { at: 20 * second, rows: 1 },
  ]
  expect([1, 2, 3.9, 4, 19.9, 20].map((at) => countRows(lines, at * second))).toEqual([1, 2, 2, 3, 3, 4])
})

test('[V249] the short rows of a phone come faster', () => {
  expect([0, 1.2, 1.3, 2.6].map((at) => countRows([{ at: 0, rows: 3 }], at * second, 1_300))).toEqual([1, 1, 2, 3])
})

test('[V249] the longest line is complete before captions count as silent', () => {
  expect(countRows([{ at: 0, rows: 20 }], 24 * second)).toBe(20)
})

test('[V249] rows that have no height take no time', () => {
  expect(
    countRows(
      [
        { at: 0, rows: 0 },
        { at: 0, rows: 1 },
      ],
      0,
    ),
  ).toBe(1)
})
