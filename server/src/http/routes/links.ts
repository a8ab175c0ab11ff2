/** The doors of a session's offices: their links, the join code, and a link made anew. */
import type { Person } from '@rostrum/shared/contract/people'
import { roles, system } from '@rostrum/shared/contract/roles'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { freshId } from '../../access/default-people.ts'
import type { Codes } from '../../access/join-codes.ts'
import type { Links } from '../../access/personal-links.ts'
import { enterUrl, joinUrl } from '../../access/urls.ts'
import { relinkIn } from '../../application/session-setup.ts'
import type { Session } from '../../session/session.ts'
import { forOrganiser, type KeeperPorts, openedBy, personIn } from '../authorization.ts'
import { asWhy, Refused } from '../http-error.ts'
import * as described from '../schemas/links.ts'

export type LinkPorts = KeeperPorts & { readonly links: Links; readonly codes: Codes; readonly publicUrl: () => string }

export async function links(instance: FastifyInstance, ports: LinkPorts): Promise<void> {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  app.addHook('onRequest', forOrganiser(ports.organiser))

  app.get('/api/sessions/:id/links', { schema: described.list }, async ({ params }) => {
    const session = await openedBy(ports.sessions, params.id)
    const code = await ports.codes.of(session.id)
    return {
      code,
      join: joinUrl(ports.publicUrl(), code),
      links: await Promise.all(
        officesIn(session).map(async (person) => linkOf(person, await ports.links.current(session.id, person.id), ports)),
      ),
    }
  })

  app.post('/api/sessions/:id/links/:person/renew', { schema: described.renew }, async ({ params }) => {
    const session = await openedBy(ports.sessions, params.id)
    const person = personIn(session, params.person)
    const secret = await ports.links.renew(session.id, person.id)
    const said = await relinkIn(session, system, person.id, freshId())
    if (!said.ok) throw new Refused(asWhy(said.why))
    ports.tickets.forget()
    return linkOf(person, secret, ports)
  })
}

/** In the order of the roles, then of admission. */
const officesIn = ({ state }: Session): readonly Person[] =>
  [...state.people.all.values()]
    .filter(({ role, revoked }) => role !== 'participant' && !revoked)
    .sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role) || a.admittedAt - b.admittedAt)

const linkOf = ({ id, role, entity, channel }: Person, secret: string, ports: LinkPorts): object => ({
  person: id,
  role,
  entity,
  channel,
  url: enterUrl(ports.publicUrl(), secret),
})
