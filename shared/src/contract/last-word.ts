import type { QueueStatus } from './queue.ts'

/** True if nobody else on the closed list is to be called. Without the validator, so that screens can import it. */
export const isLastWordGiven = (status: QueueStatus): boolean => status.kind === 'closed' && status.lastWord === true
