/** The written statements and the notes in the record. */
import { z } from 'zod'
import { languageIds } from '../kernel/wording.ts'
import { channels } from './channels.ts'
import type { NoteSubject } from './note-subjects.ts'

const id = z.string()
/** Absent unless the person claimed the name of a registered organization, and nobody confirmed the person under it. */
export const notConfirmed = z.literal(true).optional()

export const statementSchema = z.strictObject({
  id,
  /** Numbered S1, S2 … in the order in which they were first submitted. */
  number: z.number().int().nonnegative(),
  entity: z.string(),
  notConfirmed,
  group: id.nullable(),
  channel: z.enum(channels),
  request: id.nullable(),
  turn: id.nullable(),
  segment: id.nullable(),
  words: z.number().int().nonnegative(),
  filedAt: z.iso.datetime(),
  /** True if the secretariat entered it for its author. */
  entered: z.boolean(),
  text: z.string(),
})
const sourceKinds = ['turn', 'question', 'answer-to', 'statement'] as const satisfies readonly NoteSubject['kind'][]

/** The source of a point. A question belongs to the person who asked it, its answer to the person who answers. */
const noteSourceSchema = z.strictObject({
  kind: z.enum(sourceKinds),
  /** For an answer: the turn in which it was given, if it was given live. */
  turn: id.nullable(),
  question: id.nullable(),
  statement: id.nullable(),
  /** The entity of the person who made the point. Null for an answer of the panel as a whole. */
  entity: z.string().nullable(),
  notConfirmed,
  group: id.nullable(),
})
/** The point as it was when its sentence was written: the words of the note and its tag, and who had made the point. */
export const basisSchema = z.strictObject({
  note: z.string(),
  tag: z.string().nullable(),
  /** The distinct organizations, without the panel. Null if an author is not recorded. */
  organizations: z.number().int().nonnegative().nullable(),
  groups: z.array(id.nullable()),
  panel: z.boolean(),
})
/** A sentence of the report that the Rapporteur has accepted or written. `basis`: absent in the public version. */
const sentenceSchema = z.strictObject({ language: z.enum(languageIds), text: z.string(), basis: basisSchema.optional() })

export const noteSchema = z.strictObject({
  id,
  segment: id.nullable(),
  tag: z.string().nullable(),
  text: z.string(),
  /** The note whose point it is part of. */
  into: id.nullable(),
  at: z.iso.datetime(),
  /** True if it was written or changed after the close. */
  afterClose: z.boolean(),
  /** Everybody who made the point. Empty for a note on the segment as a whole. */
  sources: z.array(noteSourceSchema),
  /** The sentences of the report on this point, one for each language in which there is one. Absent if there are none. */
  sentences: z.array(sentenceSchema).optional(),
})
