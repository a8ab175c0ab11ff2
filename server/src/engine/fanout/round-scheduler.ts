/** When a round of frames begins: by what changed, and by what the last round took. */
import { type Event, type Slice, type SliceSpecs, slices } from '@rostrum/shared/contract/registry'

/**
 * The pace of rounds. `now` waits for nothing: a round that still runs takes it along. `soon` and `counts` wait after the last round: a
 * moment, so that changes that come together make one frame; and as long as its processor time, so that rounds take at most half of the
 * processor. What else happened during a round does not count. Where nothing has come for a while, as after a storm, a round comes early,
 * and the next waits for both.
 */
export type Pace = 'now' | 'soon' | 'counts'

/**
 * Milliseconds. Counts are many and small: with the time that a round takes for ten thousand screens, that is four times a second. With
 * 150, rounds of a slow machine were still under way when the Chair acted, twice a second, and there were fewer.
 */
const pauses: Readonly<Record<Pace, number>> = { now: 0, soon: 50, counts: 125 }
/** Milliseconds without a change, after which no more are waited for. */
const quiet = 50
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
  #requestedAt = 0
  /** When the last round ended, or would have ended if it had waited. */
  #lastEnd = Number.NEGATIVE_INFINITY
  #lastBusy = 0
  #wasEarly = false
  #timer: NodeJS.Timeout | undefined
  #isStopped = false

  /** Rounds do not overlap: the next begins after `round` has resolved. */
  constructor(round: Round) {
    this.#round = round
  }

  request(pace: Pace): void {
    if (this.#isStopped) return
    this.#requestedAt = performance.now()
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
    const due = this.#computeDue(this.#requested)
    const rest = (this.#wasEarly ? due : Math.min(due, this.#requestedAt + quiet)) - performance.now()
    if (rest <= 0) void this.#runRound(due)
    // Timers count whole milliseconds. One for a part of a millisecond would fire before the round is due, and be set again.
    else this.#timer = setTimeout(() => this.#schedule(), Math.ceil(rest))
  }

  #computeDue(pace: Pace): number {
    return pace === 'now' ? performance.now() : this.#lastEnd + Math.max(pauses[pace], this.#lastBusy)
  }

  #takeUrgent(): boolean {
    if (this.#requested !== 'now') return false
    this.#requested = null
    return true
  }

  async #runRound(due: number): Promise<void> {
    const pace = this.#requested ?? 'soon'
    const early = Math.max(0, due - performance.now())
    this.#isRunning = true
    this.#requested = null
    this.#lastBusy = 0
    try {
      this.#lastBusy = await this.#round(pace, () => this.#takeUrgent())
    } finally {
      this.#lastEnd = performance.now() + early
      this.#wasEarly = early > 0
      this.#isRunning = false
      this.#schedule()
    }
  }
}
