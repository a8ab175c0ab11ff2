/** The keyed hash of a text. */
import { createHmac } from 'node:crypto'

/** Texts whose hashes are remembered, and the letters up to which one is. Thousands of people hold the same few short parts. */
const [maxRemembered, maxLetters] = [1_000, 200]

export class TextHasher {
  readonly #key: Buffer
  #remembered = new Map<string, bigint>()

  /** `key`: the same on all nodes and after a restart. */
  constructor(key: Buffer) {
    this.#key = key
  }

  hash(text: string): bigint {
    const known = this.#remembered.get(text)
    if (known !== undefined) return known
    const hash = createHmac('sha256', this.#key).update(text).digest().readBigUInt64BE()
    if (text.length > maxLetters) return hash
    if (this.#remembered.size >= maxRemembered) this.#remembered = new Map()
    this.#remembered.set(text, hash)
    return hash
  }
}
