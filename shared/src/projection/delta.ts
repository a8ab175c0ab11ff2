/** The difference between two views, and how it is applied. Independent of all features. */

/** A view as it is sent: parts by name. A part is a value, or rows by id. */
export type AnyView = { readonly [part: string]: unknown }

/** `=` a part is now this · `!` a part is gone · `+` a row is now this · `-` a row is gone */
export type Delta =
  | readonly ['=', part: string, value: unknown]
  | readonly ['!', part: string]
  | readonly ['+', part: string, id: string, row: unknown]
  | readonly ['-', part: string, id: string]

type RowTable = { readonly [id: string]: unknown }

/** `rowParts`: the parts that are sent row by row. */
export const diff = (before: AnyView, after: AnyView, rowParts: ReadonlySet<string>): readonly Delta[] => {
  const deltas: Delta[] = []
  for (const part of Object.keys(before)) if (!(part in after)) deltas.push(['!', part])
  for (const [part, value] of Object.entries(after)) {
    const old = before[part]
    if (old === value) continue
    if (rowParts.has(part) && part in before) diffRows(part, old as RowTable, value as RowTable, deltas)
    else if (!(part in before) || !isEqual(old, value)) deltas.push(['=', part, value])
  }
  return deltas
}

const diffRows = (part: string, before: RowTable, after: RowTable, deltas: Delta[]): void => {
  for (const id of Object.keys(before)) if (!(id in after)) deltas.push(['-', part, id])
  for (const [id, row] of Object.entries(after)) {
    if (before[id] !== row && !isEqual(before[id], row)) deltas.push(['+', part, id, row])
  }
}

export const patch = (view: AnyView, deltas: readonly Delta[]): AnyView => {
  const patched: Record<string, unknown> = { ...view }
  const copied = new Set<string>()
  const copyRows = (part: string): Record<string, unknown> => {
    if (!copied.has(part)) patched[part] = { ...(patched[part] as RowTable) }
    copied.add(part)
    return patched[part] as Record<string, unknown>
  }
  for (const delta of deltas) {
    if (delta[0] === '=' || delta[0] === '!') copied.delete(delta[1])
    if (delta[0] === '=') patched[delta[1]] = delta[2]
    else if (delta[0] === '!') delete patched[delta[1]]
    else if (delta[0] === '+') copyRows(delta[1])[delta[2]] = delta[3]
    else delete copyRows(delta[1])[delta[2]]
  }
  return patched
}

/** Structural equality of plain JSON values. */
export const isEqual = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  return keys.every((key) => key in b && isEqual((a as RowTable)[key], (b as RowTable)[key]))
}
