import { z } from 'zod'
import { attendanceStatuses } from '../contract/attendance.ts'
import { channels } from '../contract/channels.ts'
import { commandIdSchema, groupIdSchema } from '../contract/field-schemas.ts'
import { deliveryStatuses, particularNames } from '../contract/invitations.ts'
import { maxEntityLength, maxPeople } from '../contract/lengths.ts'
import { ordinaryRole, speakingRoles } from '../contract/roles.ts'
import { noGroupSpellings, parseLanguage } from '../contract/value-spellings.ts'
import {
  channelCounts,
  channelSchema,
  countSchema,
  emptyBodySchema,
  groupSchema,
  groupsSchema,
  instantSchema,
  personIdTextSchema,
  personParamsSchema,
  roleSchema,
  sessionParamsSchema,
} from './fields.ts'
import { jsonAnswer, type OperationTable, type TypeOf } from './operation.ts'
import { emailSchema, entitySchema, externalIdSchema, nameSchema, phoneSchema, pronouncedSchema, saidSchema } from './person-fields.ts'

const languageSchema = z
  .string()
  .max(64)
  .refine((written) => parseLanguage(written) !== undefined, 'language-unclear')
const detailFields = {
  name: nameSchema.nullable(),
  email: emailSchema.nullable(),
  language: languageSchema.nullable().describe('A language tag, or the name of one of the six languages of the United Nations.'),
  nameInRecord: z.boolean().nullable().describe('Whether the record may contain the name. Null: not known.'),
  phone: phoneSchema.nullable().describe('Shown to the staff alone, when the person is called and not connected.'),
  pronounced: pronouncedSchema.nullable().describe('How the name is pronounced. Interpreters read it, unless the person hands in another.'),
  said: saidSchema
    .nullable()
    .describe('How the Chair says the organization after “the representative of”, or a panellist. Null: as the product knows it.'),
}
const identityFields = { entity: entitySchema, group: groupIdSchema.nullable(), channel: z.enum(channels) }
const newPersonSchema = z.strictObject({
  ...identityFields,
  ...z.object(detailFields).partial().shape,
  externalId: externalIdSchema.optional().describe('The id of the person in another system.'),
  role: z.enum(speakingRoles).default(ordinaryRole),
  idempotencyKey: commandIdSchema
    .optional()
    .describe('Created by the client and reused until there is an answer, so that a repeated request gives the same person.'),
})
const personUpdateSchema = z.strictObject({ ...z.object(identityFields).partial().shape, ...z.object(detailFields).partial().shape })
const rosterQuerySchema = z.strictObject({
  find: z.string().max(maxEntityLength).default('').describe('Words of the organization, name, e-mail address, id or number.'),
  page: z
    .string()
    .regex(/^[1-9]\d{0,4}$/)
    .default('1')
    .transform(Number)
    .describe('The number of the page, from 1. A page has 50 people.'),
  group: z
    .union([z.literal(noGroupSpellings[0]).transform(() => null), groupIdSchema])
    .optional()
    .describe('A group, or `none`.'),
  channel: z.enum(channels).optional(),
  state: z.enum(attendanceStatuses).optional(),
})

const personSchema = z
  .object({
    person: personIdTextSchema,
    role: roleSchema,
    entity: z.string(),
    group: groupSchema,
    channel: channelSchema,
    number: z.int(),
    revoked: z.boolean(),
    name: z.string().nullable(),
    email: z.string().nullable(),
    language: z.string().nullable(),
    nameInRecord: z.boolean().nullable(),
    externalId: z.string().nullable(),
    phone: z.string().nullable(),
    pronounced: z.string().nullable(),
    said: z.string().nullable(),
    presence: z.enum(attendanceStatuses),
    since: instantSchema.nullable(),
    checkedIn: z.boolean().describe('Whether the secretariat has checked them in.'),
    invitation: z
      .object({
        status: z.enum(deliveryStatuses),
        at: instantSchema,
        code: z.int().nullable().describe('The answer of the mail server.'),
        changed: z.array(z.enum(particularNames)).describe('What has changed since the last mail.'),
      })
      .nullable()
      .describe('What became of the invitation by mail. Null: none was sent to the current address.'),
  })
  .meta({ id: 'Person', description: 'A person of the roster.' })
export type RosterRow = TypeOf<typeof personSchema>

const channelCountsSchema = z.object(channelCounts)
const attendanceCountsSchema = z
  .object({
    registered: channelCountsSchema,
    groups: z.array(z.object({ group: groupSchema, registered: countSchema })),
    connected: channelCountsSchema,
    checkedIn: channelCountsSchema,
    present: channelCountsSchema.describe('Connected or checked in, each once.'),
    away: countSchema,
    absent: countSchema,
  })
  .meta({ id: 'AttendanceCounts', description: 'Counts of all members who are not revoked, whatever the query.' })

const walkInsSchema = z
  .object({ came: countSchema, places: countSchema.describe('How many may come, in all.') })
  .describe('People who came in by the join code without being registered. Null where nobody may.')

const rosterPageSchema = z.object({
  people: z.array(personSchema),
  total: countSchema,
  page: z.int(),
  pages: z.int(),
  counts: attendanceCountsSchema,
  walkIns: walkInsSchema.nullable(),
  groups: groupsSchema,
})
export type RosterPage = TypeOf<typeof rosterPageSchema>
export type RosterCounts = RosterPage['counts']

const textReasons = ['text-empty', 'text-too-long', 'text-refused', 'office-imitated', 'email-refused', 'language-unclear'] as const

export const peopleOperations = {
  'GET /api/sessions/:id/people': {
    id: 'searchRoster',
    tag: 'People',
    summary: 'Who is registered, and who is present',
    access: 'organizerOrStaff',
    params: sessionParamsSchema,
    query: rosterQuerySchema,
    answers: {
      200: jsonAnswer('One page, in the order of the numbers.', rosterPageSchema),
    },
  },
  'POST /api/sessions/:id/people': {
    id: 'addPerson',
    tag: 'People',
    summary: 'Register a person',
    access: 'organizerOrStaff',
    params: sessionParamsSchema,
    body: newPersonSchema,
    answers: { 201: jsonAnswer('The person with their link. The link is a secret.', personSchema.extend({ url: z.string() })) },
    refusals: ['session-full', 'email-taken', 'no-such-group', 'id-refused', ...textReasons],
  },
  'PATCH /api/sessions/:id/people/:person': {
    id: 'updatePerson',
    tag: 'People',
    summary: 'Correct the data of a person',
    about: 'Fields that are not in the body are not changed. Earlier requests keep the organization that they had.',
    access: 'organizerOrStaff',
    params: personParamsSchema,
    body: personUpdateSchema,
    answers: { 200: jsonAnswer('The person.', personSchema) },
    refusals: ['no-such-person', 'person-revoked', 'email-taken', 'no-such-group', ...textReasons],
  },
  'POST /api/sessions/:id/people/:person/revoke': {
    id: 'revokePerson',
    tag: 'People',
    summary: 'Revoke a person’s access to the session',
    access: 'organizerOrStaff',
    params: personParamsSchema,
    body: emptyBodySchema,
    answers: { 200: jsonAnswer('The person.', personSchema) },
    refusals: ['no-such-person', 'person-revoked'],
  },
  'POST /api/sessions/:id/people/:person/reinstate': {
    id: 'reinstatePerson',
    tag: 'People',
    summary: 'Give a person access back',
    about: 'With a new link. Requests that were removed when the access ended stay removed.',
    access: 'organizerOrStaff',
    params: personParamsSchema,
    body: emptyBodySchema,
    answers: { 200: jsonAnswer('The new link.', z.object({ person: personIdTextSchema, url: z.string() })) },
    refusals: ['no-such-person', 'conflict', 'session-closed'],
  },
  'POST /api/sessions/:id/people/:person/link': {
    id: 'renewPersonLink',
    tag: 'People',
    summary: 'Renew the link of a person',
    about: 'The old link is invalid at once. Connections opened with it close within a second.',
    access: 'organizerOrStaff',
    params: personParamsSchema,
    body: emptyBodySchema,
    answers: { 200: jsonAnswer('The new link.', z.object({ person: personIdTextSchema, url: z.string() })) },
    refusals: ['no-such-person', 'person-revoked'],
  },
  'PUT /api/sessions/:id/people/:person/check-in': {
    id: 'checkIn',
    tag: 'People',
    summary: 'Check a person in, or undo it',
    access: 'organizerOrStaff',
    params: personParamsSchema,
    body: z.strictObject({ checkedIn: z.boolean() }),
    answers: { 200: jsonAnswer('The person.', personSchema) },
    refusals: ['no-such-person', 'person-revoked'],
  },
  'PUT /api/sessions/:id/walk-ins': {
    id: 'setWalkInPlaces',
    tag: 'People',
    summary: 'Set how many people may come in by the join code',
    about: 'In all, with those who came already. Those who are in stay.',
    access: 'organizerOrStaff',
    params: sessionParamsSchema,
    body: z.strictObject({ places: z.number().int().min(1).max(maxPeople) }),
    answers: { 200: jsonAnswer('The number that counts now.', z.object({ places: countSchema })) },
    refusals: ['walk-ins-closed', 'session-closed'],
  },
  'DELETE /api/sessions/:id/people': {
    id: 'erasePeople',
    tag: 'People',
    summary: 'Delete all personal data of a session',
    about:
      'Names, how they are pronounced, addresses, languages and consents. The log still has everybody’s organization, group and channel.',
    access: 'organizerOrStaff',
    params: sessionParamsSchema,
    answers: { 200: jsonAnswer('How many people had personal data.', z.object({ forgotten: countSchema })) },
  },
} as const satisfies OperationTable
