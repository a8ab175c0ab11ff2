/**
 * Chooses the transport for the next attempt to connect. A WebSocket is tried first, unless the tab remembers long polling. If it does not
 * open although the server answers over HTTP before and after, the network blocks it. The next attempt then uses long polling. An answer
 * only afterwards may mean that the network has just come back.
 */
import { canReachServer } from './http.ts'
import type { BrowserStorage } from './outbox.ts'

export type TransportName = 'websocket' | 'polling'

/**
 * Failures before the server is asked. After a WebSocket connection there are more, so that a restart is not mistaken for a network that
 * blocks.
 */
const patience = { first: 1, afterWebSocket: 3 }

/** In the storage of the tab while the last connection was by long polling, so that a reload does not wait for a WebSocket again. */
export const pollingStorageKey = 'rostrum.polling'

export class TransportChoice {
  readonly #memory: BrowserStorage | null
  readonly #canReach: () => Promise<boolean>
  #hadWebSocket = false
  #failures = 0
  #wasReachable: boolean
  #next: TransportName = 'websocket'
  #isBlocked = false

  /** `isLoaded`: true if the page itself has just come from the server. `memory`: the storage of the tab. */
  constructor(isLoaded: boolean, memory: BrowserStorage | null, canReach: () => Promise<boolean> = canReachServer) {
    this.#wasReachable = isLoaded
    this.#memory = memory
    if (memory?.getItem(pollingStorageKey)) this.#next = 'polling'
    this.#canReach = canReach
  }

  get next(): TransportName {
    return this.#next
  }

  /** True once every way to the server has failed. */
  get isBlocked(): boolean {
    return this.#isBlocked
  }

  /** Notes that the attempt did not reach the server. */
  async onFailed(): Promise<void> {
    if (this.#next === 'polling') {
      this.#next = 'websocket'
      this.#isBlocked = true
      return
    }
    this.#failures += 1
    if (this.#failures < (this.#hadWebSocket ? patience.afterWebSocket : patience.first)) return
    const before = this.#wasReachable
    this.#wasReachable = await this.#canReach()
    if (before && this.#wasReachable) this.#next = 'polling'
    else this.#isBlocked = true
  }

  /** Notes that the connection is open. When it is lost, a WebSocket is tried again. */
  onOpened(transport: TransportName): void {
    this.#next = 'websocket'
    this.#isBlocked = false
    this.#failures = 0
    this.#hadWebSocket = transport === 'websocket'
    // If WebSockets were blocked before, one failure is enough to return to long polling.
    this.#wasReachable = transport === 'polling'
    if (transport === 'polling') this.#memory?.setItem(pollingStorageKey, 'yes')
    else this.#memory?.removeItem(pollingStorageKey)
  }
}
