/** Wrong codes are limited, honest ones are not: hundreds in a room share one address, so that failures count and joins never do.
 * Whoever shares an address with a guesser waits a moment in its line; a right code still gets in. */
import { setTimeout as wait } from 'node:timers/promises'

/** `pace`: one look in so many milliseconds, for an address with too many failures. */
export const perAddress = { failures: 10, window: 60_000, pace: 50, line: 100 }
const overall = { failures: 20, window: 1_000, delay: 300 }
const remembered = 10_000

type Address = { failures: number[]; waiting: number; line: Promise<void> }
export type Attempt<T> = { readonly kind: 'found'; readonly value: T } | { readonly kind: 'wrong' } | { readonly kind: 'too-many' }

export class Failures {
  readonly #now: () => number
  readonly #addresses = new Map<string, Address>()
  #recent: number[] = []

  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  async attempt<T>(from: string, check: () => Promise<T | null>): Promise<Attempt<T>> {
    const address = this.#address(prefixOf(from))
    const suspect = this.#within(address.failures, perAddress.window).length >= perAddress.failures
    if (suspect && !(await inLine(address))) return { kind: 'too-many' }
    if (!suspect && this.#within(this.#recent, overall.window).length >= overall.failures) await wait(overall.delay)
    const value = await check()
    if (value !== null) return { kind: 'found', value }
    address.failures = [...this.#within(address.failures, perAddress.window), this.#now()].slice(-perAddress.failures)
    this.#recent = [...this.#within(this.#recent, overall.window), this.#now()].slice(-overall.failures)
    return { kind: suspect ? 'too-many' : 'wrong' }
  }

  #within(times: readonly number[], window: number): readonly number[] {
    const since = this.#now() - window
    return times.filter((time) => time > since)
  }

  #address(name: string): Address {
    const known = this.#addresses.get(name)
    if (known) return known
    if (this.#addresses.size >= remembered) this.#forget()
    const address = { failures: [], waiting: 0, line: Promise.resolve() }
    this.#addresses.set(name, address)
    return address
  }

  /** Those without a recent failure first; if all have one, the oldest half. */
  #forget(): void {
    for (const [name, { failures, waiting }] of this.#addresses) {
      if (waiting === 0 && this.#within(failures, perAddress.window).length === 0) this.#addresses.delete(name)
    }
    if (this.#addresses.size < remembered) return
    for (const name of [...this.#addresses.keys()].slice(0, remembered / 2)) this.#addresses.delete(name)
  }
}

async function inLine(address: Address): Promise<boolean> {
  if (address.waiting >= perAddress.line) return false
  address.waiting += 1
  const turn = address.line.then(() => wait(perAddress.pace))
  address.line = turn
  await turn
  address.waiting -= 1
  return true
}

/** One household or network has a whole /64 of the new addresses. */
export function prefixOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail ? tail.split(':') : []
  const gap = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  return [...left, ...Array<string>(gap).fill('0'), ...right].slice(0, 4).join(':')
}
