/** The people who can be called instead of the next speaker: their order, and how one is found among many. */
import { filterCandidates, listCandidates, listFound } from '@rostrum/client/features/floor/staff/call-candidates'
import type { GroupId } from '@rostrum/shared/contract/ids'
import { expect, test } from 'vitest'
import { makeTranslateIn } from '../support/catalogues.ts'
import { makeQueueView } from '../support/queue-view.ts'

const names = { a: 'Women’s network', b: 'Éducation pour tous', c: 'Chamber 10', d: 'Chamber 9', x: 'Academy' }
const rows = Object.fromEntries(Object.entries(names).map(([id, entity]) => [id, { entity }]))
const view = makeQueueView({ rows: { ...rows, b: { entity: names.b, group: 'private' } }, replies: 'x' })
const panellists = [
  { person: 'p2', entity: 'Rapporteur', group: null },
  { person: 'p1', entity: 'Expert', group: null },
] as never
const candidates = listCandidates({ ...view, panellists }, true, makeTranslateIn('en'), new Map())
const getNames = (all: typeof candidates) => all.map(({ name }) => name)

test('[Q25] the panel comes first, then everybody by name, each with their position in the list', () => {
  expect(getNames(candidates)).toEqual([
    'Expert',
    'Rapporteur',
    'Academy',
    'Chamber 9',
    'Chamber 10',
    'Éducation pour tous',
    'Women’s network',
  ])
  expect(candidates.map(({ position }) => position)).toEqual([null, null, null, 4, 3, 2, 1])
  expect(getNames(listCandidates({ ...view, panellists }, false, makeTranslateIn('en'), new Map()))).not.toContain('Expert')
})

test('[Q25] people are found by the beginnings of words, with or without accents, and by group', () => {
  expect(getNames(filterCandidates(candidates, 'educ', null))).toEqual(['Éducation pour tous'])
  expect(getNames(filterCandidates(candidates, 'CHAM 1', null))).toEqual(['Chamber 10'])
  expect(getNames(filterCandidates(candidates, '', 'private' as GroupId))).toEqual(['Éducation pour tous'])
  expect(filterCandidates(candidates, 'hamber', null)).toEqual([])
})

const written = [
  'Organización de Niñas y Jóvenes',
  'Объединённая палата малого бизнеса',
  '联合国大会主席办公室',
  'المنظمة العربية للتنمية',
  'Fédération internationale de l’œuvre',
]
test.each([
  ['ninas', 0],
  ['объединенная', 1],
  ['主席', 2],
  ['منظمه', 3],
  ['تنمية', 3],
  ['oeuvre', 4],
])('[Q25] the typed text %s finds names written in any of the six languages', (typed, index) => {
  const others = written.map((name, position) => ({ value: name, name, group: null, position, person: null, channel: null })) as never
  expect(getNames(filterCandidates(others, typed, null))).toEqual([written[index]])
})

test('[Q25] people found in the roster follow by name, without those who are on the list or on the panel', () => {
  const person = (id: string, entity: string) => ({ person: id, entity, group: null, channel: 'remote' })
  const found = [person('p9', 'Zebra union'), person('p1', 'Expert'), person('p8', 'Écoles'), person('w', 'Women’s network')] as never
  const waiting = { ...view.entries, a: { ...view.entries['a' as never], staff: { person: 'w' } } } as never
  const others = listFound(found, { ...view, entries: waiting, panellists }, 'fr')
  expect(others.map(({ name, person: its, channel, position }) => [name, its, channel, position])).toEqual([
    ['Écoles', 'p8', 'remote', null],
    ['Zebra union', 'p9', 'remote', null],
  ])
})
