import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './floor-frame.module.css'
import type { PhaseName } from './phase-label.tsx'
import { Name, Written } from './written.tsx'

/** The props of every floor component. All texts are already translated. Times are in milliseconds. */
export type FloorProps = {
  phase: PhaseName | 'empty'
  /** The phase as text. Absent while nobody has the floor. */
  phaseText?: ReactNode
  /** "Now speaking": the heading of the block. */
  eyebrow: ReactNode
  /** Who has the floor, or the question that is being answered. */
  who: ReactNode
  /** `who` is a question: it is smaller and has its own direction. */
  isQuestion?: boolean | undefined
  /** Group, channel, speaker, one element each. */
  sub?: ReactNode
  /** Absent while no clock runs. */
  clock?: { left: number; label: string; isApproximate?: boolean | undefined } | undefined
  /** "left of 3:00". */
  limitText?: ReactNode
  /** "started 12:07". */
  startText?: ReactNode
  /** The used part of the limit, and where the warnings begin. All numbers are from 0 to 1. */
  bar?: { used: number; notches?: readonly number[] } | undefined
}

type FloorWhoProps = Pick<FloorProps, 'phase' | 'who' | 'isQuestion'> & { className: string | undefined }

/** While nobody has the floor, this is a sentence of the page. */
export const FloorWho = ({ phase, who, isQuestion = false, className }: FloorWhoProps) =>
  isQuestion ? <Written className={className}>{who}</Written> : <p className={className}>{phase === 'empty' ? who : <Name>{who}</Name>}</p>

type FloorFrameProps = ComponentProps<'section'> & { phase: PhaseName | 'empty' }

/** The deep-blue block that shows who has the floor, on every device. */
export const FloorFrame = ({ phase, className, ...rest }: FloorFrameProps) => (
  <section {...rest} className={classNames('on-floor', styles.frame, className)} data-phase={phase} />
)
