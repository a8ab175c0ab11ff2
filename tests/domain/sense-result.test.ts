/** The words in which the sense of the room is published. */

import type { GroupId } from '@rostrum/shared/contract/ids'
import { responseKinds } from '@rostrum/shared/contract/response-kinds'
import { getTurnout, makeResult, type Present } from '@rostrum/shared/domain/sense/result'
import { describe, expect, test } from 'vitest'

let made = 0
/** Makes `count` people of the group with this response; null for none. */
const people = (count: number, option: number | null, group: string | null = null): readonly Present[] =>
  Array.from({ length: count }, () => ({ key: `person-${made++}`, group: group as GroupId | null, option }))
/** The word for the first response, when `count` of `of` people give it and all others give the second. */
const amountOf = (count: number, of: number) => makeResult([...people(count, 0), ...people(of - count, 1)], of).words?.comfortable.amount
const spreadOf = (...groups: readonly (readonly [size: number, given: number])[]) => {
  const present = groups.flatMap(([size, given], group) => [...people(given, 0, `g${group}`), ...people(size - given, 1, `g${group}`)])
  return makeResult(present, present.length).words?.comfortable.spread
}

describe('one word for each response', () => {
  test('[E10] from its share of all who could respond', () => {
    const of40 = [0, 2, 3, 4, 5, 10, 11, 20, 21, 40].map((count) => amountOf(count, 40))
    expect(of40).toEqual([
      ...['fewer-than-three', 'fewer-than-three', 'a-few', 'a-few', 'some', 'some', 'many', 'many'],
      ...['most', 'most'],
    ])
    expect([5, 6, 25, 50, 51, 89, 90, 100].map((count) => amountOf(count, 100))).toEqual([
      ...['a-few', 'a-few', 'some', 'many', 'most', 'most', 'nearly-all', 'nearly-all'],
    ])
  })

  test('[E10] the share is of the total that was fixed, or of more if more have responded, with people who did not respond', () => {
    const share = (present: readonly Present[], of: number) => makeResult(present, of).words?.comfortable.amount
    expect(share([...people(12, 0), ...people(28, null)], 20)).toBe('most')
    expect(share([...people(12, 0), ...people(28, 1)], 20)).toBe('many')
  })

  test('[E25] nearly all is said only where five people can be outside of it', () => {
    expect([48, 49, 50].map((of) => amountOf(of, of))).toEqual(['most', 'most', 'nearly-all'])
  })

  test('[E10] always the five, in their order', () => {
    expect(Object.keys(makeResult(people(30, 4), 30).words ?? {})).toEqual([...responseKinds])
  })
})

describe('groups', () => {
  test('[E11] three or more, or all of them, where three or more of each responded so', () => {
    expect(spreadOf([10, 3], [10, 4], [10, 10])).toBe('all-groups')
    expect(spreadOf([10, 3], [10, 4], [10, 3], [10, 2])).toBe('three-groups')
    expect(spreadOf([10, 3], [10, 4], [10, 2])).toBeNull()
    expect(spreadOf([20, 10], [20, 10])).toBeNull()
  })

  test('[E25] groups of fewer than eight people are not among them, and with one of them there not all groups are named', () => {
    expect(spreadOf([10, 5], [10, 5], [7, 7])).toBeNull()
    expect(spreadOf([8, 5], [8, 5], [8, 5], [7, 7])).toBe('three-groups')
  })
})

describe('how many have responded', () => {
  test('[E7] is one word, and none before three have', () => {
    expect([2, 3, 9, 10, 13, 14, 17, 18, 20].map((count) => getTurnout(count, 20))).toEqual([
      ...[null, 'some', 'some', 'half', 'half', 'most', 'most', 'nearly-all', 'nearly-all'],
    ])
  })

  test('[E26] is all that is shown if fewer than half responded', () => {
    expect(makeResult([...people(9, 0), ...people(11, null)], 20)).toEqual({ turnout: 'some', words: null })
    expect(makeResult([...people(10, 0), ...people(10, null)], 20).words).not.toBeNull()
    expect(makeResult([], 20)).toEqual({ turnout: 'some', words: null })
  })

  test('[E26] is not shown, nor anything else, if fewer than twenty could respond when it was put', () => {
    expect(makeResult(people(19, 0), 19)).toEqual({ turnout: null, words: null })
    expect(makeResult(people(30, 0), 19)).toEqual({ turnout: null, words: null })
    expect(getTurnout(19, 19)).toBeNull()
  })
})
