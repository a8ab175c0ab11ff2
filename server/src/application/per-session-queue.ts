/** Heavy work, one at a time for each session; a few may wait for it, and whoever comes after them is told to come again. */
import type { SessionId } from '@rostrum/shared/contract/ids'
import { Refused } from '../http/http-error.ts'

/** Under way and waiting. */
const most = 8

export class OneByOne {
  readonly #lines = new Map<SessionId, { count: number; last: Promise<unknown> }>()

  async of<T>(session: SessionId, work: () => Promise<T>): Promise<T> {
    const line = this.#lines.get(session) ?? { count: 0, last: Promise.resolve() }
    if (line.count >= most) throw new Refused('too-many-requests')
    this.#lines.set(session, line)
    line.count += 1
    const done = line.last.then(work)
    // The next one is not told what became of this one.
    line.last = done.then(
      () => undefined,
      () => undefined,
    )
    try {
      return await done
    } finally {
      line.count -= 1
      if (line.count === 0) this.#lines.delete(session)
    }
  }
}
