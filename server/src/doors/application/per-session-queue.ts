/** Runs heavy tasks one at a time for each session. A few may wait, and more are refused. */
import type { SessionId } from '@rostrum/shared/contract/ids'

/** The most tasks per session, including the one that is running. */
const maxQueued = 8

export class QueueFullError extends Error {
  override readonly name = 'QueueFullError'
}

export class PerSessionQueue {
  readonly #queues = new Map<SessionId, { count: number; last: Promise<unknown> }>()

  /** Runs a task when it is its turn. Throws `QueueFullError` if too many are already waiting. */
  async run<T>(session: SessionId, task: () => Promise<T>): Promise<T> {
    const queue = this.#queues.get(session) ?? { count: 0, last: Promise.resolve() }
    if (queue.count >= maxQueued) throw new QueueFullError()
    this.#queues.set(session, queue)
    queue.count += 1
    const done = queue.last.then(task)
    // The next task runs whether this one succeeds or fails.
    queue.last = done.then(
      () => undefined,
      () => undefined,
    )
    try {
      return await done
    } finally {
      queue.count -= 1
      if (queue.count === 0) this.#queues.delete(session)
    }
  }
}
