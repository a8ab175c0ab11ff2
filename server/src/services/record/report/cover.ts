/** The first page: who held which meeting where and when, and who served it. */
import { channelRules } from '@rostrum/shared/contract/channels'
import type { Block, RunLine } from '@rostrum/shared/contract/report-blocks'
import { makeLine, makeParagraph, quotedRun } from './blocks.ts'
import { listFilled } from './channel-words.ts'
import { makeOfficers } from './officers.ts'
import type { ReportContext } from './report-context.ts'

export function makeCover(context: ReportContext): readonly Block[] {
  const { record } = context
  const { session } = record
  const notices = [
    ...(session.rehearsal ? [context.write('cover.rehearsal')] : []),
    ...(session.phase === 'closed' ? [] : [context.write('cover.soFar', { time: context.formatMomentInText(record.log.at) })]),
  ]
  const distribution = [
    context.write('cover.distribution', { public: record.public ? 'yes' : 'no' }),
    makeLine(context.formatDate(record.log.at)),
    ...(session.original === null ? [] : [context.write('cover.original', { language: session.original })]),
  ]
  const meeting = session.series === null ? [] : [makeParagraph('meeting', [quotedRun(session.series)])]
  const place = [makeParagraph('place', formatPlace(context)), makeParagraph('place', formatDayAndTime(context))]
  const title = makeParagraph('title', [quotedRun(session.title)])
  const rest = [...notices.map((line) => makeParagraph('notice', line)), ...makeOfficers(context)]
  if (context.isPage) return [...meeting, title, ...place, ...rest]
  return [
    { kind: 'to-write', id: 'symbol', number: null, style: 'symbol', line: context.write('write.symbol') },
    makeParagraph('organizer', session.host === null ? [] : [quotedRun(session.host)]),
    ...distribution.map((line) => makeParagraph('distribution', line)),
    ...meeting,
    ...place,
    title,
    makeParagraph('subtitle', context.write('cover.summary')),
    ...rest,
  ]
}

/** Formats venue and city. The city is left out if the name of the venue contains it. */
function formatPlace(context: ReportContext): RunLine {
  const { venue, place } = context.record.session
  const { registered } = context.record.statistics
  const names = venue === null ? [place] : venue.toLocaleLowerCase('en').includes(place.toLocaleLowerCase('en')) ? [venue] : [venue, place]
  const line = [quotedRun(names.join(', '))]
  const isOnline = listFilled(registered).some((channel) => channelRules[channel].usesMeeting)
  return isOnline ? context.write('cover.online', { place: line }) : line
}

function formatDayAndTime(context: ReportContext): RunLine {
  const { openedAt, closedAt, plannedStart, plannedEnd } = context.record.session
  const [from, to] = openedAt === null ? [plannedStart, plannedEnd] : [openedAt, closedAt ?? context.record.log.at]
  return context.write('cover.day', {
    day: context.formatDay(from),
    from: context.formatTimeInText(from),
    to: context.formatMomentInText(to, context.formatDate(from)),
    zone: context.formatZone(),
  })
}
