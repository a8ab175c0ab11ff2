/** A line to a server on this machine that can stand still without closing, as a network does that loses everything, or be slow. */
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

export class TcpProxy {
  readonly port: number
  /** Milliseconds by which everything is late, in each direction. */
  delay = 0
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  #isStalled = false

  private constructor(server: Server, target: number) {
    this.#server = server
    this.port = (server.address() as AddressInfo).port
    server.on('connection', (socket) => {
      const onward = connect(target, '127.0.0.1')
      this.#pipe(socket, onward)
      this.#pipe(onward, socket)
    })
  }

  static async open(target: number): Promise<TcpProxy> {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new TcpProxy(server, target)
  }

  /** Passes nothing on, not even that a connection was closed, and keeps all connections. */
  stall(): void {
    this.#isStalled = true
    for (const socket of this.#sockets) socket.pause()
  }

  /** Passes on what was held back, and everything from now on. */
  resume(): void {
    this.#isStalled = false
    for (const socket of this.#sockets) socket.resume()
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise((closed) => this.#server.close(closed))
  }

  #pipe(from: Socket, to: Socket): void {
    this.#sockets.add(from)
    if (this.#isStalled) from.pause()
    from.on('data', (part) => {
      if (this.delay === 0) to.write(part)
      else setTimeout(() => to.write(part), this.delay)
    })
    from.on('error', () => from.destroy())
    from.on('close', () => {
      this.#sockets.delete(from)
      to.destroy()
    })
  }
}
