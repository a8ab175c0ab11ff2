/** What chair and secretariat ask beside the line: the list under another rule, and people of the roster by their organization. */
import { audienceOf } from '@rostrum/shared/contract/roles'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Tickets } from '../../access/ticket-issuer.ts'
import { findPeople } from '../../application/find-people.ts'
import type { Session } from '../../session/session.ts'
import type { Sessions } from '../../session/session-registry.ts'
import { askers } from '../authentication.ts'
import { bearerIn } from '../authorization.ts'
import { Refused } from '../http-error.ts'
import * as described from '../schemas/staff.ts'

export type StaffPorts = { readonly sessions: Sessions; readonly tickets: Tickets }

/** As many as can be read at a glance. */
const most = 12

export async function desk(instance: FastifyInstance, ports: StaffPorts): Promise<void> {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  const drivers = askers((request) => driven(ports, request))
  app.addHook('onRequest', drivers.hear)

  app.get('/api/desk/order', { schema: described.order }, async (request) => {
    const { mode, recommend } = request.query
    return {
      line: drivers
        .of(request)
        .orderUnder(mode, recommend === 'true')
        .map(({ entry }) => entry),
    }
  })

  app.get('/api/desk/people', { schema: described.people }, async (request) => {
    const found = findPeople(drivers.of(request).state.people.all.values(), request.query.find, most)
    return { people: found.map(({ id, entity, group, channel, number }) => ({ person: id, entity, group, channel, number })) }
  })
}

/** The session that the ticket's holder drives. Whoever drives none is told no more than that, whatever the ticket lacks. */
async function driven({ sessions, tickets }: StaffPorts, request: FastifyRequest): Promise<Session> {
  const holder = await tickets.check(bearerIn(request))
  if (!holder) throw new Refused('forbidden')
  const session = await sessions.open(holder.session)
  const person = session?.state.people.all.get(holder.person)
  if (!session || !person || person.revoked || audienceOf[person.role] !== 'staff') throw new Refused('forbidden')
  return session
}
