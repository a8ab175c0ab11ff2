/** Writes to a connection and limits the memory that a slow reader can take. */
import type { Socket as NetSocket } from 'node:net'
import { restartCloseCode } from '@rostrum/shared/protocol/messages'
import type { Socket } from 'socket.io'
import type { EncodedFrame } from './encode-frame.ts'

/** Unsent bytes beyond the first view, after which a connection is closed. Its screen reconnects and resumes. */
export const maxUnsentBytes = 256 * 1024
/** The same for milliseconds in which the network took nothing of what is unsent. */
export const maxBlockedMs = 3000
/** The same while the first view is on its way: over a slow line the system takes a large one in few, large pieces. */
export const maxFirstViewBlockedMs = 10_000
/** The same over long polling, where everything waits between two polls: a poll must come at least this often. */
const maxPollPauseMs = 10_000

/** Socket.IO's packet for the event `restart`, which takes the place of the close code where there is none. */
const restartPacket = '2["restart"]'

/** Internals of Node that say how much the network has taken, as Node's own timeout of a socket reads them. */
type WatchedSocket = NetSocket & { readonly _bytesDispatched?: number; readonly _handle?: { readonly writeQueueSize?: number } | null }

/** Internals of Engine.IO that lead to the TCP socket. Versions are pinned, and the wire tests prove the shape. */
type EngineConnection = {
  readonly readyState: string
  readonly writeBuffer: readonly { readonly data?: unknown }[]
  readonly transport: { readonly name: string; readonly socket?: { readonly _socket?: WatchedSocket; close(code: number): void } }
  write(packet: string | Buffer): unknown
  close(discard?: boolean): unknown
  on(event: 'drain', then: () => void): unknown
  once(event: 'drain', then: () => void): unknown
}

export class SocketWriter {
  readonly #conn: EngineConnection
  readonly #isPolling: boolean
  /** Null over long polling. */
  readonly #tcpSocket: WatchedSocket | null
  readonly #onSlow: () => void
  #blockedSince: number | null = null
  #taken = 0
  /** A first view may be larger than what a slow reader may keep. It is the same bytes for all, so it costs its memory once. */
  #maxUnsent: number | null = null

  constructor(socket: Pick<Socket, 'conn'>, onSlow: () => void) {
    this.#conn = socket.conn as unknown as EngineConnection
    this.#isPolling = this.#conn.transport.name === 'polling'
    this.#tcpSocket = this.#conn.transport.socket?._socket ?? null
    this.#onSlow = onSlow
    if (this.#isPolling) this.#conn.on('drain', () => this.#forgetBlock())
  }

  /** Writes directly to the TCP socket if the buffer of Engine.IO is empty, otherwise through Engine.IO, so that order is kept. */
  send(frames: readonly EncodedFrame[]): void {
    if (this.#conn.readyState !== 'open') return
    const tcpSocket = this.#tcpSocket
    if (tcpSocket !== null && this.#conn.writeBuffer.length === 0 && tcpSocket.writable) {
      // More than one frame goes out as one write to the network.
      if (frames.length > 1) tcpSocket.cork()
      for (const { bytes } of frames) tcpSocket.write(bytes)
      if (frames.length > 1) tcpSocket.uncork()
    } else for (const { packets } of frames) for (const packet of packets) this.#conn.write(packet)
    const unsent = this.#getUnsentBytes()
    this.#maxUnsent ??= unsent + maxUnsentBytes
    if (unsent > this.#maxUnsent) this.#drop()
  }

  /** Call it regularly: calls `onSlow` if the network has taken nothing for too long. `now`: monotonic milliseconds. */
  closeIfBlocked(now: number): void {
    if (this.#getUnsentBytes() === 0) this.#forgetBlock()
    else {
      const taken = this.#countTaken()
      if (taken !== this.#taken) this.#blockedSince = now
      this.#taken = taken
      this.#blockedSince ??= now
      if (now - this.#blockedSince >= this.#getMaxBlocked()) this.#drop()
    }
  }

  /** Closes the connection after everything is written, with the code or the event that tells the screen the reason. */
  closeForRestart(): void {
    if (this.#isPolling) {
      this.#conn.write(restartPacket)
      this.#conn.close()
      return
    }
    const end = () => this.#conn.transport.socket?.close(restartCloseCode)
    if (this.#conn.writeBuffer.length === 0) end()
    else this.#conn.once('drain', end)
  }

  #drop(): void {
    this.#onSlow()
    // Engine.IO would wait for the other side, with all that is unsent.
    this.#conn.close(true)
    this.#tcpSocket?.destroy()
  }

  #forgetBlock(): void {
    this.#blockedSince = null
    this.#maxUnsent = maxUnsentBytes
  }

  #getMaxBlocked(): number {
    if (this.#isPolling) return maxPollPauseMs
    return this.#maxUnsent === maxUnsentBytes ? maxBlockedMs : maxFirstViewBlockedMs
  }

  /** Bytes that the network took since the connection began. Zero where Node does not say, and over long polling. */
  #countTaken(): number {
    const { _bytesDispatched: dispatched = 0, _handle: handle = null } = this.#tcpSocket ?? {}
    return dispatched - (handle?.writeQueueSize ?? dispatched)
  }

  #getUnsentBytes(): number {
    if (this.#tcpSocket !== null) return this.#tcpSocket.writableLength
    return this.#conn.writeBuffer.reduce((total, { data }) => total + countBytes(data), 0)
  }
}

const countBytes = (data: unknown): number => (typeof data === 'string' || Buffer.isBuffer(data) ? Buffer.byteLength(data) : 0)
