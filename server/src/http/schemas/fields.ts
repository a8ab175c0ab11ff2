/** Fields that several answers have. */
import { marks } from '@rostrum/shared/contract/plan'
import { channels, roles } from '@rostrum/shared/contract/roles'
import { z } from 'zod'

export const instant = z.int().meta({ description: 'Milliseconds since 1970-01-01 UTC.', examples: [1_893_492_000_000] })
export const count = z.int().nonnegative()
export const role = z.enum(roles)
export const channel = z.enum(channels)
/** The id of a stakeholder group; null where somebody belongs to none. */
export const group = z.string().nullable()
export const groups = z.array(z.object({ id: z.string(), label: z.string(), short: z.string(), mark: z.enum(marks) }))
export const personId = z.string().describe('The id of a person in the session.')
export const joining = z.object({
  code: z.string(),
  url: z.string(),
  renewed: z.number().describe('How often the code has been renewed.'),
})
export const deleted = z.object({ deleted: z.string() })

export const ofSession = z.object({ id: z.string().describe('The id of the session.') })
export const ofPerson = z.object({ id: z.string().describe('The id of the session.'), person: personId })
/** Where a body has nothing to say. */
export const nothing = z.strictObject({}).nullish()
