/**
 * The streams of a screen, and when the page shows them. Frames are applied as they come, and shown a moment later, so that those that
 * come together render once. Browsers let the timer of a hidden page run at most once a second.
 */
import { applyFrame, type Frame, getCursors, type StreamCursors, type StreamStates } from '@rostrum/shared/protocol/frame'
import { getLocalTime } from './server-clock.ts'
import { mergeViews, useSessionStore } from './store.ts'

/** About as long as a screen takes to paint. */
const gatherMs = 16

export class ShownStreams {
  #streams: StreamStates
  /** Undefined while the page shows all that came. */
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(streams: StreamStates) {
    this.#streams = streams
  }

  /** Of all that came, shown or not. */
  get cursors(): StreamCursors {
    return getCursors(this.#streams)
  }

  apply(frame: Frame): 'applied' | 'gap' {
    const result = applyFrame(this.#streams, frame)
    if (result.outcome === 'gap') return 'gap'
    this.#streams = result.states
    this.#timer ??= setTimeout(() => this.show(), gatherMs)
    return 'applied'
  }

  /** At once: who presses sees what came of it together with the reply. */
  show(): void {
    if (this.#timer === undefined) return
    this.stop()
    const streams = this.#streams
    useSessionStore.setState({ streams, view: mergeViews(streams), lastHeardAt: getLocalTime() })
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }
}
