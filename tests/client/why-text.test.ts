// @vitest-environment jsdom
import { countAhead, getAheadText, getWhyText, type OwnEntry } from '@rostrum/client/features/my-floor/position/why-text'
import { getPositionCauseText } from '@rostrum/client/text/position-cause-text'
import { parseTimeOfDay } from '@rostrum/client/text/typed-time'
import type { OrderMode } from '@rostrum/shared/contract/enums'
import type { EntryId } from '@rostrum/shared/contract/ids'
import type { PositionCause } from '@rostrum/shared/contract/queue'
import { type RankedPosition, rankByRequest } from '@rostrum/shared/contract/request-rank'
import { type Instant, toInstant } from '@rostrum/shared/kernel/time'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeTranslateIn } from '../support/catalogues.ts'
import { createState, makePlan } from '../support/fixtures.ts'
import { command, queueOpen, replay } from '../support/given.ts'
import { arbitraryRolls, playRolls } from '../support/random-session.ts'

const t = makeTranslateIn('en')

const makeEntryId = (index: number) => `e${index}` as EntryId

/** Makes positions from the ranks of their requests and their causes, in speaking order. */
const makeOrder = (...places: readonly (readonly [asked: number, cause: PositionCause])[]): readonly RankedPosition[] =>
  places.map(([requestRank, cause], index) => ({ entry: makeEntryId(index), cause, requestRank }))

test('the first speaker reads that nobody is ahead', () => {
  expect(getAheadText(t, makeOrder([1, 'received']), 0)).toEqual(['Nobody is ahead of you.'])
})

test('if everybody ahead asked earlier, the text contains nothing else', () => {
  expect(getAheadText(t, makeOrder([1, 'received'], [2, 'received'], [3, 'received']), 2)).toEqual([
    'Everyone ahead of you requested the floor before you.',
  ])
})

test('speakers placed ahead are counted by the cause from the server, then those who asked earlier', () => {
  const line = makeOrder([3, 'group-first'], [1, 'received'], [5, 'channel-turn'], [4, 'group-first'], [2, 'overtake-limit'])
  expect(getAheadText(t, line, 4)).toEqual([
    '2 are ahead because their groups have not spoken on this item yet.',
    '1 is ahead because room and remote speakers alternate.',
    '1 requested the floor before you.',
  ])
})

test.each([
  ['moved', '1 was moved before you by the Chair.'],
  ['swapped', '1 is ahead after changing places with another speaker.'],
  ['programme', '1 is ahead as listed in the programme.'],
  ['group-turn', '1 is ahead because its group has been heard less.'],
  ['entity-first', '1 is ahead because it has not spoken on this item yet.'],
  ['kept', '1 is ahead because places 1 and 2 stay as they are.'],
  ['without-group', '1 is ahead because it is the turn of those without a group.'],
  ['received', '1 was placed ahead of you.'],
  ['overtake-limit', '1 was placed ahead of you.'],
  ['entity-spoken', '1 was placed ahead of you.'],
  ['deferred', '1 was placed ahead of you.'],
] as const)('one ahead who asked later, with the cause %s', (cause, words) => {
  expect(getAheadText(t, makeOrder([2, cause], [1, 'received']), 1)).toEqual([words])
})

test('the speaker I let go first, and those the rule put before them, are ahead by my wish', () => {
  const line = makeOrder([3, 'group-first'], [2, 'received'], [4, 'channel-turn'], [1, 'received'])
  expect(getAheadText(t, line, 3, makeEntryId(1))).toEqual([
    'You let 2 go first.',
    '1 is ahead because room and remote speakers alternate.',
  ])
})

test('a move by the Chair is explained separately from my wish', () => {
  const line = makeOrder([3, 'moved'], [2, 'received'], [1, 'received'])
  expect(getAheadText(t, line, 2, makeEntryId(1))).toEqual(['1 was moved before you by the Chair.', 'You let 1 go first.'])
})

test('the speaker whom I let go first is named once', () => {
  expect(getAheadText(t, makeOrder([2, 'received'], [1, 'deferred']), 1, makeEntryId(0))).toEqual([])
  expect(getAheadText(t, makeOrder([3, 'received'], [2, 'received'], [1, 'deferred']), 2, makeEntryId(1))).toEqual(['You let 2 go first.'])
})

test.each(['absent', 'programme', 'moved', 'swapped'] as const)(
  'a position with the cause %s is not explained by a comparison',
  (cause) => {
    expect(getAheadText(t, makeOrder([2, 'received'], [1, cause]), 1)).toEqual([])
  },
)

const makeOrderSetting = (mode: OrderMode, suggestOnly = false) => ({ mode, suggestOnly, maxOvertakes: 4 })
const myself: OwnEntry = { deferredTo: null, pinnedBy: null, overtakesLeft: 1 }
const explain = (cause: PositionCause, mine: OwnEntry = myself, wish: string | null = null) =>
  getWhyText(t, makeOrderSetting('balanced'), makeOrder([1, 'received'], [2, cause]), 1, mine, wish)

const notMovedText = 'The Chair has not moved you.'
const overtakesLeftText = 'By the rule of order, nobody else can be placed ahead of you. Only the Chair can change that.'
const earlierText = 'Everyone ahead of you requested the floor before you.'

test.each<[PositionCause, readonly string[], readonly string[]]>([
  ['received', ['Of those still waiting, you were the 2nd to request the floor.', earlierText], [overtakesLeftText, notMovedText]],
  [
    'entity-first',
    ['Of those still waiting, you were the 2nd to request the floor.', 'Your organization has not spoken on this item yet.', earlierText],
    [overtakesLeftText, notMovedText],
  ],
  [
    'group-first',
    ['Of those still waiting, you were the 2nd to request the floor.', 'Your group has not spoken on this item yet.', earlierText],
    [overtakesLeftText, notMovedText],
  ],
  [
    'group-turn',
    ['Of those still waiting, you were the 2nd to request the floor.', 'Your group is next in turn.', earlierText],
    [overtakesLeftText, notMovedText],
  ],
  [
    'channel-turn',
    ['Of those still waiting, you were the 2nd to request the floor.', 'Room and remote speakers alternate.', earlierText],
    [overtakesLeftText, notMovedText],
  ],
  [
    'overtake-limit',
    [
      'Of those still waiting, you were the 2nd to request the floor.',
      'The rule does not allow your request to be overtaken more than 4 times.',
      earlierText,
    ],
    [overtakesLeftText, notMovedText],
  ],
  [
    'kept',
    ['Of those still waiting, you were the 2nd to request the floor.', 'Places 1 and 2 stay as they are.', earlierText],
    [overtakesLeftText, notMovedText],
  ],
  [
    'entity-spoken',
    [
      'Of those still waiting, you were the 2nd to request the floor.',
      'This is not the first turn of your organization on this item.',
      earlierText,
    ],
    [overtakesLeftText, notMovedText],
  ],
  ['absent', ['You were called but were not there. You are now at the end of the list.'], [notMovedText]],
  ['programme', ['You are listed in the programme.'], [notMovedText]],
  [
    'swapped',
    ['Of those still waiting, you were the 2nd to request the floor.', 'You changed places with another speaker.'],
    [notMovedText],
  ],
  [
    'deferred',
    ['Of those still waiting, you were the 2nd to request the floor.', 'You let another speaker go first.', earlierText],
    [notMovedText],
  ],
])('a position with the cause %s gets the full explanation', (cause, first, after) => {
  expect(explain(cause)).toEqual({ reasons: first, outlook: after })
})

test('[O23] a place that stays says so in the list', () => {
  expect(getPositionCauseText(t, makeOrder([2, 'kept'], [1, 'received']), 0, 4)).toBe('places 1 and 2 stay')
})

test('[O27] the limit is said as what may happen, and the programme names no item', () => {
  expect(explain('overtake-limit').reasons[1]).toBe('The rule does not allow your request to be overtaken more than 4 times.')
  expect(explain('programme').reasons).toEqual(['You are listed in the programme.'])
})

test('a speaker moved by the Chair reads that, and never the opposite', () => {
  expect(explain('moved', { ...myself, pinnedBy: 'chair' })).toEqual({
    reasons: ['Of those still waiting, you were the 2nd to request the floor.', 'The Chair moved you.'],
    outlook: [],
  })
})

test('[V198, O7] only from the third place on can others still be placed ahead', () => {
  const line = makeOrder([1, 'received'], [2, 'received'], [3, 'received'])
  const outlooks = line.map((_, index) => getWhyText(t, makeOrderSetting('balanced'), line, index, myself, null).outlook[0])
  expect(outlooks).toEqual([
    overtakesLeftText,
    overtakesLeftText,
    'By the rule of order, at most 1 more can be placed ahead of you. Only the Chair can change that.',
  ])
})

test('the speaker whom I let go first is named', () => {
  expect(explain('deferred', { ...myself, deferredTo: makeEntryId(0) }, 'Library federation').reasons[1]).toBe(
    'You let Library federation go first.',
  )
})

test('in order received, no text mentions being placed ahead; if the rule only suggests, the text explains that', () => {
  const line = makeOrder([1, 'received'], [2, 'received'])
  expect(getWhyText(t, makeOrderSetting('received'), line, 1, myself, null).outlook).toEqual([notMovedText])
  expect(getWhyText(t, makeOrderSetting('balanced', true), line, 1, myself, null).outlook).toEqual([
    'The list is in the order of requests.',
    notMovedText,
  ])
  expect(getWhyText(t, makeOrderSetting('balanced', true), makeOrder([1, 'received'], [2, 'programme']), 1, myself, null).outlook).toEqual([
    notMovedText,
  ])
})

test('[V417] nobody reads that the Chair has not moved them next to others whom the Chair has placed before them', () => {
  const order = makeOrder([2, 'moved'], [1, 'received'])
  expect(getWhyText(t, makeOrderSetting('balanced'), order, 1, myself, null).outlook).toEqual([overtakesLeftText])
})

test('there is no text for a position that does not exist', () => {
  expect(getWhyText(t, makeOrderSetting('balanced'), [], 0, myself, null)).toEqual({ reasons: [], outlook: [] })
  expect(getAheadText(t, [], 0)).toEqual([])
})

/** The keys that count the entries ahead for a reason other than the rule. */
const aheadKeys = ['me.ahead.moved', 'me.ahead.swapped', 'me.ahead.listed', 'me.ahead.wish']
const ownCauses: readonly PositionCause[] = ['absent', 'declined', 'programme', 'moved', 'swapped']

test('in any session the sentences give the server’s counts: ahead by the rule, and ahead for other reasons', () => {
  fc.assert(
    fc.property(fc.constantFrom<OrderMode>('alternate', 'rotate', 'balanced', 'received'), arbitraryRolls(20, 60), (mode, many) => {
      const start = replay(
        [...queueOpen, command('chair', 'queue.set-order', { mode, suggestOnly: false, expectedMode: mode })],
        createState(makePlan(mode, 2)),
      )
      for (const { after: state } of playRolls(start, many, [...commandTypes])) {
        const { order, causes, entries } = projectAudience(state, 'public').view
        const line = rankByRequest(order, causes, entries)
        for (const person of state.people.all.values()) {
          const { entry } = projectPerson(state, person).view.myQueue
          const index = line.findIndex((place) => place.entry === entry?.id)
          const place = state.queue.order[index]
          if (!entry || !place || ownCauses.includes(place.cause)) continue
          const counts = [...countAhead(line, index, entry.deferredTo)]
          const sum = (aside: boolean) => counts.reduce((total, [key, n]) => (aheadKeys.includes(key) === aside ? total + n : total), 0)
          expect([sum(false), sum(true)]).toEqual([place.aheadByRule, place.aheadOther])
        }
      }
    }),
    { numRuns: 40 },
  )
})

const commandTypes = [
  'queue.join',
  'queue.add',
  'queue.hold',
  'queue.return',
  'queue.move',
  'queue.unpin',
  'queue.defer',
  'queue.swap',
  'queue.set-order',
  'floor.call',
  'floor.start',
  'floor.mark-absent',
  'floor.decline',
] as const

const now = toInstant(Date.parse('2026-11-24T12:08:40.700Z'))
const getSecondsAgo = (typed: string, zone = 'UTC', at: Instant = now): number | null => {
  const found = parseTimeOfDay(typed, zone, at)
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
  expect(getSecondsAgo(typed)).toBe(seconds)
})

test('a typed time is read in the zone of the session, and across midnight', () => {
  expect(getSecondsAgo('13:08:20', 'Europe/Zurich')).toBe(21)
  expect(getSecondsAgo('23:59:50', 'UTC', toInstant(Date.parse('2026-11-25T00:00:10Z')))).toBe(20)
})

test.each(['', 'now', '25:00', '12:60', '12:08:61', '12', '12:09', '23:00'])(
  '%j is refused: it is not a time, or is a future time',
  (typed) => {
    expect(getSecondsAgo(typed)).toBeNull()
  },
)
