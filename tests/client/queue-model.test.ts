/** What is worked out for the floor list before anything is drawn: moves, places, partners, the menu of a row, and what the desk sends. */
import {
  blank,
  type Draft,
  dataOf,
  faultsIn,
  type Registered,
  withEntity,
  withRegistered,
} from '@rostrum/client/features/queue/add/add-draft'
import { beforeAt, placeFrom, stepTo } from '@rostrum/client/features/queue/list/move-targets'
import { commandWith, namedLike, partnersFor } from '@rostrum/client/features/queue/list/partners'
import { rowChoices, separated } from '@rostrum/client/features/queue/list/row-choices'
import { firstThatStay, movesBetween } from '@rostrum/client/features/queue/order/order-moves'
import { messages as english } from '@rostrum/client/text/languages/en'
import { Messages, type Speak } from '@rostrum/client/text/messages'
import { ruleWords } from '@rostrum/client/text/order-mode-text'
import { reasonWords, suggestionWords } from '@rostrum/client/text/position-cause-text'
import type { EntryId, GroupId, PersonId } from '@rostrum/shared/contract/ids'
import type { Cause, Place } from '@rostrum/shared/contract/queue'
import { instantOf } from '@rostrum/shared/kernel/time'
import type { EntryRow } from '@rostrum/shared/projection/queue/rows'
import { describe, expect, test } from 'vitest'

const catalog = new Messages('en', english, 'ltr')
const t = ((key: never, values: never) => catalog.text(key, values)) as Speak

const line = (text: string): readonly EntryId[] => [...text] as readonly string[] as readonly EntryId[]
const entry = (id: string): EntryId => id as EntryId

describe('what another rule would change', () => {
  test('the biggest moves come first; of equals whoever would come earlier', () => {
    expect(movesBetween(line('abcde'), line('eabdc')).map(({ entry: who, from, to }) => `${who} ${from}-${to}`)).toEqual([
      'e 5-1',
      'c 3-5',
      'a 1-2',
      'b 2-3',
    ])
  })
  test('nothing moves in the same list, and whoever has come or gone in between is left out', () => {
    expect(movesBetween(line('abc'), line('abc'))).toEqual([])
    expect(movesBetween(line('abx'), line('bay')).map(({ entry: who }) => who)).toEqual(['b', 'a'])
  })
  test.each([
    ['abc', 'abc', 2],
    ['abcd', 'abdc', 2],
    ['abc', 'acb', 1],
    ['abc', 'bac', 0],
    ['ab', 'ab', 0],
    ['', '', 0],
  ])('of %s and %s so many of the first two stay: %i', (before, after, stay) => {
    expect(firstThatStay(line(before), line(after))).toBe(stay)
  })
})

describe('where an entry is put', () => {
  test.each([
    ['c', 1, 'a'],
    ['c', 2, 'b'],
    ['c', 3, 'd'],
    ['c', 4, null],
    ['a', 1, 'b'],
    ['a', 2, 'c'],
    ['a', 4, null],
    ['d', 4, null],
  ])('%s to place %i is before %s', (who, place, before) => {
    const after = line('abcd').filter((other) => other !== who)
    after.splice(before === null ? after.length : after.indexOf(entry(before)), 0, entry(who))
    expect([beforeAt(line('abcd'), entry(who), place), after.indexOf(entry(who)) + 1]).toEqual([before, place])
  })
  test('one up and one down, and no further than the list goes', () => {
    expect([stepTo(line('abc'), entry('b'), -1), stepTo(line('abc'), entry('b'), 1)]).toEqual([1, 3])
    expect([stepTo(line('abc'), entry('a'), -1), stepTo(line('abc'), entry('c'), 1), stepTo(line('abc'), entry('x'), 1)]).toEqual([
      null,
      null,
      null,
    ])
  })
  test.each([
    ['3', 3],
    [' 1 ', 1],
    ['0', null],
    ['8', null],
    ['2.5', null],
    ['-1', null],
    ['', null],
    ['first', null],
  ])('"%s" of a list of seven is place %s', (typed, place) => {
    expect(placeFrom(typed, 7)).toBe(place)
  })
})

const row = (changed: Partial<EntryRow> = {}, held = false): EntryRow =>
  ({
    kind: 'intervention',
    entity: 'A',
    askedAt: 10,
    behalf: [],
    moved: null,
    desk: { person: null, name: null, held },
    ...changed,
  }) as unknown as EntryRow
const labels = (changed: Partial<Parameters<typeof rowChoices>[1]>) =>
  rowChoices(t, { row: row(), place: { index: 1, count: 3 }, callable: true, others: 2, joint: [], ...changed }).map(({ id, disabled }) =>
    disabled ? `(${id})` : id,
  )

describe('the menu of a row', () => {
  test('has all that can be done, the removal last', () => {
    expect(labels({})).toEqual(['call', 'up', 'down', 'to', 'swap', 'merge', 'hold', 'last-word', 'remove'])
  })
  test('has no way up for the first, none down for the last, and none at all for whoever waits alone', () => {
    expect(labels({ place: { index: 0, count: 3 } })).toContain('(up)')
    expect(labels({ place: { index: 2, count: 3 } })).toContain('(down)')
    expect(labels({ place: { index: 0, count: 1 }, others: 0 }).filter((id) => id.startsWith('('))).toEqual([
      '(up)',
      '(down)',
      '(to)',
      '(swap)',
      '(merge)',
    ])
  })
  test('takes back what the Chair has moved, and nothing that two have agreed', () => {
    expect(labels({ row: row({ moved: 'chair' }) })).toContain('unpin')
    expect(labels({ row: row({ moved: 'consent' }) })).not.toContain('unpin')
  })
  test('calls nobody while the floor cannot be given', () => {
    expect(labels({ callable: false }).filter((id) => id.startsWith('('))).toEqual(['(call)', '(last-word)'])
  })
  test('names each of those spoken for', () => {
    const joint = [{ entry: entry('j1'), into: entry('a'), entity: 'Permanent mission' }]
    const choice = rowChoices(t, { row: row(), place: null, callable: true, others: 1, joint }).find(({ id }) => separated(id))
    expect([choice?.label, choice && separated(choice.id), separated('swap')]).toEqual(['Separate Permanent mission', 'j1', null])
  })
  test('of somebody who said "not now", and of a right of reply, has no places', () => {
    expect(labels({ row: row({}, true), place: null })).toEqual(['merge', 'return', 'remove'])
    expect(labels({ row: row({ kind: 'right-of-reply' }), place: null })).toEqual(['call', 'hold', 'last-word', 'remove'])
  })
})

describe('another one, to change places with or to speak jointly', () => {
  const view = {
    line: [{ entry: entry('a') }, { entry: entry('b') }, { entry: entry('c') }],
    entries: {
      a: row(),
      b: row({ entity: 'B' }),
      c: row({ entity: 'C' }),
      h: row({ entity: 'H' }, true),
      r: row({ kind: 'right-of-reply' }, true),
    },
  } as unknown as Parameters<typeof partnersFor>[0]
  test('is of the line; for a joint statement also of those who said "not now"', () => {
    expect(partnersFor(view, entry('b'), 'swap').map(({ name, place }) => [name, place])).toEqual([
      ['A', 1],
      ['C', 3],
    ])
    expect(partnersFor(view, entry('b'), 'merge').map(({ name, place }) => [name, place])).toEqual([
      ['A', 1],
      ['C', 3],
      ['H', null],
    ])
  })
  test('is found by name, whatever the case', () => {
    const names = [{ name: 'Permanent mission' }, { name: 'Library federation' }]
    expect(namedLike(names, ' MISSION')).toEqual([{ name: 'Permanent mission' }])
    expect(namedLike(names, '  ')).toEqual(names)
  })
  test('speaks through the one whose menu was opened', () => {
    expect(commandWith('merge', entry('a'), entry('b'))).toEqual({ type: 'queue.merge', data: { into: 'a', entry: 'b' } })
    expect(commandWith('swap', entry('a'), entry('b'))).toEqual({ type: 'queue.swap', data: { entry: 'a', with: 'b' } })
  })
})

describe('reasons', () => {
  const place = (cause: Cause, figures: Partial<Place> = {}): Place =>
    ({ entry: 'x', cause, asked: 2, earlier: 0, placed: 0, aside: 0, left: 1, ...figures }) as Place
  test.each([
    ['received', {}, 'order of request'],
    ['received', { placed: 3 }, 'asked 2nd, 3 placed ahead'],
    ['received', { placed: 1, aside: 1 }, 'asked 2nd, 2 placed ahead'],
    ['cap', {}, 'passed 4 times, the maximum'],
    ['listed', {}, 'listed in the programme'],
    ['moved', {}, 'moved by the Chair'],
    ['swapped', {}, 'changed places by consent'],
    ['own-wish', {}, 'lets another go first'],
    ['channel-turn', {}, 'room and remote in turn'],
    ['group-turn', {}, 'its group is next in turn'],
    ['absent', {}, 'called once, end of the list'],
  ] as const)('%s %o: %s', (cause, figures, words) => {
    expect(reasonWords(t, place(cause, figures), 4)).toBe(words)
  })
  test('a suggestion says why', () => {
    expect(suggestionWords(t, 'group-unheard', 4)).toBe('Suggested: group not yet heard')
    expect(suggestionWords(t, 'cap', 1)).toBe('Suggested: passed once, the maximum')
  })
  test('the rule in force is said in one line, also where it only suggests', () => {
    expect(ruleWords(t, { mode: 'rotate', recommend: false })).toBe('groups in turn')
    expect(ruleWords(t, { mode: 'rotate', recommend: true })).toBe('received, suggested: groups in turn')
    expect(ruleWords(t, { mode: 'received', recommend: true })).toBe('received')
  })
})

describe('what the desk sends', () => {
  const seen = instantOf(5)
  const mission: Registered = {
    person: 'p1' as PersonId,
    entity: 'Permanent mission',
    group: 'government' as GroupId,
    channel: 'remote',
    number: 4,
  }
  const written: Draft = { ...blank, entity: 'Visitors', group: 'civil-society', speaker: ' ', note: 'seat 41' }
  test('a free name goes with its group, and an empty field as nothing', () => {
    expect(dataOf(written, seen)).toEqual({
      kind: 'intervention',
      person: null,
      entity: 'Visitors',
      speaker: null,
      group: 'civil-society',
      door: 'room',
      seenAt: 5,
      note: 'seat 41',
    })
  })
  test('whoever is registered goes as a person, without a group, from where they are registered', () => {
    expect(dataOf(withRegistered(written, mission), seen)).toMatchObject({
      person: 'p1',
      entity: 'Permanent mission',
      group: null,
      door: 'remote',
    })
  })
  test('another name is somebody else; the same name is the same', () => {
    const chosen = withRegistered(blank, mission)
    expect(withEntity(chosen, 'Permanent mission').registered).toBe(mission)
    expect(withEntity(chosen, 'Permanent missio')).toMatchObject({ registered: null, group: 'government' })
  })
  test('a group is asked for with a free name only, a name and a time always', () => {
    expect(faultsIn(blank, seen)).toEqual(['entity', 'group'])
    expect(faultsIn(withRegistered(blank, { ...mission, group: null }), null)).toEqual(['seen'])
    expect(faultsIn(written, seen)).toEqual([])
  })
})
