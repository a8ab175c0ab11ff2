/** Tokens for programs. Only the organiser makes them: a token makes none. */
import { line } from '@rostrum/shared/contract/fields'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Organiser } from '../access/organiser.ts'
import type { Tokens } from '../access/tokens.ts'
import { bearerIn } from './keepers.ts'
import { bodyOf, Refused } from './refusals.ts'

export type TokenPorts = { readonly organiser: Organiser; readonly tokens: Tokens; readonly now: () => Instant }

const newToken = z.strictObject({ name: line(80) })

export async function tokens(app: FastifyInstance, { organiser, tokens, now }: TokenPorts): Promise<void> {
  app.addHook('onRequest', async (request) => {
    if (!organiser.inPerson(bearerIn(request))) throw new Refused('organiser-only')
  })

  app.get('/api/tokens', async () => ({ tokens: await tokens.list() }))

  app.post('/api/tokens', async ({ body }, reply) => reply.code(201).send(await tokens.issue(bodyOf(newToken, body).name, now())))

  app.delete<{ Params: { token: string } }>('/api/tokens/:token', async ({ params }) => {
    if (!(await tokens.revoke(params.token))) throw new Refused('no-such-token')
    return { deleted: params.token }
  })
}
