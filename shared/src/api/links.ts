import { z } from 'zod'
import { commandIdSchema } from '../contract/field-schemas.ts'
import { duties, offices } from '../contract/offices.ts'
import { spokenLanguageSchema } from '../contract/spoken-language.ts'
import { channelSchema, emptyBodySchema, personIdTextSchema, personParamsSchema, roleSchema, sessionParamsSchema } from './fields.ts'
import { jsonAnswer, type OperationTable, type TypeOf } from './operation.ts'
import { entitySchema, nameSchema } from './person-fields.ts'

const officerLinkSchema = z
  .object({
    person: personIdTextSchema,
    role: roleSchema,
    entity: z.string(),
    channel: channelSchema,
    office: z.object({ office: z.enum(offices), duties: z.array(z.enum(duties)), number: z.int() }).nullable(),
    booth: z.string().nullable().describe('Of a booth: the language that it interprets into.'),
    name: z.string().nullable().describe('Only where the organizer has given one.'),
    url: z.string(),
  })
  .meta({ id: 'OfficerLink', description: 'The link of an officer. Anyone who has it has the role.' })

export type OfficerLink = TypeOf<typeof officerLinkSchema>

export const linksOperations = {
  'GET /api/sessions/:id/links': {
    id: 'listLinks',
    tag: 'Links',
    summary: 'The links of the officers, and the join code',
    access: 'organizer',
    params: sessionParamsSchema,
    answers: { 200: jsonAnswer('Links are secrets.', z.object({ code: z.string(), join: z.string(), links: z.array(officerLinkSchema) })) },
    refusals: ['no-such-session'],
  },
  'POST /api/sessions/:id/officers': {
    id: 'addOfficer',
    tag: 'Links',
    summary: 'Add an officer',
    about: 'Any number, also several of one office. Each has a link of their own.',
    access: 'organizer',
    params: sessionParamsSchema,
    body: z.strictObject({
      office: z.enum(offices),
      duties: z
        .array(z.enum(duties))
        .max(duties.length)
        .optional()
        .describe(
          'What the officer may change. Without it, what the office usually does: a rapporteur writes notes, all others may do everything.',
        ),
      name: nameSchema.nullable().optional(),
      entity: entitySchema.optional().describe('The country or delegation. The record gives it.'),
      idempotencyKey: commandIdSchema.describe('Created by the client and reused until there is an answer.'),
    }),
    answers: { 201: jsonAnswer('The officer, with the link.', officerLinkSchema) },
    refusals: ['no-such-session', 'session-full', 'text-empty', 'text-too-long', 'text-refused', 'office-imitated'],
  },
  'POST /api/sessions/:id/booths': {
    id: 'addBooth',
    tag: 'Links',
    summary: 'Add a booth for interpreters',
    about: 'One for each language. All who interpret into it share its link. A booth that was ended comes back with a new link.',
    access: 'organizer',
    params: sessionParamsSchema,
    body: z.strictObject({ language: spokenLanguageSchema.describe('The language that it interprets into.') }),
    answers: { 201: jsonAnswer('The booth, with the link.', officerLinkSchema) },
    refusals: ['no-such-session', 'session-full'],
  },
  'POST /api/sessions/:id/officers/:person/duties': {
    id: 'setDuties',
    tag: 'Links',
    summary: 'Say what an officer may do from now on',
    about: 'It holds at once, also for screens that are open. The link stays.',
    access: 'organizer',
    params: personParamsSchema,
    body: z.strictObject({
      duties: z.array(z.enum(duties)).max(duties.length),
      entity: entitySchema.nullable().optional().describe('The country or delegation. Null: none. Without it, it stays as it is.'),
    }),
    answers: { 200: jsonAnswer('The officer, with the link.', officerLinkSchema) },
    refusals: ['no-such-session', 'no-such-person', 'person-revoked', 'text-empty', 'text-too-long', 'text-refused', 'office-imitated'],
  },
  'POST /api/sessions/:id/officers/:person/end': {
    id: 'endOfficer',
    tag: 'Links',
    summary: 'End the access of an officer or a booth',
    about: 'Their link and their connections end within a second. All others keep theirs.',
    access: 'organizer',
    params: personParamsSchema,
    body: emptyBodySchema,
    answers: { 200: jsonAnswer('Whose access was ended.', z.object({ ended: personIdTextSchema })) },
    refusals: ['no-such-session', 'no-such-person'],
  },
  'POST /api/sessions/:id/links/:person/renew': {
    id: 'renewLink',
    tag: 'Links',
    summary: 'Renew a link',
    about: 'The old link is invalid at once. Connections opened with it close within a second.',
    access: 'organizer',
    params: personParamsSchema,
    body: emptyBodySchema,
    answers: { 200: jsonAnswer('The new link.', officerLinkSchema) },
    refusals: ['no-such-session', 'no-such-person'],
  },
} as const satisfies OperationTable
