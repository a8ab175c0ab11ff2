/** Tokens of one session and one role. Only an organizer in person creates, renews and revokes them. */

import type { SessionId } from '@rostrum/shared/contract/ids'
import { listNotParticipants } from '@rostrum/shared/contract/participants'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { FastifyInstance } from 'fastify'
import type { SessionRegistry } from '../../../engine/session/session-registry.ts'
import type { OrganizerAccess } from '../../../people/access/organizer.ts'
import type { SessionTokens } from '../../../people/access/session-tokens.ts'
import { createAuthenticator } from '../authentication.ts'
import { requireOrganizerInPerson, requireSession } from '../authorization.ts'
import { HttpError } from '../http-error.ts'
import { createRouter } from '../router.ts'

export type SessionTokenPorts = {
  readonly organizer: OrganizerAccess
  readonly sessions: SessionRegistry
  readonly sessionTokens: SessionTokens
}

export async function sessionTokenRoutes(instance: FastifyInstance, ports: SessionTokenPorts): Promise<void> {
  const route = createRouter(instance)
  const { organizer, sessions, sessionTokens } = ports
  const authenticator = createAuthenticator((request) => requireOrganizerInPerson(organizer, request))
  instance.addHook('onRequest', authenticator.hook)

  route('GET /api/sessions/:id/tokens', async ({ params }) => {
    const { id } = await requireSession(sessions, params.id)
    return { tokens: await sessionTokens.list(id) }
  })

  route('POST /api/sessions/:id/tokens', async ({ params, body }) => {
    const { id, state } = await requireSession(sessions, params.id)
    const person = listNotParticipants(state.people).find(({ role, revoked }) => role === body.role && !revoked)
    if (!person) throw new HttpError('no-such-person')
    const token = { name: body.name, role: body.role, person: person.id, endsAt: body.endsAt as Instant | null }
    return await sessionTokens.issue(id, token)
  })

  route('POST /api/sessions/:id/tokens/:token/renew', async ({ params }) => {
    const renewed = await sessionTokens.renew(params.id as SessionId, params.token)
    if (renewed === null) throw new HttpError('no-such-token')
    return renewed
  })

  route('DELETE /api/sessions/:id/tokens/:token', async ({ params }) => {
    if (!(await sessionTokens.revoke(params.id as SessionId, params.token))) throw new HttpError('no-such-token')
    return { revoked: params.token }
  })
}
