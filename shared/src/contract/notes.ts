/** Notes that the secretariat writes while people speak. Only the staff see them until they are exported. */

import type { Map as Table } from 'immutable'
import { z } from 'zod'
import type { Instant } from '../kernel/time.ts'
import { type LanguageId, languageIds } from '../kernel/wording.ts'
import { planBounds } from './bounds-of-plan.ts'
import { defineCommand, final } from './command.ts'
import {
  groupIdSchema,
  multilineText,
  noteIdSchema,
  questionIdSchema,
  segmentIdSchema,
  singleLineText,
  statementIdSchema,
  turnIdSchema,
} from './field-schemas.ts'
import type { GroupId, NoteId, PersonId, SegmentId } from './ids.ts'
import { maxNoteLength, maxPeople, maxSentenceLength, maxTagLength } from './lengths.ts'
import type { NoteSubject } from './note-subjects.ts'

const subjectSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('turn'), turn: turnIdSchema }),
  z.strictObject({ kind: z.literal('question'), question: questionIdSchema }),
  z.strictObject({ kind: z.literal('answer-to'), question: questionIdSchema }),
  z.strictObject({ kind: z.literal('statement'), statement: statementIdSchema }),
])
/** The most sources that a note has in addition to the first. */
const maxFurtherSources = 50
const noteFields = { text: multilineText(maxNoteLength), tag: singleLineText(maxTagLength).nullable() }
/** For `expectedVersion`: how often the note had been changed when the sender read it. It prevents overwriting an unseen change. */
const versionSchema = z.number().int().min(0).max(10_000)

/** The point as the record has it while its sentence is written. */
const basisSchema = z.strictObject({
  note: multilineText(maxNoteLength),
  tag: singleLineText(maxTagLength).nullable(),
  organizations: z.number().int().min(0).max(maxPeople).nullable(),
  groups: z.array(groupIdSchema.nullable()).max(planBounds.groups + 1),
  panel: z.boolean(),
})

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
  'notes.set-also': defineCommand(
    'Sets who else made the point of a note: all sources in addition to the first one.',
    z.strictObject({ note: noteIdSchema, also: z.array(subjectSchema).max(maxFurtherSources), expectedVersion: versionSchema }),
    final,
  ),
  'notes.join': defineCommand(
    'Makes a note part of the point of the note `into`, which then has the sources of both. Null makes it a point of its own again.',
    z.strictObject({ note: noteIdSchema, into: noteIdSchema.nullable(), expectedVersion: versionSchema }),
    final,
  ),
  'notes.set-sentence': defineCommand(
    'Sets the sentence of a point in the report in one language. Null takes it out. `basis`: the point as the record has it, from which the sentence was written. `expectedText`: the sentence that the sender sees.',
    z.strictObject({
      note: noteIdSchema,
      language: z.enum(languageIds),
      text: singleLineText(maxSentenceLength).nullable(),
      basis: basisSchema,
      expectedText: singleLineText(maxSentenceLength).nullable(),
    }),
    final,
  ),
  'notes.remove': defineCommand('Removes a note.', z.strictObject({ note: noteIdSchema, expectedVersion: versionSchema }), final),
}

/** Reasons why a command of this feature is refused. */
export const noteRejections = [
  'no-such-note',
  'no-such-tag',
  'already-joined', // one of the two notes is part of another point
] as const

/** The point as the Rapporteur saw it. A sentence whose point has changed since no longer agrees with it. */
export type SentenceBasis = {
  /** The words of the note. */
  readonly note: string
  readonly tag: string | null
  /** The distinct organizations that made the point, without the panel. Null if an author is not recorded. */
  readonly organizations: number | null
  readonly groups: readonly (GroupId | null)[]
  /** True if the panel made it too. */
  readonly panel: boolean
}
/** A sentence of the report that the Rapporteur has accepted or written. */
export type NoteSentence = { readonly text: string; readonly basis: SentenceBasis }
type Sentences = { readonly [Id in LanguageId]?: NoteSentence }

export type Note = {
  readonly id: NoteId
  readonly text: string
  /** One of the tags of the session. */
  readonly tag: string | null
  readonly segment: SegmentId | null
  readonly about: NoteSubject | null
  /** The others who made the same point. Absent if there are none. */
  readonly also?: readonly NoteSubject[]
  /** The note whose point it is part of. Absent if it is a point of its own. */
  readonly into?: NoteId
  /** Its sentences in the report. They do not count as a change of the note. Absent if there are none. */
  readonly sentences?: Sentences
  readonly by: PersonId
  readonly at: Instant
  /** How often the note was changed. */
  readonly version: number
  readonly edited: { readonly by: PersonId; readonly at: Instant } | null
}

export type NoteEvents = {
  'notes.added': { readonly note: Note }
  'notes.edited': { readonly note: NoteId; readonly text: string; readonly tag: string | null; readonly by: PersonId }
  'notes.also-set': { readonly note: NoteId; readonly also: readonly NoteSubject[]; readonly by: PersonId }
  'notes.joined': { readonly note: NoteId; readonly into: NoteId | null; readonly by: PersonId }
  'notes.sentence-set': { readonly note: NoteId; readonly language: LanguageId; readonly sentence: NoteSentence | null }
  'notes.removed': { readonly note: NoteId }
}

export type NotesState = { readonly all: Table<NoteId, Note> }
