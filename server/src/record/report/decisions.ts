import type { SessionRecord } from '@rostrum/shared/contract/record'
import { type Block, makeCell, makeHeading, ownRun, type RunLine, wrapQuoted } from './blocks.ts'
import type { ReportContext } from './report-context.ts'
import { formatClock } from './venue-clock.ts'

type RecordDecision = SessionRecord['decisions'][number]

/** Decisions that explain the figures. */
export function makeDecisionsSection(context: ReportContext): readonly Block[] {
  const { record, reportText } = context
  if (record.decisions.length === 0) return []
  return [
    makeHeading(1, ownRun(reportText.headings.decisions)),
    {
      kind: 'table',
      columns: [
        { label: reportText.labels.time, width: 2, isNumeric: true },
        { label: reportText.labels.decision, width: 12 },
      ],
      rows: record.decisions.map((decision) => [
        makeCell(ownRun(context.venueClock.getLocalTime(decision.at).time)),
        [formatDecision(context, decision)],
      ]),
    },
  ]
}

function formatDecision(context: ReportContext, { what, choice, seconds }: RecordDecision): RunLine {
  const { decisions: decisionText, orders, remedies } = context.reportText
  switch (what) {
    case 'limit':
      return formatLimitDecision(context, choice ?? 'everyone', seconds)
    case 'order':
      return [ownRun(decisionText.order(getLabel(orders, choice)))]
    case 'remedy':
      return [ownRun(decisionText.remedy(getLabel(remedies, choice)))]
    default:
      return [ownRun(decisionText[what])]
  }
}

/** The limit of everybody, a kind, a channel or a group. The name of a group is quoted text. */
function formatLimitDecision(context: ReportContext, scopeName: string, seconds: number | null): RunLine {
  const { decisions: decisionText, limits, channels } = context.reportText
  const makeSentence = (name: string): string =>
    seconds === null ? decisionText.limitRemoved(name) : decisionText.limit(name, formatClock(seconds))
  const knownNames: Readonly<Record<string, string>> = { ...limits, ...channels }
  const name = Object.hasOwn(knownNames, scopeName) ? knownNames[scopeName] : undefined
  return name === undefined ? wrapQuoted(makeSentence, context.formatGroup(scopeName).text) : [ownRun(makeSentence(name))]
}

const getLabel = (labels: Readonly<Record<string, string>>, choice: string | null): string =>
  choice !== null && Object.hasOwn(labels, choice) ? (labels[choice] ?? choice) : (choice ?? '')
