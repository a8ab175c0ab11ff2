/**
 * How the next attempt to connect is made. A WebSocket is always tried first. Where it does not open although the server
 * answers over HTTP, the network refuses it, and the next attempt is made by long polling.
 */
import { request } from './http.ts'

export type TransportName = 'websocket' | 'polling'

/** A page that has had a WebSocket does not take a restart of the server for a network that refuses it. */
const patience = { first: 1, afterWebSocket: 4 }

export class TransportChoice {
  readonly #canReach: () => Promise<boolean>
  #hadWebSocket = false
  #failures = 0
  #next: TransportName = 'websocket'

  constructor(canReach: () => Promise<boolean> = canReachServer) {
    this.#canReach = canReach
  }

  get next(): TransportName {
    return this.#next
  }

  /** The attempt did not reach the server. */
  async onFailed(): Promise<void> {
    if (this.#next === 'polling') {
      this.#next = 'websocket'
      return
    }
    this.#failures += 1
    if (this.#failures < (this.#hadWebSocket ? patience.afterWebSocket : patience.first)) return
    if (await this.#canReach()) this.#next = 'polling'
  }

  /** The connection is open. When it is lost, a WebSocket is tried again. */
  onOpened(transport: TransportName): void {
    this.#next = 'websocket'
    this.#failures = 0
    this.#hadWebSocket = transport === 'websocket'
  }
}

const canReachServer = async (): Promise<boolean> => (await request('GET', '/health')).ok
