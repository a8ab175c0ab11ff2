/** IV. How the list of speakers was ordered: the rules in force and the events. An annex has every decision with the function that took it. */

import { isUncounted } from '@rostrum/shared/contract/kinds'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { Block, Cell, ReportRow, RunLine } from '@rostrum/shared/contract/report-blocks'
import { makeCell, makeLine, makeParagraph, ownRun } from './blocks.ts'
import { listFilled } from './channel-words.ts'
import type { ReportContext } from './report-context.ts'
import { uncountedKinds, uncountedSentences } from './uncounted.ts'
import { formatClock } from './venue-clock.ts'

type RecordDecision = SessionRecord['decisions'][number]

/** Makes the rules in force, how the list was conducted, and a place to write. */
export function makeOrder(context: ReportContext): readonly Block[] {
  const { record } = context
  if (record.session.openedAt === null) return []
  return [
    context.makeNumbered('rules', formatRules(context)),
    context.makeNumbered('conduct', formatConduct(context)),
    context.makePlace('conduct', context.write('write.conduct')),
  ]
}

function formatRules(context: ReportContext): readonly RunLine[] {
  const { order, statistics } = context.record
  const isHybrid = listFilled(statistics.registered).length > 1
  const spans = order.rules.map(({ from, mode }, index) => {
    const next = order.rules[index + 1]
    return context.write('order.span', {
      from: context.formatTimeInText(from),
      until: next ? context.formatTimeInText(next.from) : 'end',
      rule: context.write(`order.${mode}`),
    })
  })
  const hasRule = order.rules.some(({ mode, suggestOnly }) => mode !== 'received' && !suggestOnly)
  return [
    ...(isHybrid ? [context.write('order.oneList')] : []),
    ...spans,
    ...(order.rules.some(({ mode, suggestOnly }) => mode !== 'received' && suggestOnly) ? [context.write('order.suggested')] : []),
    ...(hasRule ? [context.write('order.limit', { n: order.maxOvertakes })] : []),
  ]
}

function formatConduct(context: ReportContext): readonly RunLine[] {
  const { order, decisions, turns } = context.record
  const moved = decisions.filter(({ what }) => what === 'moved').length
  const limits = decisions.filter(({ what, choice, seconds }) => what === 'limit' && choice === 'everyone' && seconds !== null)
  return [
    order.mostOvertaken > 0 ? context.write('order.overtaken', { n: order.mostOvertaken }) : context.write('order.neverOvertaken'),
    ...(moved > 0 ? [context.write('order.moved', { n: moved })] : []),
    context.write('order.limitStart', { limit: formatLength(context, order.limitSeconds) }),
    ...limits.map(({ at, seconds }) =>
      context.write('order.limitSet', { time: context.formatTimeInText(at), limit: formatLength(context, seconds ?? 0) }),
    ),
    ...uncountedKinds.flatMap((kind) => {
      const n = turns.filter((turn) => turn.kind === kind).length
      return n > 0 ? [context.write(uncountedSentences[kind].conduct, { n })] : []
    }),
    context.write('order.table'),
  ]
}

/** Formats a length such as "3 minutes", with seconds if there are any. */
const formatLength = (context: ReportContext, seconds: number): RunLine =>
  context.write('length', { minutes: Math.floor(seconds / 60), seconds: seconds % 60, clock: formatClock(seconds) })

type Line = { readonly at: string; readonly text: RunLine; readonly by: RecordDecision['by'] | 'participant' }

/** Makes the annex of decisions. The Chair's conduct of the list can be checked there, and few people read it. */
export function makeDecisionsAnnex(context: ReportContext): readonly Block[] {
  return context.record.session.openedAt === null
    ? []
    : [makeParagraph('table-title', context.write('caption.decisions')), makeDecisionsTable(context)]
}

function makeDecisionsTable(context: ReportContext): Block {
  const { labels, reportText } = context
  const lines = [...listSessionLines(context), ...listUncounted(context), ...listDecisions(context)].sort((a, b) =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : 0,
  )
  const formatBy = (by: Line['by']): Cell =>
    by === 'participant' ? makeCell(ownRun('—')) : makeCell(ownRun(reportText.functions[by ?? 'system']))
  return {
    kind: 'table',
    look: 'annex',
    caption: null,
    columns: [
      { label: labels.clock, kind: 'figure' },
      { label: labels.decision, kind: 'rest' },
      { label: labels.by, kind: 'text' },
    ],
    rows: lines.map(({ at, text, by }): ReportRow => [makeCell(ownRun(context.formatMinute(at))), makeCell(...text), formatBy(by)]),
  }
}

function listSessionLines(context: ReportContext): readonly Line[] {
  const { session, order, statistics } = context.record
  const [rule] = order.rules
  const { openedAt, closedAt } = session
  const opened: readonly Line[] =
    openedAt === null || rule === undefined
      ? []
      : [
          {
            at: openedAt,
            by: order.openedBy,
            text: context.write('decision.opened', {
              rule: makeLine(context.reportText.orders[rule.mode]),
              limit: formatLength(context, order.limitSeconds),
            }),
          },
        ]
  const closed: readonly Line[] =
    closedAt === null
      ? []
      : [{ at: closedAt, by: order.closedBy, text: context.write('decision.closed', { n: statistics.requests['not-reached'] }) }]
  return [...opened, ...closed]
}

/** Lists the uncounted turns, each with a row of its own, because their time is counted for nobody. */
const listUncounted = (context: ReportContext): readonly Line[] =>
  context.record.turns.flatMap((turn): readonly Line[] =>
    !isUncounted(turn.kind)
      ? []
      : [
          {
            at: turn.startedAt,
            by: 'participant',
            text: [
              ...context.makeTurnAnchors(turn),
              ...context.write(uncountedSentences[turn.kind].decision, {
                who: context.formatEntity(turn),
                time: formatClock(turn.usedSeconds),
              }),
            ],
          },
        ],
  )

const listDecisions = (context: ReportContext): readonly Line[] =>
  context.record.decisions.map((decision) => ({ at: decision.at, by: decision.by, text: formatDecision(context, decision) }))

function formatDecision(context: ReportContext, { what, choice, seconds, moved }: RecordDecision): RunLine {
  const { decisions: decisionText, orders, remedies, rulings } = context.reportText
  switch (what) {
    case 'limit':
      return formatLimitDecision(context, choice ?? 'everyone', seconds)
    case 'order':
      return context.write('decisions.order', { rule: getLabel(orders, choice) })
    case 'remedy':
      return context.write('decisions.remedy', { which: getLabel(remedies, choice) })
    case 'ruling':
      return [ownRun(getLabel(rulings, choice))]
    case 'moved': {
      const request = context.record.requests.find(({ id }) => id === moved?.request)
      const who = request === undefined ? makeLine('—') : context.formatEntity(request)
      return context.write('decision.moved', { who, number: request?.number ?? 0, from: moved?.from ?? 0, to: moved?.to ?? 0 })
    }
    default:
      return [ownRun(decisionText[what])]
  }
}

/** Formats the limit of everybody, or of a kind, a channel or a group. The name of a group can be quoted text. */
function formatLimitDecision(context: ReportContext, scopeName: string, seconds: number | null): RunLine {
  const { limits, channels } = context.reportText
  const known: Readonly<Record<string, string>> = { ...limits, ...channels }
  const whose = Object.hasOwn(known, scopeName) ? makeLine(known[scopeName] ?? '') : [context.formatGroup(scopeName)]
  return seconds === null
    ? context.write('decisions.limitRemoved', { whose })
    : context.write('decisions.limit', { whose, limit: formatClock(seconds) })
}

const getLabel = (labels: Readonly<Record<string, string>>, choice: string | null): string =>
  choice !== null && Object.hasOwn(labels, choice) ? (labels[choice] ?? choice) : (choice ?? '')
