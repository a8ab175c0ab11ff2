/** What chair and secretariat ask beside the line: the list under another rule, and people of the roster by their organization. */
import { orderModes } from '@rostrum/shared/contract/choices'
import { audienceOf } from '@rostrum/shared/contract/roles'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Tickets } from '../access/tickets.ts'
import { findPeople } from '../session/find-people.ts'
import type { Sessions } from '../session/registry.ts'
import type { Session } from '../session/session.ts'
import { bodyOf, Refused } from './refusals.ts'

export type StaffPorts = { readonly sessions: Sessions; readonly tickets: Tickets }

const rule = z.strictObject({ mode: z.enum(orderModes), recommend: z.enum(['true', 'false']) })
const search = z.strictObject({ find: z.string().max(120) })

/** As many as can be read at a glance. */
const most = 12

export async function desk(app: FastifyInstance, ports: StaffPorts): Promise<void> {
  app.get('/api/desk/order', async ({ headers, query }) => {
    const session = await driven(ports, headers.authorization)
    const { mode, recommend } = bodyOf(rule, query)
    return { line: session.orderUnder(mode, recommend === 'true').map(({ entry }) => entry) }
  })

  app.get('/api/desk/people', async ({ headers, query }) => {
    const session = await driven(ports, headers.authorization)
    const { find } = bodyOf(search, query)
    const found = findPeople(session.state.people.all.values(), find, most)
    return { people: found.map(({ id, entity, group, channel, number }) => ({ person: id, entity, group, channel, number })) }
  })
}

/** The session that the ticket's holder drives. Whoever drives none is told no more than that, whatever the ticket lacks. */
async function driven({ sessions, tickets }: StaffPorts, authorization = ''): Promise<Session> {
  const [scheme, ticket, ...more] = authorization.split(' ')
  const holder = scheme === 'Bearer' && ticket && more.length === 0 ? await tickets.check(ticket) : null
  if (!holder) throw new Refused('forbidden')
  const session = await sessions.open(holder.session)
  const person = session?.state.people.all.get(holder.person)
  if (!session || !person || person.revoked || audienceOf[person.role] !== 'staff') throw new Refused('forbidden')
  return session
}
