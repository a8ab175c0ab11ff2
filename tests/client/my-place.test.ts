// @vitest-environment jsdom
import type { Cause, Place } from '@rostrum/shared/contract/queue'
import type { EntryId } from '@rostrum/shared/kernel/ids'
import { type Instant, instantOf } from '@rostrum/shared/kernel/time'
import { aheadWords } from '@rostrum/client/features/my-floor/why.tsx'
import { messages } from '@rostrum/client/text/languages/en'
import type { Given, Key } from '@rostrum/client/text/catalog'
import { Messages, type Speak } from '@rostrum/client/text/messages'
import { instantFrom } from '@rostrum/client/text/typed-time'
import { expect, test } from 'vitest'

const english = new Messages('en', messages, 'ltr')
const t: Speak = <K extends Key>(key: K, ...given: Given<K>) => english.text(key, given[0])

/** Places from the ranks of their requests and their causes, in the order of the list. */
const lineOf = (...places: readonly (readonly [asked: number, cause: Cause])[]): readonly Place[] =>
  places.map(([asked, cause], index) => {
    const placed = places.slice(0, index).filter(([other, why]) => other > asked && why !== 'absent').length
    return { entry: `e${index}` as EntryId, cause, asked, placed, earlier: index - placed, left: 1 }
  })

test('whoever is first is told that nobody is ahead', () => {
  expect(aheadWords(t, lineOf([1, 'received']), 0)).toEqual(['Nobody is ahead of you.'])
})

test('with everybody ahead by request time nothing else is claimed', () => {
  expect(aheadWords(t, lineOf([1, 'received'], [2, 'received'], [3, 'received']), 2)).toEqual(['Everyone ahead of you asked before you.'])
})

test('those placed ahead are counted by the cause that the server gave, then those who asked earlier', () => {
  const line = lineOf([3, 'group-unheard'], [1, 'received'], [5, 'channel-turn'], [4, 'group-unheard'], [2, 'cap'])
  expect(aheadWords(t, line, 4)).toEqual([
    '2 are ahead because their groups have not spoken on this topic yet.',
    '1 is ahead because room and remote take turns.',
    '1 asked before you.',
  ])
})

test('a cause that needs no words of its own is called what it is: placed ahead', () => {
  expect(aheadWords(t, lineOf([2, 'received'], [1, 'received']), 1)).toEqual(['1 was placed ahead of you.'])
})

test('whoever was called and not there is told that instead of comparisons', () => {
  expect(aheadWords(t, lineOf([2, 'received'], [1, 'absent']), 1)).toEqual([])
})

const now = instantOf(Date.parse('2026-11-24T12:08:40.700Z'))
const ago = (typed: string, zone = 'UTC', at: Instant = now): number | null => {
  const found = instantFrom(typed, zone, at)
  return found === null ? null : Math.round((at - found) / 1000)
}

test.each([
  ['12:08:40', 1],
  ['12:08:20', 21],
  ['12:08', 41],
  ['12.07', 101],
  ['9:08', 3 * 3600 + 41],
  ['\u206612:08:20\u2069', 21],
])('a typed time %s is an instant of today', (typed, seconds) => {
  expect(ago(typed)).toBe(seconds)
})

test('a typed time is read in the zone of the session, and over midnight', () => {
  expect(ago('13:08:20', 'Europe/Zurich')).toBe(21)
  expect(ago('23:59:50', 'UTC', instantOf(Date.parse('2026-11-25T00:00:10Z')))).toBe(20)
})

test.each(['', 'now', '25:00', '12:60', '12:08:61', '12', '12:09', '23:00'])('%j is refused: no time, or one that lies ahead', (typed) => {
  expect(ago(typed)).toBeNull()
})
