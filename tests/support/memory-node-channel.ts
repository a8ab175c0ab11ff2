import { setImmediate } from 'node:timers'
import type { NodeChannel } from '@rostrum/server/engine/store/store'

/** Passes messages on as Redis does: the channel's contract holds for both. */
export class MemoryNodeChannel implements NodeChannel {
  readonly #listeners = new Set<(message: string) => void>()
  /** All that was published. */
  readonly published: string[] = []
  isBroken = false

  async publish(message: string): Promise<void> {
    if (this.isBroken) throw new Error('no connection')
    this.published.push(message)
    setImmediate(() => {
      for (const listener of [...this.#listeners]) listener(message)
    })
  }

  subscribe(onMessage: (message: string) => void): () => void {
    this.#listeners.add(onMessage)
    return () => this.#listeners.delete(onMessage)
  }
}
