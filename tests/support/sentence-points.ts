/** A session in which a delegation speaks and civil society asks, with the notes on it, and the sentences of their points. */
import { buildRecord } from '@rostrum/server/services/record/build-record'
import { getPlainText } from '@rostrum/server/services/record/report/blocks'
import { buildReport, numberReport } from '@rostrum/server/services/record/report/report'
import { getReportText } from '@rostrum/server/services/record/text/report-text'
import type { NoteId, SegmentId, SessionId } from '@rostrum/shared/contract/ids'
import type { NoteSubject } from '@rostrum/shared/contract/note-subjects'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { CommandData } from '@rostrum/shared/contract/registry'
import type { Block, PagePoint } from '@rostrum/shared/contract/report-blocks'
import type { LanguageId } from '@rostrum/shared/kernel/wording'
import { allPeople, plan } from './fixtures.ts'
import { approve, ask, call, command, join, queueOpen, type SentCommand, toCommandId, toQuestionId, toTurnId } from './given.ts'
import { buildLog } from './log-builder.ts'
import { makeRecordPage } from './record-page.tsx'

const segment = 'topic' as SegmentId
const question = toQuestionId('civil-1-asks')
export const ofGov = { kind: 'turn', turn: toTurnId('turn-gov-1') } as const
export const ofCivil = { kind: 'question', question } as const
export const ofPanel = { kind: 'answer-to', question } as const
export const toNoteId = (id: string) => toCommandId(id) as string as NoteId
export const note = (id: string, text: string, about: NoteSubject | null, tag: string | null = 'failure') =>
  command('desk', 'notes.add', { text, tag, segment, about }, { id })
export const also = (id: string, others: readonly NoteSubject[], expectedVersion = 0) =>
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
export const makeRecord = (...more: readonly SentCommand[]): SessionRecord =>
  buildRecord('sentences' as SessionId, buildLog(plan, [...history, ...more, close], allPeople))

export const listPoints = (record: SessionRecord, language: LanguageId = 'en'): readonly PagePoint[] =>
  makeRecordPage(record, language).points
export const findPoint = (record: SessionRecord, language: LanguageId = 'en'): PagePoint => {
  const [point] = listPoints(record, language)
  if (!point) throw new Error('there is no point')
  return point
}
/** Makes the command by which the Rapporteur accepts the draft, or writes `text`. */
export const write = (record: SessionRecord, language: LanguageId, text?: string): SentCommand => {
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
export const makeWritten = (sent: readonly SentCommand[], language: LanguageId = 'en', after: readonly SentCommand[] = []): SessionRecord =>
  makeRecord(...sent, write(makeRecord(...sent), language), ...after)

export const listBlocks = (record: SessionRecord, language: LanguageId = 'en', full = record): readonly Block[] => {
  const work = numberReport(full, getReportText(language))
  for (;;) {
    const step = work.next()
    if (step.done) return [...buildReport(record, getReportText(language), step.value)].flatMap((block) => block ?? [])
  }
}
export const getText = (blocks: readonly Block[]): string =>
  blocks.flatMap((block) => ('line' in block ? [getPlainText(block.line)] : [])).join('\n')
