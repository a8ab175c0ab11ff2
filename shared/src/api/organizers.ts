import { z } from 'zod'
import { singleLineText } from '../contract/field-schemas.ts'
import { maxPurposeLength } from '../contract/lengths.ts'
import { countSchema, deletedSchema, instantSchema } from './fields.ts'
import { jsonAnswer, type OperationTable, type TypeOf } from './operation.ts'

const organizerFields = {
  id: z.string(),
  name: z.string().nullable().describe('A function. Null for the first organizer.'),
  madeAt: instantSchema.nullable(),
  renewedAt: instantSchema.nullable().describe('When the secret was last renewed.'),
  usedAt: instantSchema.nullable().describe('To the minute.'),
}
const organizerSchema = z.object({ ...organizerFields, tokens: countSchema.describe('The tokens that end with this organizer.') })
export type OrganizerSummary = TypeOf<typeof organizerSchema>
const withLinkSchema = z.object({ ...organizerFields, url: z.string().describe('The link. Its secret is after the #.') })
export type OrganizerLink = TypeOf<typeof withLinkSchema>

const organizerParamsSchema = z.object({ organizer: z.string().max(64).describe('The id of the organizer, or `first`.') })

export const organizersOperations = {
  'GET /api/organizers': {
    id: 'listOrganizers',
    tag: 'Organizers',
    summary: 'The organizers',
    access: 'organizer in person',
    answers: {
      200: jsonAnswer(
        'Without the secrets. The first organizer is first.',
        z.object({ organizers: z.array(organizerSchema), own: z.string().describe('The id of the organizer who asks.') }),
      ),
    },
  },
  'POST /api/organizers': {
    id: 'addOrganizer',
    tag: 'Organizers',
    summary: 'Give an organizer access',
    about: 'Every organizer may do the same, which includes making and ending organizers.',
    access: 'organizer in person',
    body: z.strictObject({ name: singleLineText(maxPurposeLength).describe('A function, such as “Conference services”.') }),
    answers: { 201: jsonAnswer('The organizer. The link is shown only once.', withLinkSchema) },
    refusals: ['text-empty', 'text-too-long', 'text-refused'],
  },
  'POST /api/organizers/:organizer/renew': {
    id: 'renewOrganizer',
    tag: 'Organizers',
    summary: 'Renew the link of an organizer',
    about: 'The present one ends at once on every node. All other organizers, and all tokens, stay as they are.',
    access: 'organizer in person',
    params: organizerParamsSchema,
    body: z.strictObject({}),
    answers: { 200: jsonAnswer('The new link. It is shown only once.', withLinkSchema) },
    refusals: ['no-such-organizer'],
  },
  'DELETE /api/organizers/:organizer': {
    id: 'endOrganizer',
    tag: 'Organizers',
    summary: 'End the access of an organizer',
    about:
      'At once on every node, with the tokens that this organizer made. The first organizer can only be renewed, so there is always one.',
    access: 'organizer in person',
    params: organizerParamsSchema,
    answers: { 200: jsonAnswer('The access has ended.', deletedSchema) },
    refusals: ['no-such-organizer', 'first-organizer'],
  },
} as const satisfies OperationTable
