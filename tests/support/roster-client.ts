import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import { getSecret, type InProcessServer } from './in-process-server.ts'

export type RosterReply = { readonly status: number; readonly body: Record<string, unknown> & { readonly reason?: string } }

/** Calls the roster routes of one session. The default is the first session, and the organizer's secret. */
export class RosterClient {
  readonly #server: InProcessServer
  readonly #base: string

  constructor(server: InProcessServer, session: SessionId = server.session.id) {
    this.#server = server
    this.#base = `http://127.0.0.1:${server.app.getPort()}/api/sessions/${session}`
  }

  countPeople(): number {
    return this.#server.session.state.people.all.size
  }

  /** Returns values that change with every change of the roster. */
  getState(): readonly [people: number, revision: number] {
    return [this.countPeople(), this.#server.session.revision]
  }

  async issueTicket(person: string): Promise<string> {
    const { links, tickets } = this.#server.app
    const holder = await links.find(await links.getOrCreate(this.#server.session.id, person as PersonId))
    if (!holder) throw new Error(`${person} has no link`)
    return tickets.issue(holder)
  }

  get organizerSecret(): string {
    return getSecret(this.#server.startupLinks.organizer)
  }

  async fetchRaw(method: string, path: string, body?: string | Uint8Array, type = 'application/json', secret = this.organizerSecret) {
    const headers = { authorization: `Bearer ${secret}`, ...(body === undefined ? {} : { 'content-type': type }) }
    return await fetch(this.#base + path, { method, headers, ...(body === undefined ? {} : { body: body as BodyInit }) })
  }

  async request(method: string, path: string, body?: unknown, secret?: string): Promise<RosterReply> {
    return readReply(await this.fetchRaw(method, path, body === undefined ? undefined : JSON.stringify(body), 'application/json', secret))
  }

  /** `choices`: how to read the file. */
  async sendList(
    step: 'preview' | 'import',
    file: string | Uint8Array,
    columns?: object,
    secret?: string,
    choices: Readonly<Record<string, string>> = {},
  ): Promise<RosterReply> {
    const query = new URLSearchParams({ ...(columns ? { columns: JSON.stringify(columns) } : {}), ...choices })
    return readReply(await this.fetchRaw('POST', `/people/${step}${query.size > 0 ? `?${query}` : ''}`, file, 'text/csv', secret))
  }
}

const readReply = async (answer: Response): Promise<RosterReply> => ({
  status: answer.status,
  body: (await answer.json()) as RosterReply['body'],
})
