/** The whole server under hostile input, on real sockets, with honest people in the same session. */
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { StreamCursors } from '@rostrum/shared/protocol/frame'
import type { Reply } from '@rostrum/shared/protocol/messages'
import { protocolVersion } from '@rostrum/shared/protocol/version'
import { WebSocket } from 'ws'
import { getSecret, type InProcessServer, startInProcessServer, walkInBody } from '../../support/in-process-server.ts'
import { enter, TestClient } from '../../support/test-client.ts'
import { placeholders } from './hostile-packets.ts'
import type { Input } from './inputs.ts'

/** The number of people whose tickets are used in turn, so that the rate limit of one person hides nothing. */
const personCount = 40
/** The number of packets on one connection. A participant may send a hundred at once. */
const packetsPerConnection = 80
/** The milliseconds for which an answer is awaited. Many inputs get no answer. */
const patienceMs = 250

type Connection = { readonly socket: WebSocket; left: number }

export class FuzzTarget {
  readonly server: InProcessServer
  readonly #honest: readonly TestClient[]
  readonly #tickets: readonly string[]
  #used = 0
  readonly #incidents: string[] = []
  readonly #noteUncaught = (error: unknown) =>
    void this.#incidents.push(`not caught: ${error instanceof Error ? error.stack : String(error)}`)
  /** The connections on which nothing is on its way. */
  readonly #idle: Connection[] = []

  private constructor(server: InProcessServer, honest: readonly TestClient[], tickets: readonly string[]) {
    this.server = server
    this.#honest = honest
    this.#tickets = tickets
    process.on('uncaughtException', this.#noteUncaught)
    for (const { socket } of honest)
      socket.on('disconnect', (reason) => this.#incidents.push(`an honest client lost its connection: ${reason}`))
  }

  static async open(): Promise<FuzzTarget> {
    const server = await startInProcessServer()
    const url = `http://127.0.0.1:${server.app.getPort()}`
    const [chair, room] = await Promise.all(
      [server.startupLinks.chair, server.startupLinks.room].map((link) => TestClient.join(url, { link: getSecret(link) })),
    )
    if (chair === undefined || room === undefined) throw new Error('nobody joined')
    await chair.sendUntilAnswered('session.open', { onAnyDay: true })
    await chair.sendUntilAnswered('queue.open', {})
    const tickets: string[] = []
    for (let count = 0; count < personCount; count += 1)
      tickets.push((await enter(url, { code: server.startupLinks.code, person: walkInBody })).ticket)
    return new FuzzTarget(server, [chair, room], tickets)
  }

  /** Sends an input. Returns a description of the fault, or null. */
  async send(input: Input): Promise<string | null> {
    const { kind } = input
    if (kind === 'packet') return await this.#sendPacket(input)
    if (kind === 'entry') return await this.#sendEntry(input)
    if (kind === 'poll') return await this.#sendPoll(input)
    return await this.#sendRaw(kind === 'frames' ? Buffer.concat([Buffer.from(upgrade), input.bytes]) : this.#fill(input.bytes))
  }

  /** Lists everything that an honest person would notice. */
  async findTrouble(): Promise<readonly string[]> {
    const [chair, room] = this.#honest
    const times: number[] = []
    let reply: Reply | undefined
    // Takes the shortest of a few times, because the machine may be busy with something else.
    while (times.length < 5 && (times.length === 0 || Math.min(...times) > maxAnswerMs)) {
      const began = performance.now()
      reply = await chair?.send('queue.open', {})
      times.push(Math.round(performance.now() - began))
    }
    const ms = Math.min(...times)
    const view = await this.server.get(`/api/sessions/${this.server.session.id}/view`, {
      authorization: `Bearer ${chair?.ticket.ticket}`,
    })
    const { audience } = (await view.json()) as { audience: { view: object } }
    return [
      ...this.#incidents,
      ...(reply?.ok ? [] : [`the chair is answered ${JSON.stringify(reply)}`]),
      ...(ms > maxAnswerMs ? [`the chair is answered after ${ms} ms`] : []),
      ...this.#honest.flatMap(({ frames }) => (frames.gaps > 0 ? ['an honest client met a gap'] : [])),
      ...(Object.keys(audience.view).join() === Object.keys(chair?.frames.audienceView ?? {}).join()
        ? []
        : ['the chair’s view has other parts']),
      ...(room?.getPart<{ role: string }>('me').role === 'participant' ? [] : ['a participant is somebody else']),
      ...(Object.keys(Object.prototype).length === 0 ? [] : ['every object has inherited something']),
      ...this.server.logLines.filter((line) => (JSON.parse(line) as { level: number }).level >= 50),
    ]
  }

  async close(): Promise<void> {
    for (const { socket } of this.#idle) socket.terminate()
    process.off('uncaughtException', this.#noteUncaught)
    for (const one of this.#honest) one.close()
    await this.server.close()
  }

  #takeTicket(): string {
    this.#used += 1
    return this.#tickets[this.#used % this.#tickets.length] ?? ''
  }

  #fill(bytes: Buffer): Buffer {
    let text = bytes.toString('latin1')
    if (!text.includes('{{')) return bytes
    const values = {
      ticket: this.#takeTicket(),
      organizer: getSecret(this.server.startupLinks.organizer),
      session: this.server.session.id,
      ...this.#getCursors(),
    }
    for (const [name, placeholder] of Object.entries(placeholders))
      text = text.replaceAll(placeholder, values[name as keyof typeof values] ?? '')
    return Buffer.from(text, 'latin1')
  }

  /** Sends a packet on an admitted connection, which carries many packets until the server closes it. */
  async #sendPacket({ bytes }: Input): Promise<string | null> {
    const connection = this.#idle.pop() ?? (await this.#openConnection())
    connection.left -= 1
    const { socket } = connection
    const isBinary = bytes.length % 17 === 0
    socket.send(isBinary ? bytes : this.#fill(bytes).toString(), { binary: isBinary })
    // When the server answers this ping, it has answered or refused everything that it has read before.
    if (connection.left > 0) socket.ping()
    else socket.close()
    if (socket.readyState !== WebSocket.CLOSED) await awaitPongOrClose(socket)
    if (socket.readyState === WebSocket.OPEN) this.#idle.push(connection)
    return null
  }

  async #openConnection(): Promise<Connection> {
    const socket = await this.#openSocket()
    socket.send(this.#makeEntry())
    await once(socket, 'message')
    return { socket, left: packetsPerConnection }
  }

  async #openSocket(): Promise<WebSocket> {
    const socket = new WebSocket(`ws://127.0.0.1:${this.server.app.getPort()}/socket.io/?EIO=4&transport=websocket`)
    // The server may end a connection in the middle of a frame.
    socket.on('error', ({ message }) => void this.refused.add(message))
    await once(socket, 'message')
    return socket
  }

  /** Begins a connection with a hostile handshake, which is answered, or ends the connection. */
  async #sendEntry({ bytes }: Input): Promise<string | null> {
    const socket = await this.#openSocket()
    const answers = new Promise<string>((resolve) => {
      socket.once('message', (data) => resolve(String(data))).once('close', () => resolve(''))
    })
    socket.send(this.#fill(bytes).toString())
    const answer = await Promise.race([answers, sleep(maxEntryMs, null, { ref: false })])
    // A client that was let in is sent a view before this is answered.
    if (socket.readyState === WebSocket.OPEN) {
      socket.ping()
      await awaitPongOrClose(socket)
    }
    socket.terminate()
    if (answer === null) return 'a handshake had no answer'
    this.entries.sent += 1
    if (answer.startsWith('40')) this.entries.admitted += 1
    if (answer !== '' && !answer.includes('"protocol"')) this.entries.current += 1
    return null
  }
  /** Hostile handshakes: those that were sent, passed the check of the version, and were let in. */
  readonly entries = { sent: 0, current: 0, admitted: 0 }

  /** The handshake of a screen that has been connected before. */
  #makeEntry(): string {
    return `40${JSON.stringify({ protocol: protocolVersion, ticket: this.#takeTicket(), cursors: this.#getCursors() })}`
  }

  #getCursors(): StreamCursors {
    return this.#honest[1]?.frames.cursors ?? {}
  }
  /** The ways in which connections ended, in the words of the client. */
  readonly refused = new Set<string>()

  async #sendPoll({ bytes }: Input): Promise<string | null> {
    const url = `http://127.0.0.1:${this.server.app.getPort()}/socket.io/?EIO=4&transport=polling`
    const opened = await (await fetch(url)).text()
    const { sid } = JSON.parse(opened.slice(1)) as { readonly sid: string }
    const enterText = this.#makeEntry()
    const post = async (body: Buffer | string) =>
      (await fetch(`${url}&sid=${sid}`, { method: 'POST', body: new Uint8Array(Buffer.from(body)) })).status
    // Half of them arrive before anybody was admitted.
    const statuses = [...(bytes.length % 2 === 0 ? [await post(enterText)] : []), await post(this.#fill(bytes)), await post('1')]
    return statuses.some((status) => status >= 500) ? `answered ${statuses}` : null
  }

  /** Sends bytes. The server answers, ends the connection, or waits for more until the client gives up. */
  async #sendRaw(bytes: Buffer): Promise<string | null> {
    const socket: Socket = connect(this.server.app.getPort(), '127.0.0.1')
    socket.on('error', ({ message }) => void this.refused.add(message))
    let answer = ''
    socket.setEncoding('latin1').on('data', (piece: string) => {
      answer += piece
    })
    socket.setTimeout(patienceMs, () => socket.destroy())
    socket.write(bytes)
    await new Promise((resolve) => socket.once('close', resolve))
    const status = /^HTTP\/1\.1 5\d\d[^\r]*/m.exec(answer)
    return status === null ? null : status[0]
  }
}
const awaitPongOrClose = (socket: WebSocket): Promise<void> =>
  new Promise((resolve) => {
    const end = () => {
      socket.off('pong', end).off('close', end)
      resolve()
    }
    socket.on('pong', end).on('close', end)
  })

/** The most milliseconds until a handshake is answered. */
const maxEntryMs = 10_000

/** The most milliseconds until an answer. */
const maxAnswerMs = 100

const upgrade = [
  'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
  'Host: 127.0.0.1',
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
  '',
  '',
].join('\r\n')
