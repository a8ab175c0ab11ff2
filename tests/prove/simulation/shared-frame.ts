/** A frame as it travels in a simulation. Its text is parsed once for all screens that get the same frame. */
import type { FrameCodec } from '@rostrum/server/engine/fanout/frame-stream'
import type { Frame } from '@rostrum/shared/protocol/frame'

export class SharedFrame {
  readonly text: string
  #frame: Frame | null = null

  constructor(frame: Frame) {
    this.text = JSON.stringify(frame)
  }

  read(): Frame {
    this.#frame ??= JSON.parse(this.text) as Frame
    return this.#frame
  }
}

/** `pack`: returns the packed frame, at once or later. */
export const makeSharedCodec = (pack: (frame: SharedFrame) => SharedFrame | Promise<SharedFrame>): FrameCodec<SharedFrame> => ({
  encode: (frame) => new SharedFrame(frame),
  pack: (frame) => pack(new SharedFrame(frame)),
  countBytes: ({ text }) => text.length,
})
