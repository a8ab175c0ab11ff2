/** The summary in its box: the figures, then for each topic a sentence and a place to write. */

import { makeByChannel } from '@rostrum/shared/contract/channels'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { Block, RunLine } from '@rostrum/shared/contract/report-blocks'
import { joinSentences } from '../text/sentence-writer.ts'
import { makeParagraph, quoteInSentence } from './blocks.ts'
import { listFilled, splitCounts, sumGuarded } from './channel-words.ts'
import type { Item } from './items.ts'
import { getMinutesApart, roundMinutes } from './minutes.ts'
import { countRequests, formatParts } from './parts.ts'
import { formatLateMark, formatSourceNumbers, formatTagCounts } from './point-lines.ts'
import type { ReportContext } from './report-context.ts'

export function makeSummary(context: ReportContext): readonly Block[] {
  const { record } = context
  return [
    makeParagraph('summary-heading', context.write('heading.summary')),
    makeParagraph('summary-text', joinSentences([formatOpening(context), formatRegistered(context)])),
    makeParagraph('summary-text', joinSentences(formatRequests(context))),
    ...(record.statistics.questions.received === 0 ? [] : [makeParagraph('summary-text', formatQuestions(context))]),
    ...context.items.flatMap((item) => makeTopic(context, item)),
  ]
}

/** Formats when the meeting was opened and closed, and what was planned. */
export function formatOpening(context: ReportContext): RunLine {
  const { openedAt, closedAt, plannedStart, plannedEnd } = context.record.session
  const day = context.formatDate(openedAt ?? plannedStart)
  const [from, to] = [
    context.formatMomentInText(plannedStart, day),
    context.formatMomentInText(plannedEnd, context.formatDate(plannedStart)),
  ]
  if (openedAt === null) return context.write('sum.notOpened', { from: context.formatMomentInText(plannedStart), to })
  const opened = context.formatTimeInText(openedAt)
  if (closedAt === null) return context.write('sum.running', { opened })
  const isAsPlanned = getMinutesApart(openedAt, plannedStart) === 0 && getMinutesApart(closedAt, plannedEnd) === 0
  const planned = isAsPlanned ? 'none' : context.write('sum.span', { from, to })
  return context.write('sum.times', { opened, closed: context.formatMomentInText(closedAt, context.formatDate(openedAt)), planned })
}

/** Formats how many took part. If the log does not contain that, it gives those who were registered. */
export function formatRegistered(context: ReportContext): RunLine {
  const { registered, present } = context.record.statistics
  const n = sumGuarded(registered)
  if (n === null) return context.write('sum.registeredGuarded', { table: context.outline.table('registered') })
  if (n === 0) return []
  const p = present && sumGuarded(present)
  return present === null || p === null
    ? context.write('sum.registered', { n, ...formatSplit(context, registered) })
    : context.write('sum.present', { n, p, ...formatSplit(context, present) })
}

/** Formats the channels if several have people, and the groups that have people. */
function formatSplit(context: ReportContext, counts: SessionRecord['statistics']['registered']) {
  const some = counts.groups.filter((one) => one.group !== null && listFilled(one).length > 0).length
  const n = context.record.groups.length
  const groups = some === n ? context.write('sum.fromAll', { n }) : context.write('sum.fromSome', { some, n })
  return { ...splitCounts(makeByChannel((channel) => counts[channel] ?? 0)), groups }
}

/** Formats the requests, the statements, the time and the waits. */
function formatRequests(context: ReportContext): readonly RunLine[] {
  const { record } = context
  const { total, parts, notReached } = countRequests(record)
  const { waits, spokenSeconds } = record.statistics
  const heard = record.turns.filter(({ number }) => number > 0).length
  const isInvited = record.session.phase === 'closed' && notReached > 0
  return [
    total === 0 ? context.write('sum.noRequests') : context.write('sum.requests', { n: total, parts: formatParts(context, parts) }),
    ...(isInvited ? [context.write('sum.invited', { c: notReached, n: countFiled(context) })] : []),
    ...(heard === 0 ? [] : [context.write('sum.time', { n: roundMinutes(spokenSeconds) })]),
    ...(waits === null || heard < 5
      ? []
      : // "Less than" is true for the minute after the median.
        [context.write('sum.waits', { median: Math.floor(waits.median / 60) + 1, longest: Math.ceil(waits.longest / 60) })]),
  ]
}

/** Counts the statements by people who were not reached. */
const countFiled = ({ record }: ReportContext): number => record.statements.filter(({ request }) => request !== null).length

/**
 * Formats the questions that were or will be answered, and those that were asked together with another, so that nobody takes them for
 * unanswered. Chapter VI accounts for all others.
 */
function formatQuestions(context: ReportContext): RunLine {
  const { received, answered, merged } = context.record.statistics.questions
  const parts = (['live', 'in-writing'] as const).flatMap((kind) => {
    const n = answered[kind] ?? 0
    return n === 0 ? [] : [context.write(`question.${kind}`, { n, total: received })]
  })
  const joined = parts.length === 0 || merged === 0 ? [] : [context.write('question.merged', { n: merged, total: received })]
  return context.write('sum.questions', { n: received, parts: parts.length === 0 ? 'none' : context.list([...parts, ...joined]) })
}

/** Makes the sentences about the points on a topic, and the place to write. */
function makeTopic(context: ReportContext, item: Item): readonly Block[] {
  if (item.id === null || item.topic === null) return []
  const topic = context.formatItemInText(item)
  const most = formatMost(context, item)
  const place: Block = {
    kind: 'to-write',
    id: `summary-${item.key}`,
    number: null,
    line:
      most.length > 0
        ? context.write('write.topicMost', { topic })
        : context.write('write.topic', { topic, table: context.refTable(`points-${0}`) }),
  }
  const sentences = item.points.length === 0 ? [] : [joinSentences([formatPoints(context, item, topic), most])]
  return [...sentences.map((line) => makeParagraph('summary-text', line)), place]
}

function formatPoints(context: ReportContext, { points }: Item, topic: RunLine): RunLine {
  const groups = new Set(points.flatMap(({ groups: own }) => own.filter((id) => id !== null)))
  const tags = formatTagCounts(context, points)
  const all = context.record.groups.length
  return context.write('sum.points', {
    topic,
    n: points.length,
    some: groups.size,
    all,
    tags: tags.length === 0 ? 'none' : context.list(tags),
  })
}

/** Formats the point with the most speakers: at least two, and more than any other point. */
function formatMost(context: ReportContext, { points }: Item): RunLine {
  const [first, second] = [...points].sort((a, b) => b.speakers - a.speakers)
  if (first === undefined || first.speakers < 2 || first.speakers === second?.speakers) return []
  const numbers = formatSourceNumbers(context, first).map((run) => [run])
  return context.write('sum.most', { note: [quoteInSentence(first.text), ...formatLateMark(first)], numbers: context.list(numbers) })
}
