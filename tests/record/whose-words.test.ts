/** A point is reported under those who made it: the speaker, the person who asked, the panel that answered, the author of a statement. */
import { buildRecord } from '@rostrum/server/services/record/build-record'
import { toTables } from '@rostrum/server/services/record/formats/tables'
import { redactRecord } from '@rostrum/server/services/record/public'
import { getPlainText } from '@rostrum/server/services/record/report/blocks'
import { buildReport } from '@rostrum/server/services/record/report/report'
import { getReportText } from '@rostrum/server/services/record/text/report-text'
import type { RemovalReason } from '@rostrum/shared/contract/enums'
import type { NoteId, PersonId, SegmentId, SessionId, StatementId, StepId } from '@rostrum/shared/contract/ids'
import type { NoteSubject } from '@rostrum/shared/contract/note-subjects'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { translateRecord } from '@rostrum/shared/contract/record-words'
import type { Block } from '@rostrum/shared/contract/report-blocks'
import { type LanguageId, languageIds } from '@rostrum/shared/kernel/wording'
import { expect, test } from 'vitest'
import { allPeople, makeAdmission, plan } from '../support/fixtures.ts'
import {
  approve,
  ask,
  call,
  command,
  join,
  queueOpen,
  type SentCommand,
  toCommandId,
  toEntryId,
  toQuestionId,
  toTurnId,
} from '../support/given.ts'
import { buildLog } from '../support/log-builder.ts'

const segment = 'topic' as SegmentId
const question = toQuestionId('civil-1-asks')
const govTurn = { kind: 'turn', turn: toTurnId('turn-gov-1') } as const
const statement = { kind: 'statement', statement: toCommandId('filed') as string as StatementId } as const
const toNoteId = (id: string) => toCommandId(id) as string as NoteId
const note = (id: string, text: string, about: NoteSubject | null) =>
  command('desk', 'notes.add', { text, tag: 'failure', segment, about }, { id })

/** A delegation speaks, civil society asks, the panel answers, and a company that was not reached files a statement. */
const history: readonly SentCommand[] = [
  ...queueOpen,
  command('chair', 'agenda.go', { to: segment, expectedCurrent: 'opening' as SegmentId }),
  join('gov-1'),
  join('private-1'),
  call('gov-1'),
  command('chair', 'floor.start', { turn: toTurnId('turn-gov-1') }, { at: 100 }),
  ask('civil-1'),
  approve('civil-1-asks'),
  command('chair', 'questions.assign', { question, assignee: 'expert' as PersonId }),
  command('chair', 'floor.end', { turn: toTurnId('turn-gov-1') }, { at: 200 }),
  command('chair', 'questions.show', { question, expectedCurrent: null }, { id: 'answer', at: 210 }),
  command('chair', 'floor.start', { turn: toTurnId('answer') }, { at: 212 }),
  command('chair', 'questions.mark-answered', { question, answer: 'live' }, { at: 300 }),
]
const close = command('chair', 'session.close', {}, { id: 'close', at: 400 })
const file = command('private-1', 'statements.submit', { text: 'What we would have said.', expectedVersion: 0 }, { id: 'filed', at: 500 })

const expert = makeAdmission('expert', 'panellist', 'Institute of Finance', 'technical', 'remote')
const makeRecord = (...more: readonly SentCommand[]): SessionRecord =>
  buildRecord('whose' as SessionId, buildLog(plan, [...history, ...more], [...allPeople, expert]))
const listBlocks = (record: SessionRecord, language: LanguageId = 'en') =>
  [...buildReport(record, getReportText(language))].flatMap((block) => block ?? [])
/** The text of each cell of the points on the topic, by the name of the group without its mark. */
const readMatrix = (record: SessionRecord): Readonly<Record<string, string>> => {
  const caption = (block: Block) => (block.kind === 'table' && block.caption ? getPlainText(block.caption.title) : null)
  const table = listBlocks(record).find((block) => caption(block) === 'Points by topic and group')
  const rows = table?.kind === 'table' ? table.rows : []
  return Object.fromEntries(
    rows.map(([head, cell]) => [getPlainText(head?.[0] ?? []).replace(/^\W+/, ''), (cell ?? []).map(getPlainText).join(' ')]),
  )
}
const listText = (record: SessionRecord, language?: LanguageId): string =>
  listBlocks(record, language)
    .flatMap((block) => (block.kind === 'numbered' || block.kind === 'paragraph' ? [getPlainText(block.line)] : []))
    .join('\n')

test('[R80] a point of an answer is the panel’s, and a point of a question is the asker’s', () => {
  const record = makeRecord(
    note('of-question', 'Money is missing.', { kind: 'question', question }),
    note('of-answer', 'Money is set aside.', { kind: 'answer-to', question }),
    close,
  )
  expect(record.notes.map(({ sources }) => sources)).toEqual([
    [{ kind: 'question', turn: null, question, statement: null, entity: 'Organization 1', group: 'civil' }],
    [{ kind: 'answer-to', turn: toTurnId('answer'), question, statement: null, entity: 'Institute of Finance', group: 'technical' }],
  ])
  const matrix = readMatrix(record)
  expect(matrix.government).not.toContain('Money')
  expect(matrix.technical).not.toContain('Money')
  expect(matrix.civil).toBe('Failure Money is missing. (Q1)')
  expect(matrix.Panel).toBe('Failure Money is set aside. (A1)')
  const text = listText(record)
  expect(text).toContain('Failure: Money is missing (civil; Q1)')
  expect(text).toContain('Failure: Money is set aside (Institute of Finance, in answer; A1)')
})

test('[R80] an answer of the panel as a whole names nobody', () => {
  const record = makeRecord(
    command('chair', 'questions.assign', { question, assignee: 'panel' as PersonId }),
    note('of-answer', 'Money is set aside.', { kind: 'answer-to', question }),
    close,
  )
  expect(record.notes[0]?.sources).toMatchObject([{ kind: 'answer-to', entity: null, group: null }])
  expect(listText(record)).toContain('Failure: Money is set aside (the panel, in answer; A1)')
})

test('[R80] a note on the turn of an answer is one on the answer', () => {
  const record = makeRecord(note('of-turn', 'Money is set aside.', { kind: 'turn', turn: toTurnId('answer') }), close)
  expect(record.notes[0]?.sources).toMatchObject([{ kind: 'answer-to', question, entity: 'Institute of Finance' }])
})

test('[R80] if the session hides who asked, the public version names who answered and not who asked', () => {
  const record = makeRecord(
    note('of-question', 'Money is missing.', { kind: 'question', question }),
    note('of-answer', 'Money is set aside.', { kind: 'answer-to', question }),
    close,
  )
  const redacted = redactRecord({ record, attribution: 'hidden', takenBack: new Set() }, true)
  expect(redacted.notes.map(({ sources }) => sources.map(({ entity, group, question: id }) => [entity, group, id]))).toEqual([
    [[null, null, question]],
    [['Institute of Finance', 'technical', question]],
  ])
})

test.each(languageIds)('[R80, R81] every kind of source can be read in %s', (language) => {
  const record = makeRecord(
    close,
    file,
    note('all', 'One.', govTurn),
    note('two', 'Two.', { kind: 'answer-to', question }),
    note('three', 'Three.', statement),
  )
  const text = listText(record, language)
  for (const number of ['A1', 'S1']) expect(text).toContain(number)
})

test('[R81] a point of a statement counts for its author’s group, and leads to the statement', () => {
  const record = makeRecord(close, file, note('of-statement', 'Rules are needed.', statement))
  expect(record.notes[0]?.sources).toEqual([
    { kind: 'statement', turn: null, question: null, statement: statement.statement, entity: 'Company 1', group: 'private' },
  ])
  expect(readMatrix(record).private).toContain('Rules are needed.* (S1)')
  const withdrawn = makeRecord(
    close,
    file,
    note('of-statement', 'Rules are needed.', statement),
    command('private-1', 'statements.withdraw', { expectedVersion: 1 }),
  )
  expect(withdrawn.notes[0]?.sources).toEqual([])
})

test('[R82] further speakers of a point and joined notes count once each, in the report and in the tables', () => {
  const sent = [
    note('first', 'Access is too dear.', govTurn),
    note('second', 'Prices are high.', { kind: 'question', question }),
    command('desk', 'notes.set-also', { note: toNoteId('first'), also: [{ kind: 'answer-to', question }], expectedVersion: 0 }),
    command('desk', 'notes.join', { note: toNoteId('second'), into: toNoteId('first'), expectedVersion: 0 }),
  ]
  const record = makeRecord(...sent, close)
  expect(listText(record)).toContain(
    'Failure: Access is too dear (government and civil, Institute of Finance, in answer, three participants; 1, A1 and Q1).',
  )
  const points = toTables(record).find(({ name }) => name === 'points')
  expect(points?.rows.map(({ id, source, entity, into }) => [id, source, entity, into])).toEqual([
    [toNoteId('first'), 'turn', 'Delegation 1', null],
    [toNoteId('first'), 'answer-to', 'Institute of Finance', null],
    [toNoteId('second'), 'question', 'Organization 1', toNoteId('first')],
  ])
  const split = makeRecord(...sent, command('desk', 'notes.join', { note: toNoteId('second'), into: null, expectedVersion: 1 }), close)
  expect(listText(split)).toContain('Failure: Prices are high (civil; Q1)')
})

test('[R85] a note that was written or changed after the close is marked and counted, and so is one that was removed', () => {
  const during = [note('kept', 'Kept.', govTurn), note('changed', 'Changed.', govTurn), note('removed', 'Removed.', govTurn)]
  const late = [
    note('late', 'Late.', govTurn),
    note('slip', 'A slip.', govTurn),
    command('desk', 'notes.remove', { note: toNoteId('slip'), expectedVersion: 0 }),
    command('desk', 'notes.edit', { note: toNoteId('changed'), text: 'Changed later.', tag: 'failure', expectedVersion: 0 }),
    command('desk', 'notes.remove', { note: toNoteId('removed'), expectedVersion: 0 }),
  ]
  const record = makeRecord(...during, close, ...late)
  expect(record.notes.map(({ text, afterClose }) => [text, afterClose])).toEqual([
    ['Kept.', false],
    ['Changed later.', true],
    ['Late.', true],
  ])
  expect(record.notesRemovedAfterClose).toBe(1)
  const text = listText(record)
  expect(text).toContain('Failure: Late* (government; 1)')
  expect(text).toContain('Failure: Kept (government; 1)')
  expect(text).toContain('Notes written or changed after the close: 2, marked with an asterisk (*). Notes removed after the close: 1.')
  expect(listText(makeRecord(...during, close))).not.toContain('after the close')
})

test('[R85] if the close is taken back, what was written in between was written during the session', () => {
  const undo = command('chair', 'steps.undo', { step: 'close'.padEnd(22, '-') as StepId }, { at: 420 })
  const record = makeRecord(
    close,
    note('between', 'Between.', govTurn),
    undo,
    command('chair', 'session.close', {}, { id: 'again', at: 500 }),
  )
  expect(record.notes.map(({ afterClose }) => afterClose)).toEqual([false])
})

test('[R83] the record says which statements the secretariat entered', () => {
  const enter = command('desk', 'statements.enter', {
    by: { kind: 'entry', entry: toEntryId('private-1') },
    text: 'Handed in on paper.',
    expectedVersion: 0,
  })
  const record = makeRecord(close, enter)
  expect(record.statements).toMatchObject([{ entity: 'Company 1', entered: true, text: 'Handed in on paper.' }])
  expect(listText(record)).toMatch(/private · .* · 4 words · entered by the secretariat/)
  expect(makeRecord(close, file).statements).toMatchObject([{ entered: false }])
})

test('[R84] a request that is taken from the list at its speaker’s wish is withdrawn by the speaker', () => {
  const remove = (reason: RemovalReason) => command('desk', 'queue.remove', { entry: toEntryId('private-1'), reason })
  const listOutcomes = (reason: RemovalReason) => {
    const { requests, statistics } = makeRecord(remove(reason), close)
    expect([statistics.requests.withdrawn, statistics.requests.removed]).toEqual(reason === 'asked-by-speaker' ? [1, 0] : [0, 1])
    return requests.find(({ entity }) => entity === 'Company 1')
  }
  expect(listOutcomes('asked-by-speaker')).toMatchObject({ outcome: 'withdrawn', reason: 'asked-by-speaker' })
  expect(listOutcomes('duplicate')).toMatchObject({ outcome: 'removed', reason: 'duplicate' })
})

test.each(languageIds)(
  '[R86] every document has each published question with its text and outcome, and no other text, in %s',
  (language) => {
    const more = [
      ask('gov-2'),
      approve('gov-2-asks'),
      command('agency-1', 'questions.ask', { text: 'And when?', receipt: null }, { id: 'agency-1-asks' }),
      command('desk', 'questions.decline', { question: toQuestionId('agency-1-asks'), reason: 'time' }),
    ]
    const tables = listBlocks(makeRecord(...more, close), language).flatMap((block) => (block.kind === 'table' ? [block] : []))
    const text = getReportText(language)
    const title = getPlainText(text.write('caption.everyQuestion'))
    const table = tables.find(({ caption }) => caption && getPlainText(caption.title) === title)
    const rows = table?.rows.map((row) => row.map((cell) => getPlainText(cell[0] ?? [])))
    expect(rows).toEqual([
      expect.arrayContaining(['Q1', 'Why?', text.answerKinds.live]),
      expect.arrayContaining(['Q2', 'Why?', text.statuses['not-reached']]),
    ])
  },
)

test.each(languageIds)('[R87] the cover names the language in which the session was written, and never its own, in %s', (language) => {
  const multilingual = { ...plan, title: { original: 'fr', fr: 'Consultation', ar: 'مشاورة', en: 'Consultation meeting' } } as const
  const record = buildRecord('whose' as SessionId, buildLog(multilingual, [...history, close], [...allPeople, expert]))
  expect(record.session.original).toBe('fr')
  const original = getPlainText(getReportText(language).write('cover.original', { language: 'fr' }))
  expect(listText(translateRecord(record, language), language).split('\n')).toContain(original)
})
