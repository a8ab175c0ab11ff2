/** The store that the configuration names, for as long as a command works on it. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { SessionId } from '@rostrum/shared/contract/ids'
import { type Instant, instantOf } from '@rostrum/shared/kernel/time'
import type { Config } from '../config.ts'
import type { Log } from '../log/log.ts'
import { Sessions } from '../session/session-registry.ts'
import { openStorage } from '../store/open-storage.ts'
import type { Store } from '../store/store.ts'
import { Complaint } from './cli-command.ts'

export type Stored = { readonly log: Log; readonly store: Store }

export async function withStore<T>(config: Config, work: (stored: Stored) => Promise<T>): Promise<T> {
  const { log, store } = await openStorage(config)
  try {
    return await work({ log, store })
  } finally {
    await log.close()
    await store.close()
  }
}

/** The same, but nothing is made where there is nothing. */
export async function withPresentStore<T>(config: Config, work: (stored: Stored) => Promise<T>): Promise<T> {
  if (config.redisUrl === null && !existsSync(join(config.data, 'rostrum.lmdb')))
    throw new Complaint(`There is no store in ${config.data}. Name its directory with ROSTRUM_DATA.`)
  return await withStore(config, work)
}

export const sessionsIn = async (store: Store): Promise<readonly SessionId[]> =>
  (await store.list('sessions')).map(([id]) => id as SessionId)

/** The session of this name, or a complaint that names those that there are. */
export async function sessionNamed(store: Store, name: string): Promise<SessionId> {
  const there = await sessionsIn(store)
  const found = there.find((id) => id === name)
  if (found === undefined)
    throw new Complaint(
      `There is no session ${JSON.stringify(name)}. ${there.length === 0 ? 'There is none at all.' : `There are: ${there.join(', ')}.`}`,
    )
  return found
}

/** To be closed by whoever asks for them. */
export const sessionsOf = (stored: Stored): Sessions => new Sessions({ ...stored, now, logger: loud })

export const now = (): Instant => instantOf(Date.now())

/** Nothing is to be noted here but what goes wrong. */
const complain = (facts: object, message: string): void => void process.stderr.write(`${message} ${JSON.stringify(facts)}\n`)
const loud = { info: () => undefined, warn: complain, error: complain }
