/** Edits of notes, compared with the notes as they were read, so that nobody overwrites an unseen text. */
import type { NoteId } from '@rostrum/shared/contract/ids'
import { isNoteTarget } from '../compose/draft.ts'
import { type ListedNote, sortNotes } from '../note-list.ts'

/** The note as it was read. */
type NoteBase = Omit<ListedNote, 'id'>
export type NoteEdit = { readonly text: string; readonly tag: string | null; readonly base: NoteBase }
export type NoteEdits = { readonly [id in NoteId]?: NoteEdit }

export const startEdit = ({ id: _, ...base }: ListedNote): NoteEdit => ({ text: base.text, tag: base.tag, base })

export const isChanged = ({ text, tag, base }: NoteEdit): boolean => text !== base.text || tag !== base.tag

/** Compares the edit with the stored note. A null `now` means that the note was removed. */
export const getEditStatus = ({ base }: NoteEdit, now: ListedNote | null): 'current' | 'changed' | 'gone' => {
  if (now === null) return 'gone'
  return now.version === base.version ? 'current' : 'changed'
}

/** The user has seen both texts. The edit continues from the new one. */
export const rebaseEdit = (edit: NoteEdit, { id: _, ...base }: ListedNote): NoteEdit => ({ ...edit, base })

export const setEdit = (edits: NoteEdits, id: NoteId, edit: NoteEdit | null): NoteEdits => {
  const { [id]: _, ...rest } = edits
  return edit === null ? rest : { ...rest, [id]: edit }
}

/** A note that is being edited stays in its place when somebody else removes it. */
export const withRemovedNotes = (notes: readonly ListedNote[], edits: NoteEdits): readonly ListedNote[] => {
  const presentIds = new Set<string>(notes.map(({ id }) => id))
  const removed = Object.entries(edits).flatMap(([id, edit]) => (edit && !presentIds.has(id) ? [{ ...edit.base, id: id as NoteId }] : []))
  return removed.length === 0 ? notes : sortNotes([...notes, ...removed])
}

/** Reads the edits that this device stored. */
export const parseNoteEdits = (stored: unknown): NoteEdits | null => {
  if (typeof stored !== 'object' || stored === null) return null
  return Object.fromEntries(Object.entries(stored).filter(([, edit]) => isNoteEdit(edit)))
}

const isNoteEdit = (stored: unknown): stored is NoteEdit =>
  typeof stored === 'object' &&
  stored !== null &&
  'text' in stored &&
  typeof stored.text === 'string' &&
  'tag' in stored &&
  isTag(stored.tag) &&
  'base' in stored &&
  isNoteBase(stored.base)

const isTag = (tag: unknown): boolean => tag === null || typeof tag === 'string'

const isNoteBase = (base: unknown): boolean =>
  isNoteTarget(base) &&
  'text' in base &&
  typeof base.text === 'string' &&
  'tag' in base &&
  isTag(base.tag) &&
  'version' in base &&
  typeof base.version === 'number' &&
  'at' in base &&
  typeof base.at === 'number'
