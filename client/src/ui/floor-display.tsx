import type { ReactNode } from 'react'
import { useId } from 'react'
import { classNames } from './class-names.ts'
import { Clock } from './clock.tsx'
import styles from './floor-display.module.css'
import type { FloorProps } from './floor-frame.tsx'
import { PhaseLabel } from './phase-label.tsx'
import { TimeBar } from './time-bar.tsx'

type FloorDisplayProps = Omit<FloorProps, 'limitText' | 'startText'> & {
  /** "Please conclude", shown large in place of the clock. The time over the limit is then in `phaseText`. */
  concludeText?: ReactNode
  /** A second line below the first, "Question 9, supported by 31 in 4 of 5 groups". */
  more?: ReactNode
  /** For a long name or question: the text is smaller, so that nothing is cut. */
  textLength?: 'long' | 'longer' | 'longest' | undefined
}

/** The floor on the room screen, inside a DisplayFrame, which shows the colour of the phase. */
export const FloorDisplay = ({
  phase,
  phaseText,
  eyebrow,
  who,
  isQuestion = false,
  textLength,
  sub,
  more,
  clock,
  bar,
  concludeText,
}: FloorDisplayProps) => {
  const heading = useId()
  const label = (
    <PhaseLabel phase={phase} className={styles.phase}>
      {phaseText}
    </PhaseLabel>
  )
  return (
    <section aria-labelledby={heading} className={styles.block}>
      <h1 className={styles.eyebrow} id={heading}>
        {eyebrow}
      </h1>
      <p
        className={classNames(styles.who, isQuestion && styles.question, textLength !== undefined && styles[textLength])}
        dir={isQuestion ? 'auto' : undefined}
      >
        {who}
      </p>
      {sub === undefined ? null : <p className={styles.sub}>{sub}</p>}
      {more === undefined ? null : <p className={styles.sub}>{more}</p>}
      <div className={classNames(styles.time, isQuestion && styles.answering, concludeText !== undefined && styles.pleading)}>
        {concludeText === undefined ? null : <p className={styles.please}>{concludeText}</p>}
        {clock === undefined || concludeText !== undefined ? null : (
          <Clock {...clock} className={styles.clock} longClassName={styles.five} />
        )}
        {label}
      </div>
      {bar === undefined ? null : <TimeBar {...bar} className={styles.bar} />}
    </section>
  )
}
