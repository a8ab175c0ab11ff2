/** The floor in the Chair's column: a fixed grid, so that the clock keeps its place and size in every state, however long a name is. */
import { type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'
import { Clock } from './clock.tsx'
import styles from './floor-act.module.css'
import type { FloorProps } from './floor-frame.tsx'
import { FloorFrame, FloorWho } from './floor-frame.tsx'
import { PhaseLabel } from './phase-label.tsx'
import { TimeBar } from './time-bar.tsx'

/** Two lines of large type, three of middle, four of small: about as many characters as fit each. */
export const chooseNameSize = (length: number): 'short' | 'long' | 'longest' => (length <= 40 ? 'short' : length <= 96 ? 'long' : 'longest')

/** A question has the same place, and more to say. */
const chooseQuestionSize = (length: number): 'question' | 'longest' | 'tiny' =>
  length <= 60 ? 'question' : length <= 160 ? 'longest' : 'tiny'

/** `children`: what stands below the bar and takes its height from the clock. */
type FloorActProps = FloorProps & { children?: ReactNode }

export const FloorAct = ({
  phase,
  phaseText,
  eyebrow,
  who,
  isQuestion = false,
  sub,
  clock,
  limitText,
  startText,
  bar,
  children,
}: FloorActProps) => {
  const heading = useId()
  const choose = isQuestion ? chooseQuestionSize : chooseNameSize
  const size = choose(typeof who === 'string' ? who.length : 0)
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
      <FloorWho
        phase={phase}
        who={who}
        isQuestion={isQuestion}
        className={classNames(styles.who, isQuestion && styles.scrolls, styles[size])}
      />
      <p className={styles.sub}>{sub}</p>
      <div className={styles.time} data-box="clock">
        {clock === undefined ? null : <Clock {...clock} className={styles.clock} longClassName={styles.longClock} longFrom={6} />}
      </div>
      <p className={styles.of}>
        <span>{limitText}</span>
        <span>{startText}</span>
      </p>
      {bar === undefined ? <span /> : <TimeBar {...bar} />}
      {children}
    </FloorFrame>
  )
}
