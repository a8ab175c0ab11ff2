/** The officers of a session and their links, the join code, and the renewal of a link. */

import type { OfficerLink } from '@rostrum/shared/api/links'
import { ordinaryChannel } from '@rostrum/shared/contract/channels'
import type { PersonId } from '@rostrum/shared/contract/ids'
import { maxPeople } from '@rostrum/shared/contract/lengths'
import { getUsualDuties, officeEntities, roleByOffice } from '@rostrum/shared/contract/offices'
import type { Person } from '@rostrum/shared/contract/people'
import { systemActor } from '@rostrum/shared/contract/roles'
import type { Reply } from '@rostrum/shared/protocol/messages'
import type { FastifyInstance } from 'fastify'
import { newCommandId } from '../../../engine/session/reply-cache.ts'
import type { Session } from '../../../engine/session/session.ts'
import type { JoinCodes } from '../../../people/access/join-codes.ts'
import type { PersonalLinks } from '../../../people/access/personal-links.ts'
import type { ServerKey } from '../../../people/access/server-key.ts'
import { makeJoinUrl, makeOwnUrl } from '../../../people/access/urls.ts'
import { emptyDetails, type Roster } from '../../../people/roster/roster.ts'
import {
  announceLinkRenewal,
  listLinkHolders,
  registerInSession,
  reinstateInSession,
  revokeInSession,
  setDutiesInSession,
  setOfficerEntityInSession,
} from '../../application/session-setup.ts'
import { type AuthorizationPorts, requireOrganizer, requirePerson, requireSession } from '../authorization.ts'
import { HttpError } from '../http-error.ts'
import { createRouter } from '../router.ts'

export type LinkPorts = AuthorizationPorts & {
  readonly links: PersonalLinks
  readonly joinCodes: JoinCodes
  readonly serverKey: ServerKey
  readonly roster: Roster
  readonly getPublicUrl: () => string
}

export async function linkRoutes(instance: FastifyInstance, ports: LinkPorts): Promise<void> {
  const route = createRouter(instance)
  instance.addHook('onRequest', requireOrganizer(ports.organizer))

  route('GET /api/sessions/:id/links', async ({ params }) => {
    const session = await requireSession(ports.sessions, params.id)
    const code = await ports.joinCodes.getOrCreate(session.id)
    const links = await Promise.all(listLinkHolders(session.state).map((person) => loadOfficerLink(session, person, ports)))
    return { code, join: makeJoinUrl(ports.getPublicUrl(), code), links }
  })

  route('POST /api/sessions/:id/officers', async ({ params, body }) => {
    const session = await requireSession(ports.sessions, params.id)
    const { office, duties, name, entity = officeEntities[office], idempotencyKey } = body
    const person = ports.serverKey.derive('officer', session.id, idempotencyKey).subarray(0, 12).toString('base64url') as PersonId
    if (!session.state.people.all.has(person) && session.state.people.all.size >= maxPeople) throw new HttpError('session-full')
    const admission = { person, role: roleByOffice[office], entity, group: null, channel: ordinaryChannel } as const
    const granted = { office, duties: duties ?? getUsualDuties(office) }
    requireAccepted(await registerInSession(session, systemActor, [{ ...admission, office: granted }], newCommandId()))
    await ports.roster.saveNew(session.id, person, { ...emptyDetails, name: name ?? null })
    return await loadOfficerLink(session, requirePerson(session, person), ports)
  })

  route('POST /api/sessions/:id/booths', async ({ params, body: { language } }) => {
    const session = await requireSession(ports.sessions, params.id)
    const person = `booth-${language}` as PersonId
    const known = session.state.people.all.get(person)
    if (known === undefined) {
      if (session.state.people.all.size >= maxPeople) throw new HttpError('session-full')
      const admission = { person, role: 'interpreter', entity: 'Booth', group: null, channel: ordinaryChannel, booth: language } as const
      requireAccepted(await registerInSession(session, systemActor, [admission], newCommandId()))
    } else if (known.revoked) {
      await ports.links.renew(session.id, person)
      requireAccepted(await reinstateInSession(session, systemActor, person, newCommandId()))
    }
    return await loadOfficerLink(session, requirePerson(session, person), ports)
  })

  route('POST /api/sessions/:id/officers/:person/duties', async ({ params, body }) => {
    const session = await requireSession(ports.sessions, params.id)
    const { id } = requirePerson(session, params.person)
    requireAccepted(await setDutiesInSession(session, id, body.duties, newCommandId()))
    if (body.entity !== undefined) requireAccepted(await setOfficerEntityInSession(session, id, body.entity, newCommandId()))
    return await loadOfficerLink(session, requirePerson(session, id), ports)
  })

  route('POST /api/sessions/:id/officers/:person/end', async ({ params }) => {
    const session = await requireSession(ports.sessions, params.id)
    const { id, office, booth } = requirePerson(session, params.person)
    if (office === null && booth === undefined) throw new HttpError('no-such-person')
    requireAccepted(await revokeInSession(session, systemActor, id, newCommandId()))
    return { ended: id }
  })

  route('POST /api/sessions/:id/links/:person/renew', async ({ params }) => {
    const session = await requireSession(ports.sessions, params.id)
    const person = requirePerson(session, params.person)
    await ports.links.renew(session.id, person.id)
    requireAccepted(await announceLinkRenewal(session, systemActor, person.id, newCommandId()))
    ports.tickets.clearCache()
    return await loadOfficerLink(session, person, ports)
  })
}

const requireAccepted = (reply: Reply): void => {
  if (!reply.ok) throw new HttpError(reply.reason)
}

const loadOfficerLink = async (
  { id: session }: Session,
  { id, role, entity, channel, office, booth }: Person,
  ports: LinkPorts,
): Promise<OfficerLink> => ({
  person: id,
  role,
  entity,
  channel,
  office,
  booth: booth ?? null,
  name: (await ports.roster.get(session, id)).name,
  url: makeOwnUrl(ports.getPublicUrl(), id, await ports.links.getOrCreate(session, id)),
})
