import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Clock } from './clock.tsx'
import styles from './floor-compact.module.css'
import type { FloorProps } from './floor-frame.tsx'
import { FloorFrame } from './floor-frame.tsx'
import { PhaseLabel } from './phase-label.tsx'

type FloorCompactProps = Pick<FloorProps, 'phase' | 'phaseText' | 'who' | 'sub' | 'clock'> & {
  label: string
  /** `text` is the word "then", `who` the next speaker. */
  next?: { text: ReactNode; who: ReactNode } | undefined
  /** Long names are set smaller, so that the row stays low and none is cut. */
  isLong?: boolean | undefined
  lateness?: ReactNode
  /** One button at the end of the row. */
  action?: ReactNode
}

/** The floor in one row, above the workspaces of the secretariat. */
export const FloorCompact = ({ phase, phaseText, who, sub, clock, label, next, isLong = false, lateness, action }: FloorCompactProps) => (
  <FloorFrame phase={phase} aria-label={label} className={classNames(styles.block, isLong && styles.long)}>
    <PhaseLabel phase={phase} className={styles.phase}>
      {phaseText}
    </PhaseLabel>
    <p className={styles.who}>
      <strong>{who}</strong>
      {sub === undefined ? null : <span className={styles.sub}>{sub}</span>}
    </p>
    {clock === undefined ? null : <Clock {...clock} className={styles.clock} />}
    {next === undefined ? null : (
      <p className={styles.then}>
        <span>{next.text}</span> {next.who}
      </p>
    )}
    {lateness === undefined && action === undefined ? null : (
      <div className={styles.end}>
        {lateness === undefined ? null : <p className={styles.behind}>{lateness}</p>}
        {action}
      </div>
    )}
  </FloorFrame>
)
