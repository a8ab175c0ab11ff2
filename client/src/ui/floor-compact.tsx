import type { ReactNode } from 'react'
import { Clock } from './clock.tsx'
import styles from './floor-compact.module.css'
import type { FloorProps } from './floor-frame.tsx'
import { FloorFrame } from './floor-frame.tsx'
import { PhaseLabel } from './phase-label.tsx'

type SlimProps = Pick<FloorProps, 'phase' | 'word' | 'who' | 'sub' | 'clock'> & {
  label: string
  /** The word "then" and who comes next. */
  then?: { word: ReactNode; who: ReactNode } | undefined
  behind?: ReactNode
  /** One button at the end of the line. */
  action?: ReactNode
}

/** The floor in one line, above the desk's workplaces. */
export const FloorSlim = ({ phase, word, who, sub, clock, label, then, behind, action }: SlimProps) => (
  <FloorFrame phase={phase} aria-label={label} className={styles.block}>
    <PhaseLabel phase={phase}>{word}</PhaseLabel>
    <p className={styles.who}>
      <strong>{who}</strong>
      {sub === undefined ? null : <span className={styles.sub}>{sub}</span>}
    </p>
    {clock === undefined ? null : <Clock {...clock} className={styles.clock} />}
    {then === undefined ? null : (
      <p className={styles.then}>
        <span>{then.word}</span> {then.who}
      </p>
    )}
    {behind === undefined && action === undefined ? null : (
      <div className={styles.end}>
        {behind === undefined ? null : <p className={styles.behind}>{behind}</p>}
        {action}
      </div>
    )}
  </FloorFrame>
)
