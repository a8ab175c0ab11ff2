/** What a connection has not taken yet of what was written to it, and when that is too much. */

/** Unsent bytes beyond the first view, after which a connection is closed. Its screen reconnects and resumes. */
export const maxUnsentBytes = 256 * 1024
/** Milliseconds between two looks at what the network has taken. */
export const blockedCheckMs = 500
/** The same for milliseconds in which the network took nothing of what is unsent. With two looks, a screen is gone within three seconds. */
const maxBlockedMs = 2000
/** The same while the first view is on its way: over a slow line the system takes a large one in few, large pieces. */
export const maxFirstViewBlockedMs = 10_000

/** What is written to. The rest are internals of Node that say how much the network has taken, as Node's own timeout of a socket reads them. */
export type WatchedSocket = {
  /** Bytes that are unsent. */
  readonly writableLength: number
  readonly _bytesDispatched?: number
  readonly _handle?: { readonly writeQueueSize?: number } | null
}

export class Backlog {
  readonly #socket: WatchedSocket
  /** Null: as usual. */
  readonly #maxBlocked: number | null
  #blockedSince: number | null = null
  #taken = 0
  /** A first view may be larger than what a slow reader may keep. It is the same bytes for all, so it costs its memory once. */
  #maxUnsent: number | null = null

  constructor(socket: WatchedSocket, maxBlocked: number | null = null) {
    this.#socket = socket
    this.#maxBlocked = maxBlocked
  }

  /** After each write: whether too much is unsent. */
  isTooLarge(): boolean {
    const unsent = this.#socket.writableLength
    this.#maxUnsent ??= unsent + maxUnsentBytes
    return unsent > this.#maxUnsent
  }

  /** Everything that was written was taken. */
  isEmpty(): boolean {
    return this.#socket.writableLength === 0
  }

  /** Ask regularly: whether the network has taken nothing for too long. `now`: monotonic milliseconds. */
  isStuck(now: number): boolean {
    if (this.isEmpty()) {
      this.clear()
      return false
    }
    const taken = countTaken(this.#socket)
    if (taken !== this.#taken) this.#blockedSince = now
    this.#taken = taken
    this.#blockedSince ??= now
    return now - this.#blockedSince >= this.#getMaxBlocked()
  }

  /** Everything was taken. */
  clear(): void {
    this.#blockedSince = null
    this.#maxUnsent = maxUnsentBytes
  }

  #getMaxBlocked(): number {
    return this.#maxBlocked ?? (this.#maxUnsent === maxUnsentBytes ? maxBlockedMs : maxFirstViewBlockedMs)
  }
}

/** A connection to which something was written that the network may not have taken yet. */
export type Unsettled = {
  /** Closes it if the network has taken nothing for too long. Returns whether something is still unsent. `now`: monotonic milliseconds. */
  readonly closeIfBlocked: (now: number) => boolean
}

/** Looks regularly at the connections that have something unsent, and at no others: they may be twenty thousand. */
export class BacklogSweep {
  readonly #unsettled = new Set<Unsettled>()
  readonly #timer = setInterval(() => this.#run(), blockedCheckMs)

  /** After each write of which something may be unsent. */
  watch(connection: Unsettled): void {
    this.#unsettled.add(connection)
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  #run(): void {
    const now = performance.now()
    for (const connection of this.#unsettled) if (!connection.closeIfBlocked(now)) this.#unsettled.delete(connection)
  }
}

/** Bytes since the connection began. Zero where nobody can say. */
const countTaken = ({ _bytesDispatched: dispatched = 0, _handle: handle = null }: WatchedSocket): number =>
  dispatched - (handle?.writeQueueSize ?? dispatched)
