/** The agenda for everybody: the planned and the likely times, without how late the session is. */
import { isInSession } from '@rostrum/shared/contract/enums'
import { computeTimeline, type TimelineSegment } from '@rostrum/shared/projection/agenda/timeline'
import { useNow, useView } from '../../../session/hooks.tsx'
import { formatTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { AgendaList } from '../../../ui/agenda-list.tsx'
import { AgendaStrip, type RailPiece } from '../../../ui/agenda-strip.tsx'
import { Name } from '../../../ui/written.tsx'
import { describeSegment, getSegmentName } from '../../../widgets/segment-name.ts'

const refreshMs = 10_000
/** A shift of less than a minute is not mentioned. */
const minShiftMs = 60_000

const useTimeline = () => {
  const plan = useView((view) => view.plan)
  const progress = useView((view) => view.progress)
  const now = useNow(refreshMs)
  return { plan, now, ...computeTimeline(plan, progress, now) }
}

/** `place`: my position in the queue of the current segment, as text. */
export const AgendaNow = ({ place }: { place: string | null }) => {
  const { t } = useText()
  const { plan, segments } = useTimeline()
  const segmentCounts = useView((view) => view.segmentCounts)
  const session = useView((view) => view.session)
  const open = isInSession(session.phase)
  const time = (at: number) => formatTime(at, session.timeZone)
  const getNote = ({ segment, status, likelyStart, likelyEnd }: TimelineSegment): string | undefined => {
    const counts = segmentCounts[segment.id]
    if (status === 'current')
      return place === null
        ? t('agenda.nowUntilSentence', { time: time(likelyEnd) })
        : t('agenda.nowUntilYou', { time: time(likelyEnd), place })
    if (status === 'done')
      return counts && counts.interventions + counts.answers > 0
        ? t('agenda.spoke', { n: counts.interventions, questions: counts.answers })
        : undefined
    if (session.phase === 'closed') return t('agenda.notHeld')
    if (segment === plan.at(-1)) return t('agenda.sessionEnds', { time: time(session.endsAt) })
    return open && Math.abs(likelyStart - segment.startsAt) >= minShiftMs ? t('agenda.likelyFrom', { time: time(likelyStart) }) : undefined
  }
  return (
    <AgendaList
      label={t('agenda.label')}
      items={segments.map((item) => ({
        id: item.segment.id,
        time: time(item.segment.startsAt),
        title: <Name>{getSegmentName(t, plan, item.segment)}</Name>,
        note: getNote(item),
        state: session.phase === 'closed' ? 'done' : item.status,
      }))}
    />
  )
}

export const AgendaStripNow = () => {
  const { t } = useText()
  const { plan, segments, likelyEnd, now } = useTimeline()
  const session = useView((view) => view.session)
  const [open, over] = [isInSession(session.phase), session.phase === 'closed']
  const time = (at: number) => formatTime(at, session.timeZone)
  const getNote = ({ segment, status, likelyStart, likelyEnd: end }: TimelineSegment) => {
    if (over) return status === 'done' ? time(segment.startsAt) : t('agenda.notHeld')
    if (status === 'current') return t('agenda.nowUntil', { time: time(end) })
    if (segment === plan.at(-1)) return t('session.ends', { time: time(session.endsAt) })
    const late = open && status === 'ahead' && Math.abs(likelyStart - segment.startsAt) >= minShiftMs
    return late ? t('agenda.likely', { time: time(segment.startsAt), likely: time(likelyStart) }) : time(segment.startsAt)
  }
  const until = session.endsAt
  return (
    <AgendaStrip
      label={t('agenda.label')}
      from={session.startsAt}
      to={until}
      plan={segments.map((item) => ({
        id: item.segment.id,
        ...describeSegment(t, plan, item.segment, getNote(item)),
        from: item.segment.startsAt,
        to: item.segment.startsAt + item.segment.length,
        current: item.status === 'current',
      }))}
      rail={open ? segments.flatMap((item) => buildRailPieces(item, now, until)) : []}
      sentence={over ? t('session.closed') : t('agenda.rail', { time: time(Math.min(likelyEnd, until)) })}
      now={open ? now : undefined}
    />
  )
}

const buildRailPieces = (
  { segment: { id }, status, startedAt, likelyStart, likelyEnd }: TimelineSegment,
  now: number,
  until: number,
): readonly RailPiece[] => {
  const from = Math.min(startedAt ?? likelyStart, until)
  const to = Math.max(from, Math.min(likelyEnd, until))
  if (status === 'done') return [{ id, kind: 'done', from, to }]
  if (status === 'ahead') return [{ id, kind: 'likely', from, to }]
  return [
    { id: `${id} spent`, kind: 'spent', from, to: Math.min(now, until) },
    { id, kind: 'current', from: Math.min(now, until), to: Math.max(now, to) },
  ]
}
