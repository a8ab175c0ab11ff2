/** Writes to a socket without letting a reader that has stopped reading fill the memory. */
import type { Socket as NetSocket } from 'node:net'
import { restarting } from '@rostrum/shared/protocol/messages'
import type { Socket } from 'socket.io'
import type { Encoded } from './encode-frame.ts'

/** Unsent bytes, and unsent time, after which a line is closed. Its screen comes back and resumes. */
export const mostUnsent = 256 * 1024
export const longestUnsent = 3000

/** Engine.IO's own way to the TCP socket; pinned versions, and proved by the wire tests. */
type Conn = {
  readonly readyState: string
  readonly writeBuffer: readonly unknown[]
  readonly transport: { readonly socket?: { readonly _socket?: NetSocket; close(code: number): void } }
  write(packet: string): unknown
  once(event: 'drain', then: () => void): unknown
}

export class Outlet {
  readonly #conn: Conn
  readonly #slow: () => void
  #blockedSince: number | null = null

  constructor(socket: Pick<Socket, 'conn'>, slow: () => void) {
    this.#conn = socket.conn as unknown as Conn
    this.#slow = slow
  }

  /** One write to the TCP socket where nothing of Engine.IO's is waiting before it, and through Engine.IO otherwise. */
  send({ packet, bytes }: Encoded): void {
    if (this.#conn.readyState !== 'open') return
    const raw = this.#conn.transport.socket?._socket
    if (raw && this.#conn.writeBuffer.length === 0 && raw.writable) raw.write(bytes)
    else this.#conn.write(packet)
    if (this.#unsent() > mostUnsent) this.#slow()
  }

  /** To be called now and then: closes a line that has not drained for too long. `now`: monotonic milliseconds. */
  check(now: number): void {
    if (this.#unsent() === 0) this.#blockedSince = null
    else {
      this.#blockedSince ??= now
      if (now - this.#blockedSince >= longestUnsent) this.#slow()
    }
  }

  /** Ends the line behind whatever is still to be written, with the code that tells its screen why. */
  restart(): void {
    const end = () => this.#conn.transport.socket?.close(restarting)
    if (this.#conn.writeBuffer.length === 0) end()
    else this.#conn.once('drain', end)
  }

  #unsent(): number {
    return this.#conn.transport.socket?._socket?.writableLength ?? 0
  }
}
