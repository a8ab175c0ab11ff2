/** The session as lines of time: who spoke, the plan, what happened, and what was decided. Time runs as the page reads. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { CSSProperties, ReactNode } from 'react'
import { timeOfDay } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { classes } from '../../../ui/class-names.ts'
import { type Turn, topicNumber } from '../figures/record-rows.ts'
import { marksOf, type Piece, type TimeUse } from '../figures/time-use.ts'
import { clockText, lengthWords, useWords } from '../page/use-record-text.ts'
import styles from './record-timeline.module.css'
import { GroupCell, Num } from './section-parts.tsx'

type TimelineProps = { record: SessionRecord; use: TimeUse; sentence: string }

export const Timeline = ({ record, use, sentence }: TimelineProps) => {
  const { t } = useText()
  const words = useWords(record)
  const span = Math.max(1, use.to - use.from)
  const start = (at: number): CSSProperties => ({ insetInlineStart: `${((at - use.from) / span) * 100}%` })
  const place = ({ from, to }: { from: number; to: number }): CSSProperties => ({
    ...start(from),
    inlineSize: `${((to - from) / span) * 100}%`,
  })
  const turn = ({ of, from, to }: Piece<Turn>, mark: string | undefined) => (
    <span
      key={of.id}
      className={classes(styles.turn, of.channel === 'remote' && styles.remote, mark && styles[mark])}
      style={place({ from, to })}
      title={[of.entity, of.channel === null ? null : t(`channel.${of.channel}`), clockText(of.usedSeconds)].filter(Boolean).join(', ')}
    />
  )
  return (
    <div className={styles.chart} role="img" aria-label={sentence}>
      <Line>
        {use.ticks.map((tick) => (
          <span key={tick} className={styles.hour} style={start(tick)}>
            <Num>{timeOfDay(tick, record.session.timeZone)}</Num>
          </span>
        ))}
      </Line>
      <div className={styles.grid}>
        {use.ticks.map((tick) => (
          <i key={tick} style={start(tick)} />
        ))}
      </div>
      {use.rows.map(({ group, turns }) => (
        <Line key={group?.id ?? ''} label={<GroupCell group={group} words={words} />}>
          {turns.map((one) => turn(one, group?.mark))}
        </Line>
      ))}
      {use.answers.length === 0 ? null : <Line label={t('record.answers')}>{use.answers.map((one) => turn(one, undefined))}</Line>}
      <Line label={t('record.plan')} apart>
        {use.planned.map((one) => (
          <span key={one.of.id} className={styles.planned} style={place(one)}>
            <Short n={topicNumber(record.agenda, one.of.id)} />
            <bdi className={styles.long}>{words.segment(one.of)}</bdi>
          </span>
        ))}
      </Line>
      <Line label={t('record.actual')}>
        {use.actual.map((one) => (
          <span key={one.of.id} className={styles.actual} style={place(one)}>
            <Short n={topicNumber(record.agenda, one.of.id)} />
            <span className={styles.long}>{lengthWords(t, one.of.actual?.seconds ?? 0)}</span>
          </span>
        ))}
      </Line>
      {use.decisions.length === 0 ? null : (
        <Line label={t('record.decisions')}>
          {marksOf(use).map(({ at, numbers }) => (
            <span key={numbers[0]} className={styles.decision} style={start(at)}>
              <Num>{numbers.length === 1 ? numbers[0] : `${numbers[0]}–${numbers.at(-1)}`}</Num>
            </span>
          ))}
        </Line>
      )}
    </div>
  )
}

/** Where there is no room for a title: the number of a topic. */
const Short = ({ n }: { n: number }) => (n > 0 ? <span className={styles.short}>{n}</span> : null)

const Line = ({ label, apart = false, children }: { label?: ReactNode; apart?: boolean; children: ReactNode }) => (
  <div className={classes(styles.line, apart && styles.apart)}>
    <span className={styles.label}>{label}</span>
    <span className={styles.track}>{children}</span>
  </div>
)
