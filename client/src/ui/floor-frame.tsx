import type { ComponentProps, ReactNode } from 'react'
import { classes } from './class-names.ts'
import styles from './floor-frame.module.css'
import type { Phase } from './phase-label.tsx'

/** What every drawing of the floor is given. All words come ready; times are milliseconds. */
export type FloorProps = {
  phase: Phase | 'empty'
  /** The phase in words; absent while nobody has the floor. */
  word?: ReactNode
  /** "Now speaking": the heading of the block. */
  eyebrow: ReactNode
  /** Who has the floor, or the question that is being answered. */
  who: ReactNode
  /** `who` is a question: smaller, in its own direction. */
  question?: boolean | undefined
  /** Group, channel, speaker, one element each. */
  sub?: ReactNode
  /** Absent while nothing is timed. */
  clock?: { left: number; label: string; about?: boolean | undefined } | undefined
  /** "left of 3:00". */
  of?: ReactNode
  /** "started 12:07". */
  since?: ReactNode
  /** Part of the limit used, and where the warnings begin; all from 0 to 1. */
  bar?: { used: number; notches?: readonly number[] } | undefined
}

type FrameProps = ComponentProps<'section'> & { phase: Phase | 'empty' }

/** The deep-blue block: whoever has the floor is shown in it, on every device. */
export const FloorFrame = ({ phase, className, ...rest }: FrameProps) => (
  <section {...rest} className={classes('on-floor', styles.frame, className)} data-phase={phase} />
)
