/**
 * The digest of what a screen holds. It depends on nothing but what is seen, so it tells nothing about hidden commits, is the same on
 * every node and after a restart, and differs where another history gives another view.
 */
import type { AnyView, Delta } from '@rostrum/shared/projection/delta'
import { countSameEnds } from '@rostrum/shared/projection/list-delta'
import { partShapes } from '@rostrum/shared/projection/project'
import type { Cursor } from '@rostrum/shared/protocol/frame'
import { stringify } from 'safe-stable-stringify'
import type { TextHasher } from './text-hasher.ts'

/** One hash more than items: the last one is that of the last item with the end. */
type HashedList = { readonly items: readonly unknown[]; readonly hashes: readonly bigint[] }

const noList: HashedList = { items: [], hashes: [] }
/** Nothing before the first item of a list, and after the last. */
const toText = (item: unknown): string => (item === undefined ? '' : (stringify(item) ?? ''))

/**
 * The texts are canonical: the node that decided a commit and the nodes that read it have the fields of an object in different orders,
 * and so does a node that was started again.
 *
 * A homomorphic hash of a multiset: the digest is the sum of the hashes of all values and rows, so a row that changes is taken away and
 * added again. Of a list, each item is hashed with the one before it: no item is twice in a list, so these pairs say the order, and one
 * more or less in a long list is three of them. The key keeps people from composing rows of equal digest, since they write some of them.
 */
export class ViewDigest {
  readonly #hasher: TextHasher
  /** Of each row, by part and id. A view of one person has no rows and no lists, and there are as many as people. */
  #rows: Map<string, Map<string, bigint>> | null = null
  #lists: Map<string, HashedList> | null = null
  /** Of each other part. */
  readonly #values = new Map<string, bigint>()
  #sum = 0n

  constructor(hasher: TextHasher, view: AnyView) {
    this.#hasher = hasher
    for (const [part, value] of Object.entries(view)) this.#set(part, value)
  }

  /** Eleven letters. */
  get cursor(): Cursor {
    const bytes = Buffer.alloc(8)
    bytes.writeBigUInt64BE(this.#sum)
    return bytes.toString('base64url') as Cursor
  }

  /** `deltas` lead to the view `after`. Returns about how many letters they are. */
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
    /** Where each item that a pair began with was. */
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
