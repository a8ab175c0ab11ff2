/** The data that was written to a connection and not sent yet, and the limits for it. */

/** The unsent bytes, beyond the first view, after which a connection is closed. Its screen reconnects and resumes. */
export const maxUnsentBytes = 256 * 1024
/** The time, in milliseconds, between two checks of what the network has taken. */
export const blockedCheckMs = 500
/**
 * How long, in milliseconds, the network may take no unsent data before a connection is closed: until the fourth check after the first. It
 * is half a check less than that, so that a timer that is early does not add a fifth. A screen is gone after 2.5 seconds, and a busy machine
 * has half a second left of the three that are promised.
 */
const maxBlockedMs = 3.5 * blockedCheckMs
/** The same limit while the first view is being sent. Over a slow line the system takes a large view in few, large pieces. */
export const maxFirstViewBlockedMs = 10_000

/**
 * The socket that is written to. `_bytesDispatched` and `_handle` are internals of Node. Its own socket timeout reads from them how much
 * the network has taken.
 */
export type WatchedSocket = {
  /** Bytes that are unsent. */
  readonly writableLength: number
  readonly _bytesDispatched?: number
  readonly _handle?: { readonly writeQueueSize?: number } | null
}

export class Backlog {
  readonly #socket: WatchedSocket
  /** Null: the usual limit. */
  readonly #maxBlocked: number | null
  #blockedSince: number | null = null
  #taken = 0
  /**
   * The limit of unsent bytes. A first view may be larger than what a slow reader may keep. It is the same bytes for everybody, so it costs
   * its memory once.
   */
  #maxUnsent: number | null = null

  constructor(socket: WatchedSocket, maxBlocked: number | null = null) {
    this.#socket = socket
    this.#maxBlocked = maxBlocked
  }

  /** To be called after each write. Returns whether too much is unsent. */
  isTooLarge(): boolean {
    const unsent = this.#socket.writableLength
    this.#maxUnsent ??= unsent + maxUnsentBytes
    return unsent > this.#maxUnsent
  }

  /** True if everything that was written has been taken. */
  isEmpty(): boolean {
    return this.#socket.writableLength === 0
  }

  /** To be called regularly. Returns whether the network has taken nothing for too long. `now`: monotonic milliseconds. */
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

  /** Notes that everything was taken. */
  clear(): void {
    this.#blockedSince = null
    this.#maxUnsent = maxUnsentBytes
  }

  #getMaxBlocked(): number {
    return this.#maxBlocked ?? (this.#maxUnsent === maxUnsentBytes ? maxBlockedMs : maxFirstViewBlockedMs)
  }
}

/** A connection with written data that the network may not have taken yet. */
export type Unsettled = {
  /** Closes it if the network has taken nothing for too long. Returns whether something is still unsent. `now`: monotonic milliseconds. */
  readonly closeIfBlocked: (now: number) => boolean
}

/** Regularly checks the connections that have unsent data, and no others: there may be twenty thousand. */
export class BacklogSweep {
  readonly #unsettled = new Set<Unsettled>()
  readonly #timer = setInterval(() => this.#run(), blockedCheckMs)

  /** To be called after each write of which something may be unsent. */
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

/** Returns the bytes taken since the connection began, or zero if that is unknown. */
const countTaken = ({ _bytesDispatched: dispatched = 0, _handle: handle = null }: WatchedSocket): number =>
  dispatched - (handle?.writeQueueSize ?? dispatched)
