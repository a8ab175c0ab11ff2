/** A proxy between one client and a server that keeps every byte from the server. */
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

export class Tap {
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  #taken: Buffer[] = []

  private constructor(server: Server) {
    this.#server = server
  }

  static async open(getPort: () => number): Promise<Tap> {
    const server = createServer()
    const tap = new Tap(server)
    server.on('connection', (client) => tap.#join(client, connect(getPort(), '127.0.0.1')))
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return tap
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** Returns all bytes since the last call, separately for each connection. */
  take(): readonly Buffer[] {
    const taken = this.#taken
    this.#taken = []
    return taken
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    this.#server.close()
    await once(this.#server, 'close')
  }

  #join(client: Socket, upstream: Socket): void {
    const pieces: Buffer[] = []
    upstream.on('data', (piece: Buffer) => pieces.push(piece))
    upstream.on('close', () => this.#taken.push(Buffer.concat(pieces)))
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      this.#sockets.add(from)
      from.pipe(to)
      // Either end may be cut off; then the other end is closed too.
      from.on('error', () => to.destroy())
      from.on('close', () => to.destroy())
    }
  }
}
