/** The links of the officers of a session, the join code, and the renewal of a link. */
import type { Person } from '@rostrum/shared/contract/people'
import { systemActor } from '@rostrum/shared/contract/roles'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { newCommandId } from '../../access/default-people.ts'
import type { JoinCodes } from '../../access/join-codes.ts'
import type { PersonalLinks } from '../../access/personal-links.ts'
import { makeEnterUrl, makeJoinUrl } from '../../access/urls.ts'
import { announceLinkRenewal, listOfficers } from '../../application/session-setup.ts'
import { type AuthorizationPorts, requireOrganizer, requirePerson, requireSession } from '../authorization.ts'
import { HttpError, toHttpReason } from '../http-error.ts'
import * as schemas from '../schemas/links.ts'

export type LinkPorts = AuthorizationPorts & {
  readonly links: PersonalLinks
  readonly joinCodes: JoinCodes
  readonly getPublicUrl: () => string
}

export async function linkRoutes(instance: FastifyInstance, ports: LinkPorts): Promise<void> {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  app.addHook('onRequest', requireOrganizer(ports.organizer))

  app.get('/api/sessions/:id/links', { schema: schemas.listLinksSchema }, async ({ params }) => {
    const session = await requireSession(ports.sessions, params.id)
    const code = await ports.joinCodes.getOrCreate(session.id)
    return {
      code,
      join: makeJoinUrl(ports.getPublicUrl(), code),
      links: await Promise.all(
        listOfficers(session.state).map(async (person) =>
          toOfficerLink(person, await ports.links.getOrCreate(session.id, person.id), ports),
        ),
      ),
    }
  })

  app.post('/api/sessions/:id/links/:person/renew', { schema: schemas.renewLinkSchema }, async ({ params }) => {
    const session = await requireSession(ports.sessions, params.id)
    const person = requirePerson(session, params.person)
    const secret = await ports.links.renew(session.id, person.id)
    const reply = await announceLinkRenewal(session, systemActor, person.id, newCommandId())
    if (!reply.ok) throw new HttpError(toHttpReason(reply.reason))
    ports.tickets.clearCache()
    return toOfficerLink(person, secret, ports)
  })
}

/** In the order of the roles, then of admission. */
const toOfficerLink = ({ id, role, entity, channel }: Person, secret: string, ports: LinkPorts): object => ({
  person: id,
  role,
  entity,
  channel,
  url: makeEnterUrl(ports.getPublicUrl(), secret),
})
