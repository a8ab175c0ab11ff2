/** The sentences of points that are accepted: their paragraph, whether they agree with their point, and what the public version has of them. */
import { redactRecord } from '@rostrum/server/services/record/public'
import { getPlainText } from '@rostrum/server/services/record/report/blocks'
import { getReportText } from '@rostrum/server/services/record/text/report-text'
import { type Attribution, attributions } from '@rostrum/shared/contract/enums'
import type { NoteId, SegmentId } from '@rostrum/shared/contract/ids'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { CommandData } from '@rostrum/shared/contract/registry'
import type { Block } from '@rostrum/shared/contract/report-blocks'
import { languageIds } from '@rostrum/shared/kernel/wording'
import { expect, test } from 'vitest'
import { command, type SentCommand } from '../support/given.ts'
import {
  also,
  findPoint,
  getText,
  listBlocks,
  listPoints,
  makeRecord,
  makeWritten,
  note,
  ofCivil,
  ofGov,
  ofPanel,
  toNoteId,
  write,
} from '../support/sentence-points.ts'

const listNumbered = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'numbered' ? [[block.number, getPlainText(block.line)] as const] : []))
const listPlaces = (blocks: readonly Block[]) => blocks.flatMap((block) => (block.kind === 'to-write' ? [[block.id, block.number]] : []))

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
