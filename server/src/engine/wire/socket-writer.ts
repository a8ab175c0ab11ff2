/** Writes to a connection and limits the memory that a slow reader can take. */
import type { Socket as NetSocket } from 'node:net'
import { restartCloseCode } from '@rostrum/shared/protocol/messages'
import type { Socket } from 'socket.io'
import { Backlog, type BacklogSweep, type Unsettled, type WatchedSocket } from './backlog.ts'
import type { EncodedPackets } from './encode-frame.ts'

/** How often, in milliseconds, a poll must come at least. Over long polling, everything waits between two polls. */
const maxPollPauseMs = 10_000

/** Socket.IO's packet for the event `restart`. It replaces the close code on connections that have none. */
const restartPacket = '2["restart"]'

/** The internals of Engine.IO that lead to the TCP socket. Versions are pinned, and the wire tests prove the shape. */
type EngineConnection = {
  readonly readyState: string
  readonly writeBuffer: readonly { readonly data?: unknown }[]
  readonly transport: { readonly name: string; readonly socket?: { readonly _socket?: NetSocket; close(code: number): void } }
  write(packet: string | Buffer): unknown
  close(discard?: boolean): unknown
  on(event: 'drain' | 'packetCreate', then: () => void): unknown
  once(event: 'drain' | 'close', then: () => void): unknown
}

/** Returns null over long polling. */
export const findTcpSocket = (conn: object): NetSocket | null => (conn as EngineConnection).transport.socket?._socket ?? null

/**
 * Joins everything that a connection is sent because of `letIn`, until the event loop continues. It becomes one write to the network: each
 * write costs as much as a frame.
 */
export const gatherWrites = (tcpSocket: NetSocket | null, letIn: () => void): void => {
  tcpSocket?.cork()
  if (tcpSocket !== null) setImmediate(() => tcpSocket.uncork())
  letIn()
}

export class SocketWriter implements Unsettled {
  /**
   * The TCP socket, as long as a write needs to check nothing else. The connection is then open, and Engine.IO holds nothing back. With
   * thousands of connections, each further object would have to be loaded from memory.
   */
  #clearSocket: NetSocket | null = null
  readonly #conn: EngineConnection
  readonly #isPolling: boolean
  readonly #tcpSocket: NetSocket | null
  readonly #onSlow: () => void
  readonly #backlog: Backlog
  readonly #sweep: BacklogSweep
  #isDropped = false

  constructor(socket: Pick<Socket, 'conn'>, sweep: BacklogSweep, onSlow: () => void) {
    this.#conn = socket.conn as unknown as EngineConnection
    this.#isPolling = this.#conn.transport.name === 'polling'
    this.#tcpSocket = findTcpSocket(socket.conn)
    this.#onSlow = onSlow
    this.#sweep = sweep
    this.#backlog = this.#tcpSocket === null ? new Backlog(new PollBuffer(this.#conn), maxPollPauseMs) : new Backlog(this.#tcpSocket)
    if (this.#isPolling) this.#conn.on('drain', () => this.#backlog.clear())
    // These are the packets that Engine.IO writes: answers, signs of life, and frames that it had to keep.
    this.#conn.on('packetCreate', () => {
      this.#clearSocket = null
      sweep.watch(this)
    })
    this.#conn.once('close', () => {
      this.#clearSocket = null
    })
  }

  /** Writes the packets in this order. */
  write(all: readonly EncodedPackets[]): void {
    const clear = this.#clearSocket
    const [only] = all
    if (clear?.writable && only !== undefined && all.length === 1) {
      clear.write(only.bytes)
      if (clear.writableLength > 0) this.#noteUnsent()
    } else this.#writeWithCare(all)
  }

  /** Calls `onSlow` too when it closes the connection. */
  closeIfBlocked(now: number): boolean {
    if (this.#isDropped || this.#conn.readyState === 'closed') return false
    if (this.#backlog.isStuck(now)) this.#drop()
    return !this.#backlog.isEmpty()
  }

  /** Closes the connection after everything is written, with the code or the event that gives the screen the reason. */
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

  /**
   * Writes directly to the TCP socket if the buffer of Engine.IO is empty. Otherwise it writes through Engine.IO, so that order is kept.
   */
  #writeWithCare(all: readonly EncodedPackets[]): void {
    if (this.#conn.readyState !== 'open') return
    const tcpSocket = this.#tcpSocket
    if (tcpSocket !== null && this.#conn.writeBuffer.length === 0 && tcpSocket.writable) {
      // More than one frame goes out as one write to the network.
      if (all.length > 1) tcpSocket.cork()
      for (const { bytes } of all) tcpSocket.write(bytes)
      if (all.length > 1) tcpSocket.uncork()
      this.#clearSocket = tcpSocket
    } else for (const { packets } of all) for (const packet of packets) this.#conn.write(packet)
    this.#noteUnsent()
  }

  #noteUnsent(): void {
    if (this.#backlog.isTooLarge()) this.#drop()
    else if (!this.#backlog.isEmpty()) this.#sweep.watch(this)
  }

  #drop(): void {
    this.#isDropped = true
    this.#onSlow()
    // Engine.IO would wait for the other side, with all the unsent data.
    this.#conn.close(true)
    this.#tcpSocket?.destroy()
  }
}

/** The data that waits for the next poll. */
class PollBuffer implements WatchedSocket {
  readonly #conn: EngineConnection

  constructor(conn: EngineConnection) {
    this.#conn = conn
  }

  get writableLength(): number {
    return this.#conn.writeBuffer.reduce((total, { data }) => total + countBytes(data), 0)
  }
}

const countBytes = (data: unknown): number => (typeof data === 'string' || Buffer.isBuffer(data) ? Buffer.byteLength(data) : 0)
