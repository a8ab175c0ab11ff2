/** Tokens of one session and one role. Only an organizer in person creates, renews and revokes them. */
import type { SessionId } from '@rostrum/shared/contract/ids'
import { listNotParticipants } from '@rostrum/shared/contract/not-participants'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { SessionRegistry } from '../../../engine/session/session-registry.ts'
import type { OrganizerAccess } from '../../../people/access/organizer.ts'
import type { SessionTokens } from '../../../people/access/session-tokens.ts'
import { createAuthenticator } from '../authentication.ts'
import { requireOrganizerInPerson, requireSession } from '../authorization.ts'
import { HttpError } from '../http-error.ts'
import * as schemas from '../schemas/session-tokens.ts'

export type SessionTokenPorts = {
  readonly organizer: OrganizerAccess
  readonly sessions: SessionRegistry
  readonly sessionTokens: SessionTokens
}

export async function sessionTokenRoutes(instance: FastifyInstance, ports: SessionTokenPorts): Promise<void> {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  const { organizer, sessions, sessionTokens } = ports
  const authenticator = createAuthenticator((request) => requireOrganizerInPerson(organizer, request))
  app.addHook('onRequest', authenticator.hook)

  app.get('/api/sessions/:id/tokens', { schema: schemas.listSessionTokensSchema }, async ({ params }) => {
    const { id } = await requireSession(sessions, params.id)
    return { tokens: await sessionTokens.list(id) }
  })

  app.post('/api/sessions/:id/tokens', { schema: schemas.createSessionTokenSchema }, async ({ params, body }, reply) => {
    const { id, state } = await requireSession(sessions, params.id)
    const person = listNotParticipants(state.people).find(({ role, revoked }) => role === body.role && !revoked)
    if (!person) throw new HttpError('no-such-person')
    const token = { name: body.name, role: body.role, person: person.id, endsAt: body.endsAt as Instant | null }
    return reply.code(201).send(await sessionTokens.issue(id, token))
  })

  app.post('/api/sessions/:id/tokens/:token/renew', { schema: schemas.renewSessionTokenSchema }, async ({ params }) => {
    const renewed = await sessionTokens.renew(params.id as SessionId, params.token)
    if (renewed === null) throw new HttpError('no-such-token')
    return renewed
  })

  app.delete('/api/sessions/:id/tokens/:token', { schema: schemas.revokeSessionTokenSchema }, async ({ params }) => {
    if (!(await sessionTokens.revoke(params.id as SessionId, params.token))) throw new HttpError('no-such-token')
    return { revoked: params.token }
  })
}
