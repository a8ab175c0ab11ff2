import { z } from 'zod'
import { orderModes, sessionPhases } from '../contract/enums.ts'
import type { EntryId } from '../contract/ids.ts'
import { maxEntityLength } from '../contract/lengths.ts'
import { channelSchema, groupSchema, idText, namedPersonSchema, personIdTextSchema } from './fields.ts'
import { jsonAnswer, type OperationTable } from './operation.ts'

export const staffOperations = {
  'GET /api/staff/order-preview': {
    id: 'previewOrder',
    tag: 'Staff',
    summary: 'The list of speakers in another order mode',
    access: 'staff',
    query: z.strictObject({ mode: z.enum(orderModes), suggestOnly: z.enum(['true', 'false']) }),
    answers: { 200: jsonAnswer('The entries, in that order.', z.object({ order: z.array(idText<EntryId>()) })) },
  },
  'GET /api/staff/swap-preview': {
    id: 'previewSwap',
    tag: 'Staff',
    summary: 'The list of speakers if two of them change places',
    access: 'staff',
    query: z.strictObject({ entry: idText<EntryId>(), with: idText<EntryId>() }),
    answers: {
      200: jsonAnswer(
        'The entries, in that order. As now, if one of the two does not wait.',
        z.object({ order: z.array(idText<EntryId>()) }),
      ),
    },
  },
  'GET /api/staff/rehearsal': {
    id: 'findRehearsal',
    tag: 'Staff',
    summary: 'Whether the opening of the session deletes a rehearsal',
    access: 'staff',
    answers: {
      200: jsonAnswer('How far the rehearsal is. Null: there is none.', z.object({ phase: z.enum(sessionPhases).nullable() })),
    },
  },
  'GET /api/staff/people': {
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
  },
  'GET /api/staff/typed-names': {
    id: 'listTypedNames',
    tag: 'Staff',
    summary: 'Names of speakers that the staff typed',
    about: 'They are not in the log. Rows of the view name them by id. They are deleted with all personal data.',
    access: 'staff',
    answers: {
      200: jsonAnswer('All of the session.', z.object({ names: z.array(z.object({ id: idText<EntryId>(), name: z.string() })) })),
    },
  },
  'GET /api/staff/spoken-names': {
    id: 'listSpokenNames',
    tag: 'Staff',
    summary: 'Forms of names to be said, which the organizer typed',
    about: 'The Chair’s script says them. They are not in the log, and are deleted with all personal data.',
    access: 'staff',
    answers: {
      200: jsonAnswer(
        'All of the session.',
        z.object({
          names: z.array(z.object({ person: personIdTextSchema, entity: z.string(), panellist: z.boolean(), said: z.string() })),
        }),
      ),
    },
  },
  'GET /api/staff/phone': {
    id: 'findPhone',
    tag: 'Staff',
    summary: 'Where to reach a person who is called and not connected',
    access: 'staff',
    query: z.strictObject({ person: namedPersonSchema.max(64) }),
    answers: {
      200: jsonAnswer('The number or note of the roster. Null: none is known.', z.object({ phone: z.string().nullable() })),
    },
  },
} as const satisfies OperationTable
