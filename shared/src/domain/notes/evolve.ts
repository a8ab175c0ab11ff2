import { Map as Table } from 'immutable'
import type { NoteId, PersonId } from '../../contract/ids.ts'
import type { Note, NoteEvents, NoteSentence, NotesState } from '../../contract/notes.ts'
import type { Evolvers } from '../../contract/registry.ts'
import type { Instant } from '../../kernel/time.ts'
import type { LanguageId } from '../../kernel/wording.ts'

export const initialNotes: NotesState = { all: Table() }

export const noteEvolvers: Evolvers<NotesState, NoteEvents> = {
  'notes.added': ({ all }, { note }) => ({ all: all.set(note.id, note) }),
  'notes.edited': (notes, { note, text, tag, by }, at) => change(notes, note, { by, at }, (now) => ({ ...now, text, tag })),
  'notes.also-set': (notes, { note, also, by }, at) =>
    change(notes, note, { by, at }, ({ also: _, ...now }) => (also.length === 0 ? now : { ...now, also })),
  'notes.joined': (notes, { note, into, by }, at) =>
    change(notes, note, { by, at }, ({ into: _, ...now }) => (into === null ? now : { ...now, into })),
  // The words of the note stay as they are, so its version does too.
  'notes.sentence-set': ({ all }, { note, language, sentence }) => {
    const existing = all.get(note)
    return existing ? { all: all.set(note, setSentence(existing, language, sentence)) } : { all }
  },
  // The notes that were part of its point are points of their own again.
  'notes.removed': ({ all }, { note }) => ({
    all: all.delete(note).map((other) => {
      if (other.into !== note) return other
      const { into: _, ...alone } = other
      return alone
    }),
  }),
}

const setSentence = ({ sentences, ...note }: Note, language: LanguageId, sentence: NoteSentence | null): Note => {
  const { [language]: _, ...others } = sentences ?? {}
  const all = sentence === null ? others : { ...others, [language]: sentence }
  return Object.keys(all).length === 0 ? note : { ...note, sentences: all }
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
