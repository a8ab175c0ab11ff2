/** Decides when a round of frames begins, from the changes and from the time that the last round took. */
import { type Event, type Slice, type SliceSpecs, slices } from '@rostrum/shared/contract/registry'

/**
 * The pace of rounds. `now` never waits: if a round is running, the change joins it. `soon` and `counts` wait after the last round, for two
 * reasons. A short pause lets changes that arrive together become one frame. A pause as long as the last round's processor time keeps
 * rounds to at most half of the processor. Other work during a round does not count. If nothing has arrived for a while, as after a storm,
 * a round starts early. The next one then waits for both pauses.
 */
export type Pace = 'now' | 'soon' | 'counts'

/**
 * In milliseconds. Counts are many and small. With 125, and the time that a round takes for ten thousand screens, they are sent four times
 * a second. With 150 there were fewer rounds. On a slow machine they were then still under way when the Chair acted, twice a second.
 */
const pauses: Readonly<Record<Pace, number>> = { now: 0, soon: 50, counts: 125 }
/** The milliseconds without a change after which a round no longer waits for more changes. */
const quiet = 50
const byUrgency: readonly Pace[] = ['now', 'soon', 'counts']

/** Returns how soon the change of an event is sent, as its slice declares. */
export const getPace = ({ type }: Event): Pace => {
  const { delivery, counted }: SliceSpecs[Slice] = slices[type.slice(0, type.indexOf('.')) as Slice]
  return delivery === 'immediate' ? 'now' : counted?.includes(type) ? 'counts' : 'soon'
}

export const pickMostUrgent = (paces: Iterable<Pace>): Pace | null => {
  const all = new Set(paces)
  return byUrgency.find((pace) => all.has(pace)) ?? null
}

/**
 * Sends what has changed. Resolves with its processor time in milliseconds. `takeUrgent`: takes an urgent request that has arrived in the
 * meantime. If it returns true, the round must also send what has changed until now.
 */
export type Round = (pace: Pace, takeUrgent: () => boolean) => Promise<number>

export class RoundScheduler {
  readonly #round: Round
  #isRunning = false
  #requested: Pace | null = null
  #requestedAt = 0
  /** When the last round ended, or would have ended if it had not started early. */
  #lastEnd = Number.NEGATIVE_INFINITY
  #lastBusy = 0
  #wasEarly = false
  #timer: NodeJS.Timeout | undefined
  #isStopped = false

  /** Rounds do not overlap: the next one begins after `round` has resolved. */
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
    // Timers count whole milliseconds. A fraction would fire before the round is due, and the timer would be set again.
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
