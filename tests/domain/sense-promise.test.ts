/**
 * An attacker who has everything that is published, knows the rule and who was present, and has accomplices whose responses they know. They
 * try every way in which people could have responded, and keep those that would have been published just so.
 */

import type { GroupId } from '@rostrum/shared/contract/ids'
import { responseKinds } from '@rostrum/shared/contract/response-kinds'
import type { SenseResult } from '@rostrum/shared/contract/sense-words'
import { makeResult, type Present } from '@rostrum/shared/domain/sense/result'
import { describe, expect, test } from 'vitest'
import { SeededRandom } from '../support/seeded-random.ts'

/** Somebody who did not respond is one of the ways to respond, and the last. */
const none = responseKinds.length
/** For each group, how many gave each response. */
type Ways = readonly (readonly number[])[]

const rows = new Map<string, Present>()
const getRow = (group: string | null, option: number): Present => {
  const key = `${group} ${option}`
  const row = rows.get(key) ?? { key, group: group as GroupId | null, option: option === none ? null : option }
  rows.set(key, row)
  return row
}
const toPresent = (ways: Ways): readonly Present[] =>
  ways.flatMap((counts, group) =>
    counts.flatMap((count, option) => Array<Present>(count).fill(getRow(ways.length === 1 ? null : `g${group}`, option))),
  )
const write = ({ turnout, words }: SenseResult): string =>
  `${turnout}${words === null ? '' : responseKinds.map((kind) => ` ${words[kind].amount}/${words[kind].spread}`).join('')}`
const publish = (ways: Ways): string => {
  const present = toPresent(ways)
  return write(makeResult(present, present.length))
}

/** Lists all ways in which `size` people can give these responses, as counts by response. */
function listCounts(size: number, options: readonly number[]): readonly (readonly number[])[] {
  const all: (readonly number[])[] = []
  const counts = Array<number>(none + 1).fill(0)
  const fill = (index: number, left: number): void => {
    const option = options[index] as number
    if (index === options.length - 1) {
      counts[option] = left
      all.push([...counts])
    } else
      for (let count = 0; count <= left; count += 1) {
        counts[option] = count
        fill(index + 1, left - count)
      }
  }
  fill(0, size)
  return all
}
const everyOption = [0, 1, 2, 3, 4, none]

/**
 * Returns how many people's responses must be known to know that of one more. People who responded alike are alike, so somebody's response
 * is known only once all who are not known yet gave the same one. That is so if the others who are known are as many as can have given
 * another one. The rule treats all responses alike, so those that more people gave come first, and responses with the same word are one.
 */
function countNeeded(size: number): number {
  const least = new Map<string, number>()
  for (const counts of listCounts(size, everyOption)) {
    if (counts.some((count, option) => option > 0 && option < none && count > (counts[option - 1] ?? 0))) continue
    const present = toPresent([counts])
    const result = makeResult(present, size)
    for (const [option, kind] of responseKinds.entries()) {
      const about = `${write(result)} about ${result.words?.[kind].amount}`
      least.set(about, Math.min(least.get(about) ?? size, counts[option] ?? 0))
    }
  }
  return size - Math.max(...least.values())
}

describe('one result', () => {
  test('[E12] every way in which 20 to 24 people can respond hides each response from anybody who knows fewer than nine', () => {
    expect([20, 21, 22, 23, 24].map(countNeeded)).toEqual([9, 10, 10, 10, 10])
  })

  test('[E12, E25] no word gives a response away to four accomplices, in any room', () => {
    for (const size of [...Array.from({ length: 100 }, (_, index) => 20 + index), 500]) {
      const least = new Map<string, number>()
      for (let count = size; count >= 0; count -= 1)
        least.set(makeResult(toPresent([[count, size - count, 0, 0, 0, 0]]), size).words?.comfortable.amount ?? '', count)
      expect([size, size - Math.max(...least.values())]).toEqual([size, expect.toSatisfy((needed: number) => needed > 4)])
    }
  })
})

type Cell = readonly [group: number, option: number]
const move = (ways: Ways, ...moves: readonly (readonly [from: Cell, to: number])[]): Ways => {
  const next = ways.map((counts) => [...counts])
  for (const [[group, option], to] of moves) {
    const counts = next[group] as number[]
    counts[option] = (counts[option] ?? 0) - 1
    counts[to] = (counts[to] ?? 0) + 1
  }
  return next
}

/**
 * Returns how many must be known, at least, for somebody in this cell to be known. All of the group who gave another response must be,
 * since two of a group can be exchanged. Nobody else need be if that person alone could have responded differently. If only together with
 * somebody else, everybody must be with whom it would work.
 */
function countNeededInGroups(ways: Ways, [group, option]: Cell, show: (ways: Ways) => string): number {
  const picture = show(ways)
  const own = ways[group] as readonly number[]
  const others = own.reduce((sum, count) => sum + count, 0) - (own[option] ?? 0)
  if (others > 4) return others
  const elsewhere = everyOption.filter((to) => to !== option)
  if (elsewhere.some((to) => show(move(ways, [[group, option], to])) === picture)) return Number.POSITIVE_INFINITY
  const isUnknown = (counts: readonly number[], partner: number, given: number): boolean =>
    partner === group ? given === option && (counts[given] ?? 0) > 1 : (counts[given] ?? 0) > 0
  const partners = ways.flatMap((counts, partner) =>
    everyOption.flatMap((given) => (isUnknown(counts, partner, given) ? [[partner, given] as const] : [])),
  )
  const works = (partner: Cell): boolean =>
    elsewhere.some((to) => everyOption.some((other) => show(move(ways, [[group, option], to], [partner, other])) === picture))
  const needed = partners.filter(works).map(([partner, given]) => (ways[partner]?.[given] ?? 0) - Number(partner === group))
  return others + needed.reduce((sum, count) => sum + count, 0)
}

describe('one result with groups', () => {
  test('[E12, E25] three groups of eight who give two responses or none, in every way, hide each response from four accomplices', () => {
    const counts = listCounts(8, [0, 1, none])
    const known = new Map<string, string>()
    const show = (ways: Ways): string => {
      const key = ways.map(String).sort().join(' ')
      const shown = known.get(key) ?? publish(ways)
      known.set(key, shown)
      return shown
    }
    let fewest = Number.POSITIVE_INFINITY
    for (const first of counts.filter(([given = 0]) => given >= 4))
      for (const [index, second] of counts.entries())
        for (const third of counts.slice(index)) fewest = Math.min(fewest, countNeededInGroups([first, second, third], [0, 0], show))
    expect(fewest).toBeGreaterThan(4)
  })

  test('[E12, E25] groups of other sizes hide each response from four accomplices, in ways chosen at random', () => {
    const random = new SeededRandom(2012)
    for (let round = 0; round < 600; round += 1) {
      const sizes = random.pick([
        [8, 8, 8],
        [8, 8, 3, 5],
        [20, 9, 8, 8, 1],
        [3, 3, 18],
        [30, 12, 10],
      ])
      const leaning = random.nextBelow(none)
      const ways = sizes.map((size) => {
        const counts = Array<number>(none + 1).fill(0)
        for (let person = 0; person < size; person += 1) {
          const option = random.isLikely(0.8) ? leaning : random.nextBelow(none + 1)
          counts[option] = (counts[option] ?? 0) + 1
        }
        return counts
      })
      for (const group of sizes.keys())
        for (let option = 0; option < none; option += 1)
          if ((ways[group]?.[option] ?? 0) > 0)
            expect([ways, countNeededInGroups(ways, [group, option], publish)]).toEqual([
              ways,
              expect.toSatisfy((needed: number) => needed > 4),
            ])
    }
  })
})

describe('the same sentence again', () => {
  test('[E13] a result that the Chair discards and the next one hide the response of a person who left in between, if one other person may have changed their mind', () => {
    const before = listCounts(21, [0, 1, 2, none])
    for (const first of before) {
      for (const said of [0, 1, 2]) {
        if (!first[said]) continue
        // Somebody who said this leaves, and all others respond as before.
        const second = first.map((count, option) => count - Number(option === said))
        // The same two results: another one left, and one of those who stayed has changed their mind.
        const isExplained = [0, 1, 2, none].some((other) => {
          if (other === said) return false
          const isAnother = (first[other] ?? 0) > 0
          if (isAnother) return true
          const alike = first.map((count, option) => count + Number(option === other) - Number(option === said))
          return publish([alike]) === publish([first]) && second.every((count) => count >= 0)
        })
        expect([first, said, isExplained]).toEqual([first, said, true])
      }
    }
  })
})
