import { z } from 'zod'
import { channels } from '../contract/channels.ts'
import { declineReasons } from '../contract/enums.ts'
import { questionIdSchema, receiptSchema } from '../contract/field-schemas.ts'
import type { QuestionId } from '../contract/ids.ts'
import { channelSchema, idText } from './fields.ts'
import { jsonAnswer, type OperationTable, type TypeOf } from './operation.ts'
import { nameSchema } from './person-fields.ts'

const storedNameSchema = z.strictObject({
  name: z.string().nullable().describe('Null: not known.'),
  nameInRecord: z.boolean().nullable().describe('Whether the record may contain the name. Null: no choice yet.'),
})
export type OwnName = TypeOf<typeof storedNameSchema>

/** This is more than the number of questions that one person asks in a session. */
const maxReceipts = 50

export const meOperations = {
  'GET /api/me': {
    id: 'getMe',
    tag: 'People',
    summary: 'My name, and whether the record may contain it',
    access: 'members',
    answers: { 200: jsonAnswer('What is stored.', storedNameSchema) },
  },
  'PUT /api/me': {
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
  },
  'PUT /api/me/channel': {
    id: 'changeMyChannel',
    tag: 'People',
    summary: 'Choose whether I take part in the room or remotely',
    about: 'What was asked before keeps the channel that it had.',
    access: 'members',
    body: z.strictObject({ channel: z.enum(channels) }),
    answers: { 200: jsonAnswer('The stored choice.', z.strictObject({ channel: channelSchema })) },
    refusals: ['session-closed'],
  },
  'POST /api/me/declines': {
    id: 'listDeclined',
    tag: 'People',
    summary: 'Which of my questions were declined, and why, if authors are not recorded',
    about: 'By the receipts of the device. A receipt that does not match, and a question that is not declined, are left out alike.',
    access: 'members',
    body: z.strictObject({ receipts: z.array(z.strictObject({ question: questionIdSchema, receipt: receiptSchema })).max(maxReceipts) }),
    answers: {
      200: jsonAnswer(
        'The declined questions.',
        z.strictObject({ declined: z.array(z.strictObject({ question: idText<QuestionId>(), reason: z.enum(declineReasons) })) }),
      ),
    },
  },
} as const satisfies OperationTable
