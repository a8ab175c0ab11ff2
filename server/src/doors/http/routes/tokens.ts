/** Tokens for programs. Only an organizer in person can create them, not a token. */
import type { Instant } from '@rostrum/shared/kernel/time'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { ApiTokens } from '../../../people/access/api-tokens.ts'
import type { OrganizerAccess } from '../../../people/access/organizer.ts'
import { createAuthenticator } from '../authentication.ts'
import { requireOrganizerInPerson } from '../authorization.ts'
import { HttpError } from '../http-error.ts'
import * as schemas from '../schemas/tokens.ts'

export type TokenPorts = { readonly organizer: OrganizerAccess; readonly apiTokens: ApiTokens; readonly now: () => Instant }

export async function tokenRoutes(instance: FastifyInstance, { organizer, apiTokens: tokens, now }: TokenPorts): Promise<void> {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  const authenticator = createAuthenticator((request) => requireOrganizerInPerson(organizer, request))
  app.addHook('onRequest', authenticator.hook)

  app.get('/api/tokens', { schema: schemas.listTokensSchema }, async () => ({ tokens: await tokens.list() }))

  app.post('/api/tokens', { schema: schemas.createTokenSchema }, async (request, reply) =>
    reply.code(201).send(await tokens.issue(request.body.name, now(), authenticator.get(request))),
  )

  app.delete('/api/tokens/:token', { schema: schemas.revokeTokenSchema }, async ({ params }) => {
    if (!(await tokens.revoke(params.token))) throw new HttpError('no-such-token')
    return { deleted: params.token }
  })
}
