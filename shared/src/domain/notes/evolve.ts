import { Map as Table } from 'immutable'
import type { NoteId, PersonId } from '../../contract/ids.ts'
import type { Note, NoteEvents, NotesState } from '../../contract/notes.ts'
import type { Evolvers } from '../../contract/registry.ts'
import type { Instant } from '../../kernel/time.ts'

export const initialNotes: NotesState = { all: Table() }

export const noteEvolvers: Evolvers<NotesState, NoteEvents> = {
  'notes.added': ({ all }, { note }) => ({ all: all.set(note.id, note) }),
  'notes.edited': (notes, { note, text, tag, by }, at) => change(notes, note, { by, at }, (now) => ({ ...now, text, tag })),
  'notes.also-set': (notes, { note, also, by }, at) =>
    change(notes, note, { by, at }, ({ also: _, ...now }) => (also.length === 0 ? now : { ...now, also })),
  'notes.joined': (notes, { note, into, by }, at) =>
    change(notes, note, { by, at }, ({ into: _, ...now }) => (into === null ? now : { ...now, into })),
  // The notes that were part of its point are points of their own again.
  'notes.removed': ({ all }, { note }) => ({
    all: all.delete(note).map((other) => {
      if (other.into !== note) return other
      const { into: _, ...alone } = other
      return alone
    }),
  }),
}

const change = (
  { all }: NotesState,
  id: NoteId,
  edited: { readonly by: PersonId; readonly at: Instant },
  apply: (note: Note) => Note,
): NotesState => {
  const existing = all.get(id)
  return existing ? { all: all.set(id, { ...apply(existing), version: existing.version + 1, edited }) } : { all }
}
