/** A screen without a browser. It applies frames, connects again after a gap, and checks that it holds what the server has sent. */

import { equal } from 'node:assert/strict'
import { TextHasher } from '@rostrum/server/engine/fanout/text-hasher'
import { ViewDigest } from '@rostrum/server/engine/fanout/view-digest'
import type { AnyView } from '@rostrum/shared/projection/delta'
import { applyFrame, type Frame, getCursors, type StreamCursors, type StreamState, type StreamStates } from '@rostrum/shared/protocol/frame'

/** A codec for frames as text, which are never packed. */
export const textCodec = {
  encode: (frame: Frame): string => JSON.stringify(frame),
  pack: (frame: Frame): string => JSON.stringify(frame),
  countBytes: (encoded: string): number => encoded.length,
}

/** The key of the cursors. It is the same on all nodes of a test. */
export const cursorKey = Buffer.from('the same on all nodes of a test')

export class FrameClient {
  streams: StreamStates = {}
  gaps = 0
  readonly #key: Buffer | null
  /** Every frame that arrived, as text. */
  readonly received: string[] = []

  /** `key`: the server's key, to check the cursors. Null for a server that keeps its key secret. */
  constructor(key: Buffer | null = cursorKey) {
    this.#key = key
  }

  apply(encoded: string): 'applied' | 'gap' {
    this.received.push(encoded)
    const frame = JSON.parse(encoded) as Frame
    const result = applyFrame(this.streams, frame)
    if (result.outcome === 'applied') {
      this.streams = result.states
      if (this.#key !== null) expectDigest(this.#key, frame.stream, result.states[frame.stream])
    } else this.gaps += 1
    return result.outcome
  }

  get cursors(): StreamCursors {
    return getCursors(this.streams)
  }

  get audienceView(): AnyView | undefined {
    return this.streams.audience?.view
  }

  get personView(): AnyView | undefined {
    return this.streams.person?.view
  }
}

/** Throws if the view of a stream does not match its cursor. Presence does not count, because it is not in the log. */
const expectDigest = (key: Buffer, stream: string, held: StreamState | undefined): void => {
  const { presence: _presence, ...view } = held?.view ?? {}
  const { cursor } = new ViewDigest(new TextHasher(key), view)
  equal(held?.cursor, cursor, `the ${stream} stream holds ${cursor}, and the server says ${held?.cursor}`)
}
