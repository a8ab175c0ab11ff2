/** The session band: what time it is, where the agenda stands, and how late it is, in words. */
import { meets, type Phase } from '@rostrum/shared/contract/enums'
import type { SegmentId } from '@rostrum/shared/contract/ids'
import { type Timeline, type TimelineSegment, timelineAt } from '@rostrum/shared/projection/agenda/timeline'
import { useNow, useView } from '../../../session/hooks.tsx'
import { timeOfDay, timeSpan, wholeMinutes } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { AgendaStrip, type RailPiece } from '../../../ui/agenda-strip.tsx'
import { segmentName } from '../../../widgets/segment-name.ts'
import styles from './agenda-band.module.css'
import { Remedies } from './remedies.tsx'

/** `onGo`: asked for another part; the view shows the dialog. For those who drive: nobody else is told how late it is. */
type BandProps = { onGo: (to: SegmentId) => void }

export const AgendaBand = ({ onGo }: BandProps) => {
  const { t } = useText()
  const session = useView((view) => view.session)
  const now = useNow(1000)
  const place = t('time.zone', { place: session.place })
  return (
    <section className={styles.band} aria-label={t('session.clock')}>
      <div className={styles.now}>
        <time className={`num ${styles.time}`}>{timeOfDay(now, session.timeZone)}</time>
        <small>{place}</small>
      </div>
      <Strip onGo={onGo} />
      <Verdict />
    </section>
  )
}

const useTimeline = (): { timeline: Timeline; now: number } => {
  const plan = useView((view) => view.plan)
  const progress = useView((view) => view.progress)
  const now = useNow(1000)
  return { timeline: timelineAt(plan, progress, now), now }
}

const Strip = ({ onGo }: BandProps) => {
  const { t } = useText()
  const session = useView((view) => view.session)
  const plan = useView((view) => view.plan)
  const { timeline, now } = useTimeline()
  const zone = session.timeZone
  const noteOf = ({ segment, standing, beganAt, likelyStart }: TimelineSegment) => {
    const current = standing === 'current' && beganAt !== null
    const planned = current ? timeSpan(segment.startsAt, segment.startsAt + segment.length, zone) : timeOfDay(segment.startsAt, zone)
    if (segment.length / (session.endsAt - session.startsAt) <= narrow) return planned
    if (beganAt !== null)
      return moved(beganAt, segment.startsAt) ? t('agenda.began', { time: planned, began: timeOfDay(beganAt, zone) }) : planned
    const late = moved(likelyStart, segment.startsAt) && meets(session.phase)
    return late ? t('agenda.likely', { time: planned, likely: timeOfDay(likelyStart, zone) }) : planned
  }
  const withStop = (endsBy: number | null, times: string) =>
    endsBy === null ? times : t('agenda.stopAt', { times, time: timeOfDay(endsBy, zone) })
  const likelyEnd = timeOfDay(timeline.likelyEnd, zone)
  return (
    <AgendaStrip
      label={t('agenda.label')}
      from={session.startsAt}
      to={Math.max(session.endsAt, timeline.likelyEnd) + (session.endsAt - session.startsAt) * 0.055}
      plan={timeline.segments.map((held) => ({
        id: held.segment.id,
        title: segmentName(t, plan, held.segment),
        note: withStop(held.segment.endsBy, noteOf(held)),
        from: held.segment.startsAt,
        to: held.segment.startsAt + held.segment.length,
        current: held.standing === 'current',
      }))}
      ends={plan.flatMap(({ id, endsBy }) => (endsBy === null ? [] : [{ id, at: endsBy }]))}
      rail={railOf(session.phase, timeline, now, session.endsAt)}
      sentence={session.phase === 'closed' ? t('session.closed') : t('agenda.rail', { time: likelyEnd })}
      now={meets(session.phase) ? now : undefined}
      stop={{ at: session.endsAt, time: timeOfDay(session.endsAt, zone), word: t('agenda.hardStop') }}
      {...(session.phase === 'open'
        ? { onPress: (id: string) => onGo(id as SegmentId), pressLabel: (title: string) => t('agenda.go', { title }) }
        : {})}
    />
  )
}

/** A part of the strip that is smaller than this holds one time only. */
const narrow = 0.12

/** Less than a minute is not worth a word. */
const moved = (actual: number, planned: number): boolean => Math.abs(actual - planned) >= 60_000

const railOf = (phase: Phase, { segments, likelyEnd }: Timeline, now: number, hardEnd: number): readonly RailPiece[] => {
  if (phase === 'planned') return []
  const pieces = segments.flatMap(({ segment: { id }, standing, beganAt, likelyStart, likelyEnd: end }): RailPiece[] => {
    const from = beganAt ?? likelyStart
    if (standing === 'done') return [{ id, kind: 'done', from, to: end }]
    if (standing === 'ahead') return phase === 'closed' ? [] : [{ id, kind: 'likely', from, to: Math.min(end, Math.max(from, hardEnd)) }]
    return [
      { id: `${id} spent`, kind: 'spent', from, to: now },
      { id, kind: 'current', from: now, to: Math.max(now, end) },
    ]
  })
  return meets(phase) && likelyEnd - hardEnd >= 60_000 ? [...pieces, { id: 'over', kind: 'over', from: hardEnd, to: likelyEnd }] : pieces
}

const Verdict = () => {
  const { t } = useText()
  const session = useView((view) => view.session)
  const { timeline, now } = useTimeline()
  const zone = session.timeZone
  if (session.phase === 'closed') {
    return (
      <p className={styles.say}>
        <strong className={styles.calm}>{t('session.closed')}</strong>
      </p>
    )
  }
  const behind = Math.trunc(timeline.behind / 60_000)
  const words = behind > 0 ? t('session.behind', { n: behind }) : behind < 0 ? t('session.ahead', { n: -behind }) : t('session.onTime')
  const left = wholeMinutes(session.endsAt - now)
  return (
    <div className={styles.say}>
      <div className={styles.verdict}>
        <strong className={behind > 0 ? styles.late : styles.calm}>{words}</strong>
        <Remedies />
      </div>
      <span>
        {session.phase === 'planned'
          ? t('session.startsAt', { time: timeOfDay(session.startsAt, zone) })
          : t('session.pace', { time: timeOfDay(timeline.likelyEnd, zone), left })}
      </span>
    </div>
  )
}
