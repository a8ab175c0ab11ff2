/** A server on real sockets. Each of its sessions is created from a history, at a time when nothing happens automatically. */
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type App, buildApp } from '@rostrum/server/app'
import { parseConfig } from '@rostrum/server/doors/config'
import { openMemoryLog } from '@rostrum/server/engine/log/memory'
import { openMemoryStore } from '@rostrum/server/engine/store/memory'
import { createLogger } from '@rostrum/server/engine/telemetry/pino-logger'
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import type { Commit } from '@rostrum/shared/contract/registry'
import { revisionZero } from '@rostrum/shared/kernel/revision'
import { protocolVersion } from '@rostrum/shared/protocol/version'
import { WebSocket } from 'ws'
import { afterNoon } from '../../support/fixtures.ts'
import { newCommandId } from '../../support/test-client.ts'

/** A way to send a command to a session. The answer is `ok` or a reason. */
export type Way = 'socket' | 'http'
export const ways: readonly Way[] = ['socket', 'http']

/** The server's time. The deadline of a last call in a history is later. */
const now = afterNoon(20)

export class Stage {
  readonly app: App
  readonly logLines: string[]
  readonly #log: ReturnType<typeof openMemoryLog>
  readonly #store: ReturnType<typeof openMemoryStore>
  #sessionCount = 0

  private constructor(
    app: App,
    parts: { log: Stage['logLines']; commits: ReturnType<typeof openMemoryLog>; store: ReturnType<typeof openMemoryStore> },
  ) {
    this.app = app
    this.logLines = parts.log
    this.#log = parts.commits
    this.#store = parts.store
  }

  static async open(): Promise<Stage> {
    const folder = join(tmpdir(), 'rostrum-no-folder')
    const [log, commits, store]: [string[], ReturnType<typeof openMemoryLog>, ReturnType<typeof openMemoryStore>] = [
      [],
      openMemoryLog(),
      openMemoryStore(),
    ]
    const config = parseConfig({ ROSTRUM_PORT: '0', ROSTRUM_DATA: folder }, folder)
    const logger = createLogger({ write: (line) => void log.push(line) })
    const app = await buildApp(config, { log: commits, store, now: () => now, logger }, folder)
    await app.listen()
    return new Stage(app, { log, commits, store })
  }

  async addSession(commits: readonly Commit[]): Promise<SessionId> {
    this.#sessionCount += 1
    const id = `session-${this.#sessionCount}` as SessionId
    await this.#log.append(id, revisionZero, commits)
    await this.#store.putNew('sessions', id, { createdAt: now })
    return id
  }

  async getTicket(session: SessionId, person: string): Promise<string> {
    const holder = await this.app.links.find(await this.app.links.getOrCreate(session, person as PersonId))
    if (holder === null) throw new Error(`${person} has no link`)
    return this.app.tickets.issue(holder)
  }

  async send(way: Way, session: SessionId, ticket: string, type: string, data: object): Promise<string> {
    return way === 'http' ? await this.#post(session, ticket, type, data) : await this.#emit(ticket, type, data)
  }

  async getRevision(session: SessionId): Promise<number> {
    return (await this.app.sessions.open(session))?.revision ?? 0
  }

  async close(): Promise<void> {
    await this.app.close()
  }

  async #post(session: SessionId, ticket: string, type: string, data: object): Promise<string> {
    const answer = await fetch(`http://127.0.0.1:${this.app.getPort()}/api/sessions/${session}/commands`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ticket}`, 'content-type': 'application/json' },
      body: JSON.stringify({ id: newCommandId(), type, data }),
    })
    return toOutcome((await answer.json()) as Answer)
  }

  /** Sends a command as a screen does, with nothing but the socket. */
  async #emit(ticket: string, type: string, data: object): Promise<string> {
    const socket = new WebSocket(`ws://127.0.0.1:${this.app.getPort()}/socket.io/?EIO=4&transport=websocket`)
    try {
      const answer = new Promise<string>((resolve, reject) => {
        socket.on('message', (bytes: Buffer) => {
          const text = String(bytes)
          if (text.startsWith('0{')) socket.send(`40${JSON.stringify({ protocol: protocolVersion, ticket })}`)
          if (text.startsWith('40{')) socket.send(`427${JSON.stringify(['command', { id: newCommandId(), type, data }])}`)
          if (text.startsWith('44')) resolve((JSON.parse(text.slice(2)) as { message: string }).message)
          if (text.startsWith('437')) resolve(toOutcome((JSON.parse(text.slice(3)) as [Answer])[0]))
        })
        socket.on('close', () => reject(new Error(`the connection was closed before ${type} was answered`)))
        socket.on('error', reject)
      })
      return await answer
    } finally {
      const closed = socket.readyState === WebSocket.CLOSED ? null : once(socket, 'close')
      socket.close()
      await closed
    }
  }
}

type Answer = { readonly ok?: boolean; readonly reason?: string }
const toOutcome = ({ ok, reason }: Answer): string => (ok === true ? 'ok' : (reason ?? 'no answer'))
