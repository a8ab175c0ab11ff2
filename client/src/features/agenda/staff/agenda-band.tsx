/** The session band: the time, the current segment, and the delay of the session in words. */
import { isInSession, type SessionPhase } from '@rostrum/shared/contract/enums'
import type { SegmentId } from '@rostrum/shared/contract/ids'
import { countMinutesBehind, type Timeline, type TimelineSegment } from '@rostrum/shared/projection/agenda/timeline'
import { useState } from 'react'
import { useNow, useView } from '../../../session/hooks.tsx'
import { getPlaceName } from '../../../text/place-name.ts'
import { formatTime, formatTimeSpan, roundToMinutes } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { AgendaStrip, type RailPiece } from '../../../ui/agenda-strip.tsx'
import { describeSegment } from '../../../widgets/segment-name.ts'
import { useTimeline } from '../use-timeline.ts'
import styles from './agenda-band.module.css'
import { Remedies } from './remedies.tsx'
import { TopicDialog } from './topic-dialog.tsx'
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

const Strip = ({ onGo }: AgendaBandProps) => {
  const { t } = useText()
  const [isTopicShown, showTopic] = useState(false)
  const session = useView((view) => view.session)
  const plan = useView((view) => view.plan)
  const { timeline, now } = useTimeline(1000)
  const zone = session.timeZone
  const getNotes = ({ segment, status, startedAt, likelyStart }: TimelineSegment) => {
    const start = formatTime(segment.startsAt, zone)
    const current = status === 'current' && startedAt !== null
    const planned = current ? formatTimeSpan(segment.startsAt, segment.startsAt + segment.length, zone) : start
    const getWhole = () => {
      if (startedAt !== null)
        return isMoved(startedAt, segment.startsAt) ? t('agenda.started', { time: planned, began: formatTime(startedAt, zone) }) : planned
      if (status === 'skipped') return t('agenda.skipped', { time: planned })
      const late = isMoved(likelyStart, segment.startsAt) && isInSession(session.phase)
      return late ? t('agenda.likely', { time: planned, likely: formatTime(likelyStart, zone) }) : planned
    }
    return [addStopTime(segment.endsBy, getWhole()), getWhole(), planned, start] as const
  }
  const addStopTime = (endsBy: number | null, times: string) =>
    endsBy === null ? times : t('agenda.stopAt', { times, time: formatTime(endsBy, zone) })
  const likelyEnd = formatTime(timeline.likelyEnd, zone)
  return (
    <>
      <AgendaStrip
        label={t('agenda.label')}
        from={session.startsAt}
        to={Math.max(session.endsAt, timeline.likelyEnd) + (session.endsAt - session.startsAt) * 0.1}
        plan={timeline.segments.map((item) => ({
          id: item.segment.id,
          ...describeSegment(t, plan, item.segment, ...getNotes(item)),
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
        onPressCurrent={() => showTopic(true)}
        currentLabel={(title) => t('agenda.about', { title })}
      />
      {isTopicShown ? <TopicDialog onClose={() => showTopic(false)} /> : null}
    </>
  )
}

/** A shift of less than a minute is not mentioned. */
const isMoved = (actual: number, planned: number): boolean => Math.abs(actual - planned) >= 60_000

const buildRail = (phase: SessionPhase, { segments, likelyEnd }: Timeline, now: number, hardEnd: number): readonly RailPiece[] => {
  if (phase === 'planned') return []
  const pieces = segments.flatMap(({ segment: { id }, status, likelyStart: from, likelyEnd: end }): RailPiece[] => {
    if (status === 'skipped') return []
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

/** The planned beginning before the opening. Then the delay, with the ways to make up for it. */
const Punctuality = () => {
  const { t } = useText()
  const session = useView((view) => view.session)
  const { timeline, now } = useTimeline(1000)
  const isOnItsDay = useIsOnItsDay()
  if (session.phase === 'closed') return <Say>{t('session.closed')}</Say>
  const behind = countMinutesBehind(timeline)
  const text = behind > 0 ? t('session.behind', { n: behind }) : behind < 0 ? t('session.ahead', { n: -behind }) : t('session.onTime')
  if (isOnItsDay)
    return (
      <div className={styles.say}>
        <Remedies>
          <strong className={behind > 0 ? styles.late : undefined}>{text}</strong>
        </Remedies>
      </div>
    )
  if (session.phase === 'planned' && session.cancelled) return <Say>{t('session.cancelled')}</Say>
  if (session.phase === 'planned') return <Say>{t('session.startsAt', { time: formatTime(session.startsAt, session.timeZone) })}</Say>
  const likelyEnd = formatTime(timeline.likelyEnd, session.timeZone)
  return <p className={styles.pace}>{t('session.pace', { time: likelyEnd, left: roundToMinutes(timeline.likelyEnd - now) })}</p>
}

const Say = ({ children }: { children: string }) => (
  <p className={styles.say}>
    <strong>{children}</strong>
  </p>
)
