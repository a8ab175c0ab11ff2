/** The organizer starts a rehearsal of a session that has not been opened. */

import { randomInt } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { JoinCodes } from '../../../people/access/join-codes.ts'
import type { PersonalLinks } from '../../../people/access/personal-links.ts'
import { makeJoinUrl, makeOwnUrl } from '../../../people/access/urls.ts'
import { casts } from '../../../services/rehearsal/casts.ts'
import { listRehearsalPeople } from '../../../services/rehearsal/rehearsal-people.ts'
import type { RehearsalRegistry } from '../../../services/rehearsal/rehearsal-registry.ts'
import { type AuthorizationPorts, requireOrganizer, requireSession } from '../authorization.ts'
import { HttpError } from '../http-error.ts'
import { createRouter } from '../router.ts'

export type RehearsalRoutePorts = Pick<AuthorizationPorts, 'sessions' | 'organizer'> & {
  readonly rehearsals: RehearsalRegistry
  readonly links: PersonalLinks
  readonly joinCodes: JoinCodes
  readonly getPublicUrl: () => string
}

const maxSeed = 2 ** 31

export async function rehearsalRoutes(instance: FastifyInstance, ports: RehearsalRoutePorts): Promise<void> {
  const route = createRouter(instance)
  const { sessions, organizer, links, joinCodes, getPublicUrl } = ports
  instance.addHook('onRequest', requireOrganizer(organizer))

  route('POST /api/sessions/:id/rehearsal', async (request) => {
    const session = await requireSession(sessions, request.params.id)
    if (session.state.session.phase !== 'planned') throw new HttpError('session-started')
    const { session: id } = await ports.rehearsals.start(session.id, session.plan, { ...request.body, seed: randomInt(maxSeed) })
    const officerLinks = await Promise.all(
      listRehearsalPeople(session.plan).map(async ({ person, role }) => ({
        role,
        url: makeOwnUrl(getPublicUrl(), person, await links.getOrCreate(id, person)),
      })),
    )
    const code = await joinCodes.getOrCreate(id)
    const { cast, speed } = request.body
    return {
      session: id,
      code,
      links: [...officerLinks, { role: 'participant' as const, url: makeJoinUrl(getPublicUrl(), code) }],
      opensIn: Math.round((casts[cast].lateStart * 60) / speed),
    }
  })
}
