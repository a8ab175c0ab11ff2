/** What time alone will bring about. The server sets one timer a session for it. */
import type { Command, State } from '../contract/registry.ts'
import type { Instant } from '../kernel/time.ts'

export type Alarm = { readonly at: Instant; readonly command: Command }

/** The next one; a late alarm for something that is no longer so decides nothing. */
export const nextAlarm = ({ queue }: State): Alarm | null =>
  queue.standing.kind === 'closing' ? { at: queue.standing.closesAt, command: { type: 'queue.close', data: {} } } : null
