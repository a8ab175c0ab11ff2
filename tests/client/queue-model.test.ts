/** Values computed for the list of speakers: moves, positions, partners, row menus, and the secretariat’s commands. */
import {
  type EntryDraft,
  emptyEntryDraft,
  listInvalidFields,
  type RegisteredPerson,
  setEntity,
  setRegistered,
  toAddCommand,
} from '@rostrum/client/features/queue/add/add-draft'
import { computeStep, findEntryBefore, parsePosition } from '@rostrum/client/features/queue/list/move-targets'
import { filterByName, listPartners, makePartnerCommand } from '@rostrum/client/features/queue/list/partners'
import { listRowChoices, parseSeparate, type RowMenuState } from '@rostrum/client/features/queue/list/row-choices'
import { countUnchangedFirst, listMoves } from '@rostrum/client/features/queue/order/order-moves'
import { getOrderModeText } from '@rostrum/client/text/order-mode-text'
import { getPositionCauseText, getSuggestionText } from '@rostrum/client/text/position-cause-text'
import type { EntryId, GroupId, PersonId } from '@rostrum/shared/contract/ids'
import type { PositionCause } from '@rostrum/shared/contract/queue'
import type { RankedPosition } from '@rostrum/shared/contract/request-rank'
import { toInstant } from '@rostrum/shared/kernel/time'
import type { EntryRow } from '@rostrum/shared/projection/queue/rows'
import { describe, expect, test } from 'vitest'
import { makeTranslateIn } from '../support/catalogues.ts'

const t = makeTranslateIn('en')

const toOrder = (text: string): readonly EntryId[] => [...text] as readonly string[] as readonly EntryId[]
const toId = (id: string): EntryId => id as EntryId

describe('the effect of another rule', () => {
  test('lists the biggest moves first; among equal moves, first the entry that moves forward', () => {
    expect(listMoves(toOrder('abcde'), toOrder('eabdc')).map(({ entry: who, from, to }) => `${who} ${from}-${to}`)).toEqual([
      'e 5-1',
      'c 3-5',
      'a 1-2',
      'b 2-3',
    ])
  })
  test('is empty for the same order; an entry that joined or left in between is ignored', () => {
    expect(listMoves(toOrder('abc'), toOrder('abc'))).toEqual([])
    expect(listMoves(toOrder('abx'), toOrder('bay')).map(({ entry: who }) => who)).toEqual(['b', 'a'])
  })
  test.each([
    ['abc', 'abc', 2],
    ['abcd', 'abdc', 2],
    ['abc', 'acb', 1],
    ['abc', 'bac', 0],
    ['ab', 'ab', 0],
    ['', '', 0],
  ])('from %s to %s, %i of the first two positions stay', (before, after, stay) => {
    expect(countUnchangedFirst(toOrder(before), toOrder(after))).toBe(stay)
  })
})

describe('the target of a move', () => {
  test.each([
    ['c', 1, 'a'],
    ['c', 2, 'b'],
    ['c', 3, 'd'],
    ['c', 4, null],
    ['a', 1, 'b'],
    ['a', 2, 'c'],
    ['a', 4, null],
    ['d', 4, null],
  ])('%s at position %i comes before %s', (who, place, before) => {
    const after = toOrder('abcd').filter((other) => other !== who)
    after.splice(before === null ? after.length : after.indexOf(toId(before)), 0, toId(who))
    expect([findEntryBefore(toOrder('abcd'), toId(who), place), after.indexOf(toId(who)) + 1]).toEqual([before, place])
  })
  test('one up and one down stay within the list', () => {
    expect([computeStep(toOrder('abc'), toId('b'), -1), computeStep(toOrder('abc'), toId('b'), 1)]).toEqual([1, 3])
    expect([
      computeStep(toOrder('abc'), toId('a'), -1),
      computeStep(toOrder('abc'), toId('c'), 1),
      computeStep(toOrder('abc'), toId('x'), 1),
    ]).toEqual([null, null, null])
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
  ])('"%s" in a list of seven is position %s', (typed, place) => {
    expect(parsePosition(typed, 7)).toBe(place)
  })
})

const makeRow = (changed: Partial<EntryRow> = {}, held = false): EntryRow =>
  ({
    kind: 'intervention',
    entity: 'A',
    askedAt: 10,
    onBehalfOf: [],
    pinnedBy: null,
    staff: { person: null, nameId: null, held },
    ...changed,
  }) as unknown as EntryRow
const rowState: RowMenuState = {
  row: makeRow(),
  position: { index: 1, count: 3 },
  canCall: true,
  ends: null,
  others: 2,
  jointEntries: [],
  isToConfirm: false,
}
const getChoiceLabels = (changed: Partial<RowMenuState>) =>
  listRowChoices(t, { ...rowState, ...changed }).map(({ id, disabled }) => (disabled ? `(${id})` : id))

describe('the menu of a row', () => {
  test('has every action that is possible, the removal last', () => {
    expect(getChoiceLabels({})).toEqual(['call', 'call-last', 'up', 'down', 'to', 'swap', 'merge', 'language', 'hold', 'remove'])
  })
  test('has no “up” for the first entry, no “down” for the last, and neither for the only one that waits', () => {
    expect(getChoiceLabels({ position: { index: 0, count: 3 } })).toContain('(up)')
    expect(getChoiceLabels({ position: { index: 2, count: 3 } })).toContain('(down)')
    expect(getChoiceLabels({ position: { index: 0, count: 1 }, others: 0 }).filter((id) => id.startsWith('('))).toEqual([
      '(up)',
      '(down)',
      '(to)',
      '(swap)',
      '(merge)',
    ])
  })
  test('removes a pin of the Chair, and never a swap by consent', () => {
    expect(getChoiceLabels({ row: makeRow({ pinnedBy: 'chair' }) })).toContain('unpin')
    expect(getChoiceLabels({ row: makeRow({ pinnedBy: 'consent' }) })).not.toContain('unpin')
  })
  test('[P86] confirms the organization of a person who joined by code', () => {
    expect([true, false].map((isToConfirm) => getChoiceLabels({ isToConfirm }).includes('confirm'))).toEqual([true, false])
  })
  test('has no call while the floor cannot be given', () => {
    expect(getChoiceLabels({ canCall: false }).filter((id) => id.startsWith('('))).toEqual(['(call)', '(call-last)'])
  })
  test('[F48] names whom a call ends', () => {
    const labels = listRowChoices(t, { ...rowState, position: null, ends: 'European Union' }).map(({ label }) =>
      label.replace(/[\u2066-\u2069]/g, ''),
    )
    expect(labels).toContain('End European Union and call')
    expect(labels).toContain('End European Union and call as the last speaker')
  })

  test('names each entity that the entry speaks for', () => {
    const joint = [{ entry: toId('j1'), into: toId('a'), entity: 'Permanent mission' }]
    const choice = listRowChoices(t, {
      row: makeRow(),
      position: null,
      canCall: true,
      ends: null,
      others: 1,
      jointEntries: joint,
      isToConfirm: false,
    }).find(({ id }) => parseSeparate(id))
    expect([choice?.label, choice && parseSeparate(choice.id), parseSeparate('swap')]).toEqual(['Separate Permanent mission', 'j1', null])
  })
  test('has no moves for a held entry, nor for a right of reply', () => {
    expect(getChoiceLabels({ row: makeRow({}, true), position: null })).toEqual(['merge', 'language', 'return', 'remove'])
    expect(getChoiceLabels({ row: makeRow({ kind: 'right-of-reply' }), position: null })).toEqual([
      'call',
      'call-last',
      'language',
      'hold',
      'remove',
    ])
  })
})

describe('a partner for a swap or a joint statement', () => {
  const view = {
    order: [toId('a'), toId('b'), toId('c')],
    entries: {
      a: makeRow(),
      b: makeRow({ entity: 'B' }),
      c: makeRow({ entity: 'C' }),
      h: makeRow({ entity: 'H' }, true),
      r: makeRow({ kind: 'right-of-reply' }, true),
    },
  } as unknown as Parameters<typeof listPartners>[0]
  test('comes from the order, and for a joint statement from the held entries as well', () => {
    expect(
      listPartners(view, toId('b'), 'swap', makeTranslateIn('en'), new Map()).map(({ name, position: place }) => [name, place]),
    ).toEqual([
      ['A', 1],
      ['C', 3],
    ])
    expect(
      listPartners(view, toId('b'), 'merge', makeTranslateIn('en'), new Map()).map(({ name, position: place }) => [name, place]),
    ).toEqual([
      ['A', 1],
      ['C', 3],
      ['H', null],
    ])
  })
  test('[Q28] is listed by name, in the alphabet of the language', () => {
    const named = {
      order: toOrder('abcd'),
      entries: Object.fromEntries(
        ['Delegation 10', 'Älvsborg', 'Delegation 9', 'Zambia'].map((entity, index) => ['abcd'[index], makeRow({ entity })]),
      ),
    } as unknown as Parameters<typeof listPartners>[0]
    const list = (language: string) =>
      listPartners(named, toId('x'), 'swap', makeTranslateIn(language), new Map()).map(({ name, position }) => [name, position])
    expect(list('fr')).toEqual([
      ['Älvsborg', 2],
      ['Delegation 9', 3],
      ['Delegation 10', 1],
      ['Zambia', 4],
    ])
    expect(list('sv').at(-1)).toEqual(['Älvsborg', 2])
  })
  test('[Q28] is found by parts of the name, whatever the case and the accents', () => {
    const names = [{ name: 'Permanent mission' }, { name: 'Library federation' }]
    expect(filterByName(names, ' MISSION')).toEqual([{ name: 'Permanent mission' }])
    expect(filterByName(names, 'federátion lib')).toEqual([{ name: 'Library federation' }])
    expect(filterByName(names, '  ')).toEqual(names)
  })
  test('is merged into the entry whose menu was opened, for a joint statement', () => {
    expect(makePartnerCommand('merge', toId('a'), toId('b'))).toEqual({ type: 'queue.merge', data: { into: 'a', entry: 'b' } })
    expect(makePartnerCommand('swap', toId('a'), toId('b'))).toEqual({ type: 'queue.swap', data: { entry: 'a', with: 'b' } })
  })
})

describe('causes', () => {
  /** Makes an order whose last entry was the 2nd to ask, behind `placedAhead` entries that asked later. */
  const makeOrder = (cause: PositionCause, placedAhead: number): readonly RankedPosition[] =>
    [...Array.from({ length: placedAhead }, (_, index) => index + 3), 2].map((requestRank) => ({
      entry: `e${requestRank}` as EntryId,
      cause,
      requestRank,
    }))
  test.each([
    ['received', 0, 'time of request'],
    ['received', 3, '2nd to request; 3 placed ahead'],
    ['overtake-limit', 0, 'may be overtaken 4 times at most'],
    ['programme', 0, 'listed in the programme'],
    ['moved', 0, 'moved by the Chair'],
    ['swapped', 0, 'changed places by consent'],
    ['deferred', 0, 'has let another speaker go first'],
    ['channel-turn', 0, 'room and remote alternate'],
    ['group-turn', 0, 'its group is next in turn'],
    ['absent', 0, 'absent when called, end of the list'],
  ] as const)('%s, %i placed ahead: %s', (cause, placedAhead, words) => {
    expect(getPositionCauseText(t, makeOrder(cause, placedAhead), placedAhead, 4)).toBe(words)
  })
  test('a suggestion has its cause', () => {
    expect(getSuggestionText(t, 'group-first', 4)).toBe('Suggested: group not yet heard on this item')
    expect(getSuggestionText(t, 'overtake-limit', 1)).toBe('Suggested: may be overtaken once at most')
  })
  test('the order mode is one line of text, even if the rule only suggests', () => {
    expect(getOrderModeText(t, { mode: 'rotate', suggestOnly: false })).toBe('groups in turn')
    expect(getOrderModeText(t, { mode: 'rotate', suggestOnly: true })).toBe('order of requests; suggested: groups in turn')
    expect(getOrderModeText(t, { mode: 'received', suggestOnly: true })).toBe('order of requests')
  })
})

describe('commands of the secretariat', () => {
  const seen = toInstant(5)
  const mission: RegisteredPerson = {
    person: 'p1' as PersonId,
    entity: 'Permanent mission',
    group: 'government' as GroupId,
    channel: 'remote',
    number: 4,
  }
  const written: EntryDraft = { ...emptyEntryDraft, entity: 'Visitors', group: 'civil-society', speaker: ' ', note: 'seat 41' }
  test('a free name is sent with its group, and an empty field is sent as null', () => {
    expect(toAddCommand(written, seen)).toEqual({
      kind: 'intervention',
      person: null,
      entity: 'Visitors',
      speaker: null,
      group: 'civil-society',
      requestChannel: 'room',
      seenAt: 5,
      note: 'seat 41',
    })
  })
  test('a registered person is added as that person, without a group, with their own channel', () => {
    expect(toAddCommand(setRegistered(written, mission), seen)).toMatchObject({
      person: 'p1',
      entity: 'Permanent mission',
      group: null,
      requestChannel: 'remote',
    })
  })
  test('a changed name is no longer the registered person; the same name is', () => {
    const chosen = setRegistered(emptyEntryDraft, mission)
    expect(setEntity(chosen, 'Permanent mission').registered).toBe(mission)
    expect(setEntity(chosen, 'Permanent missio')).toMatchObject({ registered: null, group: 'government' })
  })
  test('a group is required for a free name only; a name and a time are always required', () => {
    expect(listInvalidFields(emptyEntryDraft, seen)).toEqual(['entity', 'group'])
    expect(listInvalidFields(setRegistered(emptyEntryDraft, { ...mission, group: null }), null)).toEqual(['seen'])
    expect(listInvalidFields(written, seen)).toEqual([])
  })
})
