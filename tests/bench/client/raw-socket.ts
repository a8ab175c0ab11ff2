/**
 * A WebSocket for one of thousands of screens, directly on TCP. It keeps nothing for each connection but an unfinished frame. With a
 * library's receiver and sender for each connection, the load generator would need more time than the server.
 */
import { connect, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'

export type RawSocketListener = {
  opened(): void
  /** The bytes are valid only during the call. */
  message(opcode: number, body: Buffer): void
  /** Called once, even if the connection was never opened. */
  closed(why: string): void
}
export type Address = {
  readonly host: string
  readonly port: number
  readonly path: string
  readonly from: string
  readonly isTls?: boolean
}

export const textOpcode = 1
export const binaryOpcode = 2
/** Not an opcode of WebSocket: it marks the data of a server-sent event. */
export const eventOpcode = 256
const [continuationOpcode, closeOpcode, pingOpcode, pongOpcode] = [0, 8, 9, 10]
const endOfHead = '\r\n\r\n'
/** All connections read into this one buffer, one after the other. */
export const sharedBuffer = Buffer.allocUnsafe(256 * 1024)
const handshakeKey = Buffer.from('a key for benches').toString('base64').slice(0, 22)

/** The totals over all connections of this process. */
export const traffic = { frames: 0, bytes: 0 }

export class RawSocket {
  readonly #socket: Socket
  readonly #listener: RawSocketListener
  #isOpen = false
  #isClosed = false
  /** The beginning of a frame that has not arrived completely. */
  #rest: Buffer | null = null
  /** The frames that have arrived so far of a message in several frames. */
  #parts: { readonly opcode: number; readonly bodies: Buffer[] } | null = null
  frames = 0
  bytes = 0

  constructor({ host, port, path, from, isTls = false }: Address, listener: RawSocketListener) {
    this.#listener = listener
    const onread = { buffer: sharedBuffer, callback: (count: number) => this.#read(sharedBuffer.subarray(0, count)) }
    // The bench creates its own certificate, so nobody has signed it.
    this.#socket = isTls
      ? connectTls({ host, port, rejectUnauthorized: false }).on('data', (chunk: Buffer) => this.#read(chunk))
      : connect({ host, port, localAddress: from, noDelay: true, onread })
    this.#socket.write(
      `GET ${path} HTTP/1.1\r\nHost: ${host}:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${handshakeKey}==${endOfHead}`,
    )
    this.#socket.on('error', (error: NodeJS.ErrnoException) => this.#end(error.code ?? error.message))
    this.#socket.on('close', () => this.#end('closed'))
  }

  send(text: string): void {
    this.#write(textOpcode, Buffer.from(text))
  }

  /** Stops reading: everything that the server sends stays in the buffers on the way. */
  pause(): void {
    this.#socket.pause()
  }

  resume(): void {
    this.#socket.resume()
  }

  close(): void {
    this.#end('closed here')
  }

  #write(opcode: number, body: Buffer): void {
    if (!this.#isClosed) this.#socket.write(maskFrame(opcode, body))
  }

  #end(why: string): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#rest = null
    this.#socket.destroy()
    this.#listener.closed(why)
  }

  #read(chunk: Buffer): boolean {
    this.bytes += chunk.length
    traffic.bytes += chunk.length
    let data = this.#rest === null ? chunk : Buffer.concat([this.#rest, chunk])
    this.#rest = null
    if (!this.#isOpen) {
      const end = data.indexOf(endOfHead)
      if (end >= 0) {
        if (!data.subarray(0, 12).equals(Buffer.from('HTTP/1.1 101'))) this.#end(`HTTP ${data.toString('latin1', 9, 12)}`)
        else this.#open()
        data = data.subarray(end + endOfHead.length)
      }
    }
    const used = this.#isOpen ? this.#readFrames(data) : 0
    if (used < data.length && !this.#isClosed) this.#rest = Buffer.from(data.subarray(used))
    return true
  }

  #open(): void {
    this.#isOpen = true
    this.#listener.opened()
  }

  /** Returns the number of bytes that the complete frames took. A server does not mask its frames. */
  #readFrames(data: Buffer): number {
    let at = 0
    while (!this.#isClosed) {
      const header = readHeader(data, at)
      if (header === null || at + header.size + header.length > data.length) break
      const begin = at + header.size
      at = begin + header.length
      this.frames += 1
      traffic.frames += 1
      this.#take(header.opcode, header.isFinal, data.subarray(begin, at))
    }
    return at
  }

  #take(opcode: number, isFinal: boolean, body: Buffer): void {
    if (opcode === closeOpcode) this.#end(`close ${body.length < 2 ? '' : body.readUInt16BE(0)}`.trim())
    else if (opcode === pingOpcode) this.#write(pongOpcode, Buffer.from(body))
    else if (opcode === pongOpcode) return
    else if (isFinal && opcode !== continuationOpcode) this.#listener.message(opcode, body)
    else {
      const parts = opcode === continuationOpcode && this.#parts !== null ? this.#parts : { opcode, bodies: [] }
      parts.bodies.push(Buffer.from(body))
      this.#parts = isFinal ? null : parts
      if (isFinal) this.#listener.message(parts.opcode, Buffer.concat(parts.bodies))
    }
  }
}

type Header = { readonly opcode: number; readonly isFinal: boolean; readonly size: number; readonly length: number }

/** Returns null if the header has not arrived completely. */
function readHeader(data: Buffer, at: number): Header | null {
  const left = data.length - at
  if (left < 2) return null
  const [first, second] = [data.readUInt8(at), data.readUInt8(at + 1) & 0x7f]
  const size = second < 126 ? 2 : second === 126 ? 4 : 10
  if (left < size) return null
  const length = second < 126 ? second : second === 126 ? data.readUInt16BE(at + 2) : Number(data.readBigUInt64BE(at + 2))
  return { opcode: first & 0x0f, isFinal: first >= 0x80, size, length }
}

/** A client must mask the frames that it sends. A mask of zeros is allowed, and changes nothing. */
function maskFrame(opcode: number, body: Buffer): Buffer {
  const size = body.length < 126 ? 2 : body.length < 65_536 ? 4 : 10
  const frame = Buffer.alloc(size + 4 + body.length)
  frame.writeUInt8(0x80 | opcode, 0)
  frame.writeUInt8(0x80 | (size === 2 ? body.length : size === 4 ? 126 : 127), 1)
  if (size === 4) frame.writeUInt16BE(body.length, 2)
  if (size === 10) frame.writeBigUInt64BE(BigInt(body.length), 2)
  body.copy(frame, size + 4)
  return frame
}
