/** The difference between two views, and its application. Independent of all features. */

import { isEqual, keepSame } from '../kernel/equality.ts'
import { diffLists, diffTexts, type ListChange, patchList, patchText, type TextChange } from './list-delta.ts'

/** A view as it is sent: parts by name. A part is a value, a list, a text, or rows by id. */
export type AnyView = { readonly [part: string]: unknown }

/** `=` a part is now this · `!` a part is gone · `+` a row is now this · `-` a row is gone · `~` a list or a text has changed like this */
export type Delta =
  | readonly ['=', part: string, value: unknown]
  | readonly ['!', part: string]
  | readonly ['+', part: string, id: string, row: unknown]
  | readonly ['-', part: string, id: string]
  | readonly ['~', part: string, change: ListChange | TextChange]

/** How a part is compared and sent. A part without a shape is sent whole. */
export type PartShape = 'list' | 'text' | 'rows'

type RowTable = { readonly [id: string]: unknown }

/** `shapes`: the shapes of the parts that are not sent whole. */
export const diff = (before: AnyView, after: AnyView, shapes: ReadonlyMap<string, PartShape>): readonly Delta[] => {
  const deltas: Delta[] = []
  for (const part of Object.keys(before)) if (!(part in after)) deltas.push(['!', part])
  for (const [part, value] of Object.entries(after)) {
    const old = before[part]
    if (old === value) continue
    const shape = part in before ? shapes.get(part) : undefined
    if (shape === 'rows') diffRows(part, old as RowTable, value as RowTable, deltas)
    else if (shape === 'list') deltas.push(...diffListPart(part, old as readonly unknown[], value as readonly unknown[]))
    else if (shape === 'text') deltas.push(['~', part, diffTexts(old as string, value as string)])
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

/** Sends a list whole if more of it has changed than not. */
const diffListPart = (part: string, before: readonly unknown[], after: readonly unknown[]): readonly Delta[] => {
  const change = diffLists(before, after)
  if (change === null) return []
  const [, moved, put] = change
  return moved.length + put.length > after.length / 2 ? [['=', part, after]] : [['~', part, change]]
}

/** Applies deltas to a view. Unchanged content of a part or a row keeps its identity. */
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
    if (delta[0] === '=') patched[delta[1]] = keepSame(patched[delta[1]], delta[2])
    else if (delta[0] === '!') delete patched[delta[1]]
    else if (delta[0] === '+') putRow(copyRows(delta[1]), delta[2], delta[3])
    else if (delta[0] === '-') delete copyRows(delta[1])[delta[2]]
    else patched[delta[1]] = patchPart(patched[delta[1]], delta[2])
  }
  return patched
}

const putRow = (rows: Record<string, unknown>, id: string, row: unknown): void => {
  rows[id] = keepSame(rows[id], row)
}

const patchPart = (part: unknown, change: ListChange | TextChange): unknown =>
  typeof part === 'string' ? patchText(part, change as TextChange) : patchList(part as readonly unknown[], change as ListChange)
