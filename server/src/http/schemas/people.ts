import { commandId, groupId } from '@rostrum/shared/contract/field-schemas'
import { channels } from '@rostrum/shared/contract/roles'
import { z } from 'zod'
import { attendanceStates } from '../../presence/presence.ts'
import { emailField, entityField, externalField, nameField } from '../../roster/field-schemas.ts'
import { languageIn, noGroup } from '../../roster/value-spellings.ts'
import { channel, count, group, instant, nothing, ofPerson, ofSession, personId } from './fields.ts'
import { json, reading, writing } from './route-spec.ts'

const language = z
  .string()
  .max(64)
  .refine((written) => languageIn(written) !== undefined, 'language-unclear')
const known = {
  name: nameField.nullable(),
  email: emailField.nullable(),
  language: language.nullable().describe('A language tag, or the name of one of the six languages of the United Nations.'),
  named: z.boolean().nullable().describe('Whether the record may carry the name; null: nobody has said so.'),
}
const standing = { entity: entityField, group: groupId.nullable(), channel: z.enum(channels) }
const newPerson = z.strictObject({
  ...standing,
  ...z.object(known).partial().shape,
  external: externalField.optional().describe('The id that they have elsewhere.'),
  role: z.enum(['participant', 'panellist']).default('participant'),
  attempt: commandId
    .optional()
    .describe('Made by whoever adds, and kept until it is answered: the same person however often it has to be asked.'),
})
const correction = z.strictObject({ ...z.object(standing).partial().shape, ...z.object(known).partial().shape })
const search = z.strictObject({
  find: z.string().max(120).default('').describe('Words of the organization, the name, the address, the id or the number.'),
  page: z
    .string()
    .regex(/^[1-9]\d{0,4}$/)
    .default('1')
    .transform(Number)
    .describe('Fifty a page.'),
  group: z
    .union([z.literal(noGroup[0]).transform(() => null), groupId])
    .optional()
    .describe('A group, or `none`.'),
  channel: z.enum(channels).optional(),
  state: z.enum(attendanceStates).optional(),
})

const person = z
  .object({
    person: personId,
    role: z.enum(['participant', 'panellist']),
    entity: z.string(),
    group,
    channel,
    number: z.int(),
    revoked: z.boolean(),
    name: z.string().nullable(),
    email: z.string().nullable(),
    language: z.string().nullable(),
    named: z.boolean().nullable(),
    external: z.string().nullable(),
    presence: z.enum(attendanceStates),
    since: instant.nullable(),
    arrived: z.boolean().describe('Whether the secretariat has checked them in.'),
  })
  .meta({ id: 'Person', description: 'Somebody who is registered.' })

const byChannel = z.object({ room: count, remote: count })
const counts = z
  .object({
    registered: byChannel,
    groups: z.array(z.object({ group, registered: count })),
    connected: byChannel,
    arrived: byChannel,
    present: byChannel.describe('Connected or checked in, each once.'),
    away: count,
    absent: count,
  })
  .meta({ id: 'AttendanceCounts', description: 'Of all who may take part, whatever is looked for.' })

const text = ['text-empty', 'text-too-long', 'text-refused', 'office-imitated', 'email-refused', 'language-unclear'] as const

export const find = reading({
  id: 'findPeople',
  tag: 'People',
  summary: 'Who is registered, and who is there',
  who: 'keepers',
  params: ofSession,
  query: search,
  answers: {
    200: json(
      'A page, in the order of the numbers.',
      z.object({ people: z.array(person), total: count, page: z.int(), pages: z.int(), counts }),
    ),
  },
})

export const add = writing({
  id: 'addPerson',
  tag: 'People',
  summary: 'Register somebody',
  who: 'keepers',
  params: ofSession,
  body: newPerson,
  answers: { 201: json('The person, with their link, which is a secret.', person.extend({ url: z.string() })) },
  refusals: ['session-full', 'email-taken', 'no-such-group', 'id-refused', ...text],
})

export const correct = writing({
  id: 'correctPerson',
  tag: 'People',
  summary: 'Correct what is known of somebody',
  about: 'What is not in the body stays as it is. What they asked before keeps the organization that it had.',
  who: 'keepers',
  params: ofPerson,
  body: correction,
  answers: { 200: json('The person.', person) },
  refusals: ['no-such-person', 'person-revoked', 'email-taken', 'no-such-group', ...text],
})

export const revoke = writing({
  id: 'revokePerson',
  tag: 'People',
  summary: 'End somebody’s part in the session',
  who: 'keepers',
  params: ofPerson,
  body: nothing,
  answers: { 200: json('The person.', person) },
  refusals: ['no-such-person', 'person-revoked'],
})

export const relink = writing({
  id: 'renewPersonLink',
  tag: 'People',
  summary: 'Make a new link for somebody',
  about: 'The old link ends at once, and within a second everything that was opened with it.',
  who: 'keepers',
  params: ofPerson,
  body: nothing,
  answers: { 200: json('The new link.', z.object({ person: personId, url: z.string() })) },
  refusals: ['no-such-person', 'person-revoked'],
})

export const arrive = writing({
  id: 'markArrived',
  tag: 'People',
  summary: 'Check somebody in, or take that back',
  who: 'keepers',
  params: ofPerson,
  body: z.strictObject({ arrived: z.boolean() }),
  answers: { 200: json('The person.', person) },
  refusals: ['no-such-person', 'person-revoked'],
})

export const forget = writing({
  id: 'forgetPeople',
  tag: 'People',
  summary: 'Forget all personal data of a session',
  about: 'Names, addresses, languages and consents. Who took part stays in the log by organization, group and channel.',
  who: 'keepers',
  params: ofSession,
  answers: { 200: json('Of how many something was known.', z.object({ forgotten: count })) },
})
