/** Notes of the secretariat. Only the staff see them. */

import type { NoteId } from '../contract/ids.ts'
import type { Note } from '../contract/notes.ts'
import { memoize } from './memo.ts'
import { mapDefined, type Rows, rowPart, staffOnly, type Touches, toRows, valuePart } from './part.ts'

export type NoteView = Omit<Note, 'id'>

const toNoteView = memoize(
  ({ text, tag, segment, about, also, into, by, at, version, edited }: Note): NoteView => ({
    ...{ text, tag, segment, about, by, at, version, edited },
    ...(also && { also }),
    ...(into && { into }),
  }),
)

const touchesOfNotes: Touches<'notes', 'staff'> = {
  'notes.added': ({ note }) => [note.id],
  'notes.edited': ({ note }) => [note],
  'notes.also-set': ({ note }) => [note],
  'notes.joined': ({ note }) => [note],
  // The page of the record shows sentences, and no view does.
  'notes.sentence-set': () => [],
  // The notes that were part of its point are points of their own again.
  'notes.removed': ({ note }, { from }) => [note, ...from.notes.all.filter(({ into }) => into === note).keys()],
}

export const noteParts = {
  notes: rowPart(
    'The notes of the staff.',
    staffOnly,
    { notes: touchesOfNotes },
    ({ notes }): Rows<NoteId, NoteView> => toRows(notes.all.values(), toNoteView),
    ({ notes }, id: NoteId) => mapDefined(notes.all.get(id), toNoteView),
  ),
  noteTags: valuePart(
    'The tags that a note can have.',
    staffOnly,
    ['session'],
    ({ session }): readonly string[] => session.plan.notes.tags,
  ),
}
