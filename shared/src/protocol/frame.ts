/** Frames: how a view travels. All that a screen does with one is `applyFrame`. */
import type { Instant } from '../kernel/time.ts'
import type { AnyView, Delta } from '../projection/delta.ts'
import { patch } from '../projection/delta.ts'

/** The audience's stream, the same bytes for all; and the person's own. */
export const streams = ['audience', 'person'] as const
export type Stream = (typeof streams)[number]

/** Opaque: says nothing of how much has happened, only whether two are the same moment. */
export type Cursor = string & { readonly [cursor]: true }
declare const cursor: unique symbol

export type Cursors = { readonly [S in Stream]?: Cursor }

/** A delta says what it starts from, so that a hole can never pass unseen. */
export type Frame =
  | { readonly stream: Stream; readonly at: Instant; readonly cursor: Cursor; readonly view: AnyView }
  | { readonly stream: Stream; readonly at: Instant; readonly base: Cursor; readonly cursor: Cursor; readonly deltas: readonly Delta[] }

export type Held = { readonly cursor: Cursor; readonly view: AnyView; readonly at: Instant }
export type Synced = { readonly [S in Stream]?: Held }

export type Applied = { readonly outcome: 'applied'; readonly synced: Synced } | { readonly outcome: 'gap' }

/** A frame whose base is not what the screen holds is a gap: resync, never guess. */
export const applyFrame = (synced: Synced, frame: Frame): Applied => {
  const { stream, at, cursor: next } = frame
  if ('view' in frame) return { outcome: 'applied', synced: { ...synced, [stream]: { cursor: next, view: frame.view, at } } }
  const held = synced[stream]
  if (!held || held.cursor !== frame.base) return { outcome: 'gap' }
  return { outcome: 'applied', synced: { ...synced, [stream]: { cursor: next, view: patch(held.view, frame.deltas), at } } }
}

export const cursorsOf = (synced: Synced): Cursors => ({
  ...(synced.audience ? { audience: synced.audience.cursor } : {}),
  ...(synced.person ? { person: synced.person.cursor } : {}),
})
