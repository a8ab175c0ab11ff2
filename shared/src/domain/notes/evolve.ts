import { Map as Table } from 'immutable'
import type { NoteEvents, NotesState } from '../../contract/notes.ts'
import type { Evolvers } from '../../contract/registry.ts'

export const initialNotes: NotesState = { all: Table() }

export const noteEvolvers: Evolvers<NotesState, NoteEvents> = {
  'notes.added': ({ all }, { note }) => ({ all: all.set(note.id, note) }),
  'notes.edited': ({ all }, { note, text, tag, by }, at) => {
    const existing = all.get(note)
    return existing ? { all: all.set(note, { ...existing, text, tag, version: existing.version + 1, edited: { by, at } }) } : { all }
  },
  'notes.removed': ({ all }, { note }) => ({ all: all.delete(note) }),
}
