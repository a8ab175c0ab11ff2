import type { ReactNode } from 'react'
import { useId } from 'react'
import { Clock } from './clock.tsx'
import type { FloorProps } from './floor-frame.tsx'
import { FloorFrame } from './floor-frame.tsx'
import styles from './floor-own-turn.module.css'
import { PhaseLabel } from './phase-label.tsx'
import { Bar } from './time-bar.tsx'

type FullProps = Omit<FloorProps, 'since' | 'sub' | 'question'> & {
  /** "Please conclude", or what else is asked, above the clock. */
  cue?: ReactNode
  children?: ReactNode
}

/** The speaker's own phone: only the clock, and one button below it. Fills the column that it stands in. */
export const FloorFull = ({ phase, word, eyebrow, who, clock, of, bar, cue, children }: FullProps) => {
  const heading = useId()
  return (
    <main className={styles.page}>
      <FloorFrame phase={phase} aria-labelledby={heading} className={styles.block}>
        <h1 id={heading}>{eyebrow}</h1>
        <p className="muted">{who}</p>
        <div className={styles.middle}>
          {cue === undefined ? null : <div className={styles.please}>{cue}</div>}
          <PhaseLabel phase={phase} className={styles.phase}>
            {word}
          </PhaseLabel>
          {clock === undefined ? null : <Clock {...clock} className={styles.clock} longClassName={styles.long} />}
          {of === undefined ? null : <p className={styles.of}>{of}</p>}
          {bar === undefined ? null : <Bar {...bar} className={styles.bar} />}
        </div>
        {children}
      </FloorFrame>
    </main>
  )
}
