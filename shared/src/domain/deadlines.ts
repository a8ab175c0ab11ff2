/** Commands that become due by time alone. The server sets one timer for each session. */
import type { Command, State } from '../contract/registry.ts'
import type { Instant } from '../kernel/time.ts'

export type Deadline = { readonly at: Instant; readonly command: Command }

/** The next deadline. If it no longer holds when the timer fires, the command changes nothing. */
export const nextDeadline = ({ queue }: State): Deadline | null =>
  queue.status.kind === 'last-call' ? { at: queue.status.closesAt, command: { type: 'queue.close', data: {} } } : null
