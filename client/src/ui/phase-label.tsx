import type { ReactNode } from 'react'
import { classes } from './class-names.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import styles from './phase-label.module.css'

export type Phase = 'ready' | 'speak' | 'last' | 'final' | 'over' | 'paused'

const shapes: Readonly<Record<Phase, IconName>> = {
  ready: 'ring',
  speak: 'wave',
  last: 'hourglass',
  final: 'final',
  over: 'octagon',
  paused: 'pause',
}

type PhaseLabelProps = { phase: Phase | 'empty'; children?: ReactNode; className?: string | undefined }

/** A phase of the floor in its filled label: word, shape, colour. Nothing while nobody has the floor. */
export const PhaseLabel = ({ phase, children, className }: PhaseLabelProps) =>
  phase === 'empty' || children === undefined ? null : (
    <span className={classes(styles.phase, className)}>
      <Icon name={shapes[phase]} className={styles.icon} />
      <span>{children}</span>
    </span>
  )
