/** The state as JSON and back. It is a copy that a server may throw away at any time: the log alone is the truth. */
import { Map as Table } from 'immutable'
import type { State } from '../contract/registry.ts'

type Path = readonly (string | number)[]
type Rows = readonly [unknown, unknown][]

/** Collections with rows by id. Changing a table costs the same at any size. A map is faster to look up, but is copied for every change. */
const kinds = { table: (rows: Rows) => Table(rows), map: (rows: Rows) => new Map(rows) } as const
type Kind = keyof typeof kinds

/** `tables`: the paths at which `value` has rows instead of a table or a map, inner ones first. */
export type StoredState = { readonly value: unknown; readonly tables: readonly (readonly [Kind, Path])[] }

export const toStoredState = (state: State): StoredState => {
  const tables: [Kind, Path][] = []
  return { value: toPlain(state, [], tables), tables }
}

/** `stored`: a result of `toStoredState`, which this function uses up. */
export const fromStoredState = ({ value, tables }: StoredState): State => {
  const holder = { value }
  for (const [kind, path] of tables) {
    const all = ['value', ...path]
    const parent = all.slice(0, -1).reduce<unknown>((at, key) => (at as Record<string | number, unknown>)[key], holder)
    const key = all.at(-1) ?? 'value'
    const place = parent as Record<string | number, unknown>
    place[key] = kinds[kind](place[key] as Rows)
  }
  return holder.value as State
}

const findKind = (value: object): Kind | null => (Table.isMap(value) ? 'table' : value instanceof Map ? 'map' : null)

const toPlain = (value: unknown, path: Path, tables: [Kind, Path][]): unknown => {
  if (typeof value !== 'object' || value === null) return value
  const kind = findKind(value)
  if (kind !== null) {
    const rows = [...(value as Iterable<readonly [unknown, unknown]>)].map(([id, row], index) => [
      id,
      toPlain(row, [...path, index, 1], tables),
    ])
    tables.push([kind, path])
    return rows
  }
  if (Array.isArray(value)) return value.map((item, index) => toPlain(item, [...path, index], tables))
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) throw new Error(`the state holds what cannot be stored, at ${path.join('.')}`)
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toPlain(item, [...path, key], tables)]))
}
