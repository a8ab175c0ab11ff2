/** The sense of the room in the record. */
import { z } from 'zod'
import { languageIds } from '../kernel/wording.ts'
import { responseKinds } from './response-kinds.ts'
import { responders } from './sense.ts'

const count = z.number().int().nonnegative()

/** A text of the session in one language; null where nobody said in which. */
const wordingSchema = z.array(z.strictObject({ language: z.enum(languageIds).nullable(), text: z.string() }))
/** What became of a sentence: `lost` with the memory of the server, `undecided` in a record made while the session runs. */
const senseOutcomes = ['published', 'discarded', 'lost', 'withdrawn', 'undecided'] as const

/** One sentence put to everybody. It is not a vote, and nothing of what a person responded is in it. */
export const senseSchema = z.strictObject({
  id: z.string(),
  segment: z.string().nullable(),
  text: wordingSchema,
  /** One response a person, or one a delegation. */
  one: z.enum(responders),
  openedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  outcome: z.enum(senseOutcomes),
  /** Of those present while it was open. `groups`: with three responses or more, of those shown. Null where it was not counted. */
  participation: z.strictObject({ responded: count, of: count, groups: count, ofGroups: count }).nullable(),
  /** Each with the columns in which three or more responded so. Null unless published. */
  responses: z.array(
    z.strictObject({
      kind: z.enum(responseKinds).nullable(),
      named: wordingSchema.nullable(),
      marks: z.strictObject({ room: z.array(count), remote: z.array(count) }).nullable(),
    }),
  ),
  /** Groups that are shown together are one column. Null as a group: people without one. Null unless published. */
  columns: z.array(z.array(z.string().nullable())).nullable(),
})
