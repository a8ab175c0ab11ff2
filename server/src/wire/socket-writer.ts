/** Writes to a connection and limits the memory that a slow reader can take. */
import type { Socket as NetSocket } from 'node:net'
import { restartCloseCode } from '@rostrum/shared/protocol/messages'
import type { Socket } from 'socket.io'
import type { EncodedFrame } from './encode-frame.ts'

/** Unsent bytes, and milliseconds with unsent bytes, after which a connection is closed. Its screen reconnects and resumes. */
export const maxUnsentBytes = 256 * 1024
export const maxBlockedMs = 3000
/** The same over long polling, where everything waits between two polls: a poll must come at least this often. */
const maxPollPauseMs = 10_000

/** Socket.IO's packet for the event `restart`, which takes the place of the close code where there is none. */
const restartPacket = '2["restart"]'

/** Internals of Engine.IO that lead to the TCP socket. Versions are pinned, and the wire tests prove the shape. */
type EngineConnection = {
  readonly readyState: string
  readonly writeBuffer: readonly { readonly data?: unknown }[]
  readonly transport: { readonly name: string; readonly socket?: { readonly _socket?: NetSocket; close(code: number): void } }
  write(packet: string): unknown
  close(discard?: boolean): unknown
  on(event: 'drain', then: () => void): unknown
  once(event: 'drain', then: () => void): unknown
}

export class SocketWriter {
  readonly #conn: EngineConnection
  readonly #onSlow: () => void
  #blockedSince: number | null = null

  constructor(socket: Pick<Socket, 'conn'>, onSlow: () => void) {
    this.#conn = socket.conn as unknown as EngineConnection
    this.#onSlow = onSlow
    if (this.#isPolling()) this.#conn.on('drain', () => this.#forgetBlock())
  }

  /** Writes directly to the TCP socket if the buffer of Engine.IO is empty, otherwise through Engine.IO, so that order is kept. */
  send({ packet, bytes }: EncodedFrame): void {
    if (this.#conn.readyState !== 'open') return
    const tcpSocket = this.#conn.transport.socket?._socket
    if (tcpSocket && this.#conn.writeBuffer.length === 0 && tcpSocket.writable) tcpSocket.write(bytes)
    else this.#conn.write(packet)
    if (this.#getUnsentBytes() > maxUnsentBytes) this.#drop()
  }

  /** Call it regularly: calls `onSlow` if the connection has not drained for too long. `now`: monotonic milliseconds. */
  closeIfBlocked(now: number): void {
    if (this.#getUnsentBytes() === 0) this.#forgetBlock()
    else {
      this.#blockedSince ??= now
      if (now - this.#blockedSince >= (this.#isPolling() ? maxPollPauseMs : maxBlockedMs)) this.#drop()
    }
  }

  /** Closes the connection after everything is written, with the code or the event that tells the screen the reason. */
  closeForRestart(): void {
    if (this.#isPolling()) {
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
    // Without a poll Engine.IO would keep what is unsent until its next heartbeat fails.
    if (this.#isPolling()) this.#conn.close(true)
  }

  #forgetBlock(): void {
    this.#blockedSince = null
  }

  #isPolling(): boolean {
    return this.#conn.transport.name === 'polling'
  }

  #getUnsentBytes(): number {
    if (!this.#isPolling()) return this.#conn.transport.socket?._socket?.writableLength ?? 0
    return this.#conn.writeBuffer.reduce((total, { data }) => total + (typeof data === 'string' ? Buffer.byteLength(data) : 0), 0)
  }
}
