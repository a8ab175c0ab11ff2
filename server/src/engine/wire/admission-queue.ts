/** Lets a crowd in a few at a time, and nobody while more are arriving. So officers who return with the crowd do not wait behind it. */
import type { EventEmitter } from 'node:events'

/** The number of connections that are let in before the event loop reads what else has arrived. They take a few milliseconds. */
const groupSize = 25
/**
 * Node accepts one connection in a turn of its event loop. Anybody behind a crowd waits for all the work in these turns, before the server
 * can know who they are. So everybody is accepted first, and the crowd is held back. In milliseconds: how long at most, and how often.
 */
const hold = { most: 3000, every: 15_000 } as const

export class AdmissionQueue {
  readonly #arrived: (() => void)[] = []
  readonly #known: (() => void)[] = []
  #isRunning = false
  #hasAccepted = false
  #heldSince = Number.NEGATIVE_INFINITY

  /** `server`: emits `connection` when it has accepted one. */
  constructor(server: EventEmitter) {
    server.on('connection', () => {
      this.#hasAccepted = true
    })
  }

  /** Calls `letIn` when it is its turn. `isKnown`: the person is known. Such connections come before those that have only arrived. */
  add(letIn: () => void, { isKnown }: { readonly isKnown: boolean }): void {
    ;(isKnown ? this.#known : this.#arrived).push(letIn)
    if (!this.#isRunning) this.#schedule()
  }

  #schedule(): void {
    this.#isRunning = this.#known.length + this.#arrived.length > 0
    if (this.#isRunning) setImmediate(() => this.#run())
  }

  #run(): void {
    if (this.#mustHold(performance.now())) this.#schedule()
    else {
      const known = this.#known.splice(0, groupSize)
      this.#letIn([...known, ...this.#arrived.splice(0, groupSize - known.length)])
    }
  }

  /** Lets in one after the other. Socket.IO completes each in the next tick, and the next one may then exceed its person's limit. */
  #letIn(group: (() => void)[]): void {
    const letIn = group.shift()
    if (letIn === undefined) this.#schedule()
    else {
      letIn()
      process.nextTick(() => this.#letIn(group))
    }
  }

  #mustHold(now: number): boolean {
    if (!this.#hasAccepted) return false
    this.#hasAccepted = false
    if (now - this.#heldSince > hold.every) this.#heldSince = now
    return now - this.#heldSince < hold.most
  }
}
