import { useId } from 'react'
import { classNames } from './class-names.ts'
import { Clock } from './clock.tsx'
import type { FloorProps } from './floor-frame.tsx'
import { FloorFrame, FloorWho } from './floor-frame.tsx'
import styles from './floor-phone.module.css'
import { PhaseLabel } from './phase-label.tsx'
import { TimeBar } from './time-bar.tsx'

/** From so many characters on, a name or question next to the clock is taller than one above it. */
const longText = 48

/** The floor at the top of a phone page. */
export const FloorPhone = ({ phase, phaseText, eyebrow, who, isQuestion = false, sub, clock, bar }: FloorProps) => {
  const heading = useId()
  return (
    <FloorFrame phase={phase} aria-labelledby={heading} className={styles.block}>
      <div className={styles.top}>
        <h2 className="eyebrow" id={heading}>
          {eyebrow}
        </h2>
        <PhaseLabel phase={phase} className={styles.phase}>
          {phaseText}
        </PhaseLabel>
      </div>
      <div className={classNames(styles.row, typeof who === 'string' && who.length > longText && styles.long)}>
        <FloorWho phase={phase} who={who} isQuestion={isQuestion} className={classNames(styles.who, isQuestion && styles.question)} />
        {sub === undefined ? null : <p className={styles.sub}>{sub}</p>}
        {clock === undefined ? null : <Clock {...clock} className={styles.clock} />}
      </div>
      {bar === undefined ? null : <TimeBar {...bar} className={styles.bar} />}
    </FloorFrame>
  )
}
