/**
 * The streams of a screen, and when the page shows them. Frames are applied as they come, and shown a moment later, so that those that
 * come together render once. A slow device shows them less often, so that it still takes what is pressed. Browsers let the timer of a
 * hidden page run at most once a second.
 */
import { applyFrame, type Frame, getCursors, type StreamCursors, type StreamStates } from '@rostrum/shared/protocol/frame'
import { getLocalTime } from './server-clock.ts'
import { mergeViews, useSessionStore } from './store.ts'

/** About as long as a screen takes to paint. */
const gatherMs = 16
/** How many times as long as it took to show the last the next waits, and at most how many milliseconds. */
const [restShare, maxRestMs] = [10, 250]

export class ShownStreams {
  #streams: StreamStates
  /** Undefined while the page shows all that came. */
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Local milliseconds before which nothing is shown. */
  #restUntil = 0

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
    this.#timer ??= setTimeout(() => this.show(), Math.max(gatherMs, this.#restUntil - getLocalTime()))
    return 'applied'
  }

  /** At once: who presses sees what came of it together with the reply. */
  show(): void {
    if (this.#timer === undefined) return
    this.stop()
    const streams = this.#streams
    const began = getLocalTime()
    useSessionStore.setState({ streams, view: mergeViews(streams), lastHeardAt: began })
    // The page renders in a microtask that it has asked for before this one.
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
