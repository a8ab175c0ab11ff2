/** Notes of the secretariat. Only the staff see them. */

import type { NoteId } from '../contract/ids.ts'
import type { Note } from '../contract/notes.ts'
import { memoize } from './memo.ts'
import { mapDefined, type Rows, rowPart, type Touches, toRows, valuePart } from './part.ts'

export type NoteView = Omit<Note, 'id'>

const toNoteView = memoize(
  ({ text, tag, segment, about, by, at, version, edited }: Note): NoteView => ({ text, tag, segment, about, by, at, version, edited }),
)

const touchesOfNotes: Touches<'notes', 'staff'> = {
  'notes.added': ({ note }) => [note.id],
  'notes.edited': ({ note }) => [note],
  'notes.removed': ({ note }) => [note],
}

export const noteParts = {
  notes: rowPart(
    'The notes of the staff.',
    ['staff'],
    { notes: touchesOfNotes },
    ({ notes }): Rows<NoteId, NoteView> => toRows(notes.all.values(), toNoteView),
    ({ notes }, id: NoteId) => mapDefined(notes.all.get(id), toNoteView),
  ),
  noteTags: valuePart(
    'The tags that a note can have.',
    ['staff'],
    ['session'],
    ({ session }): readonly string[] => session.plan.notes.tags,
  ),
}
