import type { ReactNode } from 'react'
import { useId } from 'react'
import { classes } from './class-names.ts'
import { Clock } from './clock.tsx'
import styles from './floor-display.module.css'
import type { FloorProps } from './floor-frame.tsx'
import { PhaseLabel } from './phase-label.tsx'
import { Bar } from './time-bar.tsx'

type ScreenProps = Omit<FloorProps, 'of' | 'since'> & {
  /** "Please conclude", large in place of the clock; the overrun then stands in `word`. */
  please?: ReactNode
  /** A second line under the first, "Question 9, supported by 31 in 4 of 5 groups". */
  more?: ReactNode
  /** A long name or question, set smaller so that nothing is cut. */
  lengthy?: 'long' | 'longer' | 'longest' | undefined
}

/** The floor as the whole room reads it, inside a ScreenFrame, which carries the colour of the phase. */
export const FloorScreen = ({ phase, word, eyebrow, who, question = false, lengthy, sub, more, clock, bar, please }: ScreenProps) => {
  const heading = useId()
  const label = (
    <PhaseLabel phase={phase} className={styles.phase}>
      {word}
    </PhaseLabel>
  )
  return (
    <section aria-labelledby={heading} className={styles.block}>
      <h1 className={styles.eyebrow} id={heading}>
        {eyebrow}
      </h1>
      <p
        className={classes(styles.who, question && styles.question, lengthy !== undefined && styles[lengthy])}
        dir={question ? 'auto' : undefined}
      >
        {who}
      </p>
      {sub === undefined ? null : <p className={styles.sub}>{sub}</p>}
      {more === undefined ? null : <p className={styles.sub}>{more}</p>}
      <div className={classes(styles.time, question && styles.answering, please !== undefined && styles.pleading)}>
        {please === undefined ? null : <p className={styles.please}>{please}</p>}
        {clock === undefined || please !== undefined ? null : <Clock {...clock} className={styles.clock} longClassName={styles.five} />}
        {label}
      </div>
      {bar === undefined ? null : <Bar {...bar} className={styles.bar} />}
    </section>
  )
}
