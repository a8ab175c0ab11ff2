/** The roster of a session, person by person: found, added, corrected, revoked, their links made anew, and forgotten. */
import { commandId, groupId } from '@rostrum/shared/contract/fields'
import { channels, type Role } from '@rostrum/shared/contract/roles'
import type { PersonId } from '@rostrum/shared/kernel/ids'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Keys } from '../access/keys.ts'
import type { Links } from '../access/links.ts'
import { freshId } from '../access/seats.ts'
import { enterUrl } from '../access/urls.ts'
import { emailField, entityField, externalField, nameField } from '../roster/fields.ts'
import { sameEmail } from '../roster/matching.ts'
import { type Details, mostPeople, noDetails, type Roster } from '../roster/roster.ts'
import { languageIn } from '../roster/spellings.ts'
import { enrolIn, relinkIn, revokeIn } from '../session/keeping.ts'
import type { Session } from '../session/session.ts'
import { foundIn, type RosterRow, rowOf } from './finding.ts'
import { type Keeper, keeperOf, type KeeperPorts, type OfPerson, type OfSession, personIn } from './keepers.ts'
import { asWhy, bodyOf, Refused } from './refusals.ts'

export type PeoplePorts = KeeperPorts & {
  readonly keys: Keys
  readonly links: Links
  readonly roster: Roster
  readonly publicUrl: () => string
}

const language = z
  .string()
  .max(64)
  .refine((written) => languageIn(written) !== undefined, 'language-unclear')
const known = {
  name: nameField.nullable(),
  email: emailField.nullable(),
  language: language.nullable(),
  named: z.boolean().nullable(),
}
const standing = { entity: entityField, group: groupId.nullable(), channel: z.enum(channels) }
const newPerson = z.strictObject({
  ...standing,
  ...z.object(known).partial().shape,
  external: externalField.optional(),
  role: z.enum(['participant', 'panellist']).default('participant'),
  /** Made by whoever adds, and kept until it is answered: the same person however often it has to be asked. */
  attempt: commandId.optional(),
})
const correction = z.strictObject({ ...z.object(standing).partial().shape, ...z.object(known).partial().shape })
const search = z.strictObject({
  find: z.string().max(120).default(''),
  page: z
    .string()
    .regex(/^[1-9]\d{0,4}$/)
    .default('1')
    .transform(Number),
})
const nothing = z.strictObject({}).optional().nullable()

/** Offices are no part of the roster: their entity is their office. */
const listed: readonly Role[] = ['participant', 'panellist']

export async function people(app: FastifyInstance, ports: PeoplePorts): Promise<void> {
  const { roster, keys, links } = ports
  const keepers = new WeakMap<FastifyRequest, Keeper>()
  // Before the body is read: nobody else may send it.
  app.addHook('onRequest', async (request) => void keepers.set(request, await keeperOf(ports, request)))
  const keeping = (request: FastifyRequest): Keeper => keepers.get(request) ?? refuseAll()

  app.get<OfSession>('/api/sessions/:id/people', async (request) => {
    const { session } = keeping(request)
    const { find, page } = bodyOf(search, request.query)
    const all = [...session.state.people.all.values()].filter(({ role }) => listed.includes(role))
    return await foundIn(session.id, all, find, page, roster)
  })

  app.post<OfSession>('/api/sessions/:id/people', async (request, reply) => {
    const { session, actor } = keeping(request)
    const { attempt, role, entity, group, channel, ...details } = bodyOf(newPerson, request.body)
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
    return reply.code(201).send({ ...(await shown(session, person, roster)), url })
  })

  app.patch<OfPerson>('/api/sessions/:id/people/:person', async (request) => {
    const { session, actor } = keeping(request)
    const { entity, group, channel, ...details } = bodyOf(correction, request.body)
    const person = personIn(session, request.params.person)
    if (!listed.includes(person.role)) throw new Refused('forbidden')
    if (person.revoked) throw new Refused('person-revoked')
    await requireFree(roster, session, person.id, details.email ?? null)
    const now = { entity: entity ?? person.entity, group: group === undefined ? person.group : group, channel: channel ?? person.channel }
    await settle(enrolIn(session, actor, [{ person: person.id, role: person.role, ...now }], freshId()))
    await roster.remember(session.id, person.id, { ...(await roster.of(session.id, person.id)), ...spelled(details) })
    return await shown(session, person.id, roster)
  })

  app.post<OfPerson>('/api/sessions/:id/people/:person/revoke', async (request) => {
    const { session, actor } = keeping(request)
    bodyOf(nothing, request.body)
    const { id } = personIn(session, request.params.person)
    await settle(revokeIn(session, actor, id, freshId()))
    return await shown(session, id, roster)
  })

  /** The old link is dead, and whatever was opened with it is closed on every node, within a second of the answer. */
  app.post<OfPerson>('/api/sessions/:id/people/:person/link', async (request) => {
    const { session, actor } = keeping(request)
    bodyOf(nothing, request.body)
    const person = personIn(session, request.params.person)
    if (!listed.includes(person.role)) throw new Refused('forbidden')
    if (person.revoked) throw new Refused('person-revoked')
    const secret = await links.renew(session.id, person.id)
    await settle(relinkIn(session, actor, person.id, freshId()))
    ports.tickets.forget()
    return { person: person.id, url: enterUrl(ports.publicUrl(), secret) }
  })

  app.delete<OfSession>('/api/sessions/:id/people', async (request) => ({ forgotten: await roster.forget(keeping(request).session.id) }))
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

async function shown(session: Session, person: PersonId, roster: Roster): Promise<RosterRow> {
  return rowOf(personIn(session, person), await roster.of(session.id, person))
}

async function settle(asked: ReturnType<typeof enrolIn>): Promise<void> {
  const reply = await asked
  if (!reply.ok) throw new Refused(asWhy(reply.why))
}

const refuseAll = (): never => {
  throw new Refused('forbidden')
}
