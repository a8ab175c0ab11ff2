/** Annex I: every intervention. Annex II: the log that the report comes from. */
import type { TurnKind } from '@rostrum/shared/contract/kinds'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { selectCountedRequests } from '../statistics.ts'
import { getLanguageName } from '../text/language-name.ts'
import { type Block, type Cell, makeCell, makeParagraph, nilCell, ownRun, quotedRun, type RunLine, withFace } from './blocks.ts'
import type { Item } from './items.ts'
import type { ReportContext } from './report-context.ts'
import { dropEmptyColumns } from './table.ts'
import { makeSpeakerCell } from './topic.ts'
import { uncountedKinds, uncountedSentences } from './uncounted.ts'
import { formatClock } from './venue-clock.ts'

export function makeInterventionsAnnex(context: ReportContext): readonly Block[] {
  const items = context.items.filter(({ turns }) => turns.length > 0)
  if (items.length === 0) return []
  return [
    makeParagraph('lead', context.write('annex.lead')),
    ...items.flatMap((item, index) => makeItemTable(context, item, index === items.length - 1)),
    makeParagraph('note', formatNotListed(context)),
  ]
}

/** Makes one table for each topic: a row across all columns could not be read aloud with its table. */
function makeItemTable(context: ReportContext, item: Item, isLast: boolean): readonly Block[] {
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
      ...item.turns.map((turn) => {
        const anchors = [turn.id, ...(turn.request === null ? [] : [turn.request])].map((anchor) => ({ ...ownRun(''), anchor }))
        return [
          makeCell(...anchors, ownRun(`${turn.number}`)),
          makeCell(ownRun(context.venueClock.getLocalTime(turn.startedAt).time)),
          makeSpeakerCell(context, turn),
          turn.entity === null ? nilCell : context.makeGroupCell(turn.group),
          context.formatChannel(turn.channel),
          turn.language ? makeCell(ownRun(getLanguageName(context.reportText, turn.language))) : nilCell,
          clock(turn.limitSeconds),
          clock(turn.usedSeconds),
          clock(turn.overSeconds),
          clock(requests.get(turn.id)?.waitSeconds),
        ]
      }),
      ...(isLast ? [makeTotalRow(context)] : []),
    ],
  })
  return [makeParagraph('table-title', context.formatItem(item)), table]
}

function makeTotalRow(context: ReportContext): readonly Cell[] {
  const turns = context.record.turns.filter(({ number }) => number > 0)
  const sum = (pick: (one: (typeof turns)[number]) => number): string => formatClock(turns.reduce((total, one) => total + pick(one), 0))
  return [
    nilCell,
    nilCell,
    makeCell(...withFace(context.write('annex.total', { n: turns.length }), 'strong')),
    nilCell,
    nilCell,
    nilCell,
    nilCell,
    makeCell(
      ownRun(
        sum(({ usedSeconds }) => usedSeconds),
        'strong',
      ),
    ),
    makeCell(
      ownRun(
        sum(({ overSeconds }) => overSeconds),
        'strong',
      ),
    ),
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
      ['annex.answers', count('answer')],
      ...uncountedKinds.map((kind) => [uncountedSentences[kind].annex, count(kind)] as const),
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
    entry(context.write('log.byHand'), context.write('log.hand', { public: edition })),
    ...(context.template === null ? [] : [entry(context.write('log.template'), [ownRun(context.template, 'code')])]),
    entry(context.write('log.verify'), [ownRun(`rostrum verify ${session.id} --head ${log.head}`, 'code')]),
  ]
}

const formatWords = (context: ReportContext, { languages, words }: NonNullable<SessionRecord['captions']>): RunLine =>
  context.write('log.words', { words, list: context.list(languages.map((tag) => [ownRun(getLanguageName(context.reportText, tag))])) })

/** Groups digits, as in "4 218". A no-break space is right in every language. */
const groupThousands = (number: number): string => String(number).replace(/\B(?=(\d{3})+$)/g, '\u00a0')
