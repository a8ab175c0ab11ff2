/** Tokens for programs. Only the organiser makes them: a token makes none. */
import type { Instant } from '@rostrum/shared/kernel/time'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Tokens } from '../../access/api-tokens.ts'
import type { Organiser } from '../../access/organizer.ts'
import { bearerIn } from '../authorization.ts'
import { Refused } from '../http-error.ts'
import * as described from '../schemas/tokens.ts'

export type TokenPorts = { readonly organiser: Organiser; readonly tokens: Tokens; readonly now: () => Instant }

export async function tokens(instance: FastifyInstance, { organiser, tokens, now }: TokenPorts): Promise<void> {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  app.addHook('onRequest', async (request) => {
    if (!organiser.inPerson(bearerIn(request))) throw new Refused('organiser-only')
  })

  app.get('/api/tokens', { schema: described.list }, async () => ({ tokens: await tokens.list() }))

  app.post('/api/tokens', { schema: described.make }, async ({ body }, reply) => reply.code(201).send(await tokens.issue(body.name, now())))

  app.delete('/api/tokens/:token', { schema: described.revoke }, async ({ params }) => {
    if (!(await tokens.revoke(params.token))) throw new Refused('no-such-token')
    return { deleted: params.token }
  })
}
