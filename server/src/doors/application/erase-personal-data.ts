/**
 * Deletes personal data a number of days after a session is closed. If nobody closes it, its planned end counts. This runs at the start and
 * once a day. An interrupted run is completed by the next one.
 */

import type { SessionId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import { type Instant, toInstant } from '@rostrum/shared/kernel/time'
import type { Roster } from '../../people/roster/roster.ts'

type Logger = { info(facts: object, message: string): void; error(facts: object, message: string): void }
export type ErasurePorts = {
  readonly roster: Roster
  readonly sessions: {
    list(): Promise<readonly SessionId[]>
    open(id: SessionId): Promise<{ readonly state: State } | null>
  }
  readonly now: () => Instant
  readonly logger: Logger
}

const day = 24 * 60 * 60_000

/** Returns when the personal data of a session must be deleted. */
const getErasureTime = ({ session }: State): Instant =>
  toInstant((session.closedAt ?? Math.max(session.plan.endsAt, session.openedAt ?? 0)) + session.plan.deletePersonalDataAfterDays * day)

/** Erases all data that is due. A session without personal data is not opened. A session that cannot be opened does not stop the others. */
export async function eraseDue({ roster, sessions, now, logger }: ErasurePorts): Promise<void> {
  for (const id of await sessions.list()) {
    try {
      if (!(await roster.hasData(id))) continue
      const session = await sessions.open(id)
      if (session === null || getErasureTime(session.state) > now()) continue
      const people = await roster.erase(id)
      logger.info({ session: id, people }, 'personal data was deleted')
    } catch (error) {
      logger.error({ err: error, session: id }, 'personal data could not be deleted; it is tried again tomorrow')
    }
  }
}

/** Erases data now and once a day. Returns a function that ends this and waits for the current run. */
export function scheduleErasure(ports: ErasurePorts): () => Promise<void> {
  const erase = () =>
    eraseDue(ports).catch((error: unknown) => ports.logger.error({ err: error }, 'sessions could not be searched for personal data'))
  let running = erase()
  const daily = setInterval(() => {
    running = running.then(erase)
  }, day)
  daily.unref()
  return async () => {
    clearInterval(daily)
    await running
  }
}
