/** Lists of people, and the doors through which they are kept. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import { type Doors, secretIn } from './in-process-server.ts'

export type Answer = { readonly status: number; readonly body: Record<string, unknown> & { readonly why?: string } }

/** Asks at the roster's doors of the one session, as the organiser unless a ticket is given. */
export class Desk {
  readonly #doors: Doors
  readonly #base: string

  constructor(doors: Doors) {
    this.#doors = doors
    this.#base = `http://127.0.0.1:${doors.app.port()}/api/sessions/${doors.session.id}`
  }

  async ticketOf(person: string): Promise<string> {
    const { links, tickets } = this.#doors.app
    const holder = await links.find(await links.current(this.#doors.session.id, person as PersonId))
    if (!holder) throw new Error(`${person} has no link`)
    return tickets.issue(holder)
  }

  get organiser(): string {
    return secretIn(this.#doors.given.organiser)
  }

  async raw(method: string, path: string, body?: string | Uint8Array, type = 'application/json', secret = this.organiser) {
    const headers = { authorization: `Bearer ${secret}`, ...(body === undefined ? {} : { 'content-type': type }) }
    return await fetch(this.#base + path, { method, headers, ...(body === undefined ? {} : { body: body as BodyInit }) })
  }

  async ask(method: string, path: string, body?: unknown, secret?: string): Promise<Answer> {
    return answerOf(await this.raw(method, path, body === undefined ? undefined : JSON.stringify(body), 'application/json', secret))
  }

  async send(step: 'preview' | 'import', csv: string | Uint8Array, columns?: object, secret?: string): Promise<Answer> {
    const query = columns ? `?columns=${encodeURIComponent(JSON.stringify(columns))}` : ''
    return answerOf(await this.raw('POST', `/people/${step}${query}`, csv, 'text/csv', secret))
  }
}

const answerOf = async (answer: Response): Promise<Answer> => ({
  status: answer.status,
  body: (await answer.json()) as Answer['body'],
})
