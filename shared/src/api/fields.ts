/** Fields that several schemas share. */

import { z } from 'zod'
import { type ByChannel, channels } from '../contract/channels.ts'
import { textsOf } from '../contract/field-schemas.ts'
import { groupMarks } from '../contract/group-marks.ts'
import type { GroupId, PersonId } from '../contract/ids.ts'
import { roles } from '../contract/roles.ts'
import { languageIds, type Wording } from '../kernel/wording.ts'

export const instantSchema = z.int().meta({ description: 'Milliseconds since 1970-01-01 UTC.', examples: [1_893_492_000_000] })
export const countSchema = z.int().nonnegative()
export const roleSchema = z.enum(roles)
export const channelSchema = z.enum(channels)
/** The fields of counts by channel, which programs read by name. A channel that is added does not compile without its field. */
export const channelCounts: ByChannel<typeof countSchema> = { room: countSchema, remote: countSchema }
/** A text of the session, in one language or in several. */
export const wordingTextSchema: z.ZodType<Wording> = z.union([
  z.string(),
  textsOf(z.string()).extend({ original: z.enum(languageIds).optional() }),
])
/** An id in an answer. Its form is checked in requests only. */
export const idText = <Id extends string>(description = 'An id.') =>
  z.custom<Id>((value) => typeof value === 'string').meta({ type: 'string', description })
/** The id of a stakeholder group. Null for a person without a group. */
export const groupSchema = idText<GroupId>().nullable()
export const groupsSchema = z.array(
  z.object({ id: idText<GroupId>(), label: wordingTextSchema, short: wordingTextSchema, mark: z.enum(groupMarks) }),
)
const aboutPerson = 'The id of a person in the session.'
export const personIdTextSchema = idText<PersonId>(aboutPerson)
/** The id of a person in a request. */
export const namedPersonSchema = z.string().describe(aboutPerson)
export const joiningSchema = z.object({
  code: z.string(),
  url: z.string(),
  renewed: z.number().describe('How often the code has been renewed.'),
})
export const deletedSchema = z.object({ deleted: z.string() })

export const sessionParamsSchema = z.object({ id: z.string().describe('The id of the session.') })
export const personParamsSchema = z.object({ id: z.string().describe('The id of the session.'), person: namedPersonSchema })
/** The body of routes that need no data in it. */
export const emptyBodySchema = z.strictObject({}).nullish()
