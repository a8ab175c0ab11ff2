/** The start of the report: title, place, time and headline. */
import { type Block, makeParagraph, ownRun, quotedRun, type RunLine, type TextRun } from './blocks.ts'
import { joinSentences, type ReportContext } from './report-context.ts'

export function makeOpeningSection(context: ReportContext): readonly Block[] {
  const { record, reportText } = context
  const { session, statistics } = record
  const strong = [
    ...(record.public ? [reportText.title.public] : []),
    ...(session.rehearsal ? [reportText.title.rehearsal] : []),
    ...(session.phase === 'closed' ? [] : [reportText.title.soFar(context.formatMoment(record.log.at))]),
  ]
  return [
    ...(session.series === null ? [] : [{ kind: 'subtitle', line: [quotedRun(session.series)] } as const]),
    { kind: 'title', line: [quotedRun(session.title)] },
    { kind: 'subtitle', line: [ownRun(reportText.title.record)] },
    ...strong.map((sentence) => makeParagraph(ownRun(sentence, 'strong'))),
    ...[session.host, formatPlace(session)].flatMap((text) => (text === null ? [] : [makeParagraph(quotedRun(text))])),
    makeParagraph(ownRun(formatTimes(context))),
    makeParagraph(ownRun(reportText.title.registered(statistics.registered.room, statistics.registered.remote))),
    ...(session.about ?? '').split('\n').flatMap((text) => (text === '' ? [] : [makeParagraph(quotedRun(text))])),
    makeParagraph(...makeHeadline(context)),
  ]
}

const formatPlace = ({ place, venue }: ReportContext['record']['session']): string => (venue === null ? place : `${place}, ${venue}`)

function formatTimes(context: ReportContext): string {
  const {
    record: { session, log },
    reportText: { title },
  } = context
  const span = (begin: string, end: string, namedDate?: string): [string, string] => [
    context.formatMoment(begin, namedDate),
    context.formatMoment(end, context.formatDate(begin)),
  ]
  const { openedAt, plannedStart, plannedEnd } = session
  const sentence =
    openedAt === null
      ? title.planned(...span(plannedStart, plannedEnd))
      : title.held(...span(openedAt, session.closedAt ?? log.at), ...span(plannedStart, plannedEnd, context.formatDate(openedAt)))
  return `${sentence} (${session.timeZone}).`
}

/** How many requests were heard, in bold, then what happened to the others. */
export function makeHeadline({ record, reportText: { headline: headlineText } }: ReportContext): RunLine {
  const { requests, questions } = record.statistics
  const isClosed = record.session.phase === 'closed'
  const waiting = requests.waiting + requests.speaking
  const first: TextRun = ownRun(
    requests.total === 0 ? headlineText.nobodyAsked : headlineText.heard(requests.heard + requests.joint, requests.total),
    'strong',
  )
  const live = questions.answered.live ?? 0
  const more = [
    ...(requests['not-reached'] > 0 ? [headlineText.notReached(requests['not-reached'], isClosed)] : []),
    ...(requests.withdrawn > 0 ? [headlineText.withdrawn(requests.withdrawn)] : []),
    ...(requests.removed > 0 ? [headlineText.removed(requests.removed)] : []),
    ...(waiting > 0 ? [headlineText.waiting(waiting)] : []),
    ...(live > 0 ? [headlineText.answered(live)] : []),
  ]
  return [first, ...joinSentences(['', ...more]).slice(1)]
}
