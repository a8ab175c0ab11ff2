/**
 * How the next attempt to connect is made. A WebSocket is always tried first. Where it does not open although the server answers
 * over HTTP before and after, the network refuses it, and the next attempt is made by long polling. An answer only after it
 * may mean that the network has just come back.
 */
import { canReachServer } from './http.ts'

export type TransportName = 'websocket' | 'polling'

/** A page that has had a WebSocket does not take a restart of the server for a network that refuses it. */
const patience = { first: 1, afterWebSocket: 3 }

export class TransportChoice {
  readonly #canReach: () => Promise<boolean>
  #hadWebSocket = false
  #failures = 0
  #wasReachable: boolean
  #next: TransportName = 'websocket'

  /** `isLoaded`: the page itself has just come from the server. */
  constructor(isLoaded: boolean, canReach: () => Promise<boolean> = canReachServer) {
    this.#wasReachable = isLoaded
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
    const before = this.#wasReachable
    this.#wasReachable = await this.#canReach()
    if (before && this.#wasReachable) this.#next = 'polling'
  }

  /** The connection is open. When it is lost, a WebSocket is tried again. */
  onOpened(transport: TransportName): void {
    this.#next = 'websocket'
    this.#failures = 0
    this.#hadWebSocket = transport === 'websocket'
    // Where WebSockets were refused before, one failure is enough to come back.
    this.#wasReachable = transport === 'polling'
  }
}
