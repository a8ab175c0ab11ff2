/** What a button says instead of its own words while its press has not been answered. */
import type { Pending } from '../../session/outbox.ts'
import type { Speak } from '../../text/messages.ts'

export const sendingWords = (t: Speak, { standing }: Pending): string => t(standing === 'waiting' ? 'app.waiting' : 'app.sending')
