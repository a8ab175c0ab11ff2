/** The whole server in this process, on a real LMDB and a real port, with what it logs kept for looking at. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { firstSeats, seat } from '@rostrum/server/access/default-people'
import { type Handout, handout } from '@rostrum/server/access/startup-links'
import { type App, build } from '@rostrum/server/app'
import { firstSession } from '@rostrum/server/application/first-session'
import { configFrom } from '@rostrum/server/config'
import type { Session } from '@rostrum/server/session/session'
import { openStorage } from '@rostrum/server/store/open-storage'
import { openLogger } from '@rostrum/server/telemetry/pino-logger'
import { instantOf } from '@rostrum/shared/kernel/time'
import { watchAnswers } from './undocumented-answers.ts'

export type Doors = {
  readonly app: App
  readonly session: Session
  readonly given: Handout
  readonly logged: readonly string[]
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>
  close(): Promise<void>
}

export async function openDoors(
  options: { readonly publicUrl?: string; readonly client?: string; readonly metrics?: string } = {},
): Promise<Doors> {
  const folder = await mkdtemp(join(tmpdir(), 'rostrum-doors-'))
  const logged: string[] = []
  const config = configFrom(
    { ROSTRUM_PORT: '0', ROSTRUM_DATA: folder, ROSTRUM_PUBLIC_URL: options.publicUrl, ROSTRUM_METRICS: options.metrics },
    folder,
  )
  const now = () => instantOf(Date.now())
  const logger = openLogger({ write: (line) => void logged.push(line) })
  const answers = watchAnswers()
  const app = await build(config, { ...(await openStorage(config)), now, logger }, options.client ?? join(folder, 'no-client'))
  answers.stop()
  const session = await firstSession(app.sessions, now())
  await seat(session, firstSeats(session.state.session.groups))
  await app.listen()
  const given = await handout(app, session.id, session.state.people.all, app.publicUrl())
  const base = `http://127.0.0.1:${app.port()}`
  return {
    app,
    session,
    given,
    logged,
    get: (path, headers = {}) => fetch(base + path, { headers }),
    post: (path, body, headers = {}) => {
      const text = typeof body === 'string' ? body : JSON.stringify(body)
      return fetch(base + path, { method: 'POST', body: text, headers: { 'content-type': 'application/json', ...headers } })
    },
    close: async () => {
      await app.close()
      await rm(folder, { recursive: true, force: true })
      if (answers.undocumented.length > 0) throw new Error(`answers that the document does not name:\n${answers.undocumented.join('\n')}`)
    },
  }
}

/** What stands behind the # of a link. */
export const secretIn = (link: string | undefined): string => link?.split('#')[1] ?? ''

/** An answer, as its status and its reason. */
export const whyOf = async (answer: Response) => [answer.status, ((await answer.json()) as { why?: string }).why]

/** Somebody who comes by the code. */
export const walkIn = { entity: 'Association of municipal libraries', group: 'civil-society', channel: 'room', named: false }
