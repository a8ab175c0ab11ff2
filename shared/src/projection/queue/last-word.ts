import type { QueueStatus } from '../../contract/queue.ts'

/** Nobody else of the closed list is called. */
export const isLastWordGiven = (status: QueueStatus): boolean => status.kind === 'closed' && status.lastWord === true
