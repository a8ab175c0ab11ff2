import { isEqual } from '@rostrum/shared/kernel/equality'
import { type AnyView, patch } from '@rostrum/shared/projection/delta'
import { diffViews } from '@rostrum/shared/projection/project'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const value = fc.jsonValue({ maxDepth: 2 })
const rows = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), value)
/** Few different items, so that lists contain equal items and items that move. */
const list = fc.array(fc.constantFrom<fc.JsonValue>('a', 'b', 'c', { d: 1 }, { d: 2 }, null), { maxLength: 12 })
const view: fc.Arbitrary<AnyView> = fc.record(
  {
    entries: rows,
    questions: rows,
    order: list,
    replies: list,
    causes: fc.string({ unit: fc.constantFrom('r', 'g'), maxLength: 8 }),
    floor: value,
    queue: value,
    balance: value,
  },
  { requiredKeys: [] },
)

describe('any two views', () => {
  test('[V5] a delta applied to the first view gives the second, even after serialization', () =>
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

test('[V5] a part that is replaced as a whole keeps no row of the earlier part', () => {
  const whole = { b: 2 }
  const deltas = [
    ['+', 'entries', 'a', 1],
    ['=', 'entries', whole],
    ['+', 'entries', 'c', 3],
  ] as const
  expect(patch({ entries: {} }, deltas)).toEqual({ entries: { b: 2, c: 3 } })
  expect(whole).toEqual({ b: 2 })
})

test('[V67] unchanged content of a part that is sent whole keeps its identity, and names keep the order sent', () => {
  const before = { floor: { a: { x: 1, y: 2 }, b: { x: 1, y: [2, { z: 3 }] } } }
  const after = patch(before, [['=', 'floor', { a: { y: 2, x: 1 }, b: { x: 1, y: [2, { z: 3 }] } }]]) as typeof before
  expect(JSON.stringify(after)).toBe('{"floor":{"a":{"y":2,"x":1},"b":{"x":1,"y":[2,{"z":3}]}}}')
  expect(after.floor.b).toBe(before.floor.b)
})

test('[V6] entries and questions travel row by row; a part that is not a list travels whole', () => {
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
  ['one leaves', 'abcdef', 'acdef', [[1], [], []]],
  ['one comes', 'abcdef', 'abxcdef', [[], [], [[2, 'x']]]],
  ['the first moves to the end', 'abcdef', 'bcdefa', [[], [[0, 5]], []]],
  ['the last moves to the front', 'abcdef', 'fabcde', [[], [[5, 0]], []]],
  ['one comes for another', 'abcdef', 'abxdef', [[2], [], [[2, 'x']]]],
  [
    'two swap',
    'abcdef',
    'aecdbf',
    [
      [],
      [
        [4, 1],
        [-3, 3],
      ],
      [],
    ],
  ],
] as const)('[V6] only the changes of a list are sent: %s', (_, before, after, change) => {
  expect(diffViews({ order: [...before] }, { order: [...after] })).toEqual([['~', 'order', change]])
})

test.each([
  ['rrgg', 'rrggr', [4, 0, 'r']],
  ['rrgg', 'rgg', [1, 2, '']],
  ['rrrgg', 'rrtgg', [2, 2, 't']],
  ['', 'r', [0, 0, 'r']],
] as const)('[V6] only the part of a text between its unchanged ends is sent: %s, %s', (before, after, change) => {
  expect(diffViews({ causes: before }, { causes: after })).toEqual([['~', 'causes', change]])
})

test('[V6] a list is sent whole if more of it has changed than not', () => {
  expect(diffViews({ order: [...'abcd'] }, { order: [...'dcba'] })).toEqual([['=', 'order', [...'dcba']]])
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
