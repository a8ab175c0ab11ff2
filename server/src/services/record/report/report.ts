/**
 * The report that is sent to people: cover, summary, contents, chapters, annexes. A chapter without content is left out, and the following
 * ones move up.
 */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { Block, RecordPageContent, RunLine } from '@rostrum/shared/contract/report-blocks'
import type { ReportText } from '../text/report-text.ts'
import type { SentenceKey } from '../text/sentence-writer.ts'
import { makeInterventionsAnnex, makeRecordAnnex } from './annexes.ts'
import { makeLine, makeParagraph } from './blocks.ts'
import { type Chapter, makeContents } from './contents.ts'
import { makeCover } from './cover.ts'
import { makeEveryQuestion } from './every-question.ts'
import { makeIntroduction } from './introduction.ts'
import { makeNotReached, makeStatements } from './not-reached.ts'
import { makeDecisionsAnnex, makeOrder } from './order-section.ts'
import { Outline } from './outline.ts'
import { makeParticipantsAnnex } from './participants-annex.ts'
import { makeParticipation } from './participation.ts'
import { formatQuestionParts } from './parts.ts'
import { ReportContext, type ReportForm } from './report-context.ts'
import { makeSaid } from './said.ts'
import { makeSense } from './sense-section.ts'
import { listPagePoints } from './sentences.ts'
import { makeSummary } from './summary.ts'
import { listWords, makeWords } from './words-section.ts'

type ChapterMaker = (context: ReportContext) => readonly Block[]
const chapterMakers: readonly (readonly [key: string, title: SentenceKey, make: ChapterMaker])[] = [
  ['introduction', 'heading.introduction', makeIntroduction],
  ['said', 'heading.said', makeSaid],
  ['participation', 'heading.participation', makeParticipation],
  ['order', 'heading.order', makeOrder],
  ['not-reached', 'heading.notReached', makeNotReached],
  ['questions', 'heading.questions', makeQuestions],
  ['sense', 'heading.sense', makeSense],
  ['next', 'heading.next', makeNext],
]

/** Returns the numbers of the report of a record. */
export function* numberReport(record: SessionRecord, reportText: ReportText): Generator<void, Outline> {
  const outline = new Outline()
  for (const _ of buildReport(record, reportText, outline)) yield
  return outline
}

/**
 * Builds the report. `outline`: that of the full version, so that the public version has the same numbers. Yields null between pieces of
 * work that give no block yet.
 */
export function* buildReport(
  record: SessionRecord,
  reportText: ReportText,
  outline = new Outline(),
  form?: ReportForm,
): Generator<Block | null> {
  const { head, body } = yield* makeReport(new ReportContext(record, reportText, outline, form))
  yield* head
  yield* body
}

/** The same as a page, with the numbers of the document. */
export function* buildRecordPage(record: SessionRecord, reportText: ReportText): Generator<null, RecordPageContent> {
  const context = new ReportContext(record, reportText, new Outline(), { template: null, form: 'page' })
  const { head, body } = yield* makeReport(context)
  const { title, timeZone, phase } = record.session
  const { language } = reportText
  const points = listPagePoints(context)
  yield null
  return { language, title, timeZone, isClosed: phase === 'closed', head, blocks: body, points, words: listWords(context) }
}

/** `head`: cover and summary. */
function* makeReport(context: ReportContext): Generator<null, { readonly head: readonly Block[]; readonly body: readonly Block[] }> {
  const { outline } = context
  const chapters: Chapter[] = []
  for (const [key, title, make] of chapterMakers) {
    const number = outline.chapter(key)
    const blocks = make(context)
    yield null
    if (blocks.length === 0) outline.releaseChapter(key)
    else chapters.push({ key, heading: makeChapterHeading(context, key, title, number), blocks })
  }
  const annexes = makeAnnexes(context)
  yield null
  const head = keepWritten(context, [...makeCover(context), ...makeSummary(context)])
  yield null
  const responsibility = makeParagraph(
    'responsibility',
    context.write('cover.responsibility', { annex: findRecordAnnex(context, annexes) }),
  )
  const written = chapters.flatMap(({ heading, blocks }) => [heading, ...keepWritten(context, blocks)])
  return { head, body: [...makeContents(context, chapters, annexes), responsibility, ...written, ...annexes] }
}

function makeChapterHeading(context: ReportContext, key: string, title: SentenceKey, number: number): Chapter['heading'] {
  const line = context.write('heading.chapter', { number: makeLine(context.reportText.chapterNumber(number)), title: context.write(title) })
  return { kind: 'heading', level: 1, line, anchor: `chapter-${key}` }
}

/** Leaves out places where nobody has written, in the public version and where nobody can write. Their numbers remain unused. */
const keepWritten = ({ record, isEditable }: ReportContext, blocks: readonly Block[]): readonly Block[] =>
  record.public || !isEditable ? blocks.filter(({ kind }) => kind !== 'to-write') : blocks

/** VI. The questions. */
function makeQuestions(context: ReportContext): readonly Block[] {
  const { questions } = context.record.statistics
  if (questions.received === 0) return []
  const parts = formatQuestionParts(context, questions)
  return [
    context.makeNumbered('questions', [context.write('question.all', { n: questions.received, parts })]),
    ...makeEveryQuestion(context),
  ]
}

/** VII. The conclusions and the next steps. Only a person can write them. */
function makeNext(context: ReportContext): readonly Block[] {
  const places = (['conclusions', 'next'] as const).map((id) => context.makePlace(id, context.write(`write.${id}`)))
  return context.record.public || !context.isEditable ? [] : places
}

/** Returns "annex II", or "annex I" if there were no interventions. */
function findRecordAnnex(context: ReportContext, annexes: readonly Block[]): RunLine {
  const headings = annexes.filter((block) => block.kind === 'heading' && block.label)
  const index = headings.findIndex((block) => block.kind === 'heading' && block.anchor === 'annex-record')
  return context.write('ref.annex', { number: makeLine(context.reportText.annexNumber(index + 1)) })
}

function makeAnnexes(context: ReportContext): readonly Block[] {
  const interventions = makeInterventionsAnnex(context)
  const annexes: readonly (readonly [SentenceKey, readonly Block[]])[] = [
    ['heading.interventions', interventions],
    ['heading.participants', makeParticipantsAnnex(context)],
    ['heading.decisions', makeDecisionsAnnex(context)],
    ['heading.record', makeRecordAnnex(context)],
  ]
  const shown = annexes.filter(([, blocks]) => blocks.length > 0)
  const addenda = (
    [
      ['heading.statements', makeStatements(context)],
      ['heading.words', makeWords(context)],
    ] as const
  ).filter(([, blocks]) => blocks.length > 0)
  return [
    ...shown.flatMap(([title, blocks], index): readonly Block[] => [
      makeAnnexHeading(
        context,
        title,
        context.write('heading.annex', { number: makeLine(context.reportText.annexNumber(index + 1)) }),
        index === 0,
      ),
      ...blocks,
    ]),
    ...addenda.flatMap(([title, blocks]) => [makeAnnexHeading(context, title, context.write('heading.addendum'), true), ...blocks]),
  ]
}

const makeAnnexHeading = (context: ReportContext, title: SentenceKey, label: RunLine, startsPage: boolean): Block => ({
  kind: 'heading',
  level: 1,
  label,
  line: context.write(title),
  anchor: `annex-${title.slice(title.indexOf('.') + 1)}`,
  startsPage,
})
