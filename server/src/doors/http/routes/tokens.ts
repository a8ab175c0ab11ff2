/** Tokens for programs. Only an organizer in person can create them, not a token. */

import type { Instant } from '@rostrum/shared/kernel/time'
import type { FastifyInstance } from 'fastify'
import type { ApiTokens } from '../../../people/access/api-tokens.ts'
import type { OrganizerAccess } from '../../../people/access/organizer.ts'
import { createAuthenticator } from '../authentication.ts'
import { requireOrganizerInPerson } from '../authorization.ts'
import { HttpError } from '../http-error.ts'
import { createRouter } from '../router.ts'

export type TokenPorts = { readonly organizer: OrganizerAccess; readonly apiTokens: ApiTokens; readonly now: () => Instant }

export async function tokenRoutes(instance: FastifyInstance, { organizer, apiTokens: tokens, now }: TokenPorts): Promise<void> {
  const route = createRouter(instance)
  const authenticator = createAuthenticator((request) => requireOrganizerInPerson(organizer, request))
  instance.addHook('onRequest', authenticator.hook)

  route('GET /api/tokens', async () => ({ tokens: await tokens.list() }))

  route('POST /api/tokens', async (request) => tokens.issue(request.body.name, now(), authenticator.get(request)))

  route('DELETE /api/tokens/:token', async ({ params }) => {
    if (!(await tokens.revoke(params.token))) throw new HttpError('no-such-token')
    return { deleted: params.token }
  })
}
