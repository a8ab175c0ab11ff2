/** Personal data goes so many days after a session is closed: looked for at the start and once a day. Stopped in the middle, it is taken up again. */

import type { SessionId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import { type Instant, instantOf } from '@rostrum/shared/kernel/time'
import type { Roster } from '../roster/roster.ts'

type Logger = { info(about: object, words: string): void; error(about: object, words: string): void }
export type ForgettingPorts = {
  readonly roster: Roster
  readonly sessions: {
    list(): Promise<readonly SessionId[]>
    open(id: SessionId): Promise<{ readonly state: State } | null>
  }
  readonly now: () => Instant
  readonly logger: Logger
}

const day = 24 * 60 * 60_000

/** When the people of a session are to be forgotten; null as long as it is not closed. */
export const forgetAt = ({ session }: State): Instant | null =>
  session.closedAt === null ? null : instantOf(session.closedAt + session.plan.deletePersonalDataAfterDays * day)

/** A session of which nobody is known any more is not even opened. One that cannot be opened keeps none of the others. */
export async function forgetDue({ roster, sessions, now, logger }: ForgettingPorts): Promise<void> {
  for (const id of await sessions.list()) {
    try {
      if (!(await roster.knows(id))) continue
      const session = await sessions.open(id)
      const at = session && forgetAt(session.state)
      if (at === null || at > now()) continue
      const people = await roster.forget(id)
      logger.info({ session: id, people }, 'personal data was deleted')
    } catch (error) {
      logger.error({ err: error, session: id }, 'personal data could not be deleted; it is tried again tomorrow')
    }
  }
}

/** Returns a function that ends it, when what runs has come to its end. */
export function keepForgetting(ports: ForgettingPorts): () => Promise<void> {
  const look = () =>
    forgetDue(ports).catch((error: unknown) => ports.logger.error({ err: error }, 'sessions could not be looked through for personal data'))
  let running = look()
  const daily = setInterval(() => {
    running = running.then(look)
  }, day)
  daily.unref()
  return async () => {
    clearInterval(daily)
    await running
  }
}
