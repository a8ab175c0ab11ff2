/** I. Introduction: the mandate from the plan, the form of the session, and who was registered. */

import { type ByChannel, channels, makeByChannel, ordinaryChannel } from '@rostrum/shared/contract/channels'
import type { Block, RunLine } from '@rostrum/shared/contract/report-blocks'
import { isTopic, type SegmentKind, segmentKinds, segmentRules } from '@rostrum/shared/contract/segment-kinds'
import { makeCell, makeParagraph, ownRun, quotedRun, withFace } from './blocks.ts'
import { listFilled, sumGuarded } from './channel-words.ts'
import { formatPresided } from './officers.ts'
import { makeFigure, type ReportContext } from './report-context.ts'
import { formatRegistered } from './summary.ts'

export function makeIntroduction(context: ReportContext): readonly Block[] {
  const { about } = context.record.session
  const mandate = (about ?? '').split('\n').filter((line) => line.trim() !== '')
  return [
    ...mandate.map((line, index) => context.makeNumbered(`about-${index}`, [[quotedRun(line)]])),
    ...(mandate.length > 0 ? [] : [makePlace(context, 'mandate')]),
    ...makeDocuments(context),
    context.makeNumbered('form', [formatForm(context), formatPresided(context)]),
    ...(context.record.agenda.some(({ kind }) => segmentRules[kind].place === 'opening') ? [makePlace(context, 'opening')] : []),
    context.makeNumbered('registered', [
      formatRegistered(context),
      context.write('intro.registered', {
        table: context.outline.table('registered'),
        present: context.record.statistics.present === null ? 'no' : 'yes',
      }),
    ]),
    makeRegisteredTable(context),
    ...(context.record.participants.length === 0 ? [] : [makeParagraph('note', context.write('intro.list'))]),
    ...(hasGuardedCount(context) ? [makeParagraph('note', context.write('note.notGiven'))] : []),
  ]
}

/** The papers of the plan, and the place to write for others. */
function makeDocuments(context: ReportContext): readonly Block[] {
  const { papers = [] } = context.record
  if (papers.length === 0) return [makePlace(context, 'documents')]
  const lines = papers.map(({ title, address, segment }) => {
    const item = context.findItemName(segment)
    const values = { title: [{ ...quotedRun(title), href: address }], address: [ownRun(address, 'code')] }
    return item === null ? context.write('intro.document', values) : context.write('intro.documentOf', { ...values, item })
  })
  const lead = context.makeNumbered('documents', [context.write('intro.documents')])
  return [lead, ...lines.map((line) => makeParagraph('list', line)), makePlace(context, 'documents')]
}

const makePlace = (context: ReportContext, id: 'mandate' | 'documents' | 'opening'): Block =>
  context.makePlace(id, context.write(`write.${id}`))

const hasGuardedCount = ({ record }: ReportContext): boolean => {
  const { registered, present } = record.statistics
  return [registered, ...(present === null ? [] : [present])].some((counts) =>
    [counts, ...counts.groups].some((one) => sumGuarded(one) === null),
  )
}

function formatForm(context: ReportContext): RunLine {
  const { agenda, statistics } = context.record
  const [only = ordinaryChannel, second] = listFilled(statistics.registered)
  const topics = agenda.filter(isTopic)
  const hasQuestions = topics.length > 0 && topics.every(({ question }) => question !== null)
  const partsByKind: Readonly<Record<SegmentKind, (n: number) => RunLine>> = {
    opening: () => context.write('intro.opening'),
    topic: (n) => context.write('intro.topics', { n, questions: hasQuestions ? 'each' : 'no' }),
    panel: (n) => context.write('intro.panels', { n }),
    'open-floor': (n) => context.write('intro.floors', { n }),
    closing: () => context.write('intro.closing'),
  }
  const parts = segmentKinds.flatMap((kind) => {
    const n = agenda.filter((one) => one.kind === kind).length
    return n === 0 ? [] : [partsByKind[kind](n)]
  })
  return context.write('intro.form', { form: second === undefined ? only : 'hybrid', parts: context.list(parts) })
}

const presentLabels: ByChannel<keyof ReportContext['labels']> = { room: 'presentRoom', remote: 'presentRemote' }
const toColumn = (label: string) => ({ label, kind: 'figure' as const })

function makeRegisteredTable(context: ReportContext): Block {
  const { labels, record } = context
  const { registered, present } = record.statistics
  const formatCount = (n: number | null) => (n === null ? makeCell(...context.write('cell.notGiven')) : makeFigure(n))
  const strong = (cell: ReturnType<typeof makeFigure>) => cell.map((line) => withFace(line, 'strong'))
  type Counts = ByChannel<number | null>
  const formatCounts = (counts: Counts) => [...channels.map((channel) => counts[channel]), sumGuarded(counts)].map(formatCount)
  const findPresent = (group: string | null): readonly Counts[] =>
    present === null ? [] : [present.groups.find((one) => one.group === group) ?? makeByChannel(() => 0)]
  return {
    kind: 'table',
    look: 'body',
    caption: context.makeTableCaption('registered', context.write(present === null ? 'caption.registered' : 'caption.present')),
    columns: [
      { label: labels.group, kind: 'text' },
      ...[...channels.map((channel) => labels[channel]), labels.registered].map(toColumn),
      ...(present === null ? [] : [...channels.map((channel) => labels[presentLabels[channel]]), labels.present]).map(toColumn),
    ],
    rows: [
      ...registered.groups.map((one) => [context.makeGroupCell(one.group), ...[one, ...findPresent(one.group)].flatMap(formatCounts)]),
      [makeCell(ownRun(labels.total, 'strong')), ...[registered, ...(present === null ? [] : [present])].flatMap(formatCounts).map(strong)],
    ],
  }
}
