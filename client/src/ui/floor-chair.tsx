import { useId } from 'react'
import { classes } from './class-names.ts'
import { Clock } from './clock.tsx'
import styles from './floor-chair.module.css'
import type { FloorProps } from './floor-frame.tsx'
import { FloorFrame } from './floor-frame.tsx'
import { PhaseLabel } from './phase-label.tsx'
import { Bar } from './time-bar.tsx'

/** The floor as the chair sees it: the clock fills what the words leave. Its container gives it a height. */
export const FloorChair = ({ phase, word, eyebrow, who, question = false, sub, clock, of, since, bar }: FloorProps) => {
  const heading = useId()
  return (
    <FloorFrame phase={phase} aria-labelledby={heading} className={styles.block}>
      <div className={styles.top}>
        <h2 className="eyebrow" id={heading}>
          {eyebrow}
        </h2>
        <PhaseLabel phase={phase}>{word}</PhaseLabel>
      </div>
      <p className={classes(styles.who, question && styles.question)} dir={question ? 'auto' : undefined}>
        {who}
      </p>
      {sub === undefined ? null : <p className={styles.sub}>{sub}</p>}
      <div className={styles.time}>
        {clock === undefined ? null : <Clock {...clock} className={styles.clock} longClassName={styles.long} />}
      </div>
      {of === undefined && since === undefined ? null : (
        <p className={styles.of}>
          <span>{of}</span>
          <span>{since}</span>
        </p>
      )}
      {bar === undefined ? null : <Bar {...bar} />}
    </FloorFrame>
  )
}
