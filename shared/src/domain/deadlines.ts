/** Commands that become due by time alone. The server sets one timer for each session. */
import type { Command, State } from '../contract/registry.ts'
import type { Instant } from '../kernel/time.ts'

export type Deadline = { readonly at: Instant; readonly command: Command }

/** Lists all deadlines that are set. A deadline that no longer holds when its time comes changes nothing. */
export const listDeadlines = ({ session, queue, sense }: State): readonly Deadline[] => {
  const last = sense.prompts.at(-1)
  return [
    // During a suspension a last call is held.
    ...(queue.status.kind === 'last-call' && session.phase !== 'suspended'
      ? [{ at: queue.status.closesAt, command: { type: 'queue.close', data: {} } } as const]
      : []),
    ...(last?.status === 'open' ? [{ at: last.closesAt, command: { type: 'sense.close', data: { prompt: last.id } } } as const] : []),
  ]
}

/** Returns the earliest deadline. */
export const nextDeadline = (state: State): Deadline | null =>
  listDeadlines(state).reduce<Deadline | null>((next, one) => (next !== null && next.at <= one.at ? next : one), null)
