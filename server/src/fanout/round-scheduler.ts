/** When a round of frames begins: by what changed, and by what the last round took. */
import { type Event, type Slice, type SliceSpecs, slices } from '@rostrum/shared/contract/registry'

/**
 * The pace of rounds. `now` waits for nothing: a round that still runs takes it along. `soon` and `counts` wait after the last round: a moment, so
 * that changes that come together make one frame; and at least one and a half times its processor time, so that rounds take at most two
 * fifths of the processor. What else happened during a round does not count.
 */
export type Pace = 'now' | 'soon' | 'counts'

/** Milliseconds. Counts are many and small: four times a second is often enough. */
const pauses: Readonly<Record<Pace, number>> = { now: 0, soon: 50, counts: 150 }
const busyFactor = 1.5
const byUrgency: readonly Pace[] = ['now', 'soon', 'counts']

/** A slice says how soon a change of it is sent. */
export const getPace = ({ type }: Event): Pace => {
  const { delivery, counted }: SliceSpecs[Slice] = slices[type.slice(0, type.indexOf('.')) as Slice]
  return delivery === 'immediate' ? 'now' : counted?.includes(type) ? 'counts' : 'soon'
}

export const pickMostUrgent = (paces: Iterable<Pace>): Pace | null => {
  const all = new Set(paces)
  return byUrgency.find((pace) => all.has(pace)) ?? null
}

/**
 * Sends what has changed. Resolves with its processor time in milliseconds. `takeUrgent`: whether something has been requested meanwhile
 * that waits for nothing; then the round must also send what has changed until now.
 */
export type Round = (pace: Pace, takeUrgent: () => boolean) => Promise<number>

export class RoundScheduler {
  readonly #round: Round
  #isRunning = false
  #requested: Pace | null = null
  #lastEnd = Number.NEGATIVE_INFINITY
  #lastBusy = 0
  #timer: NodeJS.Timeout | undefined
  #isStopped = false

  /** Rounds do not overlap: the next begins after `round` has resolved. */
  constructor(round: Round) {
    this.#round = round
  }

  request(pace: Pace): void {
    if (this.#isStopped) return
    const requested = pickMostUrgent([pace, ...(this.#requested === null ? [] : [this.#requested])])
    if (requested === this.#requested) return
    this.#requested = requested
    this.#schedule()
  }

  stop(): void {
    this.#isStopped = true
    clearTimeout(this.#timer)
  }

  #schedule(): void {
    if (this.#isRunning || this.#requested === null || this.#isStopped) return
    clearTimeout(this.#timer)
    const rest =
      this.#requested === 'now' ? 0 : this.#lastEnd + Math.max(pauses[this.#requested], busyFactor * this.#lastBusy) - performance.now()
    if (rest <= 0) void this.#runRound()
    else this.#timer = setTimeout(() => void this.#runRound(), rest)
  }

  #takeUrgent(): boolean {
    if (this.#requested !== 'now') return false
    this.#requested = null
    return true
  }

  async #runRound(): Promise<void> {
    const pace = this.#requested ?? 'soon'
    this.#isRunning = true
    this.#requested = null
    this.#lastBusy = 0
    try {
      this.#lastBusy = await this.#round(pace, () => this.#takeUrgent())
    } finally {
      this.#lastEnd = performance.now()
      this.#isRunning = false
      this.#schedule()
    }
  }
}
