import { type AnyView, isEqual, patch } from '@rostrum/shared/projection/delta'
import { diffViews } from '@rostrum/shared/projection/project'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const value = fc.jsonValue({ maxDepth: 2 })
const rows = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), value)
const view: fc.Arbitrary<AnyView> = fc.record(
  { entries: rows, questions: rows, floor: value, queue: value, balance: value },
  { requiredKeys: [] },
)

describe('any two views', () => {
  test('[V5] a delta applied to the first view gives the second, also after serialization', () =>
    fc.assert(
      fc.property(view, view, (before, after) => {
        const serialize = (one: unknown) => JSON.parse(JSON.stringify(one))
        expect(serialize(patch(before, serialize(diffViews(before, after))))).toEqual(serialize(after))
      }),
      { numRuns: 400 },
    ))

  test('[V5] equal views have an empty delta', () =>
    fc.assert(
      fc.property(view, (one) => {
        expect(diffViews(one, structuredClone(one))).toEqual([])
        expect(isEqual(one, structuredClone(one))).toBe(true)
      }),
    ))

  test('[V5] deltas applied one after the other or merged give the same result', () =>
    fc.assert(
      fc.property(view, view, view, (a, b, c) => {
        const frozen = JSON.stringify(diffViews(a, b))
        const deltas = JSON.parse(frozen)
        expect(patch(a, [...deltas, ...diffViews(b, c)])).toEqual(patch(patch(a, deltas), diffViews(b, c)))
        expect(JSON.stringify(deltas)).toBe(frozen)
      }),
      { numRuns: 400 },
    ))

  test('[V5] applying a delta does not change the view that it starts from', () =>
    fc.assert(
      fc.property(view, view, (before, after) => {
        const was = JSON.stringify(before)
        patch(before, diffViews(before, after))
        expect(JSON.stringify(before)).toBe(was)
      }),
    ))
})

test('[V5] a part that is replaced as a whole keeps no row of the part before', () => {
  const whole = { b: 2 }
  const deltas = [
    ['+', 'entries', 'a', 1],
    ['=', 'entries', whole],
    ['+', 'entries', 'c', 3],
  ] as const
  expect(patch({ entries: {} }, deltas)).toEqual({ entries: { b: 2, c: 3 } })
  expect(whole).toEqual({ b: 2 })
})

test('[V6] entries and questions travel row by row, all other parts whole', () => {
  const before: AnyView = { entries: { a: { position: 1 }, b: { position: 2 } }, queue: { open: true, mode: 'x' }, pointsOfOrder: [] }
  const after: AnyView = { entries: { a: { position: 1 }, c: { position: 3 } }, queue: { open: false, mode: 'x' } }
  expect(diffViews(before, after)).toEqual([
    ['!', 'pointsOfOrder'],
    ['-', 'entries', 'b'],
    ['+', 'entries', 'c', { position: 3 }],
    ['=', 'queue', { open: false, mode: 'x' }],
  ])
})

test.each([
  [1, '1', false],
  [null, {}, false],
  [[], {}, false],
  [[1, 2], [2, 1], false],
  [{ a: undefined }, { b: undefined }, false],
  [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
  [[{ a: [null] }], [{ a: [null] }], true],
])('[V5] %j and %j: %j', (a, b, alike) => expect(isEqual(a, b)).toBe(alike))
