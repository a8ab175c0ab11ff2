/** Notes: points that the secretariat writes down while people speak. Private until they are exported. */
import type { Map as Table } from 'immutable'
import { z } from 'zod'
import type { Instant } from '../kernel/time.ts'
import { line, noteId, questionId, segmentId, text, turnId } from './field-schemas.ts'
import type { NoteId, PersonId, QuestionId, SegmentId, TurnId } from './ids.ts'

/** What a point belongs to; null: to the part of the agenda as a whole. */
const about = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('turn'), turn: turnId }),
  z.strictObject({ kind: z.literal('question'), question: questionId }),
])
const content = { text: text(600), tag: line(24).nullable() }
/** `expectedVersion`: how often it had been changed when it was read. Nobody writes over what they have not seen. */
const version = z.number().int().min(0).max(10_000)

export const noteCommands = {
  'notes.add': z.strictObject({ ...content, segment: segmentId.nullable(), about: about.nullable() }),
  'notes.edit': z.strictObject({ note: noteId, ...content, expectedVersion: version }),
  'notes.remove': z.strictObject({ note: noteId, expectedVersion: version }),
}

export type About = { readonly kind: 'turn'; readonly turn: TurnId } | { readonly kind: 'question'; readonly question: QuestionId }

export type Note = {
  readonly id: NoteId
  readonly text: string
  /** One of the session's own. */
  readonly tag: string | null
  readonly segment: SegmentId | null
  readonly about: About | null
  readonly by: PersonId
  readonly at: Instant
  /** How often it was changed, and by whom last. */
  readonly version: number
  readonly edited: { readonly by: PersonId; readonly at: Instant } | null
}

export type NoteEvents = {
  'notes.added': { readonly note: Note }
  'notes.edited': { readonly note: NoteId; readonly text: string; readonly tag: string | null; readonly by: PersonId }
  'notes.removed': { readonly note: NoteId }
}

export type NotesState = { readonly all: Table<NoteId, Note> }
