/** I. Introduction: the mandate from the plan, the form of the session, and who was registered. */

import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { Block, RunLine } from '@rostrum/shared/contract/report-blocks'
import { makeCell, makeParagraph, ownRun, quotedRun, withFace } from './blocks.ts'
import { formatPresided } from './officers.ts'
import { makeFigure, type ReportContext } from './report-context.ts'
import { formatRegistered } from './summary.ts'

export function makeIntroduction(context: ReportContext): readonly Block[] {
  const { about } = context.record.session
  const mandate = (about ?? '').split('\n').filter((line) => line.trim() !== '')
  return [
    ...mandate.map((line, index) => context.makeNumbered(`about-${index}`, [[quotedRun(line)]])),
    context.makeNumbered('form', [formatForm(context), formatPresided(context)]),
    context.makeNumbered('registered', [
      formatRegistered(context),
      context.write('intro.registered', {
        table: context.outline.table('registered'),
        present: context.record.statistics.present === null ? 'no' : 'yes',
      }),
    ]),
    makeRegisteredTable(context),
    ...(hasGuardedCount(context) ? [makeParagraph('note', context.write('note.notGiven'))] : []),
  ]
}

const hasGuardedCount = ({ record }: ReportContext): boolean => {
  const { registered, present } = record.statistics
  return [registered, ...(present === null ? [] : [present])].some(({ room, remote, groups }) =>
    [room, remote, ...groups.flatMap((one) => [one.room, one.remote])].includes(null),
  )
}

function formatForm(context: ReportContext): RunLine {
  const { agenda, statistics } = context.record
  const { room, remote } = statistics.registered
  const count = (kind: SessionRecord['agenda'][number]['kind']): number => agenda.filter((one) => one.kind === kind).length
  const topics = agenda.filter(({ kind }) => kind === 'topic')
  const hasQuestions = topics.length > 0 && topics.every(({ question }) => question !== null)
  const parts = [
    ...(count('opening') > 0 ? [context.write('intro.opening')] : []),
    ...(topics.length > 0 ? [context.write('intro.topics', { n: topics.length, questions: hasQuestions ? 'each' : 'no' })] : []),
    ...(count('panel') > 0 ? [context.write('intro.panels', { n: count('panel') })] : []),
    ...(count('open-floor') > 0 ? [context.write('intro.floors', { n: count('open-floor') })] : []),
    ...(count('closing') > 0 ? [context.write('intro.closing')] : []),
  ]
  const form = remote === 0 ? 'room' : room === 0 ? 'remote' : 'hybrid'
  return context.write('intro.form', { form, parts: context.list(parts) })
}

function makeRegisteredTable(context: ReportContext): Block {
  const { labels, record } = context
  const { registered, present } = record.statistics
  const formatCount = (n: number | null) => (n === null ? makeCell(...context.write('cell.notGiven')) : makeFigure(n))
  const add = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b)
  const strong = (cell: ReturnType<typeof makeFigure>) => cell.map((line) => withFace(line, 'strong'))
  type Counts = Pick<typeof registered, 'room' | 'remote'>
  const formatCounts = ({ room, remote }: Counts) => [room, remote, add(room, remote)].map(formatCount)
  const findPresent = (group: string | null): readonly Counts[] =>
    present === null ? [] : [present.groups.find((one) => one.group === group) ?? { room: 0, remote: 0 }]
  return {
    kind: 'table',
    look: 'body',
    caption: context.makeTableCaption('registered', context.write(present === null ? 'caption.registered' : 'caption.present')),
    columns: [
      { label: labels.group, kind: 'text' },
      { label: labels.room, kind: 'figure' },
      { label: labels.remote, kind: 'figure' },
      { label: labels.registered, kind: 'figure' },
      ...(present === null ? [] : [labels.presentRoom, labels.presentRemote, labels.present]).map((label) => ({
        label,
        kind: 'figure' as const,
      })),
    ],
    rows: [
      ...registered.groups.map((one) => [context.makeGroupCell(one.group), ...[one, ...findPresent(one.group)].flatMap(formatCounts)]),
      [makeCell(ownRun(labels.total, 'strong')), ...[registered, ...(present === null ? [] : [present])].flatMap(formatCounts).map(strong)],
    ],
  }
}
