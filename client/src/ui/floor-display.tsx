import type { ReactNode } from 'react'
import { useId } from 'react'
import { classNames } from './class-names.ts'
import { Clock } from './clock.tsx'
import styles from './floor-display.module.css'
import { type FloorProps, FloorWho } from './floor-frame.tsx'
import { PhaseLabel } from './phase-label.tsx'
import { TimeBar } from './time-bar.tsx'
import { useFit } from './use-fit.ts'

type FloorDisplayProps = Omit<FloorProps, 'limitText' | 'startText'> & {
  /** "Please conclude", shown large in place of the clock. The time over the limit is then in `phaseText`. */
  concludeText?: ReactNode
  /** Below, or for a question in the same lines: "Question 9, supported by 31 in 4 of 5 groups". */
  more?: ReactNode
  /** For a long name or question: the size at which the text starts. It goes down further until everything fits. */
  textLength?: 'long' | 'longer' | 'longest' | undefined
}

/** The sizes in floor-display.module.css below the first. */
const smallerSizes = 9

/** The floor on the room screen, inside a DisplayFrame, which shows the colour of the phase. That a question is being answered is its heading already. */
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
  const box = useFit<HTMLElement>(smallerSizes)
  return (
    <section ref={box} data-column="" aria-labelledby={heading} className={classNames(styles.block, isQuestion && styles.asking)}>
      <h1 className={styles.eyebrow} id={heading}>
        {eyebrow}
      </h1>
      <FloorWho
        phase={phase}
        who={who}
        isQuestion={isQuestion}
        className={classNames(styles.who, isQuestion && styles.question, textLength !== undefined && styles[textLength])}
      />
      {sub === undefined ? null : (
        <p className={styles.sub}>
          {sub}
          {isQuestion && more !== undefined ? <span>{more}</span> : null}
        </p>
      )}
      {isQuestion || more === undefined ? null : <p className={styles.sub}>{more}</p>}
      {isQuestion && phase === 'speak' ? null : (
        <PhaseLabel phase={phase} className={styles.phase}>
          {phaseText}
        </PhaseLabel>
      )}
      <div className={styles.time}>
        {concludeText === undefined ? null : <p className={styles.please}>{concludeText}</p>}
        {clock === undefined || concludeText !== undefined ? null : (
          <Clock {...clock} className={styles.clock} longClassName={styles.five} />
        )}
      </div>
      {bar === undefined ? null : <TimeBar {...bar} className={styles.bar} />}
    </section>
  )
}
