/** The roster of a session: find, add, correct and revoke people, renew links, check in, and delete personal data. */

import type { RosterRow } from '@rostrum/shared/api/people'
import type { PersonId } from '@rostrum/shared/contract/ids'
import { maxPeople } from '@rostrum/shared/contract/lengths'
import { parseLanguage } from '@rostrum/shared/contract/value-spellings'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isMember } from '../../../engine/presence/membership.ts'
import type { PresenceRegistry } from '../../../engine/presence/presence-registry.ts'
import { newCommandId } from '../../../engine/session/reply-cache.ts'
import type { Session } from '../../../engine/session/session.ts'
import type { PersonalLinks } from '../../../people/access/personal-links.ts'
import type { ServerKey } from '../../../people/access/server-key.ts'
import { makeEnterUrl } from '../../../people/access/urls.ts'
import { canBeSameName, normalizeEmail } from '../../../people/roster/person-matcher.ts'
import { emptyDetails, type PersonDetails, type Roster } from '../../../people/roster/roster.ts'
import { RosterSearchIndex } from '../../../people/roster/search-index.ts'
import { findMailLanguage } from '../../../services/mail/mail-language.ts'
import type { MailStore } from '../../../services/mail/mail-store.ts'
import { searchRoster, toRosterRow } from '../../application/search-roster.ts'
import {
  announceLinkRenewal,
  registerInSession,
  reinstateInSession,
  revokeInSession,
  setWalkInPlacesInSession,
} from '../../application/session-setup.ts'
import { createAuthenticator } from '../authentication.ts'
import { type AuthorizationPorts, type PersonParams, requirePerson, requireRosterAccess } from '../authorization.ts'
import { HttpError } from '../http-error.ts'
import { createRouter } from '../router.ts'

export type PeoplePorts = AuthorizationPorts & {
  readonly serverKey: ServerKey
  readonly links: PersonalLinks
  readonly roster: Roster
  readonly presenceRegistry: PresenceRegistry
  readonly mail: MailStore
  readonly getPublicUrl: () => string
}

export async function peopleRoutes(instance: FastifyInstance, ports: PeoplePorts): Promise<void> {
  const route = createRouter(instance)
  const { roster, presenceRegistry, serverKey, links, mail } = ports
  const searchIndex = new RosterSearchIndex(roster)
  const authenticator = createAuthenticator((request) => requireRosterAccess(ports, request))
  instance.addHook('onRequest', authenticator.hook)
  /** Makes the address of a link, in the language of the person if it is known. */
  const makeUrl = async (session: Session, person: PersonId, secret: string): Promise<string> =>
    makeEnterUrl(ports.getPublicUrl(), secret, findMailLanguage((await roster.get(session.id, person)).language))
  const requireKnownPerson = async (request: FastifyRequest) =>
    void requirePerson(authenticator.get(request).session, (request.params as PersonParams['Params']).person)

  route('GET /api/sessions/:id/people', async (request) => {
    const { session } = authenticator.get(request)
    return await searchRoster(session, request.query, { roster, searchIndex, mail }, await presenceRegistry.load(session))
  })

  route('POST /api/sessions/:id/people', async (request) => {
    const { session, actor } = authenticator.get(request)
    const { idempotencyKey, role, entity, group, channel, ...details } = request.body
    if (session.state.people.all.size >= maxPeople) throw new HttpError('session-full')
    const words = ['added', idempotencyKey ?? newCommandId()]
    const person = serverKey
      .derive('person', session.id, ...words)
      .subarray(0, 12)
      .toString('base64url') as PersonId
    await requireEmailFree(roster, session, person, { email: details.email ?? null, name: details.name ?? null })
    await requireAccepted(registerInSession(session, actor, [{ person, role, entity, group, channel }], newCommandId()))
    await roster.save(session.id, person, { ...emptyDetails, ...normalizeDetails(details) })
    const url = await makeUrl(session, person, await links.getOrCreate(session.id, person))
    return { ...(await loadRosterRow(session, person, ports)), url }
  })

  route('PATCH /api/sessions/:id/people/:person', async (request) => {
    const { session, actor } = authenticator.get(request)
    const { entity, group, channel, ...details } = request.body
    const person = requirePerson(session, request.params.person)
    if (!isMember(person)) throw new HttpError('forbidden')
    if (person.revoked) throw new HttpError('person-revoked')
    const { name } = await roster.get(session.id, person.id)
    await requireEmailFree(roster, session, person.id, { email: details.email ?? null, name: details.name ?? name })
    const identity = {
      entity: entity ?? person.entity,
      group: group === undefined ? person.group : group,
      channel: channel ?? person.channel,
    }
    await requireAccepted(registerInSession(session, actor, [{ person: person.id, role: person.role, ...identity }], newCommandId()))
    await roster.update(session.id, person.id, normalizeDetails(details))
    return await loadRosterRow(session, person.id, ports)
  })

  route('POST /api/sessions/:id/people/:person/revoke', async (request) => {
    const { session, actor } = authenticator.get(request)
    const { id } = requirePerson(session, request.params.person)
    await requireAccepted(revokeInSession(session, actor, id, newCommandId()))
    return await loadRosterRow(session, id, ports)
  })

  /** Reinstates a person with a new link, so that nobody returns with the old one. */
  route('POST /api/sessions/:id/people/:person/reinstate', async (request) => {
    const { session, actor } = authenticator.get(request)
    const person = requirePerson(session, request.params.person)
    if (!isMember(person)) throw new HttpError('forbidden')
    if (!person.revoked) throw new HttpError('conflict')
    const secret = await links.renew(session.id, person.id)
    await requireAccepted(reinstateInSession(session, actor, person.id, newCommandId()))
    ports.tickets.clearCache()
    return { person: person.id, url: await makeUrl(session, person.id, secret) }
  })

  /**
   * Renews a link. The old one is invalid at once. Every connection that it opened is closed on every node within a second of the answer.
   */
  route('POST /api/sessions/:id/people/:person/link', async (request) => {
    const { session, actor } = authenticator.get(request)
    const person = requirePerson(session, request.params.person)
    if (!isMember(person)) throw new HttpError('forbidden')
    if (person.revoked) throw new HttpError('person-revoked')
    const secret = await links.renew(session.id, person.id)
    await requireAccepted(announceLinkRenewal(session, actor, person.id, newCommandId()))
    ports.tickets.clearCache()
    // The link in the mail is invalid now.
    await mail.deleteDelivery(session.id, person.id)
    return { person: person.id, url: await makeUrl(session, person.id, secret) }
  })

  /** Checks a person in for the secretariat, with or without a device. It is not in the log, and is deleted with the personal data. */
  route(
    'PUT /api/sessions/:id/people/:person/check-in',
    async (request) => {
      const { session } = authenticator.get(request)
      const person = requirePerson(session, request.params.person)
      const { checkedIn } = request.body
      if (!isMember(person)) throw new HttpError('forbidden')
      if (person.revoked && checkedIn) throw new HttpError('person-revoked')
      await presenceRegistry.checkIn(session, person.id, checkedIn)
      return await loadRosterRow(session, person.id, ports)
    },
    { onRequest: requireKnownPerson },
  )

  route('PUT /api/sessions/:id/walk-ins', async (request) => {
    const { session, actor } = authenticator.get(request)
    const { places } = request.body
    await requireAccepted(setWalkInPlacesInSession(session, actor, places, newCommandId()))
    return { places }
  })

  route('DELETE /api/sessions/:id/people', async (request) => ({
    forgotten: await roster.erase(authenticator.get(request).session.id),
  }))
}

/** Returns only the fields that were sent. A field that is left out is not changed. */
const normalizeDetails = <D extends { readonly language?: string | null | undefined }>(details: D): Partial<PersonDetails> =>
  Object.fromEntries(
    Object.entries(details).flatMap(([field, value]) => {
      if (value === undefined) return []
      return [[field, field === 'language' && typeof value === 'string' ? parseLanguage(value) : value]]
    }),
  )

/** People with different names can share a mailbox. */
async function requireEmailFree(
  roster: Roster,
  session: Session,
  person: PersonId,
  { email, name }: Pick<PersonDetails, 'email' | 'name'>,
): Promise<void> {
  if (email === null) return
  for (const [other, details] of await roster.list(session.id)) {
    const isSameMailbox = details.email !== null && normalizeEmail(details.email) === normalizeEmail(email)
    if (other !== person && isSameMailbox && canBeSameName(details.name, name)) throw new HttpError('email-taken')
  }
}

async function loadRosterRow(session: Session, person: PersonId, { roster, presenceRegistry, mail }: PeoplePorts): Promise<RosterRow> {
  const presence = await presenceRegistry.load(session)
  const [details, delivery] = [await roster.get(session.id, person), await mail.getDelivery(session.id, person)]
  return toRosterRow({ person: requirePerson(session, person), details, delivery }, presence.getAttendance(person), session.plan)
}

async function requireAccepted(pendingReply: ReturnType<typeof registerInSession>): Promise<void> {
  const reply = await pendingReply
  if (!reply.ok) throw new HttpError(reply.reason)
}
