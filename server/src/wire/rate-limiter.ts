/** Credits: what one person may send, however many lines they have. Chair and secretariat have a lane of their own. */
import type { CommandType } from '@rostrum/shared/contract/registry'

type Rate = { readonly perSecond: number; readonly burst: number }

const lanes = { participant: { perSecond: 5, burst: 10 }, staff: { perSecond: 100, burst: 200 } } as const satisfies Record<string, Rate>
export type Lane = keyof typeof lanes

const ask: Rate = { perSecond: 0.1, burst: 1 }
const support: Rate = { perSecond: 2, burst: 4 }
/** Beside the lane, for participants. */
const costly: Readonly<Partial<Record<CommandType, readonly [bucket: string, Rate]>>> = {
  'questions.ask': ['ask', ask],
  'questions.support': ['support', support],
  'questions.unsupport': ['support', support],
}

class Bucket {
  #left: number
  #at: number

  constructor(rate: Rate, now: number) {
    this.#left = rate.burst
    this.#at = now
  }

  left(rate: Rate, now: number): number {
    this.#left = Math.min(rate.burst, this.#left + ((now - this.#at) / 1000) * rate.perSecond)
    this.#at = now
    return this.#left
  }

  take(): void {
    this.#left -= 1
  }
}

const idle = 60_000

export class Credits {
  readonly #people = new Map<string, { readonly buckets: Map<string, Bucket>; used: number }>()
  #swept = 0

  /** Takes one credit from every bucket that the command draws on, or none and answers false. `now`: any monotonic milliseconds. */
  spend(person: string, lane: Lane, type: CommandType | null, now: number): boolean {
    this.#sweep(now)
    const own = this.#people.get(person) ?? { buckets: new Map<string, Bucket>(), used: now }
    own.used = now
    this.#people.set(person, own)
    const more = lane === 'participant' && type ? costly[type] : undefined
    const drawn = [['all', lanes[lane]] as const, ...(more ? [more] : [])].map(([name, rate]) => {
      const bucket = own.buckets.get(name) ?? new Bucket(rate, now)
      own.buckets.set(name, bucket)
      return { bucket, left: bucket.left(rate, now) }
    })
    if (drawn.some(({ left }) => left < 1)) return false
    for (const { bucket } of drawn) bucket.take()
    return true
  }

  /** Whoever has been silent for a minute has full buckets anyway. */
  #sweep(now: number): void {
    if (now - this.#swept < idle) return
    this.#swept = now
    for (const [person, { used }] of this.#people) if (now - used > idle) this.#people.delete(person)
  }
}
