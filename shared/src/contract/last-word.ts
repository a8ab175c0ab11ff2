import type { QueueStatus } from './queue.ts'

/** Nobody else of the closed list is called. Without the validator, so that screens can import it. */
export const isLastWordGiven = (status: QueueStatus): boolean => status.kind === 'closed' && status.lastWord === true
