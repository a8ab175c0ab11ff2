/** The sentences of points: their drafts, those that are accepted, and what the public version has of them. */
import { buildRecord } from '@rostrum/server/services/record/build-record'
import { redactRecord } from '@rostrum/server/services/record/public'
import { getPlainText } from '@rostrum/server/services/record/report/blocks'
import { buildReport, numberReport } from '@rostrum/server/services/record/report/report'
import { getQuantity, type Quantity } from '@rostrum/server/services/record/report/sentences'
import { getReportText } from '@rostrum/server/services/record/text/report-text'
import { type Attribution, attributions } from '@rostrum/shared/contract/enums'
import type { NoteId, SegmentId, SessionId } from '@rostrum/shared/contract/ids'
import type { NoteSubject } from '@rostrum/shared/contract/note-subjects'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { CommandData } from '@rostrum/shared/contract/registry'
import type { Block, PagePoint } from '@rostrum/shared/contract/report-blocks'
import { type LanguageId, languageIds } from '@rostrum/shared/kernel/wording'
import { expect, test } from 'vitest'
import { allPeople, plan } from '../support/fixtures.ts'
import { approve, ask, call, command, join, queueOpen, type SentCommand, toCommandId, toQuestionId, toTurnId } from '../support/given.ts'
import { buildLog } from '../support/log-builder.ts'
import { makeRecordPage } from '../support/record-page.tsx'

const segment = 'topic' as SegmentId
const question = toQuestionId('civil-1-asks')
const ofGov = { kind: 'turn', turn: toTurnId('turn-gov-1') } as const
const ofCivil = { kind: 'question', question } as const
const ofPanel = { kind: 'answer-to', question } as const
const toNoteId = (id: string) => toCommandId(id) as string as NoteId
const note = (id: string, text: string, about: NoteSubject | null, tag: string | null = 'failure') =>
  command('desk', 'notes.add', { text, tag, segment, about }, { id })
const also = (id: string, others: readonly NoteSubject[], expectedVersion = 0) =>
  command('desk', 'notes.set-also', { note: toNoteId(id), also: [...others], expectedVersion })

/** A delegation speaks, and civil society asks a question that is answered. */
const history: readonly SentCommand[] = [
  ...queueOpen,
  command('chair', 'agenda.go', { to: segment, expectedCurrent: 'opening' as SegmentId }),
  join('gov-1'),
  call('gov-1'),
  command('chair', 'floor.start', { turn: toTurnId('turn-gov-1') }, { at: 100 }),
  ask('civil-1'),
  approve('civil-1-asks'),
  command('chair', 'floor.end', { turn: toTurnId('turn-gov-1') }, { at: 200 }),
]
const close = command('chair', 'session.close', {}, { at: 400 })
const makeRecord = (...more: readonly SentCommand[]): SessionRecord =>
  buildRecord('sentences' as SessionId, buildLog(plan, [...history, ...more, close], allPeople))

const listPoints = (record: SessionRecord, language: LanguageId = 'en'): readonly PagePoint[] => makeRecordPage(record, language).points
const findPoint = (record: SessionRecord, language: LanguageId = 'en'): PagePoint => {
  const [point] = listPoints(record, language)
  if (!point) throw new Error('there is no point')
  return point
}
/** Makes the command by which the Rapporteur accepts the draft, or writes `text`. */
const write = (record: SessionRecord, language: LanguageId, text?: string): SentCommand => {
  const { id, basis, draft, sentences } = findPoint(record, language)
  const [sentence] = sentences
  return command('desk', 'notes.set-sentence', {
    note: (sentence?.note ?? id) as NoteId,
    language,
    text: text ?? draft,
    basis: basis as CommandData<'notes.set-sentence'>['basis'],
    expectedText: sentence?.text ?? null,
  })
}
/** Makes the record with the sentence of its only point, and then `after`. */
const makeWritten = (sent: readonly SentCommand[], language: LanguageId = 'en', after: readonly SentCommand[] = []): SessionRecord =>
  makeRecord(...sent, write(makeRecord(...sent), language), ...after)

const listBlocks = (record: SessionRecord, language: LanguageId = 'en', full = record): readonly Block[] => {
  const work = numberReport(full, getReportText(language))
  for (;;) {
    const step = work.next()
    if (step.done) return [...buildReport(record, getReportText(language), step.value)].flatMap((block) => block ?? [])
  }
}
const listNumbered = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'numbered' ? [[block.number, getPlainText(block.line)] as const] : []))
const listPlaces = (blocks: readonly Block[]) => blocks.flatMap((block) => (block.kind === 'to-write' ? [[block.id, block.number]] : []))
const getText = (blocks: readonly Block[]): string =>
  blocks.flatMap((block) => ('line' in block ? [getPlainText(block.line)] : [])).join('\n')

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
const wholeDrafts: Readonly<Record<LanguageId, readonly string[]>> = {
  ar: [
    'أشار مشاركان (government، وcivil) وأعضاء حلقة النقاش إلى إخفاق: «Some words».',
    'أشار أعضاء حلقة النقاش إلى إخفاق: «More».',
    'أُشير إلى ما يلي: «Other words».',
  ],
  zh: [
    '两名与会者（government、civil）和小组成员指出一项失败：“Some words”。',
    '小组成员指出一项失败：“More”。',
    '会上指出：“Other words”。',
  ],
  en: [
    'Two participants (government and civil) and the panel noted a failure: “Some words”.',
    'The panel noted a failure: “More”.',
    'The following was noted: “Other words”.',
  ],
  fr: [
    'Deux participants (government et civil) et les panélistes ont relevé un échec : « Some words ».',
    'Les panélistes ont relevé un échec : « More ».',
    'Il a été relevé ce qui suit : « Other words ».',
  ],
  ru: [
    'Два участника (government и civil) и члены дискуссионной группы отметили неудачу: «Some words».',
    'Члены дискуссионной группы отметили неудачу: «More».',
    'Отмечено следующее: «Other words».',
  ],
  es: [
    'Dos participantes (government y civil) y los panelistas señalaron un fracaso: «Some words».',
    'Los panelistas señalaron un fracaso: «More».',
    'Se señaló lo siguiente: «Other words».',
  ],
}

test.each(languageIds)('[R94] a draft is whole in %s, and in no report', (language) => {
  const sent = [
    note('one', 'Some words.', ofGov),
    also('one', [ofCivil, ofPanel]),
    note('two', 'Other words.', null, null),
    note('three', 'More.', ofPanel),
  ]
  const record = makeRecord(...sent)
  const drafts = listPoints(record, language).map(({ draft }) => draft)
  expect(drafts.map((draft) => draft.replaceAll('\u00a0', ' '))).toEqual(wholeDrafts[language])
  const text = getText(listBlocks(record, language))
  for (const draft of drafts) expect(text).not.toContain(draft)
})

/** The drafts with the names of our templates: one Government, two groups of three, all three, and the only group of a session. */
const groupDrafts: Readonly<Record<LanguageId, readonly string[]>> = {
  ar: [
    'أشار مشارك واحد (حكومة) إلى إخفاق: «A».',
    'أشار مشاركان (الحكومات، والمجتمع المدني) إلى إخفاق: «A».',
    'أشار بعض المشاركين (جميع المجموعات) إلى إخفاق: «A».',
    'أشار مشارك واحد إلى إخفاق: «A».',
  ],
  zh: [
    '一名与会者（政府）指出一项失败：“A”。',
    '两名与会者（政府、民间社会）指出一项失败：“A”。',
    '一些与会者（所有群体）指出一项失败：“A”。',
    '一名与会者指出一项失败：“A”。',
  ],
  en: [
    'One participant (Government) noted a failure: “A”.',
    'Two participants (Governments and civil society) noted a failure: “A”.',
    'Some participants (all groups) noted a failure: “A”.',
    'One participant noted a failure: “A”.',
  ],
  fr: [
    'Un participant (gouvernement) a relevé un échec : « A ».',
    'Deux participants (gouvernements et société civile) ont relevé un échec : « A ».',
    'Quelques participants (tous les groupes) ont relevé un échec : « A ».',
    'Un participant a relevé un échec : « A ».',
  ],
  ru: [
    'Один участник (правительство) отметил неудачу: «A».',
    'Два участника (правительства и гражданское общество) отметили неудачу: «A».',
    'Некоторые участники (все группы) отметили неудачу: «A».',
    'Один участник отметил неудачу: «A».',
  ],
  es: [
    'Un participante (gobierno) señaló un fracaso: «A».',
    'Dos participantes (gobiernos y sociedad civil) señalaron un fracaso: «A».',
    'Algunos participantes (todos los grupos) señalaron un fracaso: «A».',
    'Un participante señaló un fracaso: «A».',
  ],
}

test.each(languageIds)('[R94] one Government is not called Governments, and all groups are said in a word, in %s', (language) => {
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
  expect([draftOf(3, 1), draftOf(3, 2), draftOf(3, 3), draftOf(1, 1)]).toEqual(groupDrafts[language])
})

test('[R96] a sentence in French has its no-break spaces again, which no text keeps in the session', () => {
  const sent = [note('one', 'Money is missing.', ofGov)]
  const { draft } = findPoint(makeRecord(...sent), 'fr')
  const stored = draft.replaceAll('\u00a0', ' ')
  expect(stored).not.toBe(draft)
  expect(getText(listBlocks(makeRecord(...sent, write(makeRecord(...sent), 'fr', stored)), 'fr'))).toContain(draft)
})

test('[R96] an accepted sentence takes the place to write on its item, in its language alone, with the same number in each', () => {
  const sent = [note('one', 'Money is missing.', ofGov)]
  const [, number] = listPlaces(listBlocks(makeRecord(...sent))).find(([id]) => id === 'topic-topic') ?? []
  const record = makeWritten(sent)
  const english = listBlocks(record)
  expect(listNumbered(english)).toContainEqual([number, 'One participant (government) noted a failure: “Money is missing”.'])
  expect(listPlaces(english).map(([id]) => id)).not.toContain('topic-topic')
  const french = listBlocks(record, 'fr')
  expect(listPlaces(french)).toContainEqual(['topic-topic', number])
  expect(getText(french)).not.toContain('One participant')
  expect(findPoint(record, 'fr').sentences).toEqual([])
  expect(findPoint(record)).toMatchObject({ sentences: [{ agrees: true }] })
})

test('[R96] an item without interventions has the paragraph too, and the same numbers in every language', () => {
  const record = makeWritten([command('desk', 'notes.add', { text: 'Late.', tag: null, segment: 'opening' as SegmentId, about: null })])
  const numbers = languageIds.map((language) =>
    listBlocks(record, language).flatMap((block) => (block.kind === 'numbered' || block.kind === 'to-write' ? [block.number] : [])),
  )
  for (const one of numbers) expect(one).toEqual(numbers[0])
  expect(getText(listBlocks(record))).toContain('The following was noted: “Late”.')
})

test.each(languageIds)('[R96] annex II names the paragraphs of the Rapporteur, and says nothing of a draft, in %s', (language) => {
  const sent = [note('one', 'Money is missing.', ofGov)]
  const record = makeWritten(sent, language)
  const blocks = listBlocks(record, language)
  const [number] = listNumbered(blocks).find(([, text]) => text === findPoint(record, language).sentences[0]?.text) ?? []
  const line = getPlainText(getReportText(language).write('log.handParagraphs', { n: 1, list: String(number) }))
  expect(getText(blocks)).toContain(line)
  expect(getText(listBlocks(makeRecord(...sent), language))).not.toContain(line)
})

test('[R97] a sentence no longer agrees once somebody else has made the point, the note or its tag is changed, or a note joins it', () => {
  const sent = [note('one', 'Money is missing.', ofGov), note('two', 'Money is missing', ofCivil, null)]
  const changes: readonly (readonly SentCommand[])[] = [
    [also('one', [ofCivil])],
    [also('one', [ofPanel])],
    [command('desk', 'notes.edit', { note: toNoteId('one'), text: 'Money is late.', tag: 'failure', expectedVersion: 0 })],
    [command('desk', 'notes.edit', { note: toNoteId('one'), text: 'Money is missing.', tag: 'success', expectedVersion: 0 })],
    [command('desk', 'notes.join', { note: toNoteId('two'), into: toNoteId('one'), expectedVersion: 0 })],
  ]
  expect(findPoint(makeWritten(sent)).sentences).toMatchObject([{ agrees: true }])
  for (const change of changes) {
    const record = makeWritten(sent, 'en', change)
    const { sentences, draft } = findPoint(record)
    const text = 'One participant (government) noted a failure: “Money is missing”.'
    expect(sentences).toMatchObject([{ text, agrees: false }])
    expect(draft).not.toBe(text)
    const kept = makeRecord(...sent, write(makeRecord(...sent), 'en'), ...change, write(record, 'en', text))
    expect(findPoint(kept).sentences).toMatchObject([{ text, agrees: true }])
  }
})

test('[R97] a sentence stays with its point when its note becomes part of another, and comes back when they are parted', () => {
  const sent = [note('one', 'Money is missing.', ofGov), note('host', 'Funds are short.', null)]
  const join = command('desk', 'notes.join', { note: toNoteId('one'), into: toNoteId('host'), expectedVersion: 0 })
  const joined = findPoint(makeWritten(sent, 'en', [join]))
  expect(joined).toMatchObject({ id: toNoteId('host'), sentences: [{ note: toNoteId('one'), agrees: false }] })
  const apart = command('desk', 'notes.join', { note: toNoteId('one'), into: null, expectedVersion: 1 })
  expect(findPoint(makeWritten(sent, 'en', [join, apart])).sentences).toMatchObject([{ agrees: true }])
})

test('[R97] a point of two notes with sentences has one of them in the report, and tells of the other', () => {
  const sent = [note('host', 'Funds are short.', ofGov), note('one', 'Money is missing.', null)]
  const both = makeRecord(...sent)
  const written = listPoints(both).map(({ id, basis, draft }) =>
    command('desk', 'notes.set-sentence', {
      note: id as NoteId,
      language: 'en',
      text: draft,
      basis: basis as CommandData<'notes.set-sentence'>['basis'],
      expectedText: null,
    }),
  )
  const join = command('desk', 'notes.join', { note: toNoteId('one'), into: toNoteId('host'), expectedVersion: 0 })
  const record = makeRecord(...sent, ...written, join)
  expect(findPoint(record).sentences.map(({ note: id, agrees }) => [id, agrees])).toEqual([
    [toNoteId('host'), true],
    [toNoteId('one'), false],
  ])
  const text = getText(listBlocks(record))
  expect(text).toContain('One participant (government) noted a failure: “Funds are short”.')
  expect(text).not.toContain('A failure was noted: “Money is missing”.')
})

const redact = (record: SessionRecord, attribution: Attribution, notes = true) =>
  redactRecord({ record, attribution, takenBack: new Set() }, notes)

test('[R98] the public version has a sentence only with the notes, and never what it was written from', () => {
  const record = makeWritten([note('one', 'Money is missing.', ofGov)])
  const text = 'One participant (government) noted a failure: “Money is missing”.'
  const open = redact(record, 'hidden')
  expect(open.notes).toMatchObject([{ sentences: [{ language: 'en', text }] }])
  expect(JSON.stringify(open)).not.toContain('"basis"')
  expect(getText(listBlocks(open, 'en', record))).toContain(text)
  const closed = redact(record, 'named', false)
  expect(JSON.stringify(closed)).not.toContain('One participant')
  const blocks = listBlocks(closed, 'en', record)
  expect(getText(blocks)).not.toContain('One participant')
  expect(listPlaces(blocks)).toEqual([])
})

test('[R98] a sentence that no longer agrees is not in the public version, because it may count somebody whom the session hides', () => {
  const sent = [note('one', 'Money is missing.', ofGov), also('one', [ofCivil])]
  const record = makeWritten(sent, 'en', [also('one', [], 1)])
  expect(findPoint(record).sentences).toMatchObject([{ agrees: false }])
  expect(getText(listBlocks(record))).toContain('Two participants (government and civil) noted')
  expect(JSON.stringify(redact(record, 'hidden'))).not.toContain('Two participants')
})

test.each(attributions)('[R98] with authors %s the public version counts nobody whom the session hides', (attribution) => {
  const sent = [note('one', 'Money is missing.', ofGov), also('one', [ofCivil])]
  const open = redact(makeWritten(sent), attribution)
  expect(open.notes.map(({ sentences }) => sentences?.length ?? 0)).toEqual([attribution === 'named' ? 1 : 0])
  const joined = [
    note('one', 'Money is missing.', ofGov),
    note('two', 'No funds.', ofCivil),
    command('desk', 'notes.join', { note: toNoteId('two'), into: toNoteId('one'), expectedVersion: 0 }),
  ]
  expect(redact(makeWritten(joined), attribution).notes.flatMap(({ sentences }) => sentences ?? [])).toHaveLength(
    attribution === 'named' ? 1 : 0,
  )
})
