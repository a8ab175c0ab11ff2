/** The time that a last call has left. Screens call this with the measured server time. */
import type { QueueStatus } from '../../contract/queue.ts'
import { type Millis, toMillis } from '../../kernel/time.ts'

/** During a suspension a last call keeps the time that it has left. */
type LastCall = Extract<QueueStatus, { readonly kind: 'last-call' }> & { readonly held?: Millis }
export type QueueStatusView = Exclude<QueueStatus, { readonly kind: 'last-call' }> | LastCall

/** Whole seconds, rounded up. Null if there is no last call. The server closes the queue. */
export const computeLastCallLeft = (status: QueueStatusView, now: number): Millis | null =>
  status.kind === 'last-call' ? toMillis(Math.max(0, Math.ceil((status.held ?? status.closesAt - now) / 1000)) * 1000) : null
