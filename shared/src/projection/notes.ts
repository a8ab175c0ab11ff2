/** What the secretariat has written down, for the staff alone. */
import type { About, Note } from '../contract/notes.ts'
import type { NoteId, PersonId, SegmentId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import { audiencePart, type Rows, remembered, rows } from './part.ts'

export type NoteView = {
  readonly text: string
  readonly tag: string | null
  readonly segment: SegmentId | null
  readonly about: About | null
  readonly by: PersonId
  readonly at: Instant
  readonly version: number
  readonly edited: { readonly by: PersonId; readonly at: Instant } | null
}

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
