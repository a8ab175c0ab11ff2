import { z } from 'zod'
import { commandIdSchema, multilineText } from '../contract/field-schemas.ts'
import { invitationScopes, mailProblems, maxMailMessage, particularNames, undeliveredStatuses } from '../contract/invitations.ts'
import { languageIds } from '../kernel/wording.ts'
import { countSchema, emptyBodySchema, instantSchema, namedPersonSchema, personIdTextSchema, sessionParamsSchema } from './fields.ts'
import { jsonAnswer, type OperationTable, type TypeOf } from './operation.ts'
import { emailSchema } from './person-fields.ts'

const languageSchema = z.enum(languageIds).describe('For people whose own language is unknown, or has no text.')

const scopeSchema = z
  .enum(invitationScopes)
  .describe(
    '`unsent`: everybody who has no invitation at their current address; `all`: everybody; `changed`: everybody whose invitation is out of date; `invited`: a reminder for everybody who has an invitation.',
  )

const invitationReportSchema = z
  .object({
    from: z.string().nullable().describe('The sender. Null: no mail server is configured.'),
    members: countSchema.describe('Everybody who may take part.'),
    withoutAddress: countSchema,
    sent: countSchema.describe('How many have an invitation at their current address.'),
    recipients: z
      .object({ unsent: countSchema, all: countSchema, changed: countSchema })
      .describe('How many would get a mail, by scope. For the scope `invited` it is `sent`.'),
    changedParticulars: z.array(z.enum(particularNames)).describe('What is out of date in some invitation.'),
    byLanguage: z.record(z.enum(languageIds), countSchema).describe('The languages of the unsent invitations.'),
    mailing: z
      .object({
        id: z.string(),
        status: z.enum(['running', 'stopped', 'done']),
        startedAt: instantSchema,
        waiting: countSchema,
        waitUntil: instantSchema.nullable().describe('Nothing is sent before.'),
        problem: z.enum(mailProblems).nullable().describe('Why it waits, or was stopped by itself.'),
      })
      .nullable(),
    refused: z
      .array(
        z.object({
          person: personIdTextSchema,
          entity: z.string(),
          number: z.int(),
          name: z.string().nullable(),
          email: z.string().nullable(),
          status: z
            .enum(undeliveredStatuses)
            .describe('`refused`: by the mail server; `failed`: given up after many attempts; `returned`: noted as come back later.'),
          code: z.int().nullable().describe('The answer of the mail server. Null for `refused`: no mail could be made of the data.'),
        }),
      )
      .describe('At most the first thousand.'),
    refusedCount: countSchema,
    sample: z
      .object({ subject: z.string(), text: z.string() })
      .nullable()
      .describe('An example, without a link: what changed, if an invitation is out of date, else the invitation.'),
  })
  .meta({ id: 'InvitationReport', description: 'Invitations by mail: who would get one, and what became of them.' })

export type InvitationReport = TypeOf<typeof invitationReportSchema>

export const mailOperations = {
  'GET /api/sessions/:id/invitations': {
    id: 'reportInvitations',
    tag: 'Invitations',
    summary: 'Invitations by mail: who would get one, and what became of them',
    access: 'organizerOrStaff',
    params: sessionParamsSchema,
    query: z.strictObject({ language: languageSchema.default('en') }),
    answers: { 200: jsonAnswer('The report.', invitationReportSchema) },
  },
  'POST /api/sessions/:id/invitations': {
    id: 'sendInvitations',
    tag: 'Invitations',
    summary: 'Send invitations by mail',
    about:
      'Each person gets their own link, in their own language where it is known. Mails are sent one after the other; the report says how far it is. Repeating the request with the same id starts nothing.',
    access: 'organizerOrStaff',
    params: sessionParamsSchema,
    body: z.strictObject({
      id: commandIdSchema.describe('Created by the client, and the same when the request is repeated.'),
      scope: scopeSchema,
      person: namedPersonSchema
        .max(64)
        .optional()
        .describe(
          'Only this person, with `expected` 1. They can be added while a mailing is sent. `all` and `again` send to an address that has one.',
        ),
      language: languageSchema,
      expected: countSchema.describe('How many mails the sender was shown. If there would be another number, the answer is `conflict`.'),
      again: z
        .boolean()
        .default(false)
        .describe('Whether people who have an invitation may get another one. The scopes `changed` and `invited` need none.'),
      message: multilineText(maxMailMessage)
        .nullable()
        .default(null)
        .describe('A sentence of the sender’s own, in every mail. Not with `person`.'),
    }),
    answers: { 200: jsonAnswer('The report.', invitationReportSchema) },
    refusals: [
      'mail-off',
      'session-closed',
      'mailing-running',
      'nobody-to-invite',
      'already-invited',
      'conflict',
      'text-too-long',
      'text-empty',
      'text-refused',
    ],
  },
  'POST /api/sessions/:id/invitations/stop': {
    id: 'stopInvitations',
    tag: 'Invitations',
    summary: 'Stop sending invitations',
    about: 'What is on its way arrives. Nothing else is sent.',
    access: 'organizerOrStaff',
    params: sessionParamsSchema,
    query: z.strictObject({ language: languageSchema.default('en') }),
    body: emptyBodySchema,
    answers: { 200: jsonAnswer('The report.', invitationReportSchema) },
  },
  'POST /api/sessions/:id/invitations/returned': {
    id: 'noteReturned',
    tag: 'Invitations',
    summary: 'Note that an invitation came back',
    about:
      'Messages about mail that could not be delivered later go to the mailbox of the sender. The address in such a message is noted here; it is then listed with the refused ones. Noting it again changes nothing.',
    access: 'organizerOrStaff',
    params: sessionParamsSchema,
    query: z.strictObject({ language: languageSchema.default('en') }),
    body: z.strictObject({ email: emailSchema, returned: z.boolean().default(true).describe('False: it arrived after all.') }),
    answers: { 200: jsonAnswer('The report.', invitationReportSchema) },
    refusals: ['not-invited', 'email-refused'],
  },
} as const satisfies OperationTable
