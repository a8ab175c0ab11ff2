/** The roster of a session, person by person: found, added, corrected, revoked, their links made anew, and forgotten. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { freshId } from '../../access/default-people.ts'
import type { Links } from '../../access/personal-links.ts'
import type { Keys } from '../../access/server-key.ts'
import { enterUrl } from '../../access/urls.ts'
import { foundIn, type RosterRow, rowOf } from '../../application/search-roster.ts'
import { enrolIn, relinkIn, revokeIn } from '../../application/session-setup.ts'
import type { Presences } from '../../presence/presence-registry.ts'
import { isListed } from '../../roster/membership.ts'
import { sameEmail } from '../../roster/person-matcher.ts'
import { type Details, mostPeople, noDetails, type Roster } from '../../roster/roster.ts'
import { Findable } from '../../roster/search-index.ts'
import { languageIn } from '../../roster/value-spellings.ts'
import type { Session } from '../../session/session.ts'
import { askers } from '../authentication.ts'
import { type KeeperPorts, keeperOf, type OfPerson, personIn } from '../authorization.ts'
import { asWhy, Refused } from '../http-error.ts'
import * as described from '../schemas/people.ts'

export type PeoplePorts = KeeperPorts & {
  readonly keys: Keys
  readonly links: Links
  readonly roster: Roster
  readonly presences: Presences
  readonly publicUrl: () => string
}

export async function people(instance: FastifyInstance, ports: PeoplePorts): Promise<void> {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  const { roster, presences, keys, links } = ports
  const findable = new Findable(roster)
  const keepers = askers((request) => keeperOf(ports, request))
  app.addHook('onRequest', keepers.hear)
  const known = async (request: FastifyRequest) => void personIn(keepers.of(request).session, (request.params as OfPerson['Params']).person)

  app.get('/api/sessions/:id/people', { schema: described.find }, async (request) => {
    const { session } = keepers.of(request)
    return await foundIn(session, request.query, { roster, findable }, await presences.known(session))
  })

  app.post('/api/sessions/:id/people', { schema: described.add }, async (request, reply) => {
    const { session, actor } = keepers.of(request)
    const { attempt, role, entity, group, channel, ...details } = request.body
    if (session.state.people.all.size >= mostPeople) throw new Refused('session-full')
    const words = ['added', attempt ?? freshId()]
    const person = keys
      .derive('person', session.id, ...words)
      .subarray(0, 12)
      .toString('base64url') as PersonId
    await requireFree(roster, session, person, details.email ?? null)
    await settle(enrolIn(session, actor, [{ person, role, entity, group, channel }], freshId()))
    await roster.remember(session.id, person, { ...noDetails, ...spelled(details) })
    const url = enterUrl(ports.publicUrl(), await links.current(session.id, person))
    return reply.code(201).send({ ...(await shown(session, person, ports)), url })
  })

  app.patch('/api/sessions/:id/people/:person', { schema: described.correct }, async (request) => {
    const { session, actor } = keepers.of(request)
    const { entity, group, channel, ...details } = request.body
    const person = personIn(session, request.params.person)
    if (!isListed(person)) throw new Refused('forbidden')
    if (person.revoked) throw new Refused('person-revoked')
    await requireFree(roster, session, person.id, details.email ?? null)
    const now = { entity: entity ?? person.entity, group: group === undefined ? person.group : group, channel: channel ?? person.channel }
    await settle(enrolIn(session, actor, [{ person: person.id, role: person.role, ...now }], freshId()))
    await roster.amend(session.id, person.id, spelled(details))
    return await shown(session, person.id, ports)
  })

  app.post('/api/sessions/:id/people/:person/revoke', { schema: described.revoke }, async (request) => {
    const { session, actor } = keepers.of(request)
    const { id } = personIn(session, request.params.person)
    await settle(revokeIn(session, actor, id, freshId()))
    return await shown(session, id, ports)
  })

  /** The old link is dead, and whatever was opened with it is closed on every node, within a second of the answer. */
  app.post('/api/sessions/:id/people/:person/link', { schema: described.relink }, async (request) => {
    const { session, actor } = keepers.of(request)
    const person = personIn(session, request.params.person)
    if (!isListed(person)) throw new Refused('forbidden')
    if (person.revoked) throw new Refused('person-revoked')
    const secret = await links.renew(session.id, person.id)
    await settle(relinkIn(session, actor, person.id, freshId()))
    ports.tickets.forget()
    return { person: person.id, url: enterUrl(ports.publicUrl(), secret) }
  })

  /** By the desk's own eyes, with or without a device: beside the log, and forgotten with the names. */
  app.put('/api/sessions/:id/people/:person/arrived', { schema: described.arrive, onRequest: known }, async (request) => {
    const { session } = keepers.of(request)
    const person = personIn(session, request.params.person)
    const { arrived } = request.body
    if (!isListed(person)) throw new Refused('forbidden')
    if (person.revoked && arrived) throw new Refused('person-revoked')
    await presences.mark(session, person.id, arrived)
    return await shown(session, person.id, ports)
  })

  app.delete('/api/sessions/:id/people', { schema: described.forget }, async (request) => ({
    forgotten: await roster.forget(keepers.of(request).session.id),
  }))
}

/** Only what was said: a field that is left out stays as it was. */
const spelled = <D extends { readonly language?: string | null | undefined }>(details: D): Partial<Details> =>
  Object.fromEntries(
    Object.entries(details).flatMap(([field, value]) => {
      if (value === undefined) return []
      return [[field, field === 'language' && typeof value === 'string' ? languageIn(value) : value]]
    }),
  )

async function requireFree(roster: Roster, session: Session, person: PersonId, email: string | null): Promise<void> {
  if (email === null) return
  for (const [other, details] of await roster.all(session.id)) {
    if (other !== person && details.email !== null && sameEmail(details.email) === sameEmail(email)) throw new Refused('email-taken')
  }
}

async function shown(session: Session, person: PersonId, { roster, presences }: PeoplePorts): Promise<RosterRow> {
  const presence = await presences.known(session)
  return rowOf(personIn(session, person), await roster.of(session.id, person), presence.of(person))
}

async function settle(asked: ReturnType<typeof enrolIn>): Promise<void> {
  const reply = await asked
  if (!reply.ok) throw new Refused(asWhy(reply.why))
}
