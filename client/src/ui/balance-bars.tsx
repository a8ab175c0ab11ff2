/** Shares and their comparison: a bar for the speaking time, a tick for the requests. */
import type { ReactNode } from 'react'
import styles from './balance-bars.module.css'
import { classNames } from './class-names.ts'
import type { MarkName } from './group-mark.tsx'

type BalanceBarRow = {
  id: string
  /** A GroupMark or an IconLabel. */
  name: ReactNode
  mark?: MarkName | undefined
  /** Both from 0 to 1. */
  share: number
  requests: number
  /** The share as text, "52 %". */
  value: ReactNode
  /** The comparison as text: "17 % asked". */
  comparison?: ReactNode
  /** Draws a line above, because another kind of row begins. */
  hasRuleAbove?: boolean | undefined
}

type BalanceBarsProps = {
  rows: readonly BalanceBarRow[]
  /** Everything that the bars show, as one sentence for screen readers. */
  sentence: string
  legend: { share: ReactNode; requests: ReactNode; scale?: ReactNode }
  /** For a page that shows only the bars. `short` has space only for short names. */
  large?: 'long' | 'short' | undefined
}

export const BalanceBars = ({ rows, sentence, legend, large }: BalanceBarsProps) => (
  <div className={classNames(large && styles.large, large && styles[large])}>
    <div className={styles.bars} role="img" aria-label={sentence}>
      {rows.map((row) => (
        <div key={row.id} className={classNames(styles.row, row.hasRuleAbove && styles.rule)}>
          {row.name}
          <span className={styles.track}>
            <span className={classNames(styles.share, row.mark && styles[row.mark])} style={{ inlineSize: `${row.share * 100}%` }} />
            <i className={styles.tick} style={{ insetInlineStart: `${row.requests * 100}%` }} />
          </span>
          <span className={classNames('num', styles.value)}>{row.value}</span>
          {row.comparison === undefined ? null : <span className={styles.of}>{row.comparison}</span>}
        </div>
      ))}
    </div>
    <p className={styles.legend} aria-hidden="true">
      <span className={styles.bar}>{legend.share}</span>
      <span className={styles.line}>{legend.requests}</span>
      {legend.scale === undefined ? null : <span>{legend.scale}</span>}
    </p>
  </div>
)
