/** Annex I: every intervention. Annex II: the log that the report comes from. */
import type { TurnKind } from '@rostrum/shared/contract/kinds'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { Block, Cell, ReportRow, RunLine } from '@rostrum/shared/contract/report-blocks'
import { selectCountedRequests } from '../statistics.ts'
import { getLanguageName } from '../text/language-name.ts'
import { joinSentences } from '../text/sentence-writer.ts'
import { makeCell, makeLine, makeParagraph, nilCell, ownRun, quotedRun, withFace } from './blocks.ts'
import { roundMinutes } from './minutes.ts'
import { makeFigure, type ReportContext } from './report-context.ts'
import { getPlaceId, writeSentences } from './sentences.ts'
import { dropEmptyColumns } from './table.ts'
import { makeSpeakerCell } from './topic.ts'
import { uncountedKinds, uncountedSentences } from './uncounted.ts'
import { formatClock } from './venue-clock.ts'

type Turn = SessionRecord['turns'][number]

export function makeInterventionsAnnex(context: ReportContext): readonly Block[] {
  const items = context.items.filter(({ turns }) => turns.length > 0)
  const others = context.isPage ? listOtherTurns(context) : []
  if (items.length + others.length === 0) return []
  const interventions = context.record.turns.filter(isNumbered)
  const total = makeTotalRow(context.write('annex.total', { n: interventions.length }), interventions)
  return [
    makeParagraph('lead', context.write('annex.lead')),
    ...items.flatMap((item, index) =>
      makeTurnsTable(context, context.formatItem(item), item.turns, index === items.length - 1 ? [total] : []),
    ),
    ...(others.length === 0
      ? []
      : makeTurnsTable(context, context.write('caption.otherTurns'), others, [makeTotalRow(makeLine(context.labels.total), others)])),
    makeParagraph('note', formatNotListed(context)),
    ...makeWaits(context),
  ]
}

/** The waiting times by group and channel. They are of use to those who prepare the next session, and few others read them. */
function makeWaits(context: ReportContext): readonly Block[] {
  const { labels, record } = context
  const { groups, channels, waits } = record.statistics
  if (waits === null) return []
  const figure = (seconds: number | undefined) => makeFigure(seconds === undefined ? null : roundMinutes(seconds))
  const makeRow = (name: Cell, its: (typeof groups)[number]['waits']): ReportRow => [name, figure(its?.median), figure(its?.longest)]
  return [
    makeParagraph('table-title', context.write('caption.waits')),
    {
      kind: 'table',
      look: 'annex',
      caption: null,
      columns: [
        { label: labels.groupOrChannel, kind: 'text' },
        { label: labels.medianWait, kind: 'figure' },
        { label: labels.longestWait, kind: 'figure' },
      ],
      rows: [
        ...groups.map((share) => makeRow(context.makeGroupCell(share.group), share.waits)),
        makeRow(makeCell(ownRun(labels.total, 'strong')), waits),
        ...channels.map((share) => makeRow(makeCell(ownRun(labels[share.channel])), share.waits)),
      ],
    },
  ]
}

const isNumbered = ({ number }: Turn): boolean => number > 0

/** Answers and points of order. */
const listOtherTurns = ({ record }: ReportContext): readonly Turn[] =>
  record.turns.filter((turn) => !isNumbered(turn)).sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1))

/** Makes one table for each topic: a row across all columns could not be read aloud with its table. */
function makeTurnsTable(context: ReportContext, title: RunLine, turns: readonly Turn[], total: readonly ReportRow[]): readonly Block[] {
  const { labels } = context
  const figure = (label: string) => ({ label, kind: 'figure' as const })
  const requests = new Map(context.record.requests.map((request) => [request.turn, request]))
  const clock = (seconds: number | null | undefined): Cell => (!seconds ? nilCell : makeCell(ownRun(formatClock(seconds))))
  const table = dropEmptyColumns({
    kind: 'table',
    look: 'annex',
    caption: null,
    columns: [
      figure(labels.number),
      figure(labels.began),
      { label: labels.organization, kind: 'rest' },
      { label: labels.group, kind: 'text' },
      { label: labels.from, kind: 'text' },
      { label: labels.language, kind: 'text' },
      ...[labels.limit, labels.used, labels.over, labels.waited].map(figure),
    ],
    rows: [
      ...turns.map((turn) => [
        makeNumberCell(context, turn),
        makeCell(ownRun(context.venueClock.getLocalTime(turn.startedAt).time)),
        makeSpeakerCell(context, turn),
        turn.entity === null ? nilCell : context.makeGroupCell(turn.group),
        context.formatChannel(turn.channel),
        turn.language ? makeCell(ownRun(getLanguageName(context.reportText, turn.language))) : nilCell,
        clock(turn.limitSeconds),
        clock(turn.usedSeconds),
        clock(turn.overSeconds),
        clock(requests.get(turn.id)?.waitSeconds),
      ]),
      ...total,
    ],
  })
  return [makeParagraph('table-title', title), table]
}

/** The number of an intervention, or of the question that was answered. The anchors of other turns are where a document names them. */
function makeNumberCell(context: ReportContext, turn: Turn): Cell {
  if (!isNumbered(turn)) {
    const question = context.getQuestionNumber(turn.question)
    return question > 0 ? makeCell(ownRun(`Q${question}`)) : nilCell
  }
  return makeCell(...context.makeTurnAnchors(turn), ownRun(`${turn.number}`))
}

function makeTotalRow(label: RunLine, turns: readonly Turn[]): ReportRow {
  const sum = (all: readonly number[]): Cell => makeCell(ownRun(formatClock(all.reduce((total, one) => total + one, 0)), 'strong'))
  return [
    nilCell,
    nilCell,
    makeCell(...withFace(label, 'strong')),
    nilCell,
    nilCell,
    nilCell,
    nilCell,
    sum(turns.map(({ usedSeconds }) => usedSeconds)),
    sum(turns.map(({ overSeconds }) => overSeconds)),
    nilCell,
  ]
}

function formatNotListed(context: ReportContext): RunLine {
  const { turns, requests } = context.record
  const count = (kind: TurnKind): number => turns.filter((turn) => turn.kind === kind).length
  const counted = selectCountedRequests(requests)
  const notReached = counted.filter(({ outcome }) => outcome === 'not-reached').length
  const others = counted.filter(({ outcome }) => outcome !== 'not-reached' && outcome !== 'heard' && outcome !== 'joint').length
  const parts = (
    [
      ['annex.answers', context.isPage ? 0 : count('answer')],
      ...uncountedKinds.map((kind) => [uncountedSentences[kind].annex, context.isPage ? 0 : count(kind)] as const),
      ['annex.notReached', notReached],
      ['annex.others', others],
    ] as const
  ).flatMap(([key, n]) => (n === 0 ? [] : [context.write(key, { n })]))
  return parts.length === 0 ? [] : context.write('annex.notListed', { parts: context.list(parts) })
}

/** Makes the annex about the log: the result of `rostrum verify`, and how this document was made. */
export function makeRecordAnnex(context: ReportContext): readonly Block[] {
  const { session, log, captions, profiles = [], losses = [], public: isPublic } = context.record
  const entry = (label: RunLine, value: RunLine): Block => makeParagraph('log', [...withFace(label, 'emphasis'), ownRun('\t'), ...value])
  const edition = isPublic ? 'yes' : 'no'
  return [
    entry(context.write('log.session'), [
      quotedRun(session.title),
      ...(session.series === null ? [] : [ownRun(' · '), quotedRun(session.series)]),
    ]),
    entry(
      context.write('log.made'),
      context.write('log.entries', {
        n: log.commits,
        count: groupThousands(log.commits),
        time: context.formatMoment(log.at),
        zone: context.formatZone(),
      }),
    ),
    entry(context.write('log.head'), [ownRun(log.head, 'code')]),
    ...(profiles.length === 0
      ? []
      : [entry(context.write('log.profile'), [ownRun(profiles.map(({ profile }) => profile).join(', '), 'code')])]),
    ...losses.map(({ from, until, at }) =>
      entry(context.write('log.lost'), context.write('log.lostEntries', { from, until, time: context.formatMoment(at) })),
    ),
    entry(context.write('log.version'), context.write('log.edition', { public: edition, rehearsal: session.rehearsal ? 'yes' : 'no' })),
    ...(captions ? [entry(context.write('log.captions'), formatWords(context, captions))] : []),
    ...formatLateNotes(context).map((line) => entry(context.write('log.afterClose'), line)),
    ...listTextsByHand(context).map((line) => entry(context.write('log.byHand'), line)),
    ...(context.template === null ? [] : [entry(context.write('log.template'), [ownRun(context.template, 'code')])]),
    entry(context.write('log.verify'), [ownRun(`rostrum verify ${session.id} --head ${log.head}`, 'code')]),
  ]
}

/** Names the paragraphs of the Rapporteur, and says which other texts are added by hand where somebody can write in the document. */
function listTextsByHand(context: ReportContext): readonly RunLine[] {
  const written = context.items.filter((item) => writeSentences(context, item).length > 0)
  const list = context.list(written.map((item) => makeLine(`${context.getPlaceNumber(getPlaceId(item))}`)))
  const paragraphs = written.length === 0 ? [] : [context.write('log.handParagraphs', { n: written.length, list })]
  const isOpen = context.isEditable && !(context.record.public && written.length > 0)
  const others = isOpen ? [context.write('log.hand', { public: context.record.public ? 'yes' : 'no' })] : []
  const line = joinSentences([...paragraphs, ...others])
  return line.length === 0 ? [] : [line]
}

/** Says which points were written or changed after the close. */
function formatLateNotes(context: ReportContext): readonly RunLine[] {
  const { record } = context
  const changed = record.notes.filter(({ afterClose }) => afterClose).length
  const removed = record.notesRemovedAfterClose
  return changed + removed === 0 ? [] : [context.write('log.lateNotes', { n: changed, removed })]
}

const formatWords = (context: ReportContext, { languages, words }: NonNullable<SessionRecord['captions']>): RunLine =>
  context.write('log.words', { words, list: context.list(languages.map((tag) => [ownRun(getLanguageName(context.reportText, tag))])) })

/** Groups digits, as in "4 218". A no-break space is right in every language. */
const groupThousands = (number: number): string => String(number).replace(/\B(?=(\d{3})+$)/g, '\u00a0')
