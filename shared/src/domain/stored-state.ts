/** The state as JSON and back. It is a copy that a server may throw away at any time: the log alone is the truth. */
import { Map as Table } from 'immutable'
import type { State } from '../contract/registry.ts'

type Path = readonly (string | number)[]
/** `tables`: where `value` has the rows of a table in its place, inner ones first. */
export type StoredState = { readonly value: unknown; readonly tables: readonly Path[] }

export const toStoredState = (state: State): StoredState => {
  const tables: Path[] = []
  return { value: toPlain(state, [], tables), tables }
}

/** `stored`: as `toStoredState` gave it. It is used up. */
export const fromStoredState = ({ value, tables }: StoredState): State => {
  const holder = { value }
  for (const path of tables) {
    const all = ['value', ...path]
    const parent = all.slice(0, -1).reduce<unknown>((at, key) => (at as Record<string | number, unknown>)[key], holder)
    const key = all.at(-1) ?? 'value'
    const place = parent as Record<string | number, unknown>
    place[key] = Table(place[key] as [unknown, unknown][])
  }
  return holder.value as State
}

const toPlain = (value: unknown, path: Path, tables: Path[]): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (Table.isMap(value)) {
    const rows = [...value].map(([id, row], index) => [id, toPlain(row, [...path, index, 1], tables)])
    tables.push(path)
    return rows
  }
  if (Array.isArray(value)) return value.map((item, index) => toPlain(item, [...path, index], tables))
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) throw new Error(`the state holds what cannot be stored, at ${path.join('.')}`)
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toPlain(item, [...path, key], tables)]))
}
