/** A server in a process of its own, with a session in which people speak, wait, ask, are captioned and are interpreted. */
import { setTimeout as pause } from 'node:timers/promises'
import { type Prepared, prepareFolder } from '../../bench/servers/prepare.ts'
import { getSecret, ServerProcess, type StartupLinkSet } from '../../support/server-process.ts'
import { newCommandId, TestClient } from '../../support/test-client.ts'

/** `flooding` people have a ticket and do harm. As many wait for the floor as ask. */
const size = { flooding: 240, honest: 20, waiting: 60, questions: 300 } as const
const captionLines = 200
/** Longer than a line of any captioner. */
const captionText = 'They said that the review must be candid about what has not been reached. '.repeat(13).slice(0, 950)

export type Honest = { readonly link: string; readonly ticket: string }

export class Hall {
  readonly server: ServerProcess
  readonly session: string
  readonly code: string
  readonly chair: TestClient
  /** The tickets of the people who flood. */
  readonly flooding: readonly string[]
  readonly #honest: readonly Honest[]
  #came = 0
  readonly #interpreter: TestClient
  readonly #prepared: Prepared
  #captioner: Promise<void> = Promise.resolve()
  #isOver = false

  private constructor(
    server: ServerProcess,
    links: StartupLinkSet,
    prepared: Prepared,
    [chair, interpreter]: readonly [TestClient, TestClient],
  ) {
    this.server = server
    this.session = links.session
    this.code = links.code
    this.chair = chair
    this.flooding = prepared.tickets.slice(0, size.flooding)
    this.#honest = prepared.links.map((link, index) => ({ link, ticket: prepared.tickets[index] ?? '' })).slice(size.flooding)
    this.#interpreter = interpreter
    this.#prepared = prepared
  }

  static async open(): Promise<Hall> {
    const { flooding, honest, waiting, questions } = size
    const prepared = await prepareFolder({ screens: flooding + honest, waiting, questions })
    const { server, links } = await ServerProcess.start({ ROSTRUM_DATA: prepared.folder })
    const call = openCalls(server.url)
    const booth = await call(`/api/sessions/${links.session}/booths`, getSecret(links.organizer), { language: 'fr' })
    const [chair, interpreter] = await Promise.all([
      TestClient.join(server.url, { link: getSecret(links.chair) }),
      TestClient.join(server.url, { link: getSecret(booth['url'] as string) }),
    ])
    await interpreter.socket.timeout(10_000).emitWithAck('follow', { booth: true })
    const hall = new Hall(server, links, prepared, [chair, interpreter])
    await hall.#gather(call)
    return hall
  }

  /** Lets the people who flood ask for the floor too, and fills the captions. */
  async #gather(call: ReturnType<typeof openCalls>): Promise<void> {
    const join = { type: 'queue.join', data: { kind: 'intervention', topic: null } }
    for (const ticket of this.flooding) await call(`/api/sessions/${this.session}/commands`, ticket, { id: newCommandId(), ...join })
    await this.chair.send('captions.add', { language: 'en' as never })
    const { tracks } = await call('/api/staff/captions', this.chair.ticket.ticket)
    const [{ address } = { address: '' }] = tracks as readonly { readonly address: string }[]
    const { pathname, search } = new URL(address)
    this.#captioner = this.#sendLines(`${this.server.url}${pathname}${search}`)
  }

  /** A captioner sends as many lines as a reader ever gets at once, and then one now and again. */
  async #sendLines(address: string): Promise<void> {
    for (let line = 0; !this.#isOver; line += 1) {
      const body = `${line} ${captionText}`.slice(0, captionText.length)
      const answer = await fetch(address, { method: 'POST', headers: { 'content-type': 'text/plain' }, body })
      if (!answer.ok) throw new Error(`a line of captions was refused: ${await answer.text()}`)
      await pause(line < captionLines ? 60 : 1_000)
    }
  }

  /** Returns one person after the other. */
  takeHonest(): Honest {
    const person = this.#honest[this.#came % this.#honest.length]
    if (person === undefined) throw new Error('nobody is there')
    this.#came += 1
    return person
  }

  async close(): Promise<void> {
    this.#isOver = true
    await this.#captioner
    this.chair.close()
    this.#interpreter.close()
    await this.server.kill()
    await this.#prepared.delete()
  }
}

/** Returns a function that gets, or posts if there is a body, and resolves with the JSON of the answer. Rejects if it is refused. */
const openCalls = (url: string) => async (path: string, secret: string, body?: object) => {
  const headers = { authorization: `Bearer ${secret}`, ...(body ? { 'content-type': 'application/json' } : {}) }
  const answer = await fetch(url + path, { headers, ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}) })
  const content = (await answer.json()) as Readonly<Record<string, unknown>>
  if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(content)}`)
  return content
}
