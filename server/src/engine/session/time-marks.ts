/**
 * The time of a session, noted while something runs in it. The next start sees by it whether the clock of the machine was changed. Nobody
 * else can tell a lone server.
 */
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { Instant } from '@rostrum/shared/kernel/time'
import { z } from 'zod'
import { readRow } from '../store/rows.ts'
import { DamagedTableError, type Store } from '../store/store.ts'
import type { Logger } from '../telemetry/logger.ts'
import { isTimeRunning } from './is-time-running.ts'
import type { Session } from './session.ts'
import { maxSkew, type TimeMark } from './session-clock.ts'

type MarkStore = Pick<Store, 'get' | 'put' | 'delete'>

const table = 'session-times'
const markRow = z.object({ at: z.number().transform((at) => at as Instant), ahead: z.number() })
/** The time between two marks, in milliseconds. A crash and a wrong clock together cost what runs at most as much. */
const pause = 5_000

const hasOwnTime = ({ state, clockOffset }: Pick<Session, 'state' | 'clockOffset'>): boolean =>
  state.session.phase !== 'closed' && Math.abs(clockOffset) > maxSkew

export class TimeMarks {
  readonly #store: MarkStore
  readonly #logger: Pick<Logger, 'warn'>

  constructor(store: MarkStore, logger: Pick<Logger, 'warn'>) {
    this.#store = store
    this.#logger = logger
  }

  /** Returns null if there is none. A damaged mark counts as none, and the session goes by its log. */
  async read(session: SessionId): Promise<TimeMark | null> {
    try {
      return await readRow(this.#store, table, session, markRow)
    } catch (error) {
      if (!(error instanceof DamagedTableError)) throw error
      this.#logger.warn({ err: error, session }, 'the noted time of a session is damaged')
      return null
    }
  }

  async delete(session: SessionId): Promise<void> {
    await this.#store.delete(table, session)
  }

  /**
   * Notes the time of a session while something runs in it, and while it has another time than this node. Returns a function that notes it a
   * last time and ends this.
   */
  keep(session: Pick<Session, 'id' | 'state' | 'now' | 'clockOffset' | 'onChange'>): () => Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined
    let writing = Promise.resolve()
    const write = () => {
      const [at, ahead] = [session.now(), session.clockOffset]
      const put = () => this.#store.put(table, session.id, { at, ahead }).catch((error: unknown) => this.#warn(session.id, error))
      writing = writing.then(put)
    }
    const isWanted = () => isTimeRunning(session.state, session.now()) || hasOwnTime(session)
    const update = () => {
      if (timer === undefined && isWanted()) writeAgain()
    }
    const writeAgain = () => {
      timer = undefined
      if (!isWanted()) return
      write()
      timer = setTimeout(writeAgain, pause)
    }
    const unfollow = session.onChange(update)
    update()
    return async () => {
      unfollow()
      if (timer !== undefined) write()
      clearTimeout(timer)
      await writing
    }
  }

  #warn(session: SessionId, error: unknown): void {
    this.#logger.warn({ err: error, session }, 'the time of a session could not be noted; a wrong clock at the next start may move it')
  }
}
