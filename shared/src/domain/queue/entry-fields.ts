/** The fields of a request: what Undo makes of each, and whether the order depends on it. A new field does not compile without both. */
import type { Entry } from '../../contract/queue.ts'
import { type FieldTable, listFieldsWith } from '../../kernel/fields.ts'

/**
 * The answer of Undo for a field that a step changed. `restored`: the staff or the rule set it, and it is as before. `hold`,
 * `pin` and `joint`: as before, unless somebody has acted on it since. `kept`: its owner sets it, or nothing changes it.
 */
const undoneFields = {
  id: 'kept',
  kind: 'kept',
  speaker: 'kept',
  askedAt: 'joint',
  sequence: 'kept',
  requestChannel: 'kept',
  segment: 'kept',
  topic: 'kept',
  language: 'kept',
  note: 'kept',
  ready: 'kept', // but returns with a hold
  held: 'hold',
  missedCalls: 'restored',
  declinedAt: 'kept',
  timesOvertaken: 'restored',
  pin: 'pin',
  deferredTo: 'kept',
  swapOfferedTo: 'kept',
  programmeRank: 'kept',
  limit: 'kept',
  onBehalfOf: 'joint',
} as const satisfies FieldTable<Entry, 'restored' | 'hold' | 'pin' | 'joint' | 'kept'>

export const restoredFields = listFieldsWith(undoneFields, 'restored')

/** The fields that a step may change and Undo then restores. */
export const staffFields = [
  ...restoredFields,
  ...listFieldsWith(undoneFields, 'hold'),
  ...listFieldsWith(undoneFields, 'pin'),
  ...listFieldsWith(undoneFields, 'joint'),
]

/** Whether the order is computed again when the field of an intervention changes. */
export const bearsOnOrder = {
  id: true,
  kind: true,
  speaker: true,
  askedAt: true,
  sequence: true,
  requestChannel: false,
  segment: false,
  topic: false,
  language: false,
  note: false,
  ready: false,
  held: true,
  missedCalls: true,
  declinedAt: true,
  timesOvertaken: true,
  pin: true,
  deferredTo: true,
  swapOfferedTo: false,
  programmeRank: true,
  limit: false,
  onBehalfOf: true,
} as const satisfies FieldTable<Entry, boolean>
