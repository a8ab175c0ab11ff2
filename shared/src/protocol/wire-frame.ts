/** A frame as it travels. In a storm of small frames the names of its fields would weigh more than what they say. */
import type { Instant } from '../kernel/time.ts'
import type { AnyView, Delta } from '../projection/delta.ts'
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
