/** What one asks for oneself: its refusals are told beside the buttons. */
import type { CommandType } from '@rostrum/shared/contract/registry'

export const asked: readonly CommandType[] = [
  'queue.join',
  'queue.ready',
  'queue.hold',
  'queue.return',
  'queue.withdraw',
  'queue.note',
  'queue.defer',
  'queue.offer-swap',
  'queue.take-swap',
  'queue.refuse-swap',
  'floor.end',
  'floor.absent',
]
