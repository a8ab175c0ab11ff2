/** What somebody says of themselves, with their own ticket, and what their device alone knows to be theirs. Nothing of anybody else. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Tickets } from '../../access/ticket-issuer.ts'
import { declinedAmong } from '../../application/list-declined.ts'
import { isListed } from '../../roster/membership.ts'
import type { Roster } from '../../roster/roster.ts'
import type { Sessions } from '../../session/session-registry.ts'
import { askers } from '../authentication.ts'
import { bearerIn } from '../authorization.ts'
import { Refused } from '../http-error.ts'
import * as described from '../schemas/me.ts'

export type MePorts = { readonly sessions: Sessions; readonly tickets: Tickets; readonly roster: Roster }

export async function me(instance: FastifyInstance, ports: MePorts): Promise<void> {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  const { roster } = ports
  const owners = askers((request) => ownOf(ports, request))
  app.addHook('onRequest', owners.hear)

  app.get('/api/me', { schema: described.read }, async (request) => {
    const { session, person } = owners.of(request)
    return { named: (await roster.of(session.id, person)).named }
  })

  app.put('/api/me', { schema: described.say }, async (request) => {
    const { session, person } = owners.of(request)
    return { named: (await roster.amend(session.id, person, { named: request.body.named })).named }
  })

  app.post('/api/me/declines', { schema: described.declined }, async (request) => ({
    declined: [...declinedAmong(owners.of(request).session.state, request.body.receipts)],
  }))
}

/** Offices have no name to give. */
async function ownOf({ sessions, tickets }: MePorts, request: FastifyRequest) {
  const holder = await tickets.check(bearerIn(request))
  const session = holder && (await sessions.open(holder.session))
  const person = holder && session?.state.people.all.get(holder.person)
  if (!session || !person || person.revoked || !isListed(person)) throw new Refused('forbidden')
  return { session, person: person.id }
}
