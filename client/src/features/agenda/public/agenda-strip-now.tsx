/** The agenda as a strip, for pages that are wide enough. */
import { isInSession } from '@rostrum/shared/contract/enums'
import type { TimelineSegment } from '@rostrum/shared/projection/agenda/timeline'
import { useView } from '../../../session/hooks.tsx'
import { formatTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { AgendaStrip, type RailPiece } from '../../../ui/agenda-strip.tsx'
import { describeSegment } from '../../../widgets/segment-name.ts'
import { useTimeline } from '../use-timeline.ts'
import { minShiftMs, refreshMs } from './agenda-now.tsx'

export const AgendaStripNow = () => {
  const { t } = useText()
  const plan = useView((view) => view.plan)
  const { timeline, now } = useTimeline(refreshMs)
  const { segments, likelyEnd } = timeline
  const session = useView((view) => view.session)
  const [open, over] = [isInSession(session.phase), session.phase === 'closed']
  const time = (at: number) => formatTime(at, session.timeZone)
  const getNote = ({ segment, status, likelyStart, likelyEnd: end }: TimelineSegment) => {
    if (over) return status === 'done' ? time(segment.startsAt) : t('agenda.notHeld')
    if (status === 'skipped') return t('agenda.skipped', { time: time(segment.startsAt) })
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
        ...describeSegment(t, plan, item.segment, getNote(item), ...(over ? [] : [time(item.segment.startsAt)])),
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
  { segment: { id }, status, likelyStart, likelyEnd }: TimelineSegment,
  now: number,
  until: number,
): readonly RailPiece[] => {
  const from = Math.min(likelyStart, until)
  const to = Math.max(from, Math.min(likelyEnd, until))
  if (status === 'skipped') return []
  if (status === 'done') return [{ id, kind: 'done', from, to }]
  if (status === 'ahead') return [{ id, kind: 'likely', from, to }]
  return [
    { id: `${id} spent`, kind: 'spent', from, to: Math.min(now, until) },
    { id, kind: 'current', from: Math.min(now, until), to: Math.max(now, to) },
  ]
}
