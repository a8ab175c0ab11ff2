/** Notices that an answer is late, which is the only sign of a connection that is dead and was not closed. The server is then asked again. */
import type { ClientSocket } from './feeds.ts'
import { checkTimeoutMs } from './reconnection.ts'
import { getLocalTime } from './server-clock.ts'

/** How late an answer is, in milliseconds, when the connection is checked. */
export const answerDueMs = 2500

export class AnswerWatch {
  readonly #socket: ClientSocket
  readonly #onDead: () => void
  readonly #timers = new Set<ReturnType<typeof setTimeout>>()
  #dueMs = answerDueMs
  #heardAt = 0

  constructor(socket: ClientSocket, onDead: () => void) {
    this.#socket = socket
    this.#onDead = onDead
    // Anything that arrives shows that the connection is alive.
    socket.on('connect', () => socket.io.engine.on('packet', () => (this.#heardAt = getLocalTime())))
    socket.on('disconnect', () => this.stop())
  }

  /** Watches for an answer. Returns a function that is called when it arrives. */
  expect(): () => void {
    const timer = setTimeout(() => this.#timers.delete(timer) && this.#check(), this.#dueMs)
    this.#timers.add(timer)
    return () => {
      clearTimeout(timer)
      // An answer that came in time shows that the network is fast enough.
      if (this.#timers.delete(timer)) this.#dueMs = answerDueMs
    }
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer)
    this.#timers.clear()
  }

  #check(): void {
    const askedAt = getLocalTime()
    this.#socket.timeout(checkTimeoutMs).emit('time', (error: Error | null) => {
      if (!error || !this.#socket.connected || this.#heardAt >= askedAt) return
      // The network may only be slow, so the next connection gets twice the time.
      this.#dueMs *= 2
      this.#onDead()
    })
  }
}
