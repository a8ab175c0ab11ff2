/** Rehearsals: begun by the organiser, for a session that has not opened. */
import type { PersonId } from '@rostrum/shared/kernel/ids'
import { offices } from '../access/seats.ts'
import { enterUrl } from '../access/urls.ts'
import type { Codes } from '../access/codes.ts'
import type { Links } from '../access/links.ts'
import type { FastifyInstance } from 'fastify'
import { randomInt } from 'node:crypto'
import { z } from 'zod'
import type { Rehearsals } from '../rehearsal/rehearsals.ts'
import { forOrganiser, type KeeperPorts, openedBy, type OfSession } from './keepers.ts'
import { bodyOf, Refused } from './refusals.ts'

export type RehearsalPorts = Pick<KeeperPorts, 'sessions' | 'organiser'> & {
  readonly rehearsals: Rehearsals
  readonly links: Links
  readonly codes: Codes
  readonly publicUrl: () => string
}

const wish = z.strictObject({ speed: z.number().min(1).max(60).default(1), people: z.number().int().min(1).max(200).default(40) })
const most = 2 ** 31

export async function rehearsals(app: FastifyInstance, ports: RehearsalPorts): Promise<void> {
  const { sessions, organiser, links, codes, publicUrl } = ports
  app.addHook('onRequest', forOrganiser(organiser))

  app.post<OfSession>('/api/sessions/:id/rehearsal', async (request, reply) => {
    const session = await openedBy(sessions, request.params.id)
    const wished = bodyOf(wish, request.body ?? {})
    if (session.state.session.phase !== 'planned') throw new Refused('session-begun')
    const { session: id } = await ports.rehearsals.begin(session.id, session.plan, { ...wished, seed: randomInt(most) })
    const seats = await Promise.all(
      offices.map(async ({ person, role }) => ({ role, url: enterUrl(publicUrl(), await links.current(id, person as PersonId)) })),
    )
    return reply.code(201).send({ session: id, code: await codes.of(id), links: seats })
  })
}
