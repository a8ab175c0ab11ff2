/** The data that members read and change about themselves with their own ticket. It never includes data of another person. */

import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isMember } from '../../../engine/presence/membership.ts'
import { newCommandId } from '../../../engine/session/reply-cache.ts'
import type { PersonDetails, Roster } from '../../../people/roster/roster.ts'
import { listDeclined } from '../../application/list-declined.ts'
import { changeOwnChannelInSession } from '../../application/session-setup.ts'
import { createAuthenticator } from '../authentication.ts'
import { type HolderPorts, requireHolder } from '../authorization.ts'
import { HttpError } from '../http-error.ts'
import { createRouter } from '../router.ts'

export type MePorts = HolderPorts & { readonly roster: Roster }

export async function meRoutes(instance: FastifyInstance, ports: MePorts): Promise<void> {
  const route = createRouter(instance)
  const { roster } = ports
  const authenticator = createAuthenticator((request) => requireMember(ports, request))
  instance.addHook('onRequest', authenticator.hook)

  route('GET /api/me', async (request) => {
    const { session, person } = authenticator.get(request)
    return pickName(await roster.get(session.id, person))
  })

  /** The rate is limited, because each change is stored, and a change of channel is sent to every screen. */
  const rateLimit = {
    max: 10,
    timeWindow: 60_000,
    hook: 'preHandler',
    keyGenerator: (request: FastifyRequest) => {
      const { session, person } = authenticator.get(request)
      return `${session.id} ${person}`
    },
  } as const

  route(
    'PUT /api/me',
    async (request) => {
      const { session, person } = authenticator.get(request)
      const { nameInRecord, name } = request.body
      return pickName(await roster.update(session.id, person, { nameInRecord, ...(name === undefined ? {} : { name }) }))
    },
    { config: { rateLimit } },
  )

  route(
    'PUT /api/me/channel',
    async (request) => {
      const { session, person } = authenticator.get(request)
      const { channel } = request.body
      const reply = await changeOwnChannelInSession(session, person, channel, newCommandId())
      if (!reply.ok) throw new HttpError(reply.reason)
      return { channel }
    },
    { config: { rateLimit } },
  )

  route('POST /api/me/declines', async (request) => ({
    declined: [...listDeclined(authenticator.get(request).session.state, request.body.receipts)],
  }))
}

const pickName = ({ name, nameInRecord }: PersonDetails) => ({ name, nameInRecord })

/** Accepts members only. Officers have no name in the record. */
async function requireMember(ports: MePorts, request: FastifyRequest) {
  const { session, person } = await requireHolder(ports, request)
  if (!isMember(person)) throw new HttpError('forbidden')
  return { session, person: person.id }
}
