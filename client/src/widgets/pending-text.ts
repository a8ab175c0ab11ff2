/** The text of a button while its press is not answered yet. */
import type { EntryKind } from '@rostrum/shared/contract/enums'
import type { PendingCommand } from '../session/outbox.ts'
import { useSessionStore } from '../session/store.ts'
import type { Translate } from '../text/messages.ts'

export const getPendingText = (t: Translate, { status }: PendingCommand): string => t(status === 'waiting' ? 'app.waiting' : 'app.sending')

/** A request of this kind that was sent and is not answered yet. */
export const usePendingRequest = (kind: EntryKind): PendingCommand | undefined =>
  useSessionStore(({ pending }) => pending.find(({ envelope }) => envelope.type === 'queue.join' && envelope.data.kind === kind))
