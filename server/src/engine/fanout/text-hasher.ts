/** The keyed hash of a text. */
import { hash } from 'node:crypto'
import { stringify } from 'safe-stable-stringify'

/** The hash of a value, and the length of its text in characters. */
export type HashedValue = { readonly hash: bigint; readonly letters: number }

/**
 * How many hashes are remembered, and the most characters of a text whose hash is remembered. Thousands of people hold the same few short
 * parts.
 */
const [maxRemembered, maxLetters] = [1_000, 200]

export class TextHasher {
  readonly #key: string
  #remembered = new Map<string, bigint>()
  /** The last value of each part. People with nothing of their own share one value with thousands of others. */
  readonly #lastValues = new Map<string, HashedValue & { readonly value: unknown }>()

  /** `key`: the same on all nodes and after a restart, and always of the same length. */
  constructor(key: Buffer) {
    this.#key = key.toString('base64')
  }

  /** Returns 64 bits. Others could extend a whole SHA-256, but not 64 bits of it, so the key may simply come first. */
  hash(text: string): bigint {
    if (text.length > maxLetters) return this.#compute(text)
    const known = this.#remembered.get(text)
    if (known !== undefined) return known
    const bits = this.#compute(text)
    if (this.#remembered.size >= maxRemembered) this.#remembered = new Map()
    this.#remembered.set(text, bits)
    return bits
  }

  /** Hashes a part that is neither a table nor a list. `value`: never changes in place. */
  hashValue(part: string, value: unknown): HashedValue {
    const last = this.#lastValues.get(part)
    if (last !== undefined && last.value === value) return last
    const text = stringify(value) ?? ''
    const hashed = { value, hash: this.hash(`${part}\n\n${text}`), letters: text.length }
    this.#lastValues.set(part, hashed)
    return hashed
  }

  #compute(text: string): bigint {
    return BigInt(`0x${hash('sha256', this.#key + text, 'hex').slice(0, 16)}`)
  }
}
