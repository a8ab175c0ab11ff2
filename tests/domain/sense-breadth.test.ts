/** Marks, as they are published of responses, and nothing else that somebody could work out from them. */
import type { GroupId } from '@rostrum/shared/contract/ids'
import { type Channel, channels } from '@rostrum/shared/contract/roles'
import { makeResult, type Present } from '@rostrum/shared/domain/sense/breadth'
import { describe, expect, test } from 'vitest'

const [gov, civil, tech] = ['gov', 'civil', 'tech'] as unknown as GroupId[] as [GroupId, GroupId, GroupId]
const order = [gov, civil, tech]
let made = 0
/** Makes one person of the group and channel for each option: the response, or null for none. */
const people = (group: GroupId | null, channel: Channel, ...options: readonly (number | null)[]): readonly Present[] =>
  options.map((option) => ({ key: `person-${made++}`, group, channel, option }))
const times = (count: number, option: number | null): readonly (number | null)[] => Array.from({ length: count }, () => option)
const large = [
  ...people(gov, 'room', ...times(9, 0), ...times(4, null)),
  ...people(civil, 'remote', ...times(3, 1), ...times(2, 0), ...times(7, null)),
]

describe('marks', () => {
  test('[E10] a mark is filled if three or more gave that response', () => {
    const { breadth, participation } = makeResult(large, 3, order, [])
    expect(breadth.columns).toEqual([{ groups: [gov] }, { groups: [civil] }])
    expect(breadth.marks).toEqual([
      { room: [true, false], remote: [false, false] },
      { room: [false, false], remote: [false, true] },
      { room: [false, false], remote: [false, false] },
    ])
    expect(participation).toEqual({ responded: 14, of: 25, groups: 2, ofGroups: 2 })
  })

  test('[E10] no response, one and two look alike', () => {
    const base = [...people(gov, 'room', ...times(9, 0), ...times(6, null))]
    const results = [0, 1, 2].map((count) =>
      makeResult([...base, ...people(civil, 'remote', ...times(count, 1), ...times(9 - count, null))], 2, order, []),
    )
    expect(new Set(results.map(({ breadth }) => JSON.stringify(breadth))).size).toBe(1)
  })

  test('[E11] groups of fewer than five are shown together, and with a larger group if they are still fewer than five', () => {
    const small = [...people(civil, 'room', 0, 0, 0), ...people(tech, 'room', 0, 0, 0)]
    expect(makeResult([...large, ...people(tech, 'room', 0, 0)], 3, order, []).breadth.columns).toEqual([
      { groups: [gov] },
      { groups: [civil, tech] },
    ])
    const together = makeResult([...people(gov, 'room', ...times(12, 1)), ...small], 2, order, [])
    expect(together.breadth.columns).toEqual([{ groups: [gov] }, { groups: [civil, tech] }])
    expect(together.breadth.marks[0]?.room).toEqual([false, true])
    expect(makeResult(people(gov, 'room', 0, 0, 0, 0), 2, order, []).breadth.marks[0]?.room).toEqual([false])
  })

  test('[E11] fewer than five people of a group in a channel have no mark there', () => {
    const present = [...people(gov, 'room', ...times(9, 0), ...times(3, 1)), ...people(gov, 'remote', ...times(4, 1))]
    expect(makeResult(present, 2, order, []).breadth.marks.map(({ remote }) => remote)).toEqual([[false], [false]])
  })

  test('[E11] people without a group count with the smallest', () => {
    expect(makeResult([...large, ...people(null, 'room', 0)], 3, order, []).breadth.columns).toEqual([
      { groups: [gov] },
      { groups: [civil, null] },
    ])
  })
})

/** Lists all ways in which a block of this size can respond, as counts by option. The last count is of people who did not respond. */
function listCounts(size: number, options: number): readonly (readonly number[])[] {
  if (options === 0) return [[size]]
  return Array.from({ length: size + 1 }, (_, first) => listCounts(size - first, options - 1).map((rest) => [first, ...rest])).flat()
}

type Blocks = readonly { readonly group: GroupId; readonly channel: Channel; readonly size: number }[]
const listTables = (blocks: Blocks, options: number): readonly (readonly (readonly number[])[])[] =>
  blocks.reduce<(readonly (readonly number[])[])[]>(
    (tables, { size }) => tables.flatMap((table) => listCounts(size, options).map((counts) => [...table, counts])),
    [[]],
  )
const toPresent = (blocks: Blocks, table: readonly (readonly number[])[]): readonly Present[] =>
  blocks.flatMap(({ group, channel }, index) => {
    const counts = table[index] ?? []
    const responses = counts.flatMap((count, option) => times(count, option === counts.length - 1 ? null : option))
    return responses.map((option, person) => ({ key: `${group}-${channel}-${person}`, group, channel, option }))
  })

/**
 * Knows who was present, in which group and channel, how many responded, and the rules by which marks are made. Tries every way in which
 * these people could have responded, and keeps those with the same published result. Returns what is the same in all of them.
 */
function attack(blocks: Blocks, options: number): readonly string[] {
  const byPublished = new Map<string, (readonly (readonly number[])[])[]>()
  for (const table of listTables(blocks, options)) {
    const { participation, breadth } = makeResult(toPresent(blocks, table), options, order, [])
    const published = JSON.stringify([participation, breadth.marks])
    byPublished.set(published, [...(byPublished.get(published) ?? []), table])
  }
  return [...byPublished].flatMap(([published, tables]) =>
    blocks.flatMap((block, index) =>
      Array.from({ length: options }, (_, option) => option).flatMap((option) => {
        const possible = new Set(tables.map((table) => table[index]?.[option] ?? 0))
        const [least, most] = [Math.min(...possible), Math.max(...possible)]
        const where = `${published} ${block.group} ${block.channel} option ${option}`
        // The attacker knows a number under three, or that everybody gave this response. That nobody could have given it is not anybody's
        // secret.
        if (possible.size === 1 && least > 0 && least < 3) return [`${where}: ${least}`]
        if (least === block.size) return [`${where}: all`]
        return most > 0 && least > 0 && most < 3 ? [`${where}: some`] : []
      }),
    ),
  )
}

describe('an attacker who has everything that is published', () => {
  test.each([
    ['one group of five, three answers', [{ group: gov, channel: 'room', size: 5 }], 3],
    ['one group of ten, five answers', [{ group: gov, channel: 'room', size: 10 }], 5],
    [
      'one group in both channels',
      [
        { group: gov, channel: 'room', size: 6 },
        { group: gov, channel: 'remote', size: 5 },
      ],
      2,
    ],
    [
      'a channel with two people',
      [
        { group: gov, channel: 'room', size: 7 },
        { group: gov, channel: 'remote', size: 2 },
      ],
      3,
    ],
    [
      'two groups',
      [
        { group: gov, channel: 'room', size: 6 },
        { group: civil, channel: 'room', size: 6 },
      ],
      2,
    ],
    [
      'a group that is shown with another',
      [
        { group: gov, channel: 'room', size: 6 },
        { group: civil, channel: 'room', size: 2 },
      ],
      2,
    ],
  ] as const)('[E12] learns no number under three and nobody’s response: %s', (_, blocks, options) => {
    expect(attack(blocks, options)).toEqual([])
  })

  test('[E13] learns nothing about one or two people who came or left between two results of the same people', () => {
    const stay = [...people(gov, 'room', ...times(5, 0), ...times(2, 1)), ...people(civil, 'remote', ...times(6, 0))]
    for (const changed of [1, 2]) {
      const publishTwice = (option: number, cameLater: boolean) => {
        const some = people(gov, 'room', ...times(changed, option)).map((one, index) => ({ ...one, key: `some-${index}` }))
        const [first, second] = cameLater ? [stay, [...stay, ...some]] : [[...stay, ...some], stay]
        const before = makeResult(first, 2, order, [])
        return JSON.stringify([before.breadth, makeResult(second, 2, order, before.shown).breadth])
      }
      // People who came: the second result is the same whatever they responded.
      expect(publishTwice(0, true)).toBe(publishTwice(1, true))
      // People who left: the second result shows nothing of their group. So a missing mark does not reveal what they had responded.
      const went = publishTwice(1, false)
      expect(JSON.parse(went)[1].marks.map(({ room }: { room: boolean[] }) => room[0])).toEqual([false, false])
    }
  })

  test('[E13] sees results that cover many other people as usual', () => {
    const first = makeResult(large, 3, order, [])
    const others = people(gov, 'room', ...times(9, 0), ...times(9, null))
    expect(makeResult([...large, ...others], 3, order, first.shown).breadth.marks[0]?.room[0]).toBe(true)
    expect(makeResult(large, 3, order, first.shown).breadth).toEqual(first.breadth)
  })

  test('[E13] sees nothing if it is no longer known whom an earlier result was about', () => {
    const { breadth, shown } = makeResult(large, 3, order, null)
    expect(breadth.marks.flatMap((mark) => channels.flatMap((channel) => mark[channel])).some(Boolean)).toBe(false)
    expect(shown).toEqual([])
  })
})
