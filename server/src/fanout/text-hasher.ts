/** The keyed hash of a text. */
import { hash } from 'node:crypto'

/** Texts whose hashes are remembered, and the letters up to which one is. Thousands of people hold the same few short parts. */
const [maxRemembered, maxLetters] = [1_000, 200]

export class TextHasher {
  readonly #key: string
  #remembered = new Map<string, bigint>()

  /** `key`: the same on all nodes and after a restart, and always as long. */
  constructor(key: Buffer) {
    this.#key = key.toString('base64')
  }

  /** 64 bits. Nobody can hash on from them, as with a whole SHA-256, so the key may simply come first. */
  hash(text: string): bigint {
    if (text.length > maxLetters) return this.#compute(text)
    const known = this.#remembered.get(text)
    if (known !== undefined) return known
    const bits = this.#compute(text)
    if (this.#remembered.size >= maxRemembered) this.#remembered = new Map()
    this.#remembered.set(text, bits)
    return bits
  }

  #compute(text: string): bigint {
    return BigInt(`0x${hash('sha256', this.#key + text, 'hex').slice(0, 16)}`)
  }
}
