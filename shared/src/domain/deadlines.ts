/** Commands that become due by time alone. The server sets one timer for each session. */
import type { Command, State } from '../contract/registry.ts'
import type { Instant } from '../kernel/time.ts'

export type Deadline = { readonly at: Instant; readonly command: Command }

/** The next deadline. If it no longer holds when the timer fires, the command changes nothing. */
export const nextDeadline = ({ queue, sense }: State): Deadline | null => {
  const list: Deadline | null =
    queue.status.kind === 'last-call' ? { at: queue.status.closesAt, command: { type: 'queue.close', data: {} } } : null
  const last = sense.prompts.at(-1)
  if (last?.status !== 'open') return list
  const prompt: Deadline = { at: last.closesAt, command: { type: 'sense.close', data: { prompt: last.id } } }
  return list !== null && list.at <= prompt.at ? list : prompt
}
