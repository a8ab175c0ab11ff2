/** A screen without a browser: takes frames off the wire, and comes back when there is a gap. */

import type { AnyView } from '@rostrum/shared/projection/delta'
import { applyFrame, type Cursors, cursorsOf, type Frame, type Synced } from '@rostrum/shared/protocol/frame'

export class Screen {
  synced: Synced = {}
  gaps = 0
  /** Everything that ever came, as it came. */
  readonly received: string[] = []

  take(encoded: string): 'applied' | 'gap' {
    this.received.push(encoded)
    const applied = applyFrame(this.synced, JSON.parse(encoded) as Frame)
    if (applied.outcome === 'applied') this.synced = applied.synced
    else this.gaps += 1
    return applied.outcome
  }

  get cursors(): Cursors {
    return cursorsOf(this.synced)
  }

  get audience(): AnyView | undefined {
    return this.synced.audience?.view
  }

  get person(): AnyView | undefined {
    return this.synced.person?.view
  }
}
