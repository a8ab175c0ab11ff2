/** I. Introduction: the mandate from the plan, the form of the session, and who was registered. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { type Block, makeCell, ownRun, quotedRun, type RunLine, withFace } from './blocks.ts'
import { makeFigure, type ReportContext } from './report-context.ts'
import { formatRegistered } from './summary.ts'

export function makeIntroduction(context: ReportContext): readonly Block[] {
  const { about } = context.record.session
  const mandate = (about ?? '').split('\n').filter((line) => line.trim() !== '')
  return [
    ...mandate.map((line, index) => context.makeNumbered(`about-${index}`, [[quotedRun(line)]])),
    context.makeNumbered('form', [formatForm(context)]),
    context.makeNumbered('registered', [
      formatRegistered(context),
      context.write('intro.registered', { table: context.outline.table('registered') }),
    ]),
    makeRegisteredTable(context),
  ]
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
  const { room, remote, groups } = record.statistics.registered
  const formatCount = (n: number | null) => (n === null ? makeCell(...context.write('cell.fewer')) : makeFigure(n))
  const add = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b)
  const strong = (cell: ReturnType<typeof makeFigure>) => cell.map((line) => withFace(line, 'strong'))
  return {
    kind: 'table',
    look: 'body',
    caption: context.makeTableCaption('registered', context.write('caption.registered')),
    columns: [
      { label: labels.group, kind: 'text' },
      { label: labels.room, kind: 'figure' },
      { label: labels.remote, kind: 'figure' },
      { label: labels.registered, kind: 'figure' },
    ],
    rows: [
      ...groups.map((one) => [
        context.makeGroupCell(one.group),
        formatCount(one.room),
        formatCount(one.remote),
        formatCount(add(one.room, one.remote)),
      ]),
      [makeCell(ownRun(labels.total, 'strong')), ...[room, remote, add(room, remote)].map((n) => strong(formatCount(n)))],
    ],
  }
}
