/** A frame as it travels. In a storm of small frames the names of its fields would outweigh their content. */
import type { Instant } from '../kernel/time.ts'
import type { AnyView, Delta, PartShape } from '../projection/delta.ts'
import type { Cursor, Frame, StreamName } from './frame.ts'

const letterByStream = { audience: 'a', person: 'p' } as const satisfies Readonly<Record<StreamName, string>>
const streamByLetter = { a: 'audience', p: 'person' } as const satisfies Readonly<Record<StreamLetter, StreamName>>
type StreamLetter = (typeof letterByStream)[StreamName]

/** `s` stream · `t` time · `c` cursor · `v` view · `b` base · `d` deltas. */
export type WireFrame =
  | { readonly s: StreamLetter; readonly t: Instant; readonly c: Cursor; readonly v: AnyView }
  | { readonly s: StreamLetter; readonly t: Instant; readonly b: Cursor; readonly c: Cursor; readonly d: readonly Delta[] }

export const toWireFrame = (frame: Frame): WireFrame => {
  const { stream, at: t, cursor: c } = frame
  const s = letterByStream[stream]
  return 'view' in frame ? { s, t, c, v: frame.view } : { s, t, b: frame.base, c, d: frame.deltas }
}

export const fromWireFrame = (wire: WireFrame): Frame => {
  const { s, t: at, c: cursor } = wire
  const stream = streamByLetter[s]
  return 'v' in wire ? { stream, at, cursor, view: wire.v } : { stream, at, base: wire.b, cursor, deltas: wire.d }
}

/** A snapshot whose tables are written row by row: each id once, with its row in every table. This compresses better. */
export type PackedFrame = WireFrame & { readonly r?: readonly (readonly [id: string, rows: Readonly<Record<string, unknown>>])[] }

/** `shapes`: the parts that are tables. */
export const packRows = (frame: WireFrame, shapes: ReadonlyMap<string, PartShape>): PackedFrame => {
  if (!('v' in frame)) return frame
  const rowsById = new Map<string, Record<string, unknown>>()
  const view: Record<string, unknown> = { ...frame.v }
  for (const [part, value] of Object.entries(frame.v)) {
    if (shapes.get(part) !== 'rows') continue
    view[part] = {}
    for (const [id, row] of Object.entries(value as object)) {
      const rows = rowsById.get(id) ?? {}
      rows[part] = row
      rowsById.set(id, rows)
    }
  }
  return { ...frame, v: view, r: [...rowsById] }
}

export const unpackRows = ({ r = [], ...frame }: PackedFrame): WireFrame => {
  if (!('v' in frame)) return frame
  const tables = new Map<string, [id: string, row: unknown][]>()
  for (const [id, rows] of r) {
    for (const [part, row] of Object.entries(rows)) {
      const table = tables.get(part) ?? []
      table.push([id, row])
      tables.set(part, table)
    }
  }
  return { ...frame, v: { ...frame.v, ...Object.fromEntries([...tables].map(([part, rows]) => [part, Object.fromEntries(rows)])) } }
}
