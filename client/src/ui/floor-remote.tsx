import { useId } from 'react'
import { classes } from './class-names.ts'
import { Clock } from './clock.tsx'
import type { FloorProps } from './floor-frame.tsx'
import { FloorFrame } from './floor-frame.tsx'
import styles from './floor-remote.module.css'
import { PhaseLabel } from './phase-label.tsx'
import { Bar } from './time-bar.tsx'

/** The floor across the top of a laptop: words at the start, the clock at the end. */
export const FloorRemote = ({ phase, word, eyebrow, who, question = false, sub, clock, bar }: FloorProps) => {
  const heading = useId()
  return (
    <FloorFrame phase={phase} aria-labelledby={heading} className={styles.block}>
      <div>
        <div className={classes('eyebrow', styles.eyebrow)}>
          <h2 id={heading}>{eyebrow}</h2>
          <PhaseLabel phase={phase}>{word}</PhaseLabel>
        </div>
        <p className={classes(styles.who, question && styles.question)} dir={question ? 'auto' : undefined}>
          {who}
        </p>
        {sub === undefined ? null : <p className={styles.sub}>{sub}</p>}
      </div>
      {clock === undefined ? null : <Clock {...clock} className={styles.clock} longClassName={styles.long} />}
      {bar === undefined ? null : <Bar {...bar} className={styles.bar} />}
    </FloorFrame>
  )
}
