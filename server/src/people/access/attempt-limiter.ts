/**
 * Slows wrong join codes down, and never a right one: the code is looked up before anything waits. Thousands of people in a hall share one
 * address, and some of them mistype. Failures on other nodes count too.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { Share, type ShareKind } from '../../engine/nodes/share.ts'

/**
 * The limits of an address with too many failures within `window` ms. It gets one answer about a wrong code per `delay` ms, and at most
 * `maxWaiting` answers wait.
 */
export const addressLimits = { failures: 10, window: 60_000, delay: 50, maxWaiting: 100 }
const overallLimits = { failures: 20, window: 1_000, delay: 300 }
const maxAddresses = 10_000

/** The failures within the windows, by address, and their sum under `overall`. */
export const failureShare: ShareKind<number> = {
  name: 'failures',
  value: z.int().positive(),
  merge: (one, other) => one + other,
  keptBy: 'its-node',
  sent: 'within-a-second',
  maxKeys: maxAddresses + 1,
}
const overall = 'overall'

type AddressRecord = { failures: number[]; waiting: number; lastTurn: Promise<void> }
export type AttemptResult<T> = { readonly kind: 'found'; readonly value: T } | { readonly kind: 'wrong' } | { readonly kind: 'too-many' }

export class AttemptLimiter {
  readonly #now: () => number
  readonly #addresses = new Map<string, AddressRecord>()
  readonly #share: Share<number>
  #recent: number[] = []

  constructor(share: Share<number> = new Share(failureShare), now: () => number = () => performance.now()) {
    this.#now = now
    this.#share = share
  }

  /** `too-many`: more wrong codes of this address wait for their answer than may. */
  async run<T>(from: string, check: () => Promise<T | null>): Promise<AttemptResult<T>> {
    const value = await check()
    if (value !== null) return { kind: 'found', value }
    const prefix = getNetworkPrefix(from)
    const address = this.#getAddress(prefix)
    const isSuspect = this.#countRecent(address) + this.#countElsewhere(prefix) >= addressLimits.failures
    const isStorm = this.#countOverall() + this.#countElsewhere(overall) >= overallLimits.failures
    this.#note(prefix, address)
    if (isSuspect) return { kind: (await waitForTurn(address)) ? 'wrong' : 'too-many' }
    if (isStorm) await wait(overallLimits.delay)
    return { kind: 'wrong' }
  }

  #note(prefix: string, address: AddressRecord): void {
    address.failures = [...this.#selectRecent(address.failures, addressLimits.window), this.#now()].slice(-addressLimits.failures)
    this.#recent = [...this.#selectRecent(this.#recent, overallLimits.window), this.#now()].slice(-overallLimits.failures)
    this.#report(prefix, () => this.#countRecent(address), addressLimits.window)
    this.#report(overall, () => this.#countOverall(), overallLimits.window)
  }

  /** Reports a count to the other nodes, now and again when the last failure is too old to count. */
  #report(name: string, count: () => number, window: number): void {
    const report = () => (count() === 0 ? this.#share.delete(name) : this.#share.put(name, count()))
    report()
    setTimeout(report, window + 1).unref()
  }

  #countElsewhere(name: string): number {
    return this.#share.getFromOthers(name) ?? 0
  }

  #countRecent({ failures }: AddressRecord): number {
    return this.#selectRecent(failures, addressLimits.window).length
  }

  #countOverall(): number {
    return this.#selectRecent(this.#recent, overallLimits.window).length
  }

  #selectRecent(times: readonly number[], window: number): readonly number[] {
    const since = this.#now() - window
    return times.filter((time) => time > since)
  }

  #getAddress(name: string): AddressRecord {
    const known = this.#addresses.get(name)
    if (known) return known
    if (this.#addresses.size >= maxAddresses) this.#evict()
    const address = { failures: [], waiting: 0, lastTurn: Promise.resolve() }
    this.#addresses.set(name, address)
    return address
  }

  /** Removes addresses without a recent failure. If all have one, removes the oldest half. */
  #evict(): void {
    for (const [name, address] of this.#addresses) {
      if (address.waiting === 0 && this.#countRecent(address) === 0) this.#addresses.delete(name)
    }
    if (this.#addresses.size < maxAddresses) return
    for (const name of [...this.#addresses.keys()].slice(0, maxAddresses / 2)) this.#addresses.delete(name)
  }
}

async function waitForTurn(address: AddressRecord): Promise<boolean> {
  if (address.waiting >= addressLimits.maxWaiting) return false
  address.waiting += 1
  const turn = address.lastTurn.then(() => wait(addressLimits.delay))
  address.lastTurn = turn
  await turn
  address.waiting -= 1
  return true
}

/** Returns the /64 prefix of an IPv6 address, because one household or network has a whole /64. An IPv4 address is returned as it is. */
export function getNetworkPrefix(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail ? tail.split(':') : []
  const gap = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  return [...left, ...Array<string>(gap).fill('0'), ...right].slice(0, 4).join(':')
}
