/** The server's side of connections: how much it keeps for each, since when the system takes no more, and when it is gone. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { protocolVersion } from '@rostrum/shared/protocol/version'
import { WebSocket } from 'ws'
import { enter } from '../../support/test-client.ts'

export type WatchedSocket = {
  /** The most bytes at a time. */
  kept: number
  isBlocked: boolean
  /** Milliseconds from when nothing was taken any more. Null while it is there. */
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

  /** Sees the connections that are opened from now on. */
  constructor() {
    subscribe(channel, this.#onAccepted)
  }

  /** `port`: of the other side. */
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

/** A screen that has connected and reads nothing more. Returns its port. */
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
