/** Server-sent events for one of thousands of screens, directly on TCP, for the reasons given in `raw-socket.ts`. */
import { connect, type Socket } from 'node:net'
import { type Address, eventOpcode, type RawSocketListener, sharedBuffer, traffic } from './raw-socket.ts'

const endOfHead = '\r\n\r\n'
const endOfEvent = '\n\n'
const beginOfData = 'data: '

export class RawEvents {
  readonly #socket: Socket
  readonly #listener: RawSocketListener
  #isOpen = false
  #isClosed = false
  /** The beginning of an event that has not arrived completely. */
  #rest: Buffer | null = null
  frames = 0
  bytes = 0

  constructor({ host, port, path, from }: Address, ticket: string, listener: RawSocketListener) {
    this.#listener = listener
    const onread = { buffer: sharedBuffer, callback: (count: number) => this.#read(sharedBuffer.subarray(0, count)) }
    this.#socket = connect({ host, port, localAddress: from, noDelay: true, onread })
    this.#socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}:${port}\r\nAuthorization: Bearer ${ticket}${endOfHead}`)
    this.#socket.on('error', (error: NodeJS.ErrnoException) => this.#end(error.code ?? error.message))
    this.#socket.on('close', () => this.#end('closed'))
  }

  send(): void {
    throw new Error('nothing can be sent over events')
  }

  pause(): void {
    this.#socket.pause()
  }

  resume(): void {
    this.#socket.resume()
  }

  close(): void {
    this.#end('closed here')
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
        this.#isOpen = data.subarray(0, 12).equals(Buffer.from('HTTP/1.1 200'))
        if (this.#isOpen) this.#listener.opened()
        else this.#end(`HTTP ${data.toString('latin1', 9, 12)}`)
        data = data.subarray(end + endOfHead.length)
      }
    }
    const used = this.#isOpen ? this.#readEvents(data) : 0
    if (used < data.length && !this.#isClosed) this.#rest = Buffer.from(data.subarray(used))
    return true
  }

  /** Returns the number of bytes that the complete events took. An event without data is a sign of life. */
  #readEvents(data: Buffer): number {
    let at = 0
    while (!this.#isClosed) {
      const end = data.indexOf(endOfEvent, at)
      if (end < 0) break
      const event = data.subarray(at, end)
      at = end + endOfEvent.length
      const begin = event.indexOf(beginOfData)
      if (begin < 0) continue
      this.frames += 1
      traffic.frames += 1
      this.#listener.message(eventOpcode, event.subarray(begin + beginOfData.length))
    }
    return at
  }
}
