import { phases } from '@rostrum/shared/contract/enums'
import { commandId, groupId, line } from '@rostrum/shared/contract/field-schemas'
import { channels } from '@rostrum/shared/contract/roles'
import { z } from 'zod'
import { channel, group, groups, joining, personId, role } from './fields.ts'
import { json, writing } from './route-spec.ts'

const typedCode = z.string().min(1).max(64).describe('Case, spaces and hyphens do not matter.')

export const code = writing({
  id: 'readCode',
  tag: 'Entering',
  summary: 'What a join form needs to know',
  who: 'everybody',
  body: z.strictObject({ code: typedCode }),
  answers: {
    200: json(
      'The session of this code.',
      z.object({ title: z.string(), short: z.string(), place: z.string(), groups, phase: z.enum(phases), walkIns: z.boolean() }),
    ),
  },
  refusals: ['no-such-code', 'too-many-failures'],
})

export const byLink = z.strictObject({ link: z.string().min(1).max(128).describe('What is after the # of a link.') })
export const byCode = z.strictObject({
  code: typedCode,
  person: z.strictObject({
    entity: line(80).describe('Organization or delegation.'),
    group: groupId.nullable(),
    channel: z.enum(channels),
    name: line(80).optional(),
    named: z.boolean().describe('Whether the record may carry the name.'),
  }),
  attempt: commandId.optional().describe('Made by the device and kept until it is answered: the same person however often it has to ask.'),
})
export type WalkIn = z.infer<typeof byCode>

export const enter = writing({
  id: 'enter',
  tag: 'Entering',
  summary: 'A link, or a join code, becomes a ticket for the connection',
  about:
    'By a link its holder enters. By the join code somebody new enters, where the session takes walk-ins, and gets a link to come back with.',
  who: 'everybody',
  body: z.union([byLink, byCode]),
  answers: {
    200: json(
      'The ticket, and who one is.',
      z.object({
        ticket: z.string(),
        session: z.string(),
        person: personId,
        role,
        entity: z.string(),
        group,
        channel,
        number: z.int(),
        title: z.string(),
        short: z.string(),
        joining: joining.nullable().describe('For those who tell others how to join.'),
        link: z.string().optional().describe('For a walk-in: one’s own secret.'),
      }),
    ),
  },
  refusals: [
    ...(['no-such-link', 'no-such-code', 'person-revoked', 'walk-ins-closed', 'session-closed', 'session-full'] as const),
    ...(['no-such-group', 'text-empty', 'text-too-long', 'text-refused', 'too-many-failures'] as const),
  ],
})
