/** A screen without a browser. It applies frames, and connects again when there is a gap. */

import type { AnyView } from '@rostrum/shared/projection/delta'
import { applyFrame, type Frame, getCursors, type StreamCursors, type StreamStates } from '@rostrum/shared/protocol/frame'

export class FrameClient {
  streams: StreamStates = {}
  gaps = 0
  /** Every frame that arrived, as text. */
  readonly received: string[] = []

  apply(encoded: string): 'applied' | 'gap' {
    this.received.push(encoded)
    const result = applyFrame(this.streams, JSON.parse(encoded) as Frame)
    if (result.outcome === 'applied') this.streams = result.states
    else this.gaps += 1
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
