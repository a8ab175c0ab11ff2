/** The organizers and their links. Each of them may make, renew and end the others. The log of the server names the one who did. */

import type { Instant } from '@rostrum/shared/kernel/time'
import type { FastifyInstance } from 'fastify'
import type { ApiTokens } from '../../../people/access/api-tokens.ts'
import type { OrganizerAccess } from '../../../people/access/organizer.ts'
import { firstOrganizer, type Organizers, type OrganizerWithSecret } from '../../../people/access/organizers.ts'
import { makeHomeUrl } from '../../../people/access/urls.ts'
import { endOrganizer } from '../../application/end-organizer.ts'
import { createAuthenticator } from '../authentication.ts'
import { requireOrganizerInPerson } from '../authorization.ts'
import { HttpError } from '../http-error.ts'
import { createRouter } from '../router.ts'

export type OrganizerRoutePorts = {
  readonly organizer: OrganizerAccess
  readonly organizers: Organizers
  readonly apiTokens: ApiTokens
  readonly getPublicUrl: () => string
  readonly now: () => Instant
}

export async function organizerRoutes(instance: FastifyInstance, ports: OrganizerRoutePorts): Promise<void> {
  const route = createRouter(instance)
  const { organizer, organizers, apiTokens, getPublicUrl, now } = ports
  const authenticator = createAuthenticator((request) => requireOrganizerInPerson(organizer, request))
  const toAnswer = ({ secret, ...made }: OrganizerWithSecret) => ({ ...made, url: makeHomeUrl(getPublicUrl(), secret) })
  instance.addHook('onRequest', authenticator.hook)

  route('GET /api/organizers', async (request) => {
    const tokens = await apiTokens.list()
    const listed = (await organizers.list()).map((one) => ({ ...one, tokens: tokens.filter(({ madeBy }) => madeBy === one.id).length }))
    return { organizers: listed, own: authenticator.get(request) }
  })

  route('POST /api/organizers', async (request) => {
    const made = await organizers.issue(request.body.name, now())
    request.log.info({ organizer: made.id, by: authenticator.get(request) }, 'an organizer was given access')
    return toAnswer(made)
  })

  route('POST /api/organizers/:organizer/renew', async (request) => {
    const renewed = await organizers.renew(request.params.organizer, now())
    if (renewed === null) throw new HttpError('no-such-organizer')
    request.log.info({ organizer: renewed.id, by: authenticator.get(request) }, 'the link of an organizer was renewed')
    return toAnswer(renewed)
  })

  route('DELETE /api/organizers/:organizer', async (request) => {
    const id = request.params.organizer
    if (id === firstOrganizer) throw new HttpError('first-organizer')
    if (!(await endOrganizer(id, ports))) throw new HttpError('no-such-organizer')
    request.log.info({ organizer: id, by: authenticator.get(request) }, 'the access of an organizer was ended')
    return { deleted: id }
  })
}
