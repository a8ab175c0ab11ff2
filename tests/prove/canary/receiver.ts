/** A person of the session who follows it in every way at the same time. Every byte that arrives is kept. */
import { EventReader } from '../../support/event-reader.ts'
import { Tap } from '../../support/tap.ts'
import { enter, type IssuedTicket, newCommandId, TestClient } from '../../support/test-client.ts'
import type { TwoApps } from './two-apps.ts'

export class Receiver {
  readonly name: string
  readonly ticket: IssuedTicket
  readonly #taps: readonly Tap[]
  #client: TestClient | null = null
  #reader = new EventReader()

  private constructor(name: string, ticket: IssuedTicket, taps: readonly Tap[]) {
    this.name = name
    this.ticket = ticket
    this.#taps = taps
  }

  static async enter(name: string, apps: TwoApps, entry: object): Promise<Receiver> {
    const taps = await Promise.all([0, 1].map((which) => Tap.open(() => apps.getApp(which).getPort())))
    const [first] = taps
    if (first === undefined) throw new Error('there is no way to the server')
    const receiver = new Receiver(name, await enter(first.url, entry), taps)
    await receiver.follow(0)
    return receiver
  }

  /** Connects by socket and by events, with the cursors it holds. */
  async follow(which: number): Promise<void> {
    const held = this.#client?.frames.streams
    this.leave()
    this.#client = new TestClient(this.#getUrl(which), this.ticket)
    if (held !== undefined) this.#client.frames.streams = held
    await this.#client.waitUntilReady()
    await this.#client.socket.timeout(5_000).emitWithAck('follow', { booth: true })
    const { lastId } = this.#reader
    this.#reader = new EventReader()
    this.#reader.lastId = lastId
    await this.#reader.connect(this.#getUrl(which), this.ticket.session, this.ticket.ticket)
  }

  leave(): void {
    this.#client?.close()
    this.#reader.close()
  }

  /** Sends a request and returns the answer. */
  async ask(method: string, path: string, body?: unknown, which = 0): Promise<{ readonly status: number; readonly bytes: Buffer }> {
    const answer = await fetch(this.#getUrl(which) + path, {
      method,
      headers: {
        authorization: `Bearer ${this.ticket.ticket}`,
        connection: 'close',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) }
  }

  /** Sends a command. Throws if it is refused. */
  async send(type: string, data: object, id: string = newCommandId()): Promise<string> {
    const { status, bytes } = await this.ask('POST', `/api/sessions/${this.ticket.session}/commands`, { id, type, data })
    if (status !== 200) throw new Error(`${this.name}: ${type} was answered ${bytes}`)
    return id
  }

  /** Ends all connections. Returns everything that has arrived since the last call. */
  async takeBytes(): Promise<readonly Buffer[]> {
    this.leave()
    await new Promise((resolve) => setTimeout(resolve, 100))
    return this.#taps.flatMap((tap) => tap.take())
  }

  async close(): Promise<void> {
    this.leave()
    await Promise.all(this.#taps.map((tap) => tap.close()))
  }

  #getUrl(which: number): string {
    return this.#taps[which]?.url ?? ''
  }
}
