import { getCloseFinalAt } from '@rostrum/shared/contract/closing'
import type { State } from '@rostrum/shared/contract/registry'
import { listDeadlines } from '@rostrum/shared/domain/deadlines'
import type { Instant } from '@rostrum/shared/kernel/time'

/** Whether a jump of the time would change a length, end something, or make something final. */
export const isTimeRunning = (state: State, at: Instant): boolean => {
  const { session, floor } = state
  if (session.phase === 'closed') return session.closedAt !== null && at < getCloseFinalAt(session.closedAt)
  const hasTurn = floor.current !== null && floor.current.startedAt !== null
  return session.phase === 'open' && (hasTurn || listDeadlines(state).length > 0)
}
