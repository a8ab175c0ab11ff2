/** The session as timelines: turns, plan, actual times and decisions. Time runs in reading direction. */

import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { CSSProperties, ReactNode } from 'react'
import { joinParts } from '../../../text/join-texts.ts'
import { formatTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { Name } from '../../../ui/written.tsx'
import { getRecordTopicNumber, type RecordTurn } from '../figures/record-rows.ts'
import { groupDecisionMarks, type TimePiece, type TimeUseData } from '../figures/time-use.ts'
import { formatMinutes, formatSeconds, useRecordText } from '../page/use-record-text.ts'
import styles from './record-timeline.module.css'
import { Figure, GroupLabel } from './section-parts.tsx'

type RecordTimelineProps = { record: SessionRecord; use: TimeUseData; sentence: string }

export const RecordTimeline = ({ record, use, sentence }: RecordTimelineProps) => {
  const { t } = useText()
  const labels = useRecordText(record)
  const span = Math.max(1, use.to - use.from)
  const getStartStyle = (at: number): CSSProperties => ({ insetInlineStart: `${((at - use.from) / span) * 100}%` })
  const getBarStyle = ({ from, to }: { from: number; to: number }): CSSProperties => ({
    ...getStartStyle(from),
    inlineSize: `${((to - from) / span) * 100}%`,
  })
  const renderTurn = ({ of, from, to }: TimePiece<RecordTurn>, mark: string | undefined) => (
    <span
      key={of.id}
      className={classNames(styles.turn, of.channel === 'remote' && styles.remote, mark && styles[mark])}
      style={getBarStyle({ from, to })}
      title={joinParts(t, [of.entity, of.channel === null ? null : t(`channel.${of.channel}`), formatSeconds(of.usedSeconds)])}
    />
  )
  return (
    <div className={styles.chart} role="img" aria-label={sentence}>
      <TimelineRow>
        {use.ticks.map((tick) => (
          <span key={tick} className={styles.hour} style={getStartStyle(tick)}>
            <Figure>{formatTime(tick, record.session.timeZone)}</Figure>
          </span>
        ))}
      </TimelineRow>
      <div className={styles.grid}>
        {use.ticks.map((tick) => (
          <i key={tick} style={getStartStyle(tick)} />
        ))}
      </div>
      {use.rows.map(({ group, turns }) => (
        <TimelineRow key={group?.id ?? ''} label={<GroupLabel group={group} words={labels} />}>
          {turns.map((one) => renderTurn(one, group?.mark))}
        </TimelineRow>
      ))}
      {use.answers.length === 0 ? null : (
        <TimelineRow label={t('record.answers')}>{use.answers.map((one) => renderTurn(one, undefined))}</TimelineRow>
      )}
      <TimelineRow label={t('record.plan')} apart>
        {use.planned.map((one) => (
          <span key={one.of.id} className={styles.planned} style={getBarStyle(one)}>
            <TopicNumber n={getRecordTopicNumber(record.agenda, one.of.id)} />
            <Name className={styles.long}>{labels.formatSegment(one.of)}</Name>
          </span>
        ))}
      </TimelineRow>
      <TimelineRow label={t('record.actual')}>
        {use.actual.map((one) => (
          <span key={one.of.id} className={styles.actual} style={getBarStyle(one)}>
            <TopicNumber n={getRecordTopicNumber(record.agenda, one.of.id)} />
            <span className={styles.long}>{formatMinutes(t, one.of.actual?.seconds ?? 0)}</span>
          </span>
        ))}
      </TimelineRow>
      {use.decisions.length === 0 ? null : (
        <TimelineRow label={t('record.decisions')}>
          {groupDecisionMarks(use).map(({ at, numbers }) => (
            <span key={numbers[0]} className={styles.decision} style={getStartStyle(at)}>
              <Figure>{numbers.length === 1 ? numbers[0] : `${numbers[0]}–${numbers.at(-1)}`}</Figure>
            </span>
          ))}
        </TimelineRow>
      )}
    </div>
  )
}

/** The number of a topic, if there is no space for its title. */
const TopicNumber = ({ n }: { n: number }) => (n > 0 ? <span className={styles.short}>{n}</span> : null)

const TimelineRow = ({ label, apart = false, children }: { label?: ReactNode; apart?: boolean; children: ReactNode }) => (
  <div className={classNames(styles.line, apart && styles.apart)}>
    <span className={styles.label}>{label}</span>
    <span className={styles.track}>{children}</span>
  </div>
)
