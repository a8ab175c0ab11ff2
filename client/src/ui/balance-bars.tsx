/** Shares beside what they are measured against: a bar for the time spoken, a tick for the requests. */
import type { ReactNode } from 'react'
import styles from './balance-bars.module.css'
import { classes } from './class-names.ts'
import type { Mark } from './group-mark.tsx'

export type BalanceRow = {
  id: string
  /** A GroupMark or a Channel. */
  name: ReactNode
  mark?: Mark | undefined
  /** Both from 0 to 1. */
  share: number
  requests: number
  /** The share as it is written, "52 %". */
  value: ReactNode
  /** What it is measured against, written too: "17 % asked". */
  of?: ReactNode
  /** A line above, where another kind of rows begins. */
  rule?: boolean | undefined
}

type BalanceBarsProps = {
  rows: readonly BalanceRow[]
  /** Everything the bars show, as one sentence. */
  sentence: string
  legend: { share: ReactNode; requests: ReactNode; scale?: ReactNode }
  /** On a page of its own; `short`: with room for short names. */
  large?: 'long' | 'short' | undefined
}

export const BalanceBars = ({ rows, sentence, legend, large }: BalanceBarsProps) => (
  <div className={classes(large && styles.large, large && styles[large])}>
    <div className={styles.bars} role="img" aria-label={sentence}>
      {rows.map((row) => (
        <div key={row.id} className={classes(styles.row, row.rule && styles.rule)}>
          {row.name}
          <span className={styles.track}>
            <span className={classes(styles.share, row.mark && styles[row.mark])} style={{ inlineSize: `${row.share * 100}%` }} />
            <i className={styles.tick} style={{ insetInlineStart: `${row.requests * 100}%` }} />
          </span>
          <span className={classes('num', styles.value)}>{row.value}</span>
          {row.of === undefined ? null : <span className={styles.of}>{row.of}</span>}
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
