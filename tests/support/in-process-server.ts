/** The whole server in this process, with a real LMDB and a real port. Its log entries are collected for the test. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type App, buildApp } from '@rostrum/server/app'
import { openFirstSession } from '@rostrum/server/doors/application/first-session'
import { parseConfig } from '@rostrum/server/doors/config'
import type { Session } from '@rostrum/server/engine/session/session'
import { openStorage } from '@rostrum/server/engine/store/open-storage'
import type { Store } from '@rostrum/server/engine/store/store'
import { createLogger } from '@rostrum/server/engine/telemetry/pino-logger'
import { admitDefaultPeople, listDefaultPeople } from '@rostrum/server/people/access/default-people'
import { getStartupLinks, type StartupLinks } from '@rostrum/server/people/access/startup-links'
import { toInstant } from '@rostrum/shared/kernel/time'
import { watchAnswers } from './undocumented-answers.ts'

export type InProcessServer = {
  readonly app: App
  readonly store: Store
  readonly session: Session
  readonly startupLinks: StartupLinks
  readonly logLines: readonly string[]
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>
  close(): Promise<void>
}

export async function startInProcessServer(
  options: {
    readonly publicUrl?: string
    readonly client?: string
    readonly metrics?: string
    /** The folder of its data, which is kept. If absent, the server gets a folder of its own, which is deleted. */
    readonly folder?: string
    /** More environment variables. */
    readonly variables?: Readonly<Record<string, string>>
  } = {},
): Promise<InProcessServer> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'rostrum-doors-')))
  const logLines: string[] = []
  const config = parseConfig(
    {
      ROSTRUM_PORT: '0',
      ROSTRUM_DATA: folder,
      ROSTRUM_PUBLIC_URL: options.publicUrl,
      ROSTRUM_METRICS: options.metrics,
      ...options.variables,
    },
    folder,
  )
  const now = () => toInstant(Date.now())
  const logger = createLogger({ write: (line) => void logLines.push(line) })
  const answers = watchAnswers()
  const storage = await openStorage(config, 'write', logger)
  const app = await buildApp(config, { ...storage, now, logger }, options.client ?? join(folder, 'no-client'))
  answers.stop()
  const session = await openFirstSession(app.sessions, now())
  await admitDefaultPeople(session, listDefaultPeople(session.state.session.groups))
  await app.listen()
  const startupLinks = await getStartupLinks(app, session.id, session.state.people.all, app.getPublicUrl())
  const base = `http://127.0.0.1:${app.getPort()}`
  return {
    app,
    store: storage.store,
    session,
    startupLinks,
    logLines,
    get: (path, headers = {}) => fetch(base + path, { headers }),
    post: (path, body, headers = {}) => {
      const text = typeof body === 'string' ? body : JSON.stringify(body)
      return fetch(base + path, { method: 'POST', body: text, headers: { 'content-type': 'application/json', ...headers } })
    },
    close: async () => {
      await app.close()
      if (options.folder === undefined) await rm(folder, { recursive: true, force: true })
      if (answers.undocumented.length > 0)
        throw new Error(`answers that are not in the schema of their route:\n${answers.undocumented.join('\n')}`)
    },
  }
}

/** Returns the secret of a link: the text after the #. */
export const getSecret = (link: string | undefined): string => link?.split('#')[1] ?? ''

/** Returns the status and the reason of an answer. */
export const readReason = async (answer: Response) => [answer.status, ((await answer.json()) as { reason?: string }).reason]

/** The request body of a person who joins with the code. */
export const walkInBody = { entity: 'Association of municipal libraries', group: 'civil-society', channel: 'room', nameInRecord: false }
