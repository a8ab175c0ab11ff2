/** Cursors are sealed: one block of a cipher over stream and revision, so that nothing hidden can be counted by them. */
import { createCipheriv, createDecipheriv, createHash } from 'node:crypto'
import type { Revision } from '@rostrum/shared/contract/ids'
import type { Cursor } from '@rostrum/shared/protocol/frame'

export class Cursors {
  readonly #key: Buffer

  /** `secret`: shared by all nodes, kept over restarts. */
  constructor(secret: string) {
    this.#key = createHash('sha256').update('cursors').update(secret).digest().subarray(0, 16)
  }

  seal(stream: string, revision: Revision): Cursor {
    const block = Buffer.alloc(16)
    tagOf(stream).copy(block)
    block.writeBigUInt64BE(BigInt(revision), 8)
    const cipher = createCipheriv('aes-128-ecb', this.#key, null).setAutoPadding(false)
    return Buffer.concat([cipher.update(block), cipher.final()]).toString('base64url') as Cursor
  }

  /** Null for what was not sealed here, or not for this stream. */
  open(stream: string, cursor: Cursor): Revision | null {
    const sealed = Buffer.from(cursor, 'base64url')
    if (sealed.length !== 16) return null
    const cipher = createDecipheriv('aes-128-ecb', this.#key, null).setAutoPadding(false)
    const block = Buffer.concat([cipher.update(sealed), cipher.final()])
    return block.subarray(0, 8).equals(tagOf(stream)) ? (Number(block.readBigUInt64BE(8)) as Revision) : null
  }
}

const tagOf = (stream: string): Buffer => createHash('sha256').update(stream).digest().subarray(0, 8)
