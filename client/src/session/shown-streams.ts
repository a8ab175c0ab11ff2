/**
 * The streams of a screen, and when the page shows them. Frames are applied as they arrive and shown a moment later, so that frames that
 * arrive together render once. A slow device shows them less often, so that it still responds to presses. Browsers run the timer of a
 * hidden page at most once a second.
 */
import { applyFrame, type Frame, getCursors, type StreamCursors, type StreamStates } from '@rostrum/shared/protocol/frame'
import { getLocalTime } from './server-clock.ts'
import { mergeViews, useSessionStore } from './store.ts'

/** About as long as a screen takes to paint, in milliseconds. */
const gatherMs = 16
/** The rest after a rendering: how many times as long as the rendering took, and at most how many milliseconds. */
const [restShare, maxRestMs] = [10, 250]

export class ShownStreams {
  #streams: StreamStates
  /** Undefined while the page shows everything that has arrived. */
  #timer: ReturnType<typeof setTimeout> | undefined
  /** The local time, in milliseconds, before which no frame is shown. */
  #restUntil = 0

  constructor(streams: StreamStates) {
    this.#streams = streams
  }

  /** The cursors of everything that has arrived, shown or not. */
  get cursors(): StreamCursors {
    return getCursors(this.#streams)
  }

  apply(frame: Frame): 'applied' | 'gap' {
    const result = applyFrame(this.#streams, frame)
    if (result.outcome === 'gap') return 'gap'
    this.#streams = result.states
    this.#timer ??= setTimeout(() => this.show(), Math.max(gatherMs, this.#restUntil - getLocalTime()))
    return 'applied'
  }

  /** Shows everything at once, so that a person who presses a button sees the result together with the reply. */
  show(): void {
    if (this.#timer === undefined) return
    this.stop()
    const streams = this.#streams
    const began = getLocalTime()
    useSessionStore.setState({ streams, view: mergeViews(streams), lastHeardAt: began })
    // The page renders in a microtask that was requested before this one.
    queueMicrotask(() => {
      const ended = getLocalTime()
      this.#restUntil = ended + Math.min(maxRestMs, restShare * (ended - began))
    })
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }
}
