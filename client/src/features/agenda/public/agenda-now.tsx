/** The agenda for everybody: the planned and the likely times, but not the delay of the session. */
import { isInSession } from '@rostrum/shared/contract/enums'
import type { TimelineSegment } from '@rostrum/shared/projection/agenda/timeline'
import { useView } from '../../../session/hooks.tsx'
import { formatTime } from '../../../text/times.ts'
import { useAskedText } from '../../../text/use-text.tsx'
import { AgendaList } from '../../../ui/agenda-list.tsx'
import { Name } from '../../../ui/written.tsx'
import { getSegmentName } from '../../../widgets/segment-name.ts'
import { Papers, SessionPapers } from '../papers.tsx'
import { useTimeline } from '../use-timeline.ts'

export const refreshMs = 10_000
/** A shift of less than a minute is not mentioned. */
export const minShiftMs = 60_000

/** `place`: my position in the queue of the current segment, as text. */
export const AgendaNow = ({ place }: { place: string | null }) => {
  const { t } = useAskedText()
  const plan = useView((view) => view.plan)
  const { segments } = useTimeline(refreshMs).timeline
  const segmentCounts = useView((view) => view.segmentCounts)
  const session = useView((view) => view.session)
  const open = isInSession(session.phase)
  const time = (at: number) => formatTime(at, session.timeZone)
  const isMoved = (at: number, { startsAt }: TimelineSegment['segment']): boolean => Math.abs(at - startsAt) >= minShiftMs
  const getNote = ({ segment, status, startedAt, likelyStart, likelyEnd }: TimelineSegment): string | undefined => {
    const counts = segmentCounts[segment.id]
    if (status === 'current') {
      const until = time(likelyEnd)
      const text = place === null ? t('agenda.nowUntilSentence', { time: until }) : t('agenda.nowUntilYou', { time: until, place })
      // The planned time stands next to it, and may be later than the time until which the item lasts.
      return startedAt !== null && isMoved(startedAt, segment) ? t('agenda.startedAt', { time: time(startedAt), now: text }) : text
    }
    if (status === 'done')
      return counts && counts.interventions + counts.answers > 0
        ? t('agenda.spoke', { n: counts.interventions, questions: counts.answers })
        : undefined
    if (session.phase === 'closed') return t('agenda.notHeld')
    if (status === 'skipped') return t('agenda.notTaken')
    if (segment === plan.at(-1)) return t('agenda.sessionEnds', { time: time(session.endsAt) })
    return open && isMoved(likelyStart, segment) ? t('agenda.likelyFrom', { time: time(likelyStart) }) : undefined
  }
  return (
    <>
      <AgendaList
        label={t('agenda.label')}
        items={segments.map((item) => ({
          id: item.segment.id,
          time: time(item.segment.startsAt),
          title: <Name>{getSegmentName(t, plan, item.segment)}</Name>,
          note: getNote(item),
          more: <Papers of={item.segment.id} />,
          state: session.phase === 'closed' ? 'done' : item.status === 'skipped' ? 'ahead' : item.status,
        }))}
      />
      <SessionPapers />
    </>
  )
}
