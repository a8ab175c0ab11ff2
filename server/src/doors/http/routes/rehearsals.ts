/** The organizer starts a rehearsal of a session that has not been opened. */

import { randomInt } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { alwaysAdmitted } from '../../../people/access/default-people.ts'
import type { JoinCodes } from '../../../people/access/join-codes.ts'
import type { PersonalLinks } from '../../../people/access/personal-links.ts'
import { makeOwnUrl } from '../../../people/access/urls.ts'
import type { RehearsalRegistry } from '../../../services/rehearsal/rehearsal-registry.ts'
import { type AuthorizationPorts, requireOrganizer, requireSession } from '../authorization.ts'
import { HttpError } from '../http-error.ts'
import * as schemas from '../schemas/rehearsals.ts'

export type RehearsalRoutePorts = Pick<AuthorizationPorts, 'sessions' | 'organizer'> & {
  readonly rehearsals: RehearsalRegistry
  readonly links: PersonalLinks
  readonly joinCodes: JoinCodes
  readonly getPublicUrl: () => string
}

const maxSeed = 2 ** 31

export async function rehearsalRoutes(instance: FastifyInstance, ports: RehearsalRoutePorts): Promise<void> {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  const { sessions, organizer, links, joinCodes, getPublicUrl } = ports
  app.addHook('onRequest', requireOrganizer(organizer))

  app.post('/api/sessions/:id/rehearsal', { schema: schemas.startRehearsalSchema }, async (request, reply) => {
    const session = await requireSession(sessions, request.params.id)
    if (session.state.session.phase !== 'planned') throw new HttpError('session-started')
    const { session: id } = await ports.rehearsals.start(session.id, session.plan, { ...request.body, seed: randomInt(maxSeed) })
    const officerLinks = await Promise.all(
      alwaysAdmitted.map(async ({ person, role }) => ({
        role,
        url: makeOwnUrl(getPublicUrl(), person, await links.getOrCreate(id, person)),
      })),
    )
    return reply.code(201).send({ session: id, code: await joinCodes.getOrCreate(id), links: officerLinks })
  })
}
