/** Writes to a connection and limits the memory that a slow reader can take. */
import type { Socket as NetSocket } from 'node:net'
import { restartCloseCode } from '@rostrum/shared/protocol/messages'
import type { Socket } from 'socket.io'
import type { EncodedFrame } from './encode-frame.ts'

/** Unsent bytes, and milliseconds with unsent bytes, after which a connection is closed. Its screen reconnects and resumes. */
export const maxUnsentBytes = 256 * 1024
export const maxBlockedMs = 3000

/** Internals of Engine.IO that lead to the TCP socket. Versions are pinned, and the wire tests prove the shape. */
type EngineConnection = {
  readonly readyState: string
  readonly writeBuffer: readonly unknown[]
  readonly transport: { readonly socket?: { readonly _socket?: NetSocket; close(code: number): void } }
  write(packet: string): unknown
  once(event: 'drain', then: () => void): unknown
}

export class SocketWriter {
  readonly #conn: EngineConnection
  readonly #onSlow: () => void
  #blockedSince: number | null = null

  constructor(socket: Pick<Socket, 'conn'>, onSlow: () => void) {
    this.#conn = socket.conn as unknown as EngineConnection
    this.#onSlow = onSlow
  }

  /** Writes directly to the TCP socket if the buffer of Engine.IO is empty, otherwise through Engine.IO, so that order is kept. */
  send({ packet, bytes }: EncodedFrame): void {
    if (this.#conn.readyState !== 'open') return
    const tcpSocket = this.#conn.transport.socket?._socket
    if (tcpSocket && this.#conn.writeBuffer.length === 0 && tcpSocket.writable) tcpSocket.write(bytes)
    else this.#conn.write(packet)
    if (this.#getUnsentBytes() > maxUnsentBytes) this.#onSlow()
  }

  /** Call it regularly: calls `onSlow` if the connection has not drained for too long. `now`: monotonic milliseconds. */
  closeIfBlocked(now: number): void {
    if (this.#getUnsentBytes() === 0) this.#blockedSince = null
    else {
      this.#blockedSince ??= now
      if (now - this.#blockedSince >= maxBlockedMs) this.#onSlow()
    }
  }

  /** Closes the connection after everything is written, with the code that tells the screen the reason. */
  closeForRestart(): void {
    const end = () => this.#conn.transport.socket?.close(restartCloseCode)
    if (this.#conn.writeBuffer.length === 0) end()
    else this.#conn.once('drain', end)
  }

  #getUnsentBytes(): number {
    return this.#conn.transport.socket?._socket?.writableLength ?? 0
  }
}
