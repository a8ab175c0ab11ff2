import { z } from 'zod'
import { channels } from '../contract/channels.ts'
import { sessionPhases } from '../contract/enums.ts'
import { commandIdSchema, groupIdSchema, singleLineText } from '../contract/field-schemas.ts'
import type { SessionId } from '../contract/ids.ts'
import { maxEntityLength, maxPersonNameLength } from '../contract/lengths.ts'
import {
  channelSchema,
  groupSchema,
  groupsSchema,
  idText,
  joiningSchema,
  personIdTextSchema,
  roleSchema,
  wordingTextSchema,
} from './fields.ts'
import { jsonAnswer, type OperationTable, type TypeOf } from './operation.ts'

const typedCodeSchema = z.string().min(1).max(64).describe('Case, spaces and hyphens do not matter.')

export const linkBodySchema = z.strictObject({ link: z.string().min(1).max(128).describe('The part after the # of a link.') })
export const codeBodySchema = z.strictObject({
  code: typedCodeSchema,
  person: z.strictObject({
    entity: singleLineText(maxEntityLength).describe('Organization or delegation.'),
    group: groupIdSchema.nullable(),
    channel: z.enum(channels),
    name: singleLineText(maxPersonNameLength).optional(),
    nameInRecord: z.boolean().describe('Whether the record may contain the name.'),
  }),
  idempotencyKey: commandIdSchema
    .optional()
    .describe('Created by the device and reused until there is an answer, so that a repeated request gives the same person.'),
})
export type WalkInBody = z.infer<typeof codeBodySchema>

const organizationSchema = z.object({ name: z.string(), group: groupSchema })
export type KnownOrganization = TypeOf<typeof organizationSchema>

const ticketSchema = z.object({
  ticket: z.string(),
  session: idText<SessionId>(),
  person: personIdTextSchema,
  role: roleSchema,
  entity: z.string(),
  group: groupSchema,
  groupShort: wordingTextSchema.nullable().describe('The short name of the group.'),
  channel: channelSchema,
  number: z.int(),
  title: wordingTextSchema,
  short: wordingTextSchema,
  joining: joiningSchema.nullable().describe('For roles that show others how to join.'),
  link: z.string().optional().describe('For a walk-in: the secret of the new link.'),
})
export type Ticket = TypeOf<typeof ticketSchema>
export type JoinInfo = NonNullable<Ticket['joining']>

export const ticketsOperations = {
  'POST /api/codes': {
    id: 'findByCode',
    tag: 'Entering',
    summary: 'What the join form needs',
    access: 'everybody',
    body: z.strictObject({ code: typedCodeSchema }),
    answers: {
      200: jsonAnswer(
        'The session of this code.',
        z.object({
          title: wordingTextSchema,
          short: wordingTextSchema,
          place: z.string(),
          groups: groupsSchema,
          session: idText<SessionId>(),
          phase: z.enum(sessionPhases),
          listOpen: z.boolean().describe('Whether the floor can be requested now.'),
          organizations: z.array(organizationSchema).describe('The organizations of those who are registered or have joined.'),
          walkIns: z.boolean(),
        }),
      ),
    },
    refusals: ['no-such-code', 'too-many-failures'],
  },
  'POST /api/tickets': {
    id: 'issueTicket',
    tag: 'Entering',
    summary: 'Exchange a link or a join code for a ticket for the connection',
    about:
      'With a link, its holder enters. With the join code, a new person enters if the session allows walk-ins, and gets a link to come back.',
    access: 'everybody',
    body: z.union([linkBodySchema, codeBodySchema]),
    answers: {
      200: jsonAnswer('The ticket, and its holder.', ticketSchema),
    },
    refusals: [
      ...([
        'no-such-link',
        'no-such-code',
        'person-revoked',
        'walk-ins-closed',
        'walk-ins-full',
        'session-closed',
        'session-full',
      ] as const),
      ...(['no-such-group', 'text-empty', 'text-too-long', 'text-refused', 'too-many-failures'] as const),
    ],
  },
} as const satisfies OperationTable
