/** Fields that several schemas share. */
import { groupMarks } from '@rostrum/shared/contract/plan'
import { channels, roles } from '@rostrum/shared/contract/roles'
import { languageIds } from '@rostrum/shared/kernel/wording'
import { z } from 'zod'

export const instantSchema = z.int().meta({ description: 'Milliseconds since 1970-01-01 UTC.', examples: [1_893_492_000_000] })
export const countSchema = z.int().nonnegative()
export const roleSchema = z.enum(roles)
export const channelSchema = z.enum(channels)
/** A text of the session's own, in one language or in several. */
export const wordingTextSchema = z.union([z.string(), z.partialRecord(z.enum(languageIds), z.string())])
/** The id of a stakeholder group. Null for a person without a group. */
export const groupSchema = z.string().nullable()
export const groupsSchema = z.array(
  z.object({ id: z.string(), label: wordingTextSchema, short: wordingTextSchema, mark: z.enum(groupMarks) }),
)
export const personIdTextSchema = z.string().describe('The id of a person in the session.')
export const joiningSchema = z.object({
  code: z.string(),
  url: z.string(),
  renewed: z.number().describe('How often the code has been renewed.'),
})
export const deletedSchema = z.object({ deleted: z.string() })

export const sessionParamsSchema = z.object({ id: z.string().describe('The id of the session.') })
export const personParamsSchema = z.object({ id: z.string().describe('The id of the session.'), person: personIdTextSchema })
/** For routes without data in the body. */
export const emptyBodySchema = z.strictObject({}).nullish()
