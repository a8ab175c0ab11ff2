import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import styles from './phase-label.module.css'

export type PhaseName = 'ready' | 'speak' | 'last' | 'final' | 'over' | 'paused'

const phaseIcons: Readonly<Record<PhaseName, IconName>> = {
  ready: 'ring',
  speak: 'wave',
  last: 'hourglass',
  final: 'final',
  over: 'octagon',
  paused: 'pause',
}

type PhaseLabelProps = {
  phase: PhaseName | 'empty'
  /** Given if the words are not those of the phase. */
  icon?: IconName | undefined
  children?: ReactNode
  className?: string | undefined
}

/** The phase of the floor as a filled label with word, shape and colour. Renders nothing while nobody has the floor. */
export const PhaseLabel = ({ phase, icon, children, className }: PhaseLabelProps) =>
  phase === 'empty' || children === undefined ? null : (
    <span className={classNames(styles.phase, className)}>
      <Icon name={icon ?? phaseIcons[phase]} className={styles.icon} />
      <span>{children}</span>
    </span>
  )
