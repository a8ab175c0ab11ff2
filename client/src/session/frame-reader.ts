/** Reads frames in the order in which they came. A packed one takes a moment to unpack; what comes after it waits. */
import type { Frame } from '@rostrum/shared/protocol/frame'
import { fromWireFrame, type PackedFrame, unpackRows, type WireFrame } from '@rostrum/shared/protocol/wire-frame'

/** Browsers before 2023 may not be able to. They get everything plain. */
export const canUnpack = typeof DecompressionStream === 'function'

export class FrameReader {
  readonly #onFrame: (frame: Frame) => void
  /** Frames behind a packed one that is being unpacked. Null if there is none. */
  #waiting: Promise<void> | null = null
  /** Counts connections: what was still waiting when a connection ended is dropped. */
  #connection = 0

  constructor(onFrame: (frame: Frame) => void) {
    this.#onFrame = onFrame
  }

  read(wire: WireFrame): void {
    if (this.#waiting === null) this.#onFrame(fromWireFrame(wire))
    else this.#enqueue(Promise.resolve(wire))
  }

  readPacked(json: ArrayBuffer): void {
    this.#enqueue(unpack(json))
  }

  /** Once all that has come is read; never if the connection ends before. */
  afterAll(then: () => void): void {
    const connection = this.#connection
    if (this.#waiting === null) then()
    else void this.#waiting.then(() => connection === this.#connection && then())
  }

  /** The connection has ended. */
  reset(): void {
    this.#connection += 1
    this.#waiting = null
  }

  #enqueue(next: Promise<WireFrame>): void {
    const connection = this.#connection
    const turn = Promise.all([next, this.#waiting]).then(([wire]) => {
      if (connection !== this.#connection) return
      if (this.#waiting === turn) this.#waiting = null
      this.#onFrame(fromWireFrame(wire))
    })
    this.#waiting = turn
  }
}

async function unpack(packed: ArrayBuffer): Promise<WireFrame> {
  const { readable, writable } = new DecompressionStream('gzip')
  const writer = writable.getWriter()
  // A Blob would be shorter to write, and holds up a page for as long as another process takes to know it.
  const [frame] = await Promise.all([new Response(readable).json(), writer.write(new Uint8Array(packed)), writer.close()])
  return unpackRows(frame as PackedFrame)
}
