/** Reads frames in the order in which they arrived. A packed frame takes a moment to unpack, and later ones wait for it. */
import type { Frame } from '@rostrum/shared/protocol/frame'
import { fromWireFrame, type PackedFrame, unpackRows, type WireFrame } from '@rostrum/shared/protocol/wire-frame'

export type FrameHandler = {
  onFrame(frame: Frame): void
  /** Reports that a packed frame could not be read. No frame after it will be read, so a new connection is needed. */
  onBroken(): void
}

export class FrameReader {
  readonly #handler: FrameHandler
  /** False in browsers before 2023. */
  #canUnpack = typeof DecompressionStream === 'function'
  /** Frames behind a packed one that is being unpacked. Null if there is none. */
  #waiting: Promise<void> | null = null
  /** Counts connections. Frames still waiting when a connection ends are dropped. */
  #connection = 0

  constructor(handler: FrameHandler) {
    this.#handler = handler
  }

  /** Whether the server may send packed frames. After an unreadable one it may not, and all frames are sent plain. */
  get canUnpack(): boolean {
    return this.#canUnpack
  }

  read(wire: WireFrame): void {
    if (this.#waiting === null) this.#handler.onFrame(fromWireFrame(wire))
    else this.#enqueue(Promise.resolve(wire))
  }

  readPacked(json: ArrayBuffer): void {
    this.#enqueue(unpack(json))
  }

  /** Calls `then` once every frame received so far is read, or never if the connection ends before. */
  afterAll(then: () => void): void {
    const connection = this.#connection
    if (this.#waiting === null) then()
    else void this.#waiting.then(() => connection === this.#connection && then())
  }

  /** Drops waiting frames, because the connection has ended. */
  reset(): void {
    this.#connection += 1
    this.#waiting = null
  }

  #enqueue(next: Promise<WireFrame>): void {
    const connection = this.#connection
    const read = ([wire]: readonly [WireFrame, unknown]) => {
      if (connection !== this.#connection) return
      if (this.#waiting === turn) this.#waiting = null
      this.#handler.onFrame(fromWireFrame(wire))
    }
    const turn = Promise.all([next, this.#waiting])
      .then(read)
      .catch((error: unknown) => {
        if (connection !== this.#connection) return
        console.warn('A packed frame could not be read; everything comes plain from now on.', error)
        this.#canUnpack = false
        this.reset()
        this.#handler.onBroken()
      })
    this.#waiting = turn
  }
}

async function unpack(packed: ArrayBuffer): Promise<WireFrame> {
  const { readable, writable } = new DecompressionStream('gzip')
  const writer = writable.getWriter()
  // A Blob would be shorter to write, but blocks the page while another process registers it.
  const [frame] = await Promise.all([new Response(readable).json(), writer.write(new Uint8Array(packed)), writer.close()])
  return unpackRows(frame as PackedFrame)
}
