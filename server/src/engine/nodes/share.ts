/** A map that all nodes fill together, in memory only. Each node puts its own values, and reads the values of all nodes merged. */
import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'

/** Everything that nodes share. Work that one node must do alone, such as sending a mail, is leased in the store instead. */
export type ShareName = 'presence' | 'check-ins' | 'failures' | 'captions' | 'booth' | 'booth-screens' | 'responses' | 'response-counters'

export interface ShareKind<Value> {
  readonly name: ShareName
  /** News with any other value is refused. The schema also bounds the length of a value. */
  readonly value: z.ZodType<Value>
  /** Merges two values of the same key into one. Neither order nor grouping matters, so that all nodes get the same result. */
  merge(one: Value, other: Value): Value
  /** `its-node`: a value is gone with the node that put it. `every-node`: each node keeps the value, and gives it to a node that asks. */
  readonly keptBy: 'its-node' | 'every-node'
  readonly sent: 'at-once' | 'within-a-second'
  /** The most keys that one node may fill. */
  readonly maxKeys: number
}

/** `whole`: `put` contains all values of the node. Otherwise `put` contains the changed values, and `gone` the deleted keys. */
export type ShareNews = {
  readonly whole: boolean
  readonly put: readonly (readonly [key: string, value: unknown])[]
  readonly gone: readonly string[]
}

type OfNode<Value> = { values: Map<string, Value>; isWhole: boolean }

export class Share<Value> {
  readonly kind: ShareKind<Value>
  readonly own: Map<string, Value> = new Map()
  readonly #others = new Map<string, OfNode<Value>>()
  readonly #onPut: (key: string) => void
  readonly #onClose: () => void

  /** Without the last two arguments the share belongs to one node alone. */
  constructor(kind: ShareKind<Value>, onPut: (key: string) => void = () => undefined, onClose: () => void = () => undefined) {
    this.kind = kind
    this.#onPut = onPut
    this.#onClose = onClose
  }

  put(key: string, value: Value): void {
    this.own.set(key, value)
    this.#onPut(key)
  }

  delete(key: string): void {
    if (this.own.delete(key)) this.#onPut(key)
  }

  /** Returns the merged value of all nodes. */
  get(key: string): Value | undefined {
    return this.#merge(this.own.get(key), this.getFromOthers(key))
  }

  getFromOthers(key: string): Value | undefined {
    let merged: Value | undefined
    for (const { values } of this.#others.values()) merged = this.#merge(merged, values.get(key))
    return merged
  }

  /** Returns the keys of all nodes. */
  keys(): ReadonlySet<string> {
    return new Set([this.own, ...[...this.#others.values()].map(({ values }) => values)].flatMap((values) => [...values.keys()]))
  }

  /** Closes the share. From now on this node holds nothing of it for the others. */
  close(): void {
    this.#onClose()
  }

  /** Whether everything that the other node holds has arrived. */
  isWholeFrom(node: string): boolean {
    return this.#others.get(node)?.isWhole ?? false
  }

  /** Notes that something which the other node has sent did not arrive. */
  doubt(node: string): void {
    const known = this.#others.get(node)
    if (known) known.isWhole = false
  }

  /** Takes the news of another node. Returns the keys that have changed, or throws if the news is not of this kind. */
  receive(node: string, { whole, put, gone }: ShareNews): readonly string[] {
    const received = new Map(put.map(([key, value]) => [key, this.#read(value)]))
    const { values, isWhole } = this.#others.get(node) ?? { values: new Map<string, Value>(), isWhole: false }
    const staysHere = this.kind.keptBy === 'every-node'
    if ((staysHere ? this.own : values).size + received.size > 2 * this.kind.maxKeys)
      throw new Error(`there are too many keys of the kind ${this.kind.name}`)
    this.#others.set(node, { values, isWhole: isWhole || whole })
    if (staysHere) return this.#keep(received)
    const lost = whole ? [...values.keys()].filter((key) => !received.has(key)) : gone.filter((key) => values.has(key))
    for (const key of lost) values.delete(key)
    const changed = [...received].filter(([key, value]) => !isDeepStrictEqual(values.get(key), value))
    for (const [key, value] of changed) values.set(key, value)
    return [...lost, ...changed.map(([key]) => key)]
  }

  /** Forgets another node, which is lost. Returns its keys. Its last message may have reached some nodes only, so all of them are doubted. */
  forget(node: string): readonly string[] {
    const keys = [...(this.#others.get(node)?.values.keys() ?? [])]
    this.#others.delete(node)
    if (this.kind.keptBy === 'every-node') for (const other of this.#others.keys()) this.doubt(other)
    return keys
  }

  /** Reads a value. The error does not quote it, because it may be personal. */
  #read(value: unknown): Value {
    const { data, success } = this.kind.value.safeParse(value)
    if (!success) throw new Error(`a value is not of the kind ${this.kind.name}`)
    return data
  }

  /** Keeps values of another node. They are not sent again: their node has sent them to all. */
  #keep(received: ReadonlyMap<string, Value>): readonly string[] {
    return [...received].flatMap(([key, value]) => {
      const before = this.own.get(key)
      const merged = before === undefined ? value : this.kind.merge(before, value)
      if (isDeepStrictEqual(before, merged)) return []
      this.own.set(key, merged)
      return [key]
    })
  }

  #merge(one: Value | undefined, other: Value | undefined): Value | undefined {
    if (one === undefined) return other
    return other === undefined ? one : this.kind.merge(one, other)
  }
}
