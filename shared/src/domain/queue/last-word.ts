/** The last word: nobody else on a closed list is next, until the Chair calls somebody. */

import type { EntryKind } from '../../contract/enums.ts'
import { ordinaryKind, waitsInOrder } from '../../contract/kinds.ts'
import { isLastWordGiven } from '../../contract/last-word.ts'
import type { QueueState } from '../../contract/queue.ts'

export const setLastWord = (queue: QueueState): QueueState =>
  queue.status.kind === 'closed' ? { ...queue, status: { ...queue.status, lastWord: true } } : queue

/** Clears the last word, but not for points of order and rights of reply. */
export const clearLastWord = (queue: QueueState, kind: EntryKind = ordinaryKind): QueueState =>
  waitsInOrder(kind) && queue.status.kind === 'closed' && isLastWordGiven(queue.status)
    ? { ...queue, status: { kind: 'closed', at: queue.status.at } }
    : queue
