/**
 * A proxy like those of some networks and deployments: it can refuse upgrades and end those that are open. With several nodes it sends all
 * requests with the same `route` to one of them. Other requests go to each in turn, as in docs/deploy/nginx.conf.
 */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, request as openRequest, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'

export class StrictProxy {
  refusesUpgrades = true
  /** Whether it neither answers nor closes an upgrade, as some firewalls do. */
  swallowsUpgrades = false
  /** Whether it refuses every request of the connection, even polls. */
  refusesPolls = false
  /** How many upgrades were asked for. */
  upgrades = 0
  readonly url: string
  readonly #server: Server
  readonly #ports: readonly number[]
  readonly #tunnels = new Set<Socket>()
  #isDown = false
  #turn = 0

  private constructor(server: Server, ports: readonly number[]) {
    this.#server = server
    this.#ports = ports
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    server.on('request', (request, response) => {
      if (this.refusesPolls && request.url?.startsWith('/socket.io/')) return void response.writeHead(403).end()
      const { method, headers, url: path } = request
      const onward = openRequest({ host: '127.0.0.1', port: this.#selectPort(request), method, headers, path }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      })
      onward.on('error', () => response.destroy())
      response.on('close', () => onward.destroy())
      request.pipe(onward)
    })
    server.on('connection', (socket) => this.#isDown && socket.destroy())
    server.on('upgrade', (request, socket: Socket, head) => this.#upgrade(request, socket, head))
  }

  static async open(...ports: readonly number[]): Promise<StrictProxy> {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new StrictProxy(server, ports)
  }

  /** Ends every open WebSocket. */
  cut(): void {
    for (const socket of this.#tunnels) socket.destroy()
  }

  /** Takes the whole network away, or brings it back. */
  set isDown(isDown: boolean) {
    this.#isDown = isDown
    if (!isDown) return
    this.cut()
    this.#server.closeAllConnections()
  }

  async close(): Promise<void> {
    this.cut()
    this.#server.closeAllConnections()
    await new Promise((closed) => this.#server.close(closed))
  }

  #upgrade(request: IncomingMessage, socket: Socket, head: Buffer): void {
    this.upgrades += 1
    socket.on('error', () => socket.destroy())
    this.#tunnels.add(socket)
    socket.on('close', () => this.#tunnels.delete(socket))
    if (this.swallowsUpgrades) return
    if (this.refusesUpgrades) return void socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n')
    const onward = connect(this.#selectPort(request), '127.0.0.1', () => {
      const { rawHeaders } = request
      const lines = rawHeaders.flatMap((name, index) => (index % 2 ? [] : [`${name}: ${rawHeaders[index + 1]}`]))
      onward.write(`GET ${request.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
      onward.write(head)
      socket.pipe(onward).pipe(socket)
    })
    onward.on('error', () => socket.destroy())
    socket.on('close', () => onward.destroy())
    onward.on('close', () => socket.destroy())
  }

  #selectPort({ url = '' }: IncomingMessage): number {
    const route = new URL(url, this.url).searchParams.get('route')
    this.#turn += 1
    const index = route === null ? this.#turn : (createHash('sha256').update(route).digest()[0] ?? 0)
    return this.#ports[index % this.#ports.length] as number
  }
}
