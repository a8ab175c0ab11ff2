import { type AnyView, diff, patch, same } from '@rostrum/shared/projection/delta'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const value = fc.jsonValue({ maxDepth: 2 })
const rows = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), value)
const view: fc.Arbitrary<AnyView> = fc.record(
  { entries: rows, questions: rows, floor: value, list: value, balance: value },
  { requiredKeys: [] },
)

describe('any two views', () => {
  test('[V5] put on, a difference leads from the one to the other, and over the wire too', () =>
    fc.assert(
      fc.property(view, view, (before, after) => {
        const wire = (one: unknown) => JSON.parse(JSON.stringify(one))
        expect(wire(patch(before, wire(diff(before, after))))).toEqual(wire(after))
      }),
      { numRuns: 400 },
    ))

  test('[V5] between a view and its like there is no difference', () =>
    fc.assert(
      fc.property(view, (one) => {
        expect(diff(one, structuredClone(one))).toEqual([])
        expect(same(one, structuredClone(one))).toBe(true)
      }),
    ))

  test('[V5] differences put on one after the other or joined lead to the same', () =>
    fc.assert(
      fc.property(view, view, view, (a, b, c) => {
        const frozen = JSON.stringify(diff(a, b))
        const deltas = JSON.parse(frozen)
        expect(patch(a, [...deltas, ...diff(b, c)])).toEqual(patch(patch(a, deltas), diff(b, c)))
        expect(JSON.stringify(deltas)).toBe(frozen)
      }),
      { numRuns: 400 },
    ))

  test('[V5] what a view was is not touched by putting on', () =>
    fc.assert(
      fc.property(view, view, (before, after) => {
        const was = JSON.stringify(before)
        patch(before, diff(before, after))
        expect(JSON.stringify(before)).toBe(was)
      }),
    ))
})

test('[V5] a part that is replaced between two of its rows is not written into', () => {
  const whole = { b: 2 }
  const deltas = [
    ['+', 'entries', 'a', 1],
    ['=', 'entries', whole],
    ['+', 'entries', 'c', 3],
  ] as const
  expect(patch({ entries: {} }, deltas)).toEqual({ entries: { b: 2, c: 3 } })
  expect(whole).toEqual({ b: 2 })
})

test('[V6] entries and questions travel row by row, all else part by part', () => {
  const before: AnyView = { entries: { a: { place: 1 }, b: { place: 2 } }, list: { open: true, mode: 'x' }, points: [] }
  const after: AnyView = { entries: { a: { place: 1 }, c: { place: 3 } }, list: { open: false, mode: 'x' } }
  expect(diff(before, after)).toEqual([
    ['!', 'points'],
    ['-', 'entries', 'b'],
    ['+', 'entries', 'c', { place: 3 }],
    ['=', 'list', { open: false, mode: 'x' }],
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
])('[V5] %j and %j: %j', (a, b, alike) => expect(same(a, b)).toBe(alike))
