/**
 * Deletes personal data a number of days after a session is closed. If nobody closes it, its planned end counts. This runs at the start and
 * once a day. An interrupted run is completed by the next one. A deletion cannot be taken back, so one look at a clock is not enough: it
 * was noted the day before that the time comes.
 */

import { getCloseFinalAt } from '@rostrum/shared/contract/closing'
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import { type Instant, toInstant } from '@rostrum/shared/kernel/time'
import type { SessionRegistry } from '../../engine/session/session-registry.ts'
import type { Roster } from '../../people/roster/roster.ts'

type Logger = { info(facts: object, message: string): void; error(facts: object, message: string): void }
export type ErasurePorts = {
  readonly roster: Roster
  readonly sessions: Pick<SessionRegistry, 'list' | 'readErasureNote' | 'noteErasure'> & {
    open(id: SessionId): Promise<{ readonly state: State } | null>
  }
  readonly now: () => Instant
  readonly logger: Logger
}

const day = 24 * 60 * 60_000
/** How long before a deletion its note was made, in milliseconds. It is a little less than a day, because timers are not exact. */
const notice = day - 60 * 60_000

/** Returns when the personal data of a session must be deleted. */
const getErasureTime = ({ session: { closedAt, openedAt, plan } }: State): Instant =>
  toInstant((closedAt === null ? Math.max(plan.endsAt, openedAt ?? 0) : getCloseFinalAt(closedAt)) + plan.deletePersonalDataAfterDays * day)

/** Erases all data that is due. A session without personal data is not opened. A session that cannot be opened does not stop the others. */
export async function eraseDue(ports: ErasurePorts): Promise<void> {
  for (const id of await ports.sessions.list()) {
    try {
      if (await ports.roster.hasData(id)) await eraseIfDue(id, ports)
    } catch (error) {
      ports.logger.error({ err: error, session: id }, 'personal data could not be deleted; it is tried again tomorrow')
    }
  }
}

/** Erases what was noted the day before and is due. Otherwise notes it, or takes the note of another clock back. */
async function eraseIfDue(id: SessionId, { roster, sessions, now, logger }: ErasurePorts): Promise<void> {
  const session = await sessions.open(id)
  if (session === null) return
  const [at, notedAt] = [now(), await sessions.readErasureNote(id)]
  const left = getErasureTime(session.state) - at
  if (left > day) {
    if (notedAt !== null) await sessions.noteErasure(id, null)
    return
  }
  if (notedAt === null || notedAt > at) {
    await sessions.noteErasure(id, at)
    if (left <= 0) logger.info({ session: id }, 'personal data is due; it is deleted in a day if the clock still says so')
    return
  }
  if (left > 0 || at - notedAt < notice) return
  const people = await roster.erase(id)
  await sessions.noteErasure(id, null)
  logger.info({ session: id, people }, 'personal data was deleted')
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
