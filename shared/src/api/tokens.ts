import { z } from 'zod'
import { singleLineText } from '../contract/field-schemas.ts'
import { maxPurposeLength } from '../contract/lengths.ts'
import { deletedSchema, instantSchema } from './fields.ts'
import { jsonAnswer, type OperationTable, type TypeOf } from './operation.ts'

const tokenSchema = z.object({
  id: z.string(),
  name: z.string(),
  madeAt: instantSchema,
  madeBy: z.string().describe('The id of the organizer with whom the token ends.'),
})
export type ApiTokenSummary = TypeOf<typeof tokenSchema>

export const tokensOperations = {
  'GET /api/tokens': {
    id: 'listTokens',
    tag: 'Tokens',
    summary: 'The tokens that are valid',
    access: 'organizer in person',
    answers: { 200: jsonAnswer('Without the secrets.', z.object({ tokens: z.array(tokenSchema) })) },
  },
  'POST /api/tokens': {
    id: 'createToken',
    tag: 'Tokens',
    summary: 'Create a token for a program',
    about: 'It may do what an organizer may, except create tokens and organizers, until it or the organizer who made it is revoked.',
    access: 'organizer in person',
    body: z.strictObject({ name: singleLineText(maxPurposeLength).describe('What the token is for.') }),
    answers: { 201: jsonAnswer('The token. Its secret is shown only once.', tokenSchema.extend({ secret: z.string() })) },
    refusals: ['text-empty', 'text-too-long', 'text-refused'],
  },
  'DELETE /api/tokens/:token': {
    id: 'revokeToken',
    tag: 'Tokens',
    summary: 'Revoke a token',
    access: 'organizer in person',
    params: z.object({ token: z.string().describe('The id of the token, not its secret.') }),
    answers: { 200: jsonAnswer('The token is revoked.', deletedSchema) },
    refusals: ['no-such-token'],
  },
} as const satisfies OperationTable
