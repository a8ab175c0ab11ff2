import { useId } from 'react'
import { classNames } from './class-names.ts'
import { Clock } from './clock.tsx'
import { chooseNameSize } from './floor-act.tsx'
import styles from './floor-chair.module.css'
import type { FloorProps } from './floor-frame.tsx'
import { FloorFrame, FloorWho } from './floor-frame.tsx'
import { PhaseLabel } from './phase-label.tsx'
import { TimeBar } from './time-bar.tsx'

/** The floor on the Chair's screen. The clock fills the space that the text leaves, so the container must have a height. */
export const FloorChair = ({ phase, phaseText, eyebrow, who, isQuestion = false, sub, clock, limitText, startText, bar }: FloorProps) => {
  const heading = useId()
  const size = chooseNameSize(typeof who === 'string' ? who.length : 0)
  return (
    <FloorFrame phase={phase} aria-labelledby={heading} className={styles.block}>
      <div className={styles.top}>
        <h2 className="eyebrow" id={heading}>
          {eyebrow}
        </h2>
        <PhaseLabel phase={phase}>{phaseText}</PhaseLabel>
      </div>
      <FloorWho
        phase={phase}
        who={who}
        isQuestion={isQuestion}
        className={classNames(styles.who, isQuestion ? styles.question : styles[`${size}Name`])}
      />
      {sub === undefined ? null : <p className={styles.sub}>{sub}</p>}
      <div className={styles.time}>
        {clock === undefined ? null : <Clock {...clock} className={styles.clock} longClassName={styles.long} />}
      </div>
      {limitText === undefined && startText === undefined ? null : (
        <p className={styles.of}>
          <span>{limitText}</span>
          <span>{startText}</span>
        </p>
      )}
      {bar === undefined ? null : <TimeBar {...bar} />}
    </FloorFrame>
  )
}
