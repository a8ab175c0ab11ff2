/** One topic: its guiding question, figures, points, a place to write, its interventions and its questions. */

import { isAnswer, ordinaryKind } from '@rostrum/shared/contract/kinds'
import { isAnswered } from '@rostrum/shared/contract/question-statuses'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { Block, Cell, RunLine } from '@rostrum/shared/contract/report-blocks'
import { makeCell, makeParagraph, nilCell, ownRun, quotedRun, quoteInSentence, withFace } from './blocks.ts'
import { countTurns, splitCounts } from './channel-words.ts'
import type { Item } from './items.ts'
import { getMinutesApart, isAtOtherTime, roundMinutes } from './minutes.ts'
import { formatQuestionParts } from './parts.ts'
import { flattenNote, formatLateMark, formatSourceNumbers, formatSpeakers, formatTagCounts, makeBreadthCell } from './point-lines.ts'
import { makeFigure, type ReportContext } from './report-context.ts'
import { getPlaceId, hasSentences, writeSentences } from './sentences.ts'
import { dropEmptyColumns } from './table.ts'
import { formatClock } from './venue-clock.ts'

type Question = SessionRecord['questions'][number]

export function makeTopicBlocks(context: ReportContext, item: Item): readonly Block[] {
  const { segment, turns, points, key } = item
  const question = segment?.question ?? null
  return [
    ...(question === null ? [] : [makeParagraph('guiding-label', context.write('label.guidingQuestion')), ...makeQuestionLines(question)]),
    context.makeNumbered(`${key}-held`, formatHeld(context, item)),
    ...(points.length === 0 ? [] : [context.makeNumbered(`${key}-points`, [formatNoted(context, item)]), ...makePointList(context, item)]),
    ...(turns.length > 0 || hasSentences(item) ? [makeOwnText(context, item)] : []),
    ...(turns.length === 0 ? [] : [makeTurnsTable(context, item)]),
    ...makeQuestions(context, item),
  ]
}

const makeQuestionLines = (question: string): readonly Block[] =>
  question.split('\n').flatMap((line) => (line.trim() === '' ? [] : [makeParagraph('guiding-question', [quotedRun(line)])]))

/** Makes the paragraph of the Rapporteur, or a place to write it. Both have the same number. */
function makeOwnText(context: ReportContext, item: Item): Block {
  const text = writeSentences(context, item)
  return text.length > 0 ? context.makeWritten(getPlaceId(item), text) : context.makePlace(getPlaceId(item), context.write('write.common'))
}

/** Formats the interventions on a topic, and when it began. */
function formatHeld(context: ReportContext, { turns, segment, key }: Item): readonly RunLine[] {
  const seconds = turns.reduce((sum, { usedSeconds }) => sum + usedSeconds, 0)
  const groups = context.formatGroups(turns.map(({ group }) => group))
  const spoken =
    turns.length === 0
      ? [segment !== null && segment.actual === null ? context.write('said.notHeld') : context.write('said.noInterventions')]
      : [
          context.write('said.interventions', {
            n: turns.length,
            ...splitCounts(countTurns(turns)),
            groups,
            table: context.refTable(`${key}-turns`),
          }),
          context.write('said.took', { n: turns.length, minutes: roundMinutes(seconds) }),
        ]
  return [...spoken, ...(segment?.actual ? [formatBegan(context, segment)] : [])]
}

function formatBegan(context: ReportContext, { planned, actual }: SessionRecord['agenda'][number]): RunLine {
  if (actual === null) return []
  const apart = isAtOtherTime(context.record) ? 0 : getMinutesApart(actual.startedAt, planned.startsAt)
  // The length of a part that is still running is not known.
  const lasted = actual.endedAt === null ? -1 : roundMinutes(actual.seconds)
  return context.write('said.began', {
    time: context.formatTimeInText(actual.startedAt),
    when: apart > 0 ? 'late' : apart < 0 ? 'early' : 'planned',
    by: Math.abs(apart),
    lasted,
    planned: roundMinutes(planned.seconds),
  })
}

/** Formats how many points were noted, by tag. */
const formatNoted = (context: ReportContext, { points }: Item): RunLine => {
  const tags = formatTagCounts(context, points)
  return context.write('said.noted', { tags: tags.length === 0 ? context.write('tag.none', { n: points.length }) : context.list(tags) })
}

function makePointList(context: ReportContext, { points }: Item): readonly Block[] {
  return points.map((point, index) => {
    const source = joinClauses(context, [
      ...(point.sources.length === 0 ? [context.write('said.general')] : formatSpeakers(context, point)),
      ...(point.speakers > 1 ? [context.write('said.many', { n: point.speakers })] : []),
    ])
    const numbers = formatSourceNumbers(context, point)
    const clauses =
      numbers.length === 0 ? source : [...source, ...context.write('list.clauses'), ...context.list(numbers.map((run) => [run]))]
    const note = [quoteInSentence(flattenNote(point.text)), ...formatLateMark(point)]
    const sentence =
      point.tag === null
        ? context.write('said.pointUntagged', { note, source: clauses })
        : context.write('said.point', { tag: [context.formatTag(point.tag)], note, source: clauses })
    return makeParagraph('list', [...sentence, ...context.write(index === points.length - 1 ? 'list.itemLast' : 'list.itemEnd')])
  })
}

const joinClauses = (context: ReportContext, all: readonly RunLine[]): RunLine =>
  all.flatMap((line, index) => (index === 0 ? line : [...context.write('list.between'), ...line]))

function makeTurnsTable(context: ReportContext, item: Item): Block {
  const { labels } = context
  return {
    kind: 'table',
    look: 'body',
    caption: context.makeTableCaption(
      `${item.key}-turns`,
      context.write('caption.interventions', { topic: context.formatItemInText(item) }),
    ),
    columns: [
      { label: labels.number, kind: 'figure' },
      { label: labels.organization, kind: 'rest' },
      { label: labels.group, kind: 'text' },
      { label: labels.from, kind: 'text' },
      { label: labels.minutes, kind: 'figure' },
    ],
    rows: item.turns.map((turn) => [
      makeCell({ ...ownRun(`${turn.number}`), target: turn.id }),
      makeSpeakerCell(context, turn),
      turn.entity === null ? nilCell : context.makeGroupCell(turn.group),
      context.formatChannel(turn.channel),
      makeCell(ownRun(formatClock(turn.usedSeconds))),
    ]),
  }
}

/** Makes a cell with the speaker and the others of a joint statement. If the turn is not an intervention, its kind is added. */
export function makeSpeakerCell(context: ReportContext, { onBehalfOf, kind, ...turn }: SessionRecord['turns'][number]): Cell {
  const { kinds } = context.reportText
  return [
    context.formatEntity(turn),
    ...onBehalfOf.map((other) => withFace(context.write('onBehalfOf', { others: [quotedRun(other)] }), 'small')),
    ...(kind === ordinaryKind ? [] : [[ownRun(kinds[kind], 'small')]]),
  ]
}

function makeQuestions(context: ReportContext, item: Item): readonly Block[] {
  const counts = context.record.statistics.questionsBySegment.find(({ segment }) => segment === item.id)
  if (counts === undefined) return []
  const settled = item.questions.filter((question) => isAnswered(question) && question.number > 0)
  const table = settled.length === 0 ? 'none' : context.refTable(`${item.key}-questions`)
  return [
    context.makeNumbered(`${item.key}-questions`, [
      context.write('said.questions', { n: counts.received, parts: formatQuestionParts(context, counts), table }),
    ]),
    ...(settled.length === 0
      ? []
      : [makeQuestionsTable(context, item, settled), context.makePlace(`answers-${item.key}`, context.write('write.answers'))]),
  ]
}

/** Makes the table of questions, the most supported first. */
function makeQuestionsTable(context: ReportContext, item: Item, settled: readonly Question[]): Block {
  const { labels } = context
  const sorted = [...settled].sort((a, b) => (b.support.total ?? 0) - (a.support.total ?? 0) || a.number - b.number)
  return dropEmptyColumns({
    kind: 'table',
    look: 'body',
    caption: context.makeTableCaption(
      `${item.key}-questions`,
      context.write('caption.questions', { topic: context.formatItemInText(item) }),
    ),
    columns: [
      { label: labels.number, kind: 'text' },
      { label: labels.question, kind: 'rest' },
      { label: labels.askedBy, kind: 'text' },
      { label: labels.support, kind: 'figure' },
      { label: labels.supportFrom, kind: 'text' },
      { label: labels.answeredBy, kind: 'rest' },
    ],
    rows: sorted.map((question) => [
      makeCell({ ...ownRun(`Q${question.number}`), anchor: question.id }),
      makeCell(quotedRun(flattenNote(question.text))),
      question.group === null ? nilCell : context.makeGroupCell(question.group),
      question.support.total === null ? makeCell(...context.write('cell.fewer')) : makeFigure(question.support.total),
      question.support.groups.length === 0 ? nilCell : makeBreadthCell(context, question.support.groups),
      makeCell(...formatAnswer(context, question)),
    ]),
  })
}

function formatAnswer(context: ReportContext, { id, answer, answeredBy, answerSeconds }: Question): RunLine {
  if (answer !== 'live' && answer !== null) {
    return answer === 'in-writing' ? context.write('question.inWriting') : [ownRun(context.reportText.answerKinds[answer])]
  }
  const turns = context.record.turns.filter(({ kind, question }) => isAnswer(kind) && question === id)
  const anchors = context.makeAnchors(...turns.map(({ id: turn }) => turn))
  const speaker = answeredBy ?? turns.find(({ entity }) => entity !== null)?.entity ?? null
  const who = speaker === null ? context.write('question.inSession') : [quotedRun(speaker)]
  return [...anchors, ...(answerSeconds === null ? who : context.write('question.answeredLive', { who, time: formatClock(answerSeconds) }))]
}
