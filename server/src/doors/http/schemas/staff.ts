import { orderModes, sessionPhases } from '@rostrum/shared/contract/enums'
import { maxEntityLength } from '@rostrum/shared/contract/lengths'
import { z } from 'zod'
import { channelSchema, groupSchema, personIdTextSchema } from './fields.ts'
import { jsonAnswer, readRoute } from './route-spec.ts'

export const previewOrderSchema = readRoute({
  id: 'previewOrder',
  tag: 'Staff',
  summary: 'The list of speakers in another order mode',
  access: 'staff',
  query: z.strictObject({ mode: z.enum(orderModes), suggestOnly: z.enum(['true', 'false']) }),
  answers: { 200: jsonAnswer('The entries, in that order.', z.object({ order: z.array(z.string()) })) },
})

export const findRehearsalSchema = readRoute({
  id: 'findRehearsal',
  tag: 'Staff',
  summary: 'Whether the opening of the session deletes a rehearsal',
  access: 'staff',
  answers: {
    200: jsonAnswer('How far the rehearsal is. Null: there is none.', z.object({ phase: z.enum(sessionPhases).nullable() })),
  },
})

export const findRegisteredSchema = readRoute({
  id: 'findRegistered',
  tag: 'Staff',
  summary: 'Who is registered, by organization',
  access: 'staff',
  query: z.strictObject({ find: z.string().max(maxEntityLength) }),
  answers: {
    200: jsonAnswer(
      'At most 12 people.',
      z.object({
        people: z.array(
          z.object({ person: personIdTextSchema, entity: z.string(), group: groupSchema, channel: channelSchema, number: z.int() }),
        ),
      }),
    ),
  },
})

export const listTypedNamesSchema = readRoute({
  id: 'listTypedNames',
  tag: 'Staff',
  summary: 'Names of speakers that the staff typed',
  about: 'They are not in the log. Rows of the view name them by id. They are deleted with all personal data.',
  access: 'staff',
  answers: { 200: jsonAnswer('All of the session.', z.object({ names: z.array(z.object({ id: z.string(), name: z.string() })) })) },
})

export const findPhoneSchema = readRoute({
  id: 'findPhone',
  tag: 'Staff',
  summary: 'Where to reach a person who is called and not connected',
  access: 'staff',
  query: z.strictObject({ person: personIdTextSchema.max(64) }),
  answers: {
    200: jsonAnswer('The number or note of the roster. Null: none is known.', z.object({ phone: z.string().nullable() })),
  },
})
