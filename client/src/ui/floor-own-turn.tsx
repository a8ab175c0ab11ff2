import type { ReactNode } from 'react'
import { useId } from 'react'
import { Clock } from './clock.tsx'
import type { FloorProps } from './floor-frame.tsx'
import { FloorFrame } from './floor-frame.tsx'
import styles from './floor-own-turn.module.css'
import { PhaseLabel } from './phase-label.tsx'
import { TimeBar } from './time-bar.tsx'

type FloorOwnTurnProps = Omit<FloorProps, 'startText' | 'sub' | 'isQuestion'> & {
  /** "Please conclude" or another cue, above the clock. */
  cue?: ReactNode
  children?: ReactNode
}

/** The speaker's own phone: only the clock, and one button below it. It fills the column that contains it. */
export const FloorOwnTurn = ({ phase, phaseText, eyebrow, who, clock, limitText, bar, cue, children }: FloorOwnTurnProps) => {
  const heading = useId()
  return (
    <main className={styles.page}>
      <FloorFrame phase={phase} aria-labelledby={heading} className={styles.block}>
        <h1 id={heading}>{eyebrow}</h1>
        <p className="muted">{who}</p>
        <div className={styles.middle}>
          {cue === undefined ? null : <div className={styles.please}>{cue}</div>}
          <PhaseLabel phase={phase} className={styles.phase}>
            {phaseText}
          </PhaseLabel>
          {clock === undefined ? null : <Clock {...clock} className={styles.clock} longClassName={styles.long} />}
          {limitText === undefined ? null : <p className={styles.of}>{limitText}</p>}
          {bar === undefined ? null : <TimeBar {...bar} className={styles.bar} />}
        </div>
        {children}
      </FloorFrame>
    </main>
  )
}
