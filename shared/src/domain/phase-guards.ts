/** Guards for the phase of the session: before the opening, open, suspended, closed. */
import type { EventDecision, State } from '../contract/registry.ts'
import { reject } from '../kernel/decision.ts'

/** For actions that need an open session. */
export const requireOpen = (state: State, decide: () => EventDecision): EventDecision =>
  state.session.phase === 'open' ? decide() : reject(phaseRejections[state.session.phase])

/** For actions that people may take even during a suspension: ask, write, withdraw. */
export const requireInSession = (state: State, decide: () => EventDecision): EventDecision =>
  state.session.phase === 'suspended' ? decide() : requireOpen(state, decide)

const phaseRejections = { planned: 'session-not-open', suspended: 'session-suspended', closed: 'session-closed' } as const

/** For settings that may be changed even before the opening. */
export const requireNotClosed = (state: State, decide: () => EventDecision): EventDecision =>
  state.session.phase === 'closed' ? reject('session-closed') : decide()
