import type { SessionRecord } from '@rostrum/shared/contract/record'
import { type Block, type Cell, makeCell, makeCode, makeHeading, ownRun, wrapQuoted } from './blocks.ts'
import type { ReportContext } from './report-context.ts'
import { formatClock } from './venue-clock.ts'

type Turn = SessionRecord['turns'][number]

/** Every turn at the floor with its clock, by segment. */
export function makeInterventionsSection(context: ReportContext): readonly Block[] {
  const { record, reportText } = context
  if (record.turns.length === 0) return []
  const segmentIds = [...record.agenda.map(({ id }) => id), null]
  return [
    makeHeading(1, ownRun(reportText.headings.interventions)),
    ...segmentIds.flatMap((segmentId) => {
      const segmentTurns = record.turns.filter(({ segment }) => segment === segmentId)
      return segmentTurns.length === 0 ? [] : [makeHeading(2, context.formatSegment(segmentId)), makeTurnsTable(context, segmentTurns)]
    }),
  ]
}

function makeTurnsTable(context: ReportContext, turns: readonly Turn[]): Block {
  const { labels } = context.reportText
  return {
    kind: 'table',
    columns: [
      { label: labels.time, width: 11, isNumeric: true },
      { label: labels.speaker, width: 22 },
      { label: labels.group, width: 16 },
      { label: labels.from, width: 9 },
      { label: labels.used, width: 10, isNumeric: true },
      { label: labels.limit, width: 8, isNumeric: true },
      { label: labels.over, width: 9, isNumeric: true },
      { label: labels.id, width: 24 },
    ],
    rows: turns.map((turn) => [
      makeCell(ownRun(context.venueClock.getLocalTime(turn.startedAt).time)),
      makeSpeakerCell(context, turn),
      turn.entity === null ? [] : makeCell(context.formatGroup(turn.group)),
      context.formatChannel(turn.channel),
      makeCell(ownRun(formatClock(turn.usedSeconds))),
      makeCell(ownRun(formatClock(turn.limitSeconds))),
      makeCell(ownRun(turn.overSeconds === 0 ? '' : formatClock(turn.overSeconds))),
      makeCode(turn.id),
    ]),
  }
}

/** The speaker, the others of a joint statement, and the kind of the turn if it is not an intervention. */
function makeSpeakerCell(context: ReportContext, { entity, onBehalfOf, kind, question }: Turn): Cell {
  const { kinds, onBehalfOf: jointly, answerTo } = context.reportText
  const number = context.getQuestionNumber(question)
  return [
    // An answer to a question without an assignee has no speaker.
    ...(kind === 'answer' && entity === null ? [] : [[context.formatEntity(entity)]]),
    ...onBehalfOf.map((other) => wrapQuoted(jointly, other)),
    ...(kind === 'intervention' ? [] : [[ownRun(kind === 'answer' && number > 0 ? answerTo(number) : kinds[kind])]]),
  ]
}
