/** The drafts of the sentences of points: words of quantity, groups, and the note as it is. */
import { getQuantity, type Quantity } from '@rostrum/server/services/record/report/sentences'
import type { LanguageId } from '@rostrum/shared/kernel/wording'
import { expect, test } from 'vitest'
import { command } from '../support/given.ts'
import {
  also,
  findPoint,
  getText,
  listBlocks,
  listPoints,
  makeRecord,
  note,
  ofCivil,
  ofGov,
  ofPanel,
  toNoteId,
} from '../support/sentence-points.ts'

test('[R94] the word of quantity is that of the count', () => {
  const words: readonly [number | null, Quantity][] = [
    [1, 'one'],
    [2, 'two'],
    [3, 'some'],
    [4, 'some'],
    [5, 'several'],
    [40, 'several'],
    [null, 'unknown'],
  ]
  expect(words.map(([count]) => getQuantity(count))).toEqual(words.map(([, word]) => word))
})

test('[R94] a draft counts each organization once, names the groups, and quotes the note as it is', () => {
  expect(findPoint(makeRecord(note('one', 'Money is missing.', ofGov))).draft).toBe(
    'One participant (government) noted a failure: “Money is missing”.',
  )
  const two = [note('one', 'Money is missing.', ofGov, null), also('one', [ofCivil])]
  expect(findPoint(makeRecord(...two)).draft).toBe('Two participants (government and civil) noted: “Money is missing”.')
  const joined = [
    note('one', 'Money is missing.', ofGov),
    note('two', 'No funds.', ofGov),
    command('desk', 'notes.join', { note: toNoteId('two'), into: toNoteId('one'), expectedVersion: 0 }),
  ]
  expect(findPoint(makeRecord(...joined)).draft).toBe('One participant (government) noted a failure: “Money is missing”.')
  expect(findPoint(makeRecord(note('one', 'The hall was full.', null, 'success'))).draft).toBe('A success was noted: “The hall was full”.')
})

test('[R95] the panel is not counted as a participant', () => {
  expect(findPoint(makeRecord(note('one', 'Money is set aside.', ofPanel))).draft).toBe('The panel noted a failure: “Money is set aside”.')
  const both = makeRecord(note('one', 'Money is missing.', ofGov), also('one', [ofPanel]))
  expect(findPoint(both)).toMatchObject({
    draft: 'One participant (government) and the panel noted a failure: “Money is missing”.',
    basis: { organizations: 1, panel: true },
  })
})

test('[R95] where the author of a source is not recorded, a draft says one or more, and has no group', () => {
  const record = makeRecord(note('one', 'Money is missing.', ofGov), also('one', [ofCivil]))
  const nameless = {
    ...record,
    notes: record.notes.map((one) => ({
      ...one,
      sources: one.sources.map((source) => (source.kind === 'question' ? { ...source, entity: null, group: null } : source)),
    })),
  }
  expect(findPoint(nameless)).toMatchObject({
    draft: 'One or more participants noted a failure: “Money is missing”.',
    basis: { organizations: null, groups: [] },
  })
})

/** The drafts of a point of two organizations and the panel, of one of the panel, and of one of nobody. */
const wholeDrafts: readonly (readonly [LanguageId, readonly string[]])[] = [
  [
    'ar',
    [
      'أشار مشاركان (government، وcivil) وأعضاء حلقة النقاش إلى إخفاق: «\u200eSome words\u200e».',
      'أشار أعضاء حلقة النقاش إلى إخفاق: «\u200eMore\u200e».',
      'أُشير إلى ما يلي: «\u200eOther words\u200e».',
    ],
  ],
  [
    'zh',
    [
      '两名与会者（government、civil）和小组成员指出一项失败：“Some words”。',
      '小组成员指出一项失败：“More”。',
      '会上指出：“Other words”。',
    ],
  ],
  [
    'en',
    [
      'Two participants (government and civil) and the panel noted a failure: “Some words”.',
      'The panel noted a failure: “More”.',
      'The following was noted: “Other words”.',
    ],
  ],
  [
    'fr',
    [
      'Deux participants (government et civil) et les panélistes ont relevé un échec : « Some words ».',
      'Les panélistes ont relevé un échec : « More ».',
      'Il a été relevé ce qui suit : « Other words ».',
    ],
  ],
  [
    'ru',
    [
      'Два участника (government и civil) и члены дискуссионной группы отметили неудачу: «Some words».',
      'Члены дискуссионной группы отметили неудачу: «More».',
      'Отмечено следующее: «Other words».',
    ],
  ],
  [
    'es',
    [
      'Dos participantes (government y civil) y los panelistas señalaron un fracaso: «Some words».',
      'Los panelistas señalaron un fracaso: «More».',
      'Se señaló lo siguiente: «Other words».',
    ],
  ],
]

test.each(wholeDrafts)('[R94] a draft is whole in %s, and in no report', (language, expected) => {
  const sent = [
    note('one', 'Some words.', ofGov),
    also('one', [ofCivil, ofPanel]),
    note('two', 'Other words.', null, null),
    note('three', 'More.', ofPanel),
  ]
  const record = makeRecord(...sent)
  const drafts = listPoints(record, language).map(({ draft }) => draft)
  expect(drafts.map((draft) => draft.replaceAll('\u00a0', ' '))).toEqual(expected)
  const text = getText(listBlocks(record, language))
  for (const draft of drafts) expect(text).not.toContain(draft)
})

/** The drafts with the names of our templates: one Government, two groups of three, all three, and the only group of a session. */
const groupDrafts: readonly (readonly [LanguageId, readonly string[]])[] = [
  [
    'ar',
    [
      'أشار مشارك واحد (حكومة) إلى إخفاق: «\u200eA\u200e».',
      'أشار مشاركان (الحكومات، والمجتمع المدني) إلى إخفاق: «\u200eA\u200e».',
      'أشار بعض المشاركين (جميع المجموعات) إلى إخفاق: «\u200eA\u200e».',
      'أشار مشارك واحد إلى إخفاق: «\u200eA\u200e».',
    ],
  ],
  [
    'zh',
    [
      '一名与会者（政府）指出一项失败：“A”。',
      '两名与会者（政府、民间社会）指出一项失败：“A”。',
      '一些与会者（所有群体）指出一项失败：“A”。',
      '一名与会者指出一项失败：“A”。',
    ],
  ],
  [
    'en',
    [
      'One participant (Government) noted a failure: “A”.',
      'Two participants (Governments and civil society) noted a failure: “A”.',
      'Some participants (all groups) noted a failure: “A”.',
      'One participant noted a failure: “A”.',
    ],
  ],
  [
    'fr',
    [
      'Un participant (gouvernement) a relevé un échec : « A ».',
      'Deux participants (gouvernements et société civile) ont relevé un échec : « A ».',
      'Quelques participants (tous les groupes) ont relevé un échec : « A ».',
      'Un participant a relevé un échec : « A ».',
    ],
  ],
  [
    'ru',
    [
      'Один участник (правительство) отметил неудачу: «A».',
      'Два участника (правительства и гражданское общество) отметили неудачу: «A».',
      'Некоторые участники (все группы) отметили неудачу: «A».',
      'Один участник отметил неудачу: «A».',
    ],
  ],
  [
    'es',
    [
      'Un participante (gobierno) señaló un fracaso: «A».',
      'Dos participantes (gobiernos y sociedad civil) señalaron un fracaso: «A».',
      'Algunos participantes (todos los grupos) señalaron un fracaso: «A».',
      'Un participante señaló un fracaso: «A».',
    ],
  ],
]

test.each(groupDrafts)('[R94] one Government is not called Governments, and all groups are said in a word, in %s', (language, expected) => {
  const record = makeRecord(note('one', 'A.', ofGov))
  const named = ['government', 'civil-society', 'private-sector']
  const labels = ['Governments', 'Civil society', 'Private sector']
  const groups = record.groups.slice(0, 3).map((group, index) => ({ ...group, id: named[index] ?? '', label: labels[index] ?? '' }))
  const draftOf = (among: number, of: number): string => {
    const notes = record.notes.map((one) => ({
      ...one,
      sources: named.slice(0, of).flatMap((group) => one.sources.map((source) => ({ ...source, turn: group, entity: group, group }))),
    }))
    return findPoint({ ...record, groups: groups.slice(0, among), notes }, language).draft.replaceAll('\u00a0', ' ')
  }
  expect([draftOf(3, 1), draftOf(3, 2), draftOf(3, 3), draftOf(1, 1)]).toEqual(expected)
})
