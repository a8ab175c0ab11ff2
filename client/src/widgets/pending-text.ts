/** What a button says instead of its own words while its press has not been answered. */
import type { EntryKind } from '@rostrum/shared/contract/enums'
import type { Pending } from '../session/outbox.ts'
import { useScreen } from '../session/store.ts'
import type { Speak } from '../text/messages.ts'

export const sendingWords = (t: Speak, { standing }: Pending): string => t(standing === 'waiting' ? 'app.waiting' : 'app.sending')

/** A request of this kind that has been pressed and not been answered. */
export const useAsking = (kind: EntryKind): Pending | undefined =>
  useScreen(({ pending }) => pending.find(({ envelope }) => envelope.type === 'queue.join' && envelope.data.kind === kind))
