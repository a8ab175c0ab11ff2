/** How long a step can be undone. Without the validator, so that screens can import it. */
import { type Instant, type Millis, seconds } from '../kernel/time.ts'
import { getCloseFinalAt } from './closing.ts'
import type { SessionPhase } from './enums.ts'
import type { Step } from './steps.ts'

const longestUndoneStart = seconds(30)

/** `used`: the time that the current speaker has spoken, or null. `hasBeenHeard`: true once somebody has had the floor. */
export type Progress = { readonly used: Millis | null; readonly hasBeenHeard: boolean }

/**
 * True once it is too late. The opening stays when somebody has had the floor. A start stays when the speech is under way, because its undo
 * gives the whole time again.
 */
export const isTooLateToUndo = ({ commandType }: Pick<Step, 'commandType'>, { used, hasBeenHeard }: Progress): boolean =>
  (commandType === 'session.open' && hasBeenHeard) || (commandType === 'floor.start' && used !== null && used > longestUndoneStart)

type Phase = { readonly phase: SessionPhase; readonly closedAt: Instant | null }

/** True if the step brought the phase and can still end it: a suspension while it lasts, and the close for a minute, by the person who closed. */
export const endsOwnPhase = (step: Pick<Step, 'commandType' | 'by'>, { phase, closedAt }: Phase, by: string, at: Instant): boolean => {
  if (phase === 'suspended') return step.commandType === 'session.suspend'
  return closedAt !== null && step.commandType === 'session.close' && step.by === by && at <= getCloseFinalAt(closedAt)
}
