import type { ReactNode } from 'react'
import { useId } from 'react'
import { Clock } from './clock.tsx'
import type { FloorProps } from './floor-frame.tsx'
import { FloorFrame } from './floor-frame.tsx'
import styles from './floor-own-turn.module.css'
import { PhaseLabel } from './phase-label.tsx'
import { TimeBar } from './time-bar.tsx'
import { takesFocus } from './use-kept-focus.ts'

type FloorOwnTurnProps = Omit<FloorProps, 'startText' | 'sub' | 'isQuestion'> & {
  /** "Please conclude" or another cue. It takes the place of the limit, never that of the clock. */
  cue?: ReactNode
  /** What the speaker reads out: it takes the space, and the clock is in one line above it. */
  text?: ReactNode
  /** In the corner, next to the heading. */
  corner?: ReactNode
  /** The actions, at the thumb. */
  children?: ReactNode
}

/** The speaker's own phone: the clock is the page, and the actions are at the thumb. It fills the column that contains it. */
export const FloorOwnTurn = ({ phase, phaseText, eyebrow, who, clock, limitText, bar, cue, text, corner, children }: FloorOwnTurnProps) => {
  const heading = useId()
  return (
    <main className={styles.page}>
      <FloorFrame phase={phase} aria-labelledby={heading} className={styles.block}>
        <div className={styles.top}>
          <h1 id={heading} {...takesFocus}>
            {eyebrow}
          </h1>
          {cue !== undefined || limitText === undefined ? null : <p className={styles.of}>{limitText}</p>}
          {corner}
        </div>
        {cue === undefined ? <p className={styles.who}>{who}</p> : <div className={styles.cue}>{cue}</div>}
        {phaseText === undefined ? null : (
          <div className={styles.phase}>
            <PhaseLabel phase={phase}>{phaseText}</PhaseLabel>
          </div>
        )}
        <div className={styles.middle}>
          {clock === undefined ? null : <Clock {...clock} className={styles.clock} longClassName={styles.long} />}
        </div>
        {text === undefined ? null : <div className={styles.text}>{text}</div>}
        {bar === undefined ? null : <TimeBar {...bar} className={styles.bar} />}
        <div className={styles.thumb} data-thumb="">
          {children}
        </div>
      </FloorFrame>
    </main>
  )
}
