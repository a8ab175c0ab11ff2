/** The agenda for everybody: what is planned and what is likely, without saying how late it is. */
import { meets } from '@rostrum/shared/contract/enums'
import { type TimelineSegment, timelineAt } from '@rostrum/shared/projection/agenda/timeline'
import { useNow, useView } from '../../../session/hooks.tsx'
import { timeOfDay } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { AgendaList } from '../../../ui/agenda-list.tsx'
import { AgendaStrip, type RailPiece } from '../../../ui/agenda-strip.tsx'
import { segmentName } from '../../../widgets/segment-name.ts'

const often = 10_000
/** Less than a minute is not worth a word. */
const worth = 60_000

const useTimeline = () => {
  const plan = useView((view) => view.plan)
  const progress = useView((view) => view.progress)
  const now = useNow(often)
  return { plan, now, ...timelineAt(plan, progress, now) }
}

/** `place`: where I stand in the list of the part that runs. */
export const AgendaNow = ({ place }: { place: string | null }) => {
  const { t } = useText()
  const { plan, segments } = useTimeline()
  const tally = useView((view) => view.tally)
  const session = useView((view) => view.session)
  const open = meets(session.phase)
  const time = (at: number) => timeOfDay(at, session.timeZone)
  const noteOf = ({ segment, standing, likelyStart, likelyEnd }: TimelineSegment): string | undefined => {
    const heard = tally[segment.id]
    if (standing === 'current')
      return place === null
        ? t('agenda.nowUntilSentence', { time: time(likelyEnd) })
        : t('agenda.nowUntilYou', { time: time(likelyEnd), place })
    if (standing === 'done')
      return heard && heard.spoke + heard.answered > 0 ? t('agenda.spoke', { n: heard.spoke, questions: heard.answered }) : undefined
    if (session.phase === 'closed') return t('agenda.notHeld')
    if (segment === plan.at(-1)) return t('agenda.sessionEnds', { time: time(session.endsAt) })
    return open && Math.abs(likelyStart - segment.startsAt) >= worth ? t('agenda.likelyFrom', { time: time(likelyStart) }) : undefined
  }
  return (
    <AgendaList
      label={t('agenda.label')}
      items={segments.map((held) => ({
        id: held.segment.id,
        time: time(held.segment.startsAt),
        title: <bdi>{segmentName(t, plan, held.segment)}</bdi>,
        note: noteOf(held),
        state: session.phase === 'closed' ? 'done' : held.standing,
      }))}
    />
  )
}

export const AgendaStripNow = () => {
  const { t } = useText()
  const { plan, segments, likelyEnd, now } = useTimeline()
  const session = useView((view) => view.session)
  const [open, over] = [meets(session.phase), session.phase === 'closed']
  const time = (at: number) => timeOfDay(at, session.timeZone)
  const noteOf = ({ segment, standing, likelyStart, likelyEnd: end }: TimelineSegment) => {
    if (over) return standing === 'done' ? time(segment.startsAt) : t('agenda.notHeld')
    if (standing === 'current') return t('agenda.nowUntil', { time: time(end) })
    if (segment === plan.at(-1)) return t('session.ends', { time: time(session.endsAt) })
    const late = open && standing === 'ahead' && Math.abs(likelyStart - segment.startsAt) >= worth
    return late ? t('agenda.likely', { time: time(segment.startsAt), likely: time(likelyStart) }) : time(segment.startsAt)
  }
  const until = session.endsAt
  return (
    <AgendaStrip
      label={t('agenda.label')}
      from={session.startsAt}
      to={until}
      plan={segments.map((held) => ({
        id: held.segment.id,
        title: segmentName(t, plan, held.segment),
        note: noteOf(held),
        from: held.segment.startsAt,
        to: held.segment.startsAt + held.segment.length,
        current: held.standing === 'current',
      }))}
      rail={open ? segments.flatMap((held) => pieces(held, now, until)) : []}
      sentence={over ? t('session.closed') : t('agenda.rail', { time: time(Math.min(likelyEnd, until)) })}
      now={open ? now : undefined}
    />
  )
}

const pieces = (
  { segment: { id }, standing, beganAt, likelyStart, likelyEnd }: TimelineSegment,
  now: number,
  until: number,
): readonly RailPiece[] => {
  const from = Math.min(beganAt ?? likelyStart, until)
  const to = Math.max(from, Math.min(likelyEnd, until))
  if (standing === 'done') return [{ id, kind: 'done', from, to }]
  if (standing === 'ahead') return [{ id, kind: 'likely', from, to }]
  return [
    { id: `${id} spent`, kind: 'spent', from, to: Math.min(now, until) },
    { id, kind: 'current', from: Math.min(now, until), to: Math.max(now, to) },
  ]
}
