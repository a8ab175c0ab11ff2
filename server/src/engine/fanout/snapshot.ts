/** Everything that the screens of a stream hold at one point, encoded once for everybody who asks. */
import type { AnyView } from '@rostrum/shared/projection/delta'
import type { Cursor } from '@rostrum/shared/protocol/frame'

export class Snapshot<Encoded> {
  readonly cursor: Cursor
  readonly #transient: AnyView
  #encoded: Encoded | Promise<void>

  /** `encoded`: a promise while the snapshot is being packed. */
  constructor(cursor: Cursor, transient: AnyView, encoded: Encoded | Promise<Encoded>) {
    this.cursor = cursor
    this.#transient = transient
    this.#encoded = encoded instanceof Promise ? encoded.then((packed) => this.#setEncoded(packed)) : encoded
  }

  /** A promise while the snapshot is being packed: ask again when it has resolved. */
  get encoded(): Encoded | Promise<void> {
    return this.#encoded
  }

  /** True if screens with this cursor and these transient parts hold exactly this snapshot. */
  isFrom(cursor: Cursor, transient: AnyView): boolean {
    return cursor === this.cursor && transient === this.#transient
  }

  #setEncoded(packed: Encoded): void {
    this.#encoded = packed
  }
}
