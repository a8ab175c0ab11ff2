/** A line to a server on this machine. It can stand still without closing, like a network that loses everything, or be slow. */
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

export class TcpProxy {
  readonly port: number
  /** The milliseconds by which everything is late, in each direction. */
  delay = 0
  readonly #server: Server
  /** The sockets, each with the number of its connection. */
  readonly #sockets = new Map<Socket, number>()
  #count = 0
  /** The last connection that works. Connections with a higher number stand still. */
  #lastPassed = Number.POSITIVE_INFINITY

  private constructor(server: Server, target: number) {
    this.#server = server
    this.port = (server.address() as AddressInfo).port
    server.on('connection', (socket) => {
      this.#count += 1
      const onward = connect(target, '127.0.0.1')
      this.#pipe(socket, onward, this.#count)
      this.#pipe(onward, socket, this.#count)
    })
  }

  /** How many are open, also if they stand still. */
  get connections(): number {
    return this.#sockets.size / 2
  }

  static async open(target: number): Promise<TcpProxy> {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new TcpProxy(server, target)
  }

  /**
   * Passes nothing on, not even that a connection was closed, and keeps all connections. `but`: the number of first connections that still
   * work.
   */
  stall(but = 0): void {
    this.#lastPassed = but
    for (const [socket, number] of this.#sockets) if (number > but) socket.pause()
  }

  /** The present connections stand still and are not closed, as over a path that is gone. New ones pass. */
  abandon(): void {
    for (const socket of this.#sockets.keys()) socket.pause()
  }

  /** Loses everything on its way and closes all connections. Passes nothing on over new connections. */
  cut(): void {
    this.stall()
    for (const socket of this.#sockets.keys()) socket.destroy()
  }

  /** Passes on everything that was held back, and everything from now on. */
  resume(): void {
    this.#lastPassed = Number.POSITIVE_INFINITY
    for (const socket of this.#sockets.keys()) socket.resume()
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets.keys()) socket.destroy()
    await new Promise((closed) => this.#server.close(closed))
  }

  #pipe(from: Socket, to: Socket, number: number): void {
    this.#sockets.set(from, number)
    if (number > this.#lastPassed) from.pause()
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
