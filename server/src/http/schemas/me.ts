import { declineReasons } from '@rostrum/shared/contract/enums'
import { questionIdSchema, receiptSchema } from '@rostrum/shared/contract/field-schemas'
import { z } from 'zod'
import { jsonAnswer, readRoute, writeRoute } from './route-spec.ts'

const consentSchema = z.strictObject({ nameInRecord: z.boolean().nullable() })

export const getMeSchema = readRoute({
  id: 'getMe',
  tag: 'People',
  summary: 'Whether the record may contain my name',
  access: 'members',
  answers: { 200: jsonAnswer('The last choice. Null: no choice yet.', consentSchema) },
})

export const updateMeSchema = writeRoute({
  id: 'updateMe',
  tag: 'People',
  summary: 'Choose whether the record may contain my name',
  access: 'members',
  body: consentSchema,
  answers: { 200: jsonAnswer('The stored choice.', consentSchema) },
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
