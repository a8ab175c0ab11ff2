// @vitest-environment jsdom
import { aheadOf, aheadWords, type Mine, whyWords } from '@rostrum/client/features/my-floor/position/why-text'
import type { Given, Key } from '@rostrum/client/text/catalogue'
import { messages } from '@rostrum/client/text/languages/en'
import { Messages, type Speak } from '@rostrum/client/text/messages'
import { instantFrom } from '@rostrum/client/text/typed-time'
import type { OrderMode } from '@rostrum/shared/contract/enums'
import type { EntryId } from '@rostrum/shared/contract/ids'
import type { Cause, Place } from '@rostrum/shared/contract/queue'
import { type Instant, instantOf } from '@rostrum/shared/kernel/time'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/registry'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { founded, planWith } from '../support/fixtures.ts'
import { listOpen, said, stateAfter } from '../support/given.ts'
import { play, rolls } from '../support/random-session.ts'

const english = new Messages('en', messages, 'ltr')
const t: Speak = <K extends Key>(key: K, ...given: Given<K>) => english.text(key, given[0])

const asideCauses: readonly Cause[] = ['moved', 'swapped', 'listed']
const entryAt = (index: number) => `e${index}` as EntryId

/** Places from the ranks of their requests and their causes, in the order of the list. */
const lineOf = (...places: readonly (readonly [asked: number, cause: Cause])[]): readonly Place[] =>
  places.map(([asked, cause], index) => {
    const later = places.slice(0, index).filter(([other]) => other > asked)
    const aside = later.filter(([, why]) => asideCauses.includes(why)).length
    return { entry: entryAt(index), cause, asked, placed: later.length - aside, aside, earlier: index - later.length, left: 1 }
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

test.each([
  ['moved', '1 was moved before you by the Chair.'],
  ['swapped', '1 is ahead after changing places with another speaker.'],
  ['listed', '1 is ahead as listed in the programme.'],
  ['group-turn', '1 is ahead because its group has had fewer turns.'],
  ['entity-first', '1 is ahead because it has not spoken on this topic yet.'],
  ['received', '1 was placed ahead of you.'],
  ['cap', '1 was placed ahead of you.'],
  ['entity-spoken', '1 was placed ahead of you.'],
  ['own-wish', '1 was placed ahead of you.'],
] as const)('one ahead who asked later and stands there as %s', (cause, words) => {
  expect(aheadWords(t, lineOf([2, cause], [1, 'received']), 1)).toEqual([words])
})

test('whom I let go first, and those the rule put before them, are ahead by my wish; those after are not', () => {
  const line = lineOf([3, 'group-unheard'], [2, 'received'], [4, 'channel-turn'], [1, 'received'])
  expect(aheadWords(t, line, 3, entryAt(1))).toEqual(['2 go first by your wish.', '1 is ahead because room and remote take turns.'])
})

test('a wish does not take over what the Chair has done', () => {
  const line = lineOf([3, 'moved'], [2, 'received'], [1, 'received'])
  expect(aheadWords(t, line, 2, entryAt(1))).toEqual(['1 was moved before you by the Chair.', '1 goes first by your wish.'])
})

test('the one whom I let go first is named once', () => {
  expect(aheadWords(t, lineOf([2, 'received'], [1, 'own-wish']), 1, entryAt(0))).toEqual([])
  expect(aheadWords(t, lineOf([3, 'received'], [2, 'received'], [1, 'own-wish']), 2, entryAt(1))).toEqual(['2 go first by your wish.'])
})

test.each(['absent', 'listed', 'moved', 'swapped'] as const)('a place that was given (%s) is not explained by comparing', (cause) => {
  expect(aheadWords(t, lineOf([2, 'received'], [1, cause]), 1)).toEqual([])
})

const rule = (mode: OrderMode, recommend = false) => ({ mode, recommend, overtakes: 4 })
const myself: Mine = { behind: null, moved: null }
const whyOf = (cause: Cause, mine: Mine = myself, wish: string | null = null) =>
  whyWords(t, rule('balanced'), lineOf([1, 'received'], [2, cause]), 1, mine, wish)

const notMoved = 'The Chair has not moved you.'
const left = 'At most 1 more can be placed ahead of you.'
const before = 'Everyone ahead of you asked before you.'

test.each<[Cause, readonly string[], readonly string[]]>([
  ['received', ['You asked 2nd.', before], [left, notMoved]],
  ['entity-first', ['You asked 2nd.', 'Your organization has not spoken on this topic yet.', before], [left, notMoved]],
  ['group-unheard', ['You asked 2nd.', 'Your group has not spoken on this topic yet.', before], [left, notMoved]],
  ['group-turn', ['You asked 2nd.', 'Your group is next in turn.', before], [left, notMoved]],
  ['channel-turn', ['You asked 2nd.', 'Room and remote take turns.', before], [left, notMoved]],
  ['cap', ['You asked 2nd.', 'You have been passed 4 times, the most that the rule allows.', before], [left, notMoved]],
  ['entity-spoken', ['You asked 2nd.', 'Your organization has spoken on this topic.', before], [left, notMoved]],
  ['absent', ['You were called and not there. You are now at the end of the list.'], [notMoved]],
  ['listed', ['You are listed in the programme of this item.'], [notMoved]],
  ['swapped', ['You asked 2nd.', 'You changed places with another speaker.'], [notMoved]],
  ['own-wish', ['You asked 2nd.', 'You let another speaker go first.', before], [notMoved]],
])('a place with the cause %s says so in full', (cause, first, after) => {
  expect(whyOf(cause)).toEqual({ first, after })
})

test('whoever was moved by the Chair is told so, and never the opposite', () => {
  expect(whyOf('moved', { behind: null, moved: 'chair' })).toEqual({ first: ['You asked 2nd.', 'The Chair moved you.'], after: [] })
})

test('the one whom I let go first is named', () => {
  expect(whyOf('own-wish', { behind: entryAt(0), moved: null }, 'Library federation').first[1]).toBe('You let Library federation go first.')
})

test('where the list is in order received, nothing is said of being placed ahead; where the rule only suggests, that is said', () => {
  const line = lineOf([1, 'received'], [2, 'received'])
  expect(whyWords(t, rule('received'), line, 1, myself, null).after).toEqual([notMoved])
  expect(whyWords(t, rule('balanced', true), line, 1, myself, null).after).toEqual(['The list is in order received.', notMoved])
  expect(whyWords(t, rule('balanced', true), lineOf([1, 'received'], [2, 'listed']), 1, myself, null).after).toEqual([notMoved])
})

test('there are no words for a place that is not there', () => {
  expect(whyWords(t, rule('balanced'), [], 0, myself, null)).toEqual({ first: [], after: [] })
  expect(aheadWords(t, [], 0)).toEqual([])
})

/** By whose doing the server counts those ahead: not by the rule. */
const notByRule = ['me.ahead.moved', 'me.ahead.swapped', 'me.ahead.listed', 'me.ahead.wish']
const given: readonly Cause[] = ['absent', 'listed', 'moved', 'swapped']

test('in any session the sentences count whom the server counts: placed by the rule, and aside for another reason', () => {
  fc.assert(
    fc.property(fc.constantFrom<OrderMode>('alternate', 'rotate', 'balanced', 'received'), rolls(20, 60), (mode, many) => {
      const start = stateAfter(
        [...listOpen, said('chair', 'queue.order', { mode, recommend: false, expectedMode: mode })],
        founded(planWith(mode, 2)),
      )
      for (const { after: state } of play(start, many, [...doing])) {
        const { line } = projectAudience(state, 'public').view
        for (const person of state.people.all.values()) {
          const { entry } = projectPerson(state, person).view.myEntry
          const index = line.findIndex((place) => place.entry === entry?.id)
          const place = line[index]
          if (!entry || !place || given.includes(place.cause)) continue
          const counts = [...aheadOf(line, index, entry.behind)]
          const sum = (aside: boolean) => counts.reduce((total, [key, n]) => (notByRule.includes(key) === aside ? total + n : total), 0)
          expect([sum(false), sum(true)]).toEqual([place.placed, place.aside])
        }
      }
    }),
    { numRuns: 40 },
  )
})

const doing = [
  'queue.join',
  'queue.add',
  'queue.hold',
  'queue.return',
  'queue.move',
  'queue.unpin',
  'queue.defer',
  'queue.swap',
  'queue.order',
  'floor.call',
  'floor.start',
  'floor.absent',
] as const

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
