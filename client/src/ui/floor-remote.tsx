import { type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'
import { Clock } from './clock.tsx'
import type { FloorProps } from './floor-frame.tsx'
import { FloorFrame, FloorWho } from './floor-frame.tsx'
import styles from './floor-remote.module.css'
import { PhaseLabel } from './phase-label.tsx'
import { TimeBar } from './time-bar.tsx'

/** A longer name or question is set smaller, so that what is below the floor keeps its space. */
const sizes = [
  ['longest', 110],
  ['longer', 50],
] as const

const chooseSize = (who: ReactNode) => (typeof who === 'string' ? sizes.find(([, from]) => who.length > from)?.[0] : undefined)

/** The floor across the top of a laptop page: the text at the start, the clock at the end. */
export const FloorRemote = ({ phase, phaseText, eyebrow, who, isQuestion = false, sub, clock, bar }: FloorProps) => {
  const heading = useId()
  return (
    <FloorFrame phase={phase} aria-labelledby={heading} className={styles.block}>
      <div>
        <div className={classNames('eyebrow', styles.eyebrow)}>
          <h2 id={heading}>{eyebrow}</h2>
          <PhaseLabel phase={phase}>{phaseText}</PhaseLabel>
        </div>
        <FloorWho
          phase={phase}
          who={who}
          isQuestion={isQuestion}
          className={classNames(styles.who, isQuestion && styles.question, styles[chooseSize(who) ?? ''])}
        />
        {sub === undefined ? null : <p className={styles.sub}>{sub}</p>}
      </div>
      {clock === undefined ? null : <Clock {...clock} className={styles.clock} longClassName={styles.long} />}
      {bar === undefined ? null : <TimeBar {...bar} className={styles.bar} />}
    </FloorFrame>
  )
}
