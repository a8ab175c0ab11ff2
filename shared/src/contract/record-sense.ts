/** The sense of the room in the record. */

import { z } from 'zod'
import { languageIds } from '../kernel/wording.ts'
import { responseKinds } from './response-kinds.ts'
import { responders } from './sense.ts'
import { amounts, spreads, turnouts } from './sense-words.ts'

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
  /** How many could respond when it was put. Null in logs from before the five words. */
  of: z.number().int().nonnegative().nullable(),
  /** How many responded. Null unless published, and if so few could respond that nothing is shown. */
  turnout: z.enum(turnouts).nullable(),
  /** One word for each response, in their order. Empty unless published, and if fewer than half responded. */
  responses: z.array(z.strictObject({ kind: z.enum(responseKinds), amount: z.enum(amounts), spread: z.enum(spreads).nullable() })),
})
