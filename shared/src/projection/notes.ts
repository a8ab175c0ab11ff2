/** What the secretariat has written down, for the staff alone. */

import type { NoteId } from '../contract/ids.ts'
import type { Note } from '../contract/notes.ts'
import { audiencePart, type Rows, remembered, rows } from './part.ts'

export type NoteView = Omit<Note, 'id'>

const noteView = remembered(
  ({ text, tag, segment, about, by, at, version, edited }: Note): NoteView => ({ text, tag, segment, about, by, at, version, edited }),
)

export const noteParts = {
  notes: audiencePart<Rows<NoteId, NoteView>>(['notes'], ({ notes }, audience) =>
    audience === 'staff' ? rows(notes.all.values(), noteView) : undefined,
  ),
  /** With what points can be tagged. */
  noteTags: audiencePart<readonly string[]>(['session'], ({ session }, audience) =>
    audience === 'staff' ? session.plan.notes.tags : undefined,
  ),
}
