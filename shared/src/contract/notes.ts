/** Notes that the secretariat writes while people speak. Only the staff see them until they are exported. */
import type { Map as Table } from 'immutable'
import { z } from 'zod'
import type { Instant } from '../kernel/time.ts'
import { defineCommand, final } from './command.ts'
import { multilineText, noteIdSchema, questionIdSchema, segmentIdSchema, singleLineText, turnIdSchema } from './field-schemas.ts'
import type { NoteId, PersonId, QuestionId, SegmentId, TurnId } from './ids.ts'

/** The subject of a note; null means the segment as a whole. */
const subjectSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('turn'), turn: turnIdSchema }),
  z.strictObject({ kind: z.literal('question'), question: questionIdSchema }),
])
const noteFields = { text: multilineText(600), tag: singleLineText(24).nullable() }
/** For `expectedVersion`: how often the note had been changed when the sender read it. It prevents overwriting an unseen change. */
const versionSchema = z.number().int().min(0).max(10_000)

export const noteCommands = {
  'notes.add': defineCommand(
    'Adds a note for the report.',
    z.strictObject({ ...noteFields, segment: segmentIdSchema.nullable(), about: subjectSchema.nullable() }),
    final,
  ),
  'notes.edit': defineCommand(
    'Changes a note.',
    z.strictObject({ note: noteIdSchema, ...noteFields, expectedVersion: versionSchema }),
    final,
  ),
  'notes.remove': defineCommand('Removes a note.', z.strictObject({ note: noteIdSchema, expectedVersion: versionSchema }), final),
}

/** Reasons why a command of this feature is refused. */
export const noteRejections = ['no-such-note', 'no-such-tag'] as const

export type NoteSubject = { readonly kind: 'turn'; readonly turn: TurnId } | { readonly kind: 'question'; readonly question: QuestionId }

export type Note = {
  readonly id: NoteId
  readonly text: string
  /** One of the tags of the session. */
  readonly tag: string | null
  readonly segment: SegmentId | null
  readonly about: NoteSubject | null
  readonly by: PersonId
  readonly at: Instant
  /** How often the note was changed. */
  readonly version: number
  readonly edited: { readonly by: PersonId; readonly at: Instant } | null
}

export type NoteEvents = {
  'notes.added': { readonly note: Note }
  'notes.edited': { readonly note: NoteId; readonly text: string; readonly tag: string | null; readonly by: PersonId }
  'notes.removed': { readonly note: NoteId }
}

export type NotesState = { readonly all: Table<NoteId, Note> }
