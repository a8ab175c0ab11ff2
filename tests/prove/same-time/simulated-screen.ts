/** A screen that finds the server's time as pages do. Its network and its device are drawn from a seed. All times are in milliseconds. */
import { type ClockOffset, ClockProbes, getProbeInterval, initialProbeDelaysMs, isExact } from '@rostrum/client/session/server-clock'
import type { Channel } from '@rostrum/shared/contract/channels'
import type { SeededRandom } from '../../support/seeded-random.ts'

/** The delay in one direction: at least `least`, and up to `jitter` more. */
type Delay = { readonly least: number; readonly jitter: number }
type Network = { readonly there: Delay; readonly back: Delay }

/** The longest round trips that are drawn, not counting jitter. The promise holds up to 300 remotely. */
const longest = { room: 120, remote: 300 } as const satisfies Record<Channel, number>
/** The largest drift of a clock: one ten-thousandth. */
const maxDrift = 1e-4

export class SimulatedScreen {
  readonly channel: Channel
  readonly #random: SeededRandom
  readonly #probes = new ClockProbes()
  readonly #interval: number
  readonly #drift: number
  readonly #ahead: number
  /** When the network changes. */
  readonly #changeAt: number
  /** When the device falls asleep, and when it wakes up. Its monotonic clock stops in between. */
  readonly #sleep: readonly [from: number, until: number]
  /** When somebody sets the device's clock, and by how much. */
  readonly #setAt: number
  readonly #setBy: number
  #network: Network
  #nextNetwork: Network
  #offset: ClockOffset | null = null
  #probeAt = [...initialProbeDelaysMs]
  /** The answers on their way: when they arrive, when they were asked for, and the server's time in them. */
  #answers: { readonly arrives: number; readonly sentAt: number; readonly serverTime: number }[] = []

  constructor(random: SeededRandom) {
    this.#random = random
    this.channel = random.pick(['room', 'room', 'remote'])
    this.#interval = getProbeInterval(random.pick(['participant', 'display']))
    this.#drift = (random.next() * 2 - 1) * maxDrift
    this.#ahead = (random.next() * 2 - 1) * 86_400_000
    this.#changeAt = random.next() * 180_000
    const asleep = random.isLikely(0.3) ? random.next() * 90_000 : Number.POSITIVE_INFINITY
    this.#sleep = [asleep, asleep + random.next() * 5_000]
    this.#setAt = random.next() * 400_000
    this.#setBy = (random.next() * 2 - 1) * 3_600_000
    this.#network = this.#drawNetwork()
    this.#nextNetwork = this.#drawNetwork()
  }

  /** Returns the screen's error: its estimate of the server's time minus the true time. Null if it is not sure. */
  look(at: number): number | null {
    this.#runUntil(at)
    const measured = this.#offset
    if (measured === null || !isExact(measured, this.channel, this.#wallAhead(at)) || this.#isAsleep(at)) return null
    return this.#readClock(at) + measured.offset - at
  }

  #runUntil(at: number): void {
    for (;;) {
      const [probe = Number.POSITIVE_INFINITY] = this.#probeAt
      const [answer] = this.#answers
      const next = Math.min(probe, answer?.arrives ?? Number.POSITIVE_INFINITY)
      if (next > at) return
      if (answer !== undefined && answer.arrives === next) {
        this.#answers.shift()
        this.#offset = this.#probes.add(answer.sentAt, answer.serverTime, this.#readClock(answer.arrives), this.#wallAhead(answer.arrives))
      } else this.#probe(probe)
    }
  }

  #probe(at: number): void {
    this.#probeAt.shift()
    if (this.#probeAt.length === 0) this.#probeAt.push(at + this.#interval)
    if (this.#isAsleep(at)) return
    if (at >= this.#changeAt) this.#network = this.#nextNetwork
    const reaches = at + this.#draw(this.#network.there)
    const arrives = Math.max(reaches + this.#draw(this.#network.back), this.#answers.at(-1)?.arrives ?? 0)
    this.#answers.push({ arrives, sentAt: this.#readClock(at), serverTime: reaches })
  }

  #isAsleep(at: number): boolean {
    const [from, until] = this.#sleep
    return at >= from && at < until
  }

  #readClock(at: number): number {
    const [from, until] = this.#sleep
    const stood = at < from ? 0 : Math.min(at, until) - from
    return this.#ahead + (at - stood) * (1 + this.#drift)
  }

  /** Returns how far the wall clock is ahead. It continues while the device sleeps, and somebody may set it. */
  #wallAhead(at: number): number {
    return at + (at >= this.#setAt ? this.#setBy : 0) - this.#readClock(at)
  }

  #draw({ least, jitter }: Delay): number {
    // Most delays are near the least, and a few are far from it.
    return least + jitter * this.#random.next() ** 4
  }

  #drawNetwork(): Network {
    const trip = this.#random.next() * longest[this.channel]
    const share = this.#random.next()
    const jitter = () => this.#random.next() * 200
    return { there: { least: trip * share, jitter: jitter() }, back: { least: trip * (1 - share), jitter: jitter() } }
  }
}
