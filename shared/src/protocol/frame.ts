/** Frames carry a view to a screen. A screen applies each one with `applyFrame`. */
import type { Instant } from '../kernel/time.ts'
import type { AnyView, Delta } from '../projection/delta.ts'
import { patch } from '../projection/delta.ts'

/** `audience`: the same bytes for everybody in an audience. `person`: the person's own stream. */
export const streamNames = ['audience', 'person'] as const
export type StreamName = (typeof streamNames)[number]

/** Opaque: two cursors are equal or not. A cursor does not reveal how much has happened. */
export type Cursor = string & { readonly [cursor]: true }
declare const cursor: unique symbol

export type StreamCursors = { readonly [S in StreamName]?: Cursor }

/** A snapshot, or deltas with the cursor from which they start. The base makes every lost frame visible. */
export type Frame =
  | { readonly stream: StreamName; readonly at: Instant; readonly cursor: Cursor; readonly view: AnyView }
  | { readonly stream: StreamName; readonly at: Instant; readonly base: Cursor; readonly cursor: Cursor; readonly deltas: readonly Delta[] }

export type StreamState = { readonly cursor: Cursor; readonly view: AnyView; readonly at: Instant }
export type StreamStates = { readonly [S in StreamName]?: StreamState }

export type FrameResult = { readonly outcome: 'applied'; readonly states: StreamStates } | { readonly outcome: 'gap' }

/** Applies a frame. If its base is not the cursor that the screen holds, there is a gap, and the screen must reconnect. */
export const applyFrame = (states: StreamStates, frame: Frame): FrameResult => {
  const { stream, at, cursor: next } = frame
  if ('view' in frame) return { outcome: 'applied', states: { ...states, [stream]: { cursor: next, view: frame.view, at } } }
  const current = states[stream]
  if (!current || current.cursor !== frame.base) return { outcome: 'gap' }
  return { outcome: 'applied', states: { ...states, [stream]: { cursor: next, view: patch(current.view, frame.deltas), at } } }
}

export const getCursors = (states: StreamStates): StreamCursors => ({
  ...(states.audience ? { audience: states.audience.cursor } : {}),
  ...(states.person ? { person: states.person.cursor } : {}),
})
