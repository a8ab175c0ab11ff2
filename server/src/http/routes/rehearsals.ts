/** Rehearsals: begun by the organiser, for a session that has not opened. */

import { randomInt } from 'node:crypto'
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { offices } from '../../access/default-people.ts'
import type { Codes } from '../../access/join-codes.ts'
import type { Links } from '../../access/personal-links.ts'
import { enterUrl } from '../../access/urls.ts'
import type { Rehearsals } from '../../rehearsal/rehearsal-registry.ts'
import { forOrganiser, type KeeperPorts, openedBy } from '../authorization.ts'
import { Refused } from '../http-error.ts'
import * as described from '../schemas/rehearsals.ts'

export type RehearsalPorts = Pick<KeeperPorts, 'sessions' | 'organiser'> & {
  readonly rehearsals: Rehearsals
  readonly links: Links
  readonly codes: Codes
  readonly publicUrl: () => string
}

const most = 2 ** 31

export async function rehearsals(instance: FastifyInstance, ports: RehearsalPorts): Promise<void> {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  const { sessions, organiser, links, codes, publicUrl } = ports
  app.addHook('onRequest', forOrganiser(organiser))

  app.post('/api/sessions/:id/rehearsal', { schema: described.begin }, async (request, reply) => {
    const session = await openedBy(sessions, request.params.id)
    if (session.state.session.phase !== 'planned') throw new Refused('session-begun')
    const { session: id } = await ports.rehearsals.begin(session.id, session.plan, { ...request.body, seed: randomInt(most) })
    const seats = await Promise.all(
      offices.map(async ({ person, role }) => ({ role, url: enterUrl(publicUrl(), await links.current(id, person as PersonId)) })),
    )
    return reply.code(201).send({ session: id, code: await codes.of(id), links: seats })
  })
}
