/**
 * The digest of what a screen holds. It depends only on what is visible, so it reveals nothing about hidden commits. It is the same on
 * every node and after a restart. If two histories give different views, their digests differ.
 */
import type { AnyView, Delta } from '@rostrum/shared/projection/delta'
import { countSameEnds } from '@rostrum/shared/projection/list-delta'
import { partShapes } from '@rostrum/shared/projection/project'
import type { Cursor } from '@rostrum/shared/protocol/frame'
import { stringify } from 'safe-stable-stringify'
import type { TextHasher } from './text-hasher.ts'

/** There is one more hash than there are items: the last hash joins the last item and the end. */
type HashedList = { readonly items: readonly unknown[]; readonly hashes: readonly bigint[] }

const noList: HashedList = { items: [], hashes: [] }
/** Empty before the first item of a list and after the last. */
const toText = (item: unknown): string => (item === undefined ? '' : (stringify(item) ?? ''))

/**
 * The texts are canonical. The node that decided a commit and the nodes that read it have the fields of objects in different orders. So
 * does a restarted node.
 *
 * A homomorphic hash of a multiset: the digest is the sum of the hashes of all values and rows. A row that changes is subtracted and added
 * again. Each item of a list is hashed with the one before it. No item is in a list twice, so these pairs define the order. One item more
 * or less in a long list changes three of them. People write some of the rows, and the key keeps them from composing rows of equal digest.
 */
export class ViewDigest {
  readonly #hasher: TextHasher
  /**
   * The hash of each row, by part and id. The view of one person has neither rows nor lists, and there are as many such views as people.
   */
  #rows: Map<string, Map<string, bigint>> | null = null
  #lists: Map<string, HashedList> | null = null
  /** The hash of each other part. */
  readonly #values = new Map<string, bigint>()
  #sum = 0n

  constructor(hasher: TextHasher, view: AnyView) {
    this.#hasher = hasher
    for (const [part, value] of Object.entries(view)) this.#set(part, value)
  }

  /** The sum of all hashes, in eleven characters. */
  get cursor(): Cursor {
    const bytes = Buffer.alloc(8)
    bytes.writeBigUInt64BE(this.#sum)
    return bytes.toString('base64url') as Cursor
  }

  /** Applies `deltas`, which lead to the view `after`. Returns their approximate length in characters. */
  update(deltas: readonly Delta[], after: AnyView): number {
    let letters = 0
    for (const delta of deltas) {
      const [kind, part] = delta
      if (kind === '!') this.#remove(part)
      else if (kind === '+') letters += this.#setRow(this.#getRows(part), part, delta[2], delta[3])
      else if (kind === '-') this.#removeRow(this.#getRows(part), delta[2])
      else letters += this.#set(part, after[part])
    }
    return letters
  }

  #set(part: string, value: unknown): number {
    const shape = partShapes.get(part)
    if (shape === 'list') return this.#setList(part, value as readonly unknown[])
    this.#remove(part)
    if (shape === 'rows') {
      const rows = this.#getRows(part)
      return Object.entries(value as object).reduce((letters, [id, row]) => letters + this.#setRow(rows, part, id, row), 0)
    }
    const { hash, letters } = this.#hasher.hashValue(part, value)
    this.#values.set(part, this.#count(hash))
    return letters
  }

  #remove(part: string): void {
    this.#subtract(this.#values.get(part))
    this.#values.delete(part)
    for (const hash of this.#rows?.get(part)?.values() ?? []) this.#subtract(hash)
    this.#rows?.delete(part)
    for (const hash of this.#lists?.get(part)?.hashes ?? []) this.#subtract(hash)
    this.#lists?.delete(part)
  }

  #setList(part: string, items: readonly unknown[]): number {
    this.#lists ??= new Map()
    const old = this.#lists.get(part) ?? noList
    const [start, end] = countSameEnds(old.items, items, Object.is)
    const oldEnd = old.hashes.length - end
    /** The old position of each item that began a removed pair. */
    const gone = new Map<unknown, number>()
    for (let at = start; at < oldEnd; at += 1) {
      gone.set(old.items[at - 1], at)
      this.#subtract(old.hashes[at])
    }
    let letters = 0
    const added: bigint[] = []
    for (let at = start; at <= items.length - end; at += 1) {
      const [before, next] = [items[at - 1], items[at]]
      const known = gone.get(before)
      if (known !== undefined && old.items[known] === next) added.push(this.#count(old.hashes[known] as bigint))
      else {
        const text = `${part}\n\n\n${toText(before)}\n${toText(next)}`
        letters += text.length
        added.push(this.#add(text))
      }
    }
    this.#lists.set(part, { items, hashes: [...old.hashes.slice(0, start), ...added, ...old.hashes.slice(oldEnd)] })
    return letters
  }

  #setRow(rows: Map<string, bigint>, part: string, id: string, row: unknown): number {
    const text = stringify(row) ?? ''
    this.#subtract(rows.get(id))
    rows.set(id, this.#add(`${part}\n${id}\n${text}`))
    return text.length
  }

  #removeRow(rows: Map<string, bigint>, id: string): void {
    this.#subtract(rows.get(id))
    rows.delete(id)
  }

  #getRows(part: string): Map<string, bigint> {
    this.#rows ??= new Map()
    const rows = this.#rows.get(part) ?? new Map<string, bigint>()
    this.#rows.set(part, rows)
    return rows
  }

  #add(text: string): bigint {
    return this.#count(this.#hasher.hash(text))
  }

  #count(hash: bigint): bigint {
    this.#sum = BigInt.asUintN(64, this.#sum + hash)
    return hash
  }

  #subtract(hash = 0n): void {
    this.#sum = BigInt.asUintN(64, this.#sum - hash)
  }
}
