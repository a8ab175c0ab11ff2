/** The difference between two views, and how it is put on. Generic: knows no feature. */

/** A view as the wire knows it: parts by name; a part is a value, or rows by id where `tables` says so. */
export type AnyView = { readonly [part: string]: unknown }

/** `=` a part is now this · `!` a part is gone · `+` a row is now this · `-` a row is gone */
export type Delta =
  | readonly ['=', part: string, value: unknown]
  | readonly ['!', part: string]
  | readonly ['+', part: string, id: string, row: unknown]
  | readonly ['-', part: string, id: string]

/** Parts that travel row by row. */
export const tables: ReadonlySet<string> = new Set(['entries', 'questions', 'support', 'notes', 'statements', 'unheard', 'turns'])

type Table = { readonly [id: string]: unknown }

export const diff = (before: AnyView, after: AnyView): readonly Delta[] => {
  const deltas: Delta[] = []
  for (const part of Object.keys(before)) if (!(part in after)) deltas.push(['!', part])
  for (const [part, value] of Object.entries(after)) {
    const old = before[part]
    if (old === value) continue
    if (tables.has(part) && part in before) diffRows(part, old as Table, value as Table, deltas)
    else if (!(part in before) || !same(old, value)) deltas.push(['=', part, value])
  }
  return deltas
}

const diffRows = (part: string, before: Table, after: Table, deltas: Delta[]): void => {
  for (const id of Object.keys(before)) if (!(id in after)) deltas.push(['-', part, id])
  for (const [id, row] of Object.entries(after)) {
    if (before[id] !== row && !same(before[id], row)) deltas.push(['+', part, id, row])
  }
}

export const patch = (view: AnyView, deltas: readonly Delta[]): AnyView => {
  const patched: Record<string, unknown> = { ...view }
  const opened = new Set<string>()
  const open = (part: string): Record<string, unknown> => {
    if (!opened.has(part)) patched[part] = { ...(patched[part] as Table) }
    opened.add(part)
    return patched[part] as Record<string, unknown>
  }
  for (const delta of deltas) {
    if (delta[0] === '=' || delta[0] === '!') opened.delete(delta[1])
    if (delta[0] === '=') patched[delta[1]] = delta[2]
    else if (delta[0] === '!') delete patched[delta[1]]
    else if (delta[0] === '+') open(delta[1])[delta[2]] = delta[3]
    else delete open(delta[1])[delta[2]]
  }
  return patched
}

/** Structural equality of plain JSON values. */
export const same = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  return keys.every((key) => key in b && same((a as Table)[key], (b as Table)[key]))
}
