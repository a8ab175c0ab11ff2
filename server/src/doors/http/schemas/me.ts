import { declineReasons } from '@rostrum/shared/contract/enums'
import { questionIdSchema, receiptSchema } from '@rostrum/shared/contract/field-schemas'
import { channels } from '@rostrum/shared/contract/roles'
import { z } from 'zod'
import { nameSchema } from '../../../people/roster/field-schemas.ts'
import { channelSchema } from './fields.ts'
import { jsonAnswer, readRoute, writeRoute } from './route-spec.ts'

const storedNameSchema = z.strictObject({
  name: z.string().nullable().describe('Null: not known.'),
  nameInRecord: z.boolean().nullable().describe('Whether the record may contain the name. Null: no choice yet.'),
})

export const getMeSchema = readRoute({
  id: 'getMe',
  tag: 'People',
  summary: 'My name, and whether the record may contain it',
  access: 'members',
  answers: { 200: jsonAnswer('What is stored.', storedNameSchema) },
})

export const updateMeSchema = writeRoute({
  id: 'updateMe',
  tag: 'People',
  summary: 'Choose whether the record may contain my name, and correct it',
  access: 'members',
  body: z.strictObject({
    nameInRecord: z.boolean().nullable(),
    name: nameSchema.optional().describe('Left out: it stays as it is.'),
  }),
  answers: { 200: jsonAnswer('What is stored.', storedNameSchema) },
  refusals: ['text-empty', 'text-too-long', 'text-refused', 'office-imitated'],
})

export const changeMyChannelSchema = writeRoute({
  id: 'changeMyChannel',
  tag: 'People',
  summary: 'Choose whether I take part in the room or remotely',
  about: 'What was asked before keeps the channel that it had.',
  access: 'members',
  body: z.strictObject({ channel: z.enum(channels) }),
  answers: { 200: jsonAnswer('The stored choice.', z.strictObject({ channel: channelSchema })) },
  refusals: ['session-closed'],
})

/** More questions than one person asks in a session. */
const maxReceipts = 50

export const listDeclinedSchema = writeRoute({
  id: 'listDeclined',
  tag: 'People',
  summary: 'Which of my questions were declined, and why, if authors are not recorded',
  about: 'By the receipts of the device. A receipt that does not match, and a question that is not declined, are left out alike.',
  access: 'members',
  body: z.strictObject({ receipts: z.array(z.strictObject({ question: questionIdSchema, receipt: receiptSchema })).max(maxReceipts) }),
  answers: {
    200: jsonAnswer(
      'The declined questions.',
      z.strictObject({ declined: z.array(z.strictObject({ question: z.string(), reason: z.enum(declineReasons) })) }),
    ),
  },
})
