/** The sense of the room in the record. */
import { z } from 'zod'
import { languageIds } from '../kernel/wording.ts'
import { responseKinds } from './response-kinds.ts'
import { responders } from './sense.ts'

const count = z.number().int().nonnegative()

/** A text of the session in one language; null if the language is not specified. */
const wordingSchema = z.array(z.strictObject({ language: z.enum(languageIds).nullable(), text: z.string() }))
/** The outcome of a prompt. `lost`: with the memory of the server. `undecided`: in a record made while the session is running. */
const senseOutcomes = ['published', 'discarded', 'lost', 'withdrawn', 'undecided'] as const

/** One prompt put to everybody. It is not a vote, and contains nothing about any person's response. */
export const senseSchema = z.strictObject({
  id: z.string(),
  segment: z.string().nullable(),
  text: wordingSchema,
  /** Whether each person counts once, or each delegation. */
  one: z.enum(responders),
  openedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  outcome: z.enum(senseOutcomes),
  /** The responses of those present while it was open. `groups`: shown groups with three responses or more. Null if it was not counted. */
  participation: z.strictObject({ responded: count, of: count, groups: count, ofGroups: count }).nullable(),
  /** The options, each with the columns in which three or more gave this response. Null unless published. */
  responses: z.array(
    z.strictObject({
      kind: z.enum(responseKinds).nullable(),
      named: wordingSchema.nullable(),
      marks: z.strictObject({ room: z.array(count), remote: z.array(count) }).nullable(),
    }),
  ),
  /** Groups that are shown together are one column. A null group means people without a group. Null unless published. */
  columns: z.array(z.array(z.string().nullable())).nullable(),
})
