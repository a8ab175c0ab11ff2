/** Limits, by credits, what one person may send over all their connections. Chair and secretariat have their own lane. */
import type { RateClass } from '@rostrum/shared/contract/command'
import { type CommandType, commands } from '@rostrum/shared/contract/registry'
import { Bucket, type Rate } from './bucket.ts'

const laneRates = { participant: { perSecond: 5, burst: 10 }, staff: { perSecond: 100, burst: 200 } } as const satisfies Record<
  string,
  Rate
>
export type RateLane = keyof typeof laneRates

/** The buckets that participants have in addition to the lane, one for each class of commands. */
export type ExtraRates = Readonly<Record<Exclude<RateClass, 'normal'>, Rate>>
const extraRates: ExtraRates = {
  question: { perSecond: 0.1, burst: 1 },
  support: { perSecond: 2, burst: 4 },
}

const idleTime = 60_000

export class RateLimiter {
  readonly #people = new Map<string, { readonly buckets: Map<string, Bucket>; usedAt: number }>()
  #sweptAt = 0

  /**
   * Takes one credit from every bucket of the command, and returns 0. If one is empty, takes none and returns the seconds until it has one.
   * `now`: monotonic milliseconds.
   */
  take(person: string, lane: RateLane, type: CommandType | null, now: number): number {
    this.#sweep(now)
    const entry = this.#people.get(person) ?? { buckets: new Map<string, Bucket>(), usedAt: now }
    entry.usedAt = now
    this.#people.set(person, entry)
    const rateClass: RateClass = lane === 'participant' && type ? commands[type].rate : 'normal'
    const extra = rateClass === 'normal' ? [] : [[rateClass, extraRates[rateClass]] as const]
    const checked = [['all', laneRates[lane]] as const, ...extra].map(([name, rate]) => {
      const bucket = entry.buckets.get(name) ?? new Bucket(rate, now)
      entry.buckets.set(name, bucket)
      return { bucket, wait: bucket.measureWait(rate, 1, now) }
    })
    const wait = Math.max(0, ...checked.map(({ wait }) => wait))
    if (wait > 0) return Math.ceil(wait)
    for (const { bucket } of checked) bucket.take()
    return 0
  }

  /** Forgets everybody who has sent nothing for a minute. Their buckets are full again. */
  #sweep(now: number): void {
    if (now - this.#sweptAt < idleTime) return
    this.#sweptAt = now
    for (const [person, { usedAt }] of this.#people) if (now - usedAt > idleTime) this.#people.delete(person)
  }
}
