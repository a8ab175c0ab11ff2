import { z } from 'zod'
import { singleLineText } from '../contract/field-schemas.ts'
import { maxPurposeLength } from '../contract/lengths.ts'
import { tokenRoles } from '../contract/session-tokens.ts'
import { emptyBodySchema, instantSchema, personIdTextSchema, sessionParamsSchema } from './fields.ts'
import { jsonAnswer, type OperationTable, type TypeOf } from './operation.ts'

const tokenSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    role: z.enum(tokenRoles),
    person: personIdTextSchema.describe('As whom its holder acts. The log has this person.'),
    madeAt: instantSchema,
    endsAt: instantSchema.nullable().describe('Null: with the session.'),
    renewedAt: instantSchema.nullable(),
    revokedAt: instantSchema.nullable(),
    usedAt: instantSchema.nullable().describe('To ten seconds. Null: never.'),
    refusedCount: z.int().describe('How often its secret, or an earlier one, was refused.'),
  })
  .meta({ id: 'SessionToken', description: 'A token of one session and one role.' })
export type SessionTokenSummary = TypeOf<typeof tokenSchema>
const tokenWithSecretSchema = tokenSchema.extend({ secret: z.string() })
const tokenParamsSchema = sessionParamsSchema.extend({ token: z.string().describe('The id of the token, not its secret.') })

export const sessionTokensOperations = {
  'GET /api/sessions/:id/tokens': {
    id: 'listSessionTokens',
    tag: 'Tokens',
    summary: 'The tokens of a session',
    about: 'Also those that were revoked.',
    access: 'organizer in person',
    params: sessionParamsSchema,
    answers: { 200: jsonAnswer('Without the secrets.', z.object({ tokens: z.array(tokenSchema) })) },
    refusals: ['no-such-session'],
  },
  'POST /api/sessions/:id/tokens': {
    id: 'createSessionToken',
    tag: 'Tokens',
    summary: 'Create a token of one session and one role',
    about: 'Its holder may do what that role may in that session, and nothing else, until it ends or is revoked.',
    access: 'organizer in person',
    params: sessionParamsSchema,
    body: z.strictObject({
      name: singleLineText(maxPurposeLength).describe('What uses the token.'),
      role: z.enum(tokenRoles).describe('Give the smallest role that works: `display` reads only.'),
      endsAt: z.number().int().positive().nullable().describe('Null: with the session.'),
    }),
    answers: { 201: jsonAnswer('The token. Its secret is shown only once.', tokenWithSecretSchema) },
    refusals: ['no-such-session', 'no-such-person', 'text-empty', 'text-too-long', 'text-refused'],
  },
  'POST /api/sessions/:id/tokens/:token/renew': {
    id: 'renewSessionToken',
    tag: 'Tokens',
    summary: 'Renew the secret of a token',
    about: 'The old secret is invalid at once.',
    access: 'organizer in person',
    params: tokenParamsSchema,
    body: emptyBodySchema,
    answers: { 200: jsonAnswer('The token. Its secret is shown only once.', tokenWithSecretSchema) },
    refusals: ['no-such-token'],
  },
  'DELETE /api/sessions/:id/tokens/:token': {
    id: 'revokeSessionToken',
    tag: 'Tokens',
    summary: 'Revoke a token of a session',
    access: 'organizer in person',
    params: tokenParamsSchema,
    answers: { 200: jsonAnswer('It is invalid, and stays in the list.', z.object({ revoked: z.string() })) },
    refusals: ['no-such-token'],
  },
} as const satisfies OperationTable
