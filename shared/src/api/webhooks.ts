import { z } from 'zod'
import { messageTypes, postProblems, webhookContents, webhookStatuses, webhookTopics } from '../contract/webhooks.ts'
import { deletedSchema, emptyBodySchema, instantSchema, sessionParamsSchema } from './fields.ts'
import { jsonAnswer, type OperationTable, type TypeOf } from './operation.ts'

const webhookSchema = z
  .object({
    id: z.string(),
    address: z.string(),
    topics: z.array(z.enum(webhookTopics)),
    contents: z
      .enum(webhookContents)
      .describe('`public`: what everybody in the session may see. `staff`: what chair and secretariat may see.'),
    madeAt: instantSchema,
    renewedAt: instantSchema.nullable().describe('For a day after it the old secret signs too.'),
    status: z
      .enum(webhookStatuses)
      .describe(
        '`running`: sends, or tries again. `resting`: nothing was accepted for a day. `ended`: the receiver answered 410. `done`: the session is closed, and everything was sent.',
      ),
    last: z.int().describe('The number of the last message.'),
    waiting: z.int().describe('Messages that were not delivered yet. Of more than a hundred the others wait in the log.'),
    failures: z.int().describe('Attempts in a row that failed.'),
    failingSince: instantSchema.nullable(),
    retryAt: instantSchema.nullable().describe('When it is tried next.'),
  })
  .meta({ id: 'Webhook', description: 'A subscription: what happens in a session is sent to its address.' })
export type WebhookSummary = TypeOf<typeof webhookSchema>
const webhookWithSecretSchema = webhookSchema.extend({ secret: z.string().describe('Begins with `whsec_`.') })
const webhookParamsSchema = sessionParamsSchema.extend({ webhook: z.string().describe('The id of the webhook.') })

/** The body that a receiver gets. */
const messageBodySchema = z
  .object({
    type: z.enum([...Object.values(messageTypes).flat(), 'webhook.test']),
    timestamp: z.iso.datetime().describe('When it happened.'),
    session: z.string(),
    number: z.int().describe('From 1 on, without gaps, for each webhook. The same in a repeat. A test has 0.'),
    data: z.record(z.string(), z.unknown()).describe('By type: see docs/api.md.'),
  })
  .meta({ id: 'WebhookMessage', description: 'What a webhook sends, as the body of a POST.' })

const answerStatusSchema = z.int().nullable().describe('Of the answer. Null: there was none.')
const postProblemSchema = z.enum(postProblems).nullable()

const sentMessageSchema = z.object({
  number: z.int(),
  id: z.string().describe('The header `webhook-id`: the same in a repeat.'),
  type: z.string(),
  about: z.string().describe('Whom or what it is about, in a few words.'),
  at: instantSchema.describe('When it happened.'),
  attempts: z.int(),
  isDelivered: z.boolean(),
  last: z
    .object({
      at: instantSchema,
      ms: z.int(),
      status: answerStatusSchema,
      problem: postProblemSchema,
    })
    .nullable()
    .describe('The last attempt.'),
  body: messageBodySchema,
})
export type WebhookMessage = TypeOf<typeof sentMessageSchema>

export const webhooksOperations = {
  'GET /api/sessions/:id/webhooks': {
    id: 'listWebhooks',
    tag: 'Webhooks',
    summary: 'The webhooks of a session',
    access: 'organizer in person',
    params: sessionParamsSchema,
    answers: {
      200: jsonAnswer(
        'Without the secrets. `allowed`: where an administrator lets webhooks be sent.',
        z.object({ webhooks: z.array(webhookSchema), allowed: z.array(z.string()) }),
      ),
    },
    refusals: ['no-such-session'],
  },
  'POST /api/sessions/:id/webhooks': {
    id: 'createWebhook',
    tag: 'Webhooks',
    summary: 'Send what happens in a session to an address',
    about:
      'A test is sent first. A receiver that does not know the secret yet may refuse it; one that cannot be reached, answers 404, 410 or a redirect, or fails, is not added. From then on everything that happens is sent: in order, at least once, signed as https://www.standardwebhooks.com says.',
    access: 'organizer in person',
    params: sessionParamsSchema,
    body: z.strictObject({
      address: z.string().min(1).max(2_000),
      topics: z.array(z.enum(webhookTopics)).min(1).max(webhookTopics.length),
      contents: z.enum(webhookContents).default('public'),
    }),
    answers: {
      201: jsonAnswer(
        'The webhook. Its secret is shown only once.',
        webhookWithSecretSchema.extend({ testStatus: z.int().nullable().describe('What the address answered to the test.') }),
      ),
    },
    refusals: ['no-such-session', 'address-not-allowed', 'address-unreachable', 'too-many-webhooks'],
  },
  'POST /api/sessions/:id/webhooks/:webhook/test': {
    id: 'testWebhook',
    tag: 'Webhooks',
    summary: 'Send a test to a webhook, now',
    about: 'It is signed as every message is, so that a receiver can check that it verifies. It has the number 0, and is not sent again.',
    access: 'organizer in person',
    params: webhookParamsSchema,
    body: emptyBodySchema,
    answers: {
      200: jsonAnswer(
        'What the address answered.',
        z.object({ id: z.string().describe('The header `webhook-id`.'), status: answerStatusSchema, problem: postProblemSchema }),
      ),
    },
    refusals: ['no-such-webhook'],
  },
  'POST /api/sessions/:id/webhooks/:webhook/renew': {
    id: 'renewWebhook',
    tag: 'Webhooks',
    summary: 'Renew the secret of a webhook',
    about: 'For a day messages have two signatures, of the new secret and of the old one.',
    access: 'organizer in person',
    params: webhookParamsSchema,
    body: emptyBodySchema,
    answers: { 200: jsonAnswer('The webhook. Its secret is shown only once.', webhookWithSecretSchema) },
    refusals: ['no-such-webhook'],
  },
  'POST /api/sessions/:id/webhooks/:webhook/resume': {
    id: 'resumeWebhook',
    tag: 'Webhooks',
    summary: 'Try now, also where a webhook rests or has ended',
    access: 'organizer in person',
    params: webhookParamsSchema,
    body: emptyBodySchema,
    answers: { 200: jsonAnswer('The webhook.', webhookSchema) },
    refusals: ['no-such-webhook'],
  },
  'DELETE /api/sessions/:id/webhooks/:webhook': {
    id: 'deleteWebhook',
    tag: 'Webhooks',
    summary: 'Delete a webhook',
    access: 'organizer in person',
    params: webhookParamsSchema,
    answers: { 200: jsonAnswer('It is gone, with what was known of its messages.', deletedSchema) },
    refusals: ['no-such-webhook'],
  },
  'GET /api/sessions/:id/webhooks/:webhook/messages': {
    id: 'listWebhookMessages',
    tag: 'Webhooks',
    summary: 'What a webhook sent, and what waits',
    about: 'Up to a hundred that wait, and the last hundred that were sent; the latest first.',
    access: 'organizer in person',
    params: webhookParamsSchema,
    answers: { 200: jsonAnswer('Each with its last attempt.', z.object({ messages: z.array(sentMessageSchema) })) },
    refusals: ['no-such-webhook'],
  },
  'POST /api/sessions/:id/webhooks/:webhook/send-again': {
    id: 'sendWebhookMessagesAgain',
    tag: 'Webhooks',
    summary: 'Send a message again, or all from one on',
    about: 'Each has the id that it had, so that a receiver knows the repeat. All from one on are sent in order; a single one is sent now.',
    access: 'organizer in person',
    params: webhookParamsSchema,
    body: z.strictObject({ number: z.int().positive(), andAllAfter: z.boolean().default(false) }),
    answers: { 200: jsonAnswer('It was tried. The list of messages says how it went.', z.object({ sentAgain: z.int() })) },
    refusals: ['no-such-webhook', 'no-such-message'],
  },
} as const satisfies OperationTable
