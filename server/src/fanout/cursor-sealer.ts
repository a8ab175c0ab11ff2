/** A cursor is one encrypted block of stream and revision, so that a client cannot use it to count events that it may not see. */
import { createCipheriv, createDecipheriv, createHash } from 'node:crypto'
import type { Revision } from '@rostrum/shared/kernel/revision'
import type { Cursor } from '@rostrum/shared/protocol/frame'

export class CursorSealer {
  readonly #key: Buffer

  /** `secret`: the same on all nodes and after a restart. */
  constructor(secret: string) {
    this.#key = createHash('sha256').update('cursors').update(secret).digest().subarray(0, 16)
  }

  seal(stream: string, revision: Revision): Cursor {
    const block = Buffer.alloc(16)
    hashStream(stream).copy(block)
    block.writeBigUInt64BE(BigInt(revision), 8)
    const cipher = createCipheriv('aes-128-ecb', this.#key, null).setAutoPadding(false)
    return Buffer.concat([cipher.update(block), cipher.final()]).toString('base64url') as Cursor
  }

  /** Null if the cursor was not sealed with this key or not for this stream. */
  unseal(stream: string, cursor: Cursor): Revision | null {
    const sealed = Buffer.from(cursor, 'base64url')
    if (sealed.length !== 16) return null
    const cipher = createDecipheriv('aes-128-ecb', this.#key, null).setAutoPadding(false)
    const block = Buffer.concat([cipher.update(sealed), cipher.final()])
    return block.subarray(0, 8).equals(hashStream(stream)) ? (Number(block.readBigUInt64BE(8)) as Revision) : null
  }
}

const hashStream = (stream: string): Buffer => createHash('sha256').update(stream).digest().subarray(0, 8)
