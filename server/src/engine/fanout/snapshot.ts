/** All that the screens of a stream hold at one moment, encoded once for everybody who asks. */
import type { AnyView } from '@rostrum/shared/projection/delta'
import type { Cursor } from '@rostrum/shared/protocol/frame'

export class Snapshot<Encoded> {
  readonly cursor: Cursor
  readonly #transient: AnyView
  #encoded: Encoded | Promise<void>

  /** `encoded`: a promise while it is being packed. */
  constructor(cursor: Cursor, transient: AnyView, encoded: Encoded | Promise<Encoded>) {
    this.cursor = cursor
    this.#transient = transient
    this.#encoded = encoded instanceof Promise ? encoded.then((packed) => this.#setEncoded(packed)) : encoded
  }

  /** A promise while it is being packed: ask again when it has resolved. */
  get encoded(): Encoded | Promise<void> {
    return this.#encoded
  }

  /** Whether it is what screens hold with this cursor and these transient parts. */
  isFrom(cursor: Cursor, transient: AnyView): boolean {
    return cursor === this.cursor && transient === this.#transient
  }

  #setEncoded(packed: Encoded): void {
    this.#encoded = packed
  }
}
