/** The doors for people: a link, or a join code with what they stand for, becomes a ticket for the socket. */

import type { CommandId, PersonId } from '@rostrum/shared/contract/ids'
import { imitatesOffice } from '@rostrum/shared/contract/office-titles'
import type { Role } from '@rostrum/shared/contract/roles'
import type { FastifyInstance, FastifySchemaCompiler } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Failures } from '../../access/attempt-limiter.ts'
import { freshId } from '../../access/default-people.ts'
import type { Codes } from '../../access/join-codes.ts'
import type { Holder, Links } from '../../access/personal-links.ts'
import type { Keys } from '../../access/server-key.ts'
import type { Tickets } from '../../access/ticket-issuer.ts'
import { joinUrl } from '../../access/urls.ts'
import { mostPeople, noDetails, type Roster } from '../../roster/roster.ts'
import type { Session } from '../../session/session.ts'
import type { Sessions } from '../../session/session-registry.ts'
import { asWhy, Refused } from '../http-error.ts'
import { checked } from '../schema-validation.ts'
import * as described from '../schemas/tickets.ts'

export type DoorPorts = {
  readonly sessions: Sessions
  readonly keys: Keys
  readonly links: Links
  readonly codes: Codes
  readonly tickets: Tickets
  readonly roster: Roster
  readonly failures: Failures
  readonly publicUrl: () => string
}

export async function tickets(instance: FastifyInstance, ports: DoorPorts): Promise<void> {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  const { sessions, links, codes, failures } = ports

  const sessionOf = async (address: string, code: string): Promise<Session> => {
    const attempt = await failures.attempt(address, () => codes.find(code))
    if (attempt.kind === 'too-many') throw new Refused('too-many-failures')
    const session = attempt.kind === 'found' ? await sessions.open(attempt.value) : null
    if (!session) throw new Refused('no-such-code')
    return session
  }

  /** What the join page must know before it can ask who comes. */
  app.post('/api/codes', { schema: described.code }, async ({ ip, body }) => {
    const { plan, groups, phase } = (await sessionOf(ip, body.code)).state.session
    return { title: plan.title, short: plan.short, place: plan.place, groups, phase, walkIns: plan.walkIns }
  })

  app.post('/api/tickets', { schema: described.enter, validatorCompiler: byLinkOrCode }, async ({ ip, body }) => {
    if ('code' in body) return await enterByCode(await sessionOf(ip, body.code), body, ports)
    const holder = await links.find(body.link)
    const session = holder && (await sessions.open(holder.session))
    if (!session) throw new Refused('no-such-link')
    return await answerFor(session, holder, ports)
  })
}

/** By the one key that tells them apart, so that what is wrong is said about the right one. */
const byLinkOrCode: FastifySchemaCompiler<unknown> = (route) => (body: unknown) => {
  const coded = typeof body === 'object' && body !== null && Object.hasOwn(body, 'code')
  return checked({ ...route, schema: coded ? described.byCode : described.byLink })(body)
}

async function enterByCode(session: Session, { person, attempt }: described.WalkIn, ports: DoorPorts): Promise<object> {
  const { plan, phase } = session.state.session
  if (!plan.walkIns) throw new Refused('walk-ins-closed')
  if (phase === 'closed') throw new Refused('session-closed')
  if (session.state.people.all.size >= mostPeople) throw new Refused('session-full')
  if (imitatesOffice(person.entity) || imitatesOffice(person.name ?? '')) throw new Refused('text-refused')
  const id = personFor(session, attempt ?? freshId(), ports.keys)
  const { entity, group, channel } = person
  const reply = await session.admit([{ person: id, role: 'participant', entity, group, channel }], freshId())
  if (!reply.ok) throw new Refused(asWhy(reply.why))
  await ports.roster.rememberNew(session.id, id, { ...noDetails, name: person.name ?? null, named: person.named })
  const link = await ports.links.current(session.id, id)
  const holder = await ports.links.find(link)
  if (!holder) throw new Refused('no-such-link')
  return { ...(await answerFor(session, holder, ports)), link }
}

/** Derived, so that who knows a person's id, which screens show, cannot ask as that person. */
const personFor = (session: Session, attempt: CommandId, keys: Keys): PersonId =>
  keys.derive('walk-in', session.id, attempt).subarray(0, 12).toString('base64url') as PersonId

/** Those who tell others how to join are told it themselves. */
const inviting: readonly Role[] = ['chair', 'secretariat', 'display']

async function answerFor(session: Session, holder: Holder, { tickets, codes, publicUrl }: DoorPorts): Promise<object> {
  const person = session.state.people.all.get(holder.person)
  if (!person) throw new Refused('no-such-link')
  if (person.revoked) throw new Refused('person-revoked')
  const { id, role, entity, group, channel, number } = person
  const { title, short } = session.state.session.plan
  // Read before the code: a screen may ask once too often, and never misses one.
  const renewed = session.state.session.codes
  const code = inviting.includes(role) ? await codes.of(session.id) : null
  const joining = code === null ? null : { code, url: joinUrl(publicUrl(), code), renewed }
  return { ticket: tickets.issue(holder), session: session.id, person: id, role, entity, group, channel, number, title, short, joining }
}
