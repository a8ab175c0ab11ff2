/** The session band: the time, the current segment, and the delay of the session in words. */
import { isInSession, type SessionPhase } from '@rostrum/shared/contract/enums'
import type { SegmentId } from '@rostrum/shared/contract/ids'
import { computeTimeline, type Timeline, type TimelineSegment } from '@rostrum/shared/projection/agenda/timeline'
import { useNow, useView } from '../../../session/hooks.tsx'
import { getPlaceName } from '../../../text/place-name.ts'
import { formatTime, formatTimeSpan, roundToMinutes } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { AgendaStrip, type RailPiece } from '../../../ui/agenda-strip.tsx'
import { describeSegment } from '../../../widgets/segment-name.ts'
import styles from './agenda-band.module.css'
import { Remedies } from './remedies.tsx'
import { useIsOnItsDay } from './use-lateness.ts'

/**
 * `onGo`: the user asks for another segment, and the surface shows the dialog. For the staff only, because nobody else learns of the delay.
 */
type AgendaBandProps = { onGo: (to: SegmentId) => void }

export const AgendaBand = ({ onGo }: AgendaBandProps) => {
  const { t } = useText()
  const session = useView((view) => view.session)
  const now = useNow(1000)
  const place = t('time.zone', { place: getPlaceName(t, session.place) })
  return (
    <section className={styles.band} aria-label={t('session.clock')}>
      <div className={styles.now}>
        <time className={`num ${styles.time}`}>{formatTime(now, session.timeZone)}</time>
        <small>{place}</small>
      </div>
      <Strip onGo={onGo} />
      <Punctuality />
    </section>
  )
}

const useTimeline = (): { timeline: Timeline; now: number } => {
  const plan = useView((view) => view.plan)
  const progress = useView((view) => view.progress)
  const now = useNow(1000)
  return { timeline: computeTimeline(plan, progress, now), now }
}

const Strip = ({ onGo }: AgendaBandProps) => {
  const { t } = useText()
  const session = useView((view) => view.session)
  const plan = useView((view) => view.plan)
  const { timeline, now } = useTimeline()
  const zone = session.timeZone
  const getNote = ({ segment, status, startedAt, likelyStart }: TimelineSegment) => {
    const current = status === 'current' && startedAt !== null
    const planned = current ? formatTimeSpan(segment.startsAt, segment.startsAt + segment.length, zone) : formatTime(segment.startsAt, zone)
    if (segment.length / (session.endsAt - session.startsAt) <= narrowShare) return planned
    if (startedAt !== null)
      return isMoved(startedAt, segment.startsAt) ? t('agenda.started', { time: planned, began: formatTime(startedAt, zone) }) : planned
    const late = isMoved(likelyStart, segment.startsAt) && isInSession(session.phase)
    return late ? t('agenda.likely', { time: planned, likely: formatTime(likelyStart, zone) }) : planned
  }
  const addStopTime = (endsBy: number | null, times: string) =>
    endsBy === null ? times : t('agenda.stopAt', { times, time: formatTime(endsBy, zone) })
  const likelyEnd = formatTime(timeline.likelyEnd, zone)
  return (
    <AgendaStrip
      label={t('agenda.label')}
      from={session.startsAt}
      to={Math.max(session.endsAt, timeline.likelyEnd) + (session.endsAt - session.startsAt) * 0.1}
      plan={timeline.segments.map((item) => ({
        id: item.segment.id,
        ...describeSegment(t, plan, item.segment, addStopTime(item.segment.endsBy, getNote(item))),
        from: item.segment.startsAt,
        to: item.segment.startsAt + item.segment.length,
        current: item.status === 'current',
      }))}
      deadlines={plan.flatMap(({ id, endsBy }) => (endsBy === null ? [] : [{ id, at: endsBy }]))}
      rail={buildRail(session.phase, timeline, now, session.endsAt)}
      sentence={session.phase === 'closed' ? t('session.closed') : t('agenda.rail', { time: likelyEnd })}
      now={isInSession(session.phase) ? now : undefined}
      hardStop={{ at: session.endsAt, time: formatTime(session.endsAt, zone), text: t('agenda.hardStop') }}
      {...(session.phase === 'open'
        ? { onPress: (id: string) => onGo(id as SegmentId), pressLabel: (title: string) => t('agenda.go', { title }) }
        : {})}
    />
  )
}

/** A segment with a smaller share of the strip shows one time only. */
const narrowShare = 0.12

/** A shift of less than a minute is not mentioned. */
const isMoved = (actual: number, planned: number): boolean => Math.abs(actual - planned) >= 60_000

const buildRail = (phase: SessionPhase, { segments, likelyEnd }: Timeline, now: number, hardEnd: number): readonly RailPiece[] => {
  if (phase === 'planned') return []
  const pieces = segments.flatMap(({ segment: { id }, status, startedAt, likelyStart, likelyEnd: end }): RailPiece[] => {
    const from = startedAt ?? likelyStart
    if (status === 'done') return [{ id, kind: 'done', from, to: end }]
    if (status === 'ahead') return phase === 'closed' ? [] : [{ id, kind: 'likely', from, to: Math.min(end, Math.max(from, hardEnd)) }]
    return [
      { id: `${id} spent`, kind: 'spent', from, to: now },
      { id, kind: 'current', from: now, to: Math.max(now, end) },
    ]
  })
  return isInSession(phase) && likelyEnd - hardEnd >= 60_000
    ? [...pieces, { id: 'over', kind: 'over', from: hardEnd, to: likelyEnd }]
    : pieces
}

const Punctuality = () => {
  const { t } = useText()
  const session = useView((view) => view.session)
  const { timeline, now } = useTimeline()
  const isOnItsDay = useIsOnItsDay()
  const zone = session.timeZone
  if (session.phase === 'closed') {
    return (
      <p className={styles.say}>
        <strong className={styles.calm}>{t('session.closed')}</strong>
      </p>
    )
  }
  const behind = Math.trunc(timeline.behind / 60_000)
  const text = behind > 0 ? t('session.behind', { n: behind }) : behind < 0 ? t('session.ahead', { n: -behind }) : t('session.onTime')
  const left = roundToMinutes((isOnItsDay ? session.endsAt : timeline.likelyEnd) - now)
  return (
    <div className={styles.say}>
      {isOnItsDay ? (
        <div className={styles.verdict}>
          <strong className={behind > 0 ? styles.late : styles.calm}>{text}</strong>
          <Remedies />
        </div>
      ) : null}
      <span>
        {session.phase === 'planned'
          ? t('session.startsAt', { time: formatTime(session.startsAt, zone) })
          : t('session.pace', { time: formatTime(timeline.likelyEnd, zone), left })}
      </span>
    </div>
  )
}
