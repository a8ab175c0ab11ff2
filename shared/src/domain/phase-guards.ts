/** Guards for the phase of the session: before the opening, open, suspended, closed. */
import { isInSession, phaseRules } from '../contract/enums.ts'
import type { EventDecision, State } from '../contract/registry.ts'
import { reject } from '../kernel/decision.ts'

/** For actions that need an open session. */
export const requireOpen = ({ session }: State, decide: () => EventDecision): EventDecision => {
  const { refusal } = phaseRules[session.phase]
  return refusal === null ? decide() : reject(refusal)
}

/** For actions that people may take even during a suspension: ask, write, withdraw. */
export const requireInSession = (state: State, decide: () => EventDecision): EventDecision =>
  isInSession(state.session.phase) ? decide() : requireOpen(state, decide)

/** For settings that may be changed even before the opening. */
export const requireNotClosed = (state: State, decide: () => EventDecision): EventDecision =>
  state.session.phase === 'closed' ? reject('session-closed') : decide()
