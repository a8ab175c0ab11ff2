import { line } from '@rostrum/shared/contract/field-schemas'
import { z } from 'zod'
import { deleted, instant } from './fields.ts'
import { json, reading, writing } from './route-spec.ts'

const token = z.object({ id: z.string(), name: z.string(), madeAt: instant })

export const list = reading({
  id: 'listTokens',
  tag: 'Tokens',
  summary: 'The tokens that are valid',
  who: 'organiser in person',
  answers: { 200: json('Without the secrets.', z.object({ tokens: z.array(token) })) },
})

export const make = writing({
  id: 'makeToken',
  tag: 'Tokens',
  summary: 'Make a token for a program',
  about: 'It does what the organizer does, except make tokens, until it is revoked.',
  who: 'organiser in person',
  body: z.strictObject({ name: line(80).describe('What it is for.') }),
  answers: { 201: json('The token, shown this once.', token.extend({ token: z.string() })) },
  refusals: ['text-empty', 'text-too-long', 'text-refused'],
})

export const revoke = writing({
  id: 'revokeToken',
  tag: 'Tokens',
  summary: 'Revoke a token',
  who: 'organiser in person',
  params: z.object({ token: z.string().describe('The id of the token, not the token.') }),
  answers: { 200: json('It is revoked.', deleted) },
  refusals: ['no-such-token'],
})
