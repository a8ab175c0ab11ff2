import type { ReactNode } from 'react'
import { useId } from 'react'
import { classNames } from './class-names.ts'
import { Clock } from './clock.tsx'
import { FloorFrame, type FloorProps, FloorWho } from './floor-frame.tsx'
import styles from './floor-overlay.module.css'
import type { IconName } from './icon-paths.ts'
import { PhaseLabel } from './phase-label.tsx'
import { TimeBar } from './time-bar.tsx'

type FloorOverlayProps = Omit<FloorProps, 'limitText' | 'startText'> & {
  phaseIcon?: IconName | undefined
  hasWho: boolean
  hasClock: boolean
  textLength?: 'long' | 'longer' | 'longest' | undefined
  /** In place of the clock: that the clock of another turn stands, and where. */
  halted?: ReactNode
}

/** The floor over a video picture: opaque, in the lower part. What is left out leaves no gap. The page sets the rem. */
export const FloorOverlay = ({
  phase,
  phaseIcon,
  phaseText,
  eyebrow,
  who,
  isQuestion = false,
  sub,
  clock,
  bar,
  hasWho,
  hasClock,
  textLength,
  halted,
}: FloorOverlayProps) => {
  const heading = useId()
  return (
    <FloorFrame phase={phase} aria-labelledby={heading} className={classNames(styles.block, hasWho && styles.wide)} data-part="floor">
      <div className={styles.body}>
        <p className={styles.head}>
          <span id={heading}>{eyebrow}</span>
          <PhaseLabel phase={phase} icon={phaseIcon} className={styles.phase}>
            {phaseText}
          </PhaseLabel>
        </p>
        {hasWho ? (
          <FloorWho
            phase={phase}
            who={who}
            isQuestion={isQuestion}
            className={classNames(isQuestion ? styles.question : styles.who, textLength && styles[textLength])}
          />
        ) : null}
        {hasWho && sub !== undefined ? <p className={styles.sub}>{sub}</p> : null}
      </div>
      {hasClock && halted ? <p className={styles.halted}>{halted}</p> : null}
      {hasClock && clock !== undefined ? <Clock {...clock} className={styles.clock} longClassName={styles.longClock} longFrom={6} /> : null}
      {hasClock && bar !== undefined ? <TimeBar {...bar} className={styles.bar} /> : null}
    </FloorFrame>
  )
}
