/** Points that are being changed, against the points that were read: nobody writes over what they have not seen. */
import type { NoteId } from '@rostrum/shared/contract/ids'
import { isTarget } from '../compose/draft.ts'
import { inOrder, type Point } from '../note-list.ts'

/** As it was when it was read. */
type Base = Omit<Point, 'id'>
export type Edit = { readonly text: string; readonly tag: string | null; readonly base: Base }
export type Edits = { readonly [id in NoteId]?: Edit }

export const begun = ({ id: _, ...base }: Point): Edit => ({ text: base.text, tag: base.tag, base })

export const isChanged = ({ text, tag, base }: Edit): boolean => text !== base.text || tag !== base.tag

/** How it stands beside what the session has now; null for a point that has been taken out. */
export const standingOf = ({ base }: Edit, now: Point | null): 'current' | 'changed' | 'gone' => {
  if (now === null) return 'gone'
  return now.version === base.version ? 'current' : 'changed'
}

/** Both texts have been seen: the edit goes on against the new one. */
export const onTopOf = (edit: Edit, { id: _, ...base }: Point): Edit => ({ ...edit, base })

export const withEdit = (edits: Edits, id: NoteId, edit: Edit | null): Edits => {
  const { [id]: _, ...rest } = edits
  return edit === null ? rest : { ...rest, [id]: edit }
}

/** A point that is being changed stays in its place when somebody takes it out. */
export const withLost = (points: readonly Point[], edits: Edits): readonly Point[] => {
  const there = new Set<string>(points.map(({ id }) => id))
  const lost = Object.entries(edits).flatMap(([id, edit]) => (edit && !there.has(id) ? [{ ...edit.base, id: id as NoteId }] : []))
  return lost.length === 0 ? points : inOrder([...points, ...lost])
}

/** What this device kept. */
export const editsIn = (kept: unknown): Edits | null => {
  if (typeof kept !== 'object' || kept === null) return null
  return Object.fromEntries(Object.entries(kept).filter(([, edit]) => isEdit(edit)))
}

const isEdit = (kept: unknown): kept is Edit =>
  typeof kept === 'object' &&
  kept !== null &&
  'text' in kept &&
  typeof kept.text === 'string' &&
  'tag' in kept &&
  isTag(kept.tag) &&
  'base' in kept &&
  isBase(kept.base)

const isTag = (tag: unknown): boolean => tag === null || typeof tag === 'string'

const isBase = (base: unknown): boolean =>
  isTarget(base) &&
  'text' in base &&
  typeof base.text === 'string' &&
  'tag' in base &&
  isTag(base.tag) &&
  'version' in base &&
  typeof base.version === 'number' &&
  'at' in base &&
  typeof base.at === 'number'
