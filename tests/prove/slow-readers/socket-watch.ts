/**
 * The server's side of connections. It shows how much is kept for each, when the operating system stops taking data, and when each is
 * closed.
 */
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { protocolVersion } from '@rostrum/shared/protocol/version'
import { WebSocket } from 'ws'
import { enter } from '../../support/test-client.ts'

export type WatchedSocket = {
  /** The most bytes that were kept at a time. */
  kept: number
  isBlocked: boolean
  /** The milliseconds from when the operating system last took everything until the connection was closed. Null while it is open. */
  goneAfter: number | null
}

const channel = 'net.server.socket'
const lookEvery = 5

export class SocketWatch {
  readonly #accepted = new Map<number, Socket>()
  readonly #timers = new Set<NodeJS.Timeout>()
  readonly #onAccepted = (message: unknown) => {
    const { socket } = message as { readonly socket: Socket }
    if (socket.remotePort !== undefined) this.#accepted.set(socket.remotePort, socket)
  }

  /** Starts to watch new connections. */
  constructor() {
    subscribe(channel, this.#onAccepted)
  }

  /** `port`: the port of the other side. */
  find(port: number): WatchedSocket {
    const socket = this.#accepted.get(port)
    if (socket === undefined) throw new Error('this connection was not accepted')
    const watched: WatchedSocket = { kept: 0, isBlocked: false, goneAfter: null }
    let since = performance.now()
    const timer = setInterval(() => {
      if (socket.destroyed) {
        watched.goneAfter ??= performance.now() - since
        return
      }
      const { writableLength } = socket
      if (writableLength === 0) since = performance.now()
      watched.isBlocked = writableLength > 0
      watched.kept = Math.max(watched.kept, writableLength)
    }, lookEvery)
    this.#timers.add(timer)
    return watched
  }

  stop(): void {
    unsubscribe(channel, this.#onAccepted)
    for (const timer of this.#timers) clearInterval(timer)
  }
}

/** Connects a screen that then stops reading. Returns its port. */
export async function openPaused(url: string, link: string): Promise<number> {
  const { ticket } = await enter(url, { link })
  const reader = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`)
  reader.on('error', () => undefined)
  await once(reader, 'message')
  const tcp = (reader as unknown as { readonly _socket: Socket })._socket
  reader.send(`40${JSON.stringify({ protocol: protocolVersion, ticket, cursors: {} })}`)
  await once(reader, 'message')
  tcp.pause()
  return tcp.localPort ?? 0
}
