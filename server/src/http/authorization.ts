/** Who keeps a session's roster: the organiser by the secret of that office, chair and secretariat by their ticket. */

import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import { type Actor, audienceOf, system } from '@rostrum/shared/contract/roles'
import type { FastifyRequest } from 'fastify'
import type { Organiser } from '../access/organizer.ts'
import type { Tickets } from '../access/ticket-issuer.ts'
import type { Session } from '../session/session.ts'
import type { Sessions } from '../session/session-registry.ts'
import { Refused } from './http-error.ts'

export type KeeperPorts = { readonly sessions: Sessions; readonly tickets: Tickets; readonly organiser: Organiser }
export type Keeper = { readonly session: Session; readonly actor: Actor }

export type OfSession = { readonly Params: { readonly id: string } }
export type OfPerson = { readonly Params: { readonly id: string; readonly person: string } }

/** Whoever keeps no roster is told no more than that, also of sessions that are not there. */
export async function keeperOf(ports: KeeperPorts, request: FastifyRequest): Promise<Keeper> {
  const { id } = request.params as OfSession['Params']
  const bearer = bearerIn(request)
  if (await ports.organiser.is(bearer)) return { session: await openedBy(ports.sessions, id), actor: system }
  const { session, person } = await holderIn(ports, request)
  if (audienceOf[person.role] !== 'staff') throw new Refused('forbidden')
  return { session, actor: { person: person.id } }
}

/** Whoever's ticket it is, in the session that the address names and in no other. */
export async function holderIn({ sessions, tickets }: Omit<KeeperPorts, 'organiser'>, request: FastifyRequest) {
  const { id } = request.params as OfSession['Params']
  const holder = await tickets.check(bearerIn(request))
  if (holder === null || holder.session !== id) throw new Refused('forbidden')
  const session = await sessions.open(holder.session)
  const person = session?.state.people.all.get(holder.person)
  if (!session || !person || person.revoked) throw new Refused('forbidden')
  return { session, person }
}

/** For doors that are the organiser's alone; before the body is read. */
export const forOrganiser =
  (organiser: Organiser) =>
  async (request: FastifyRequest): Promise<void> => {
    if (!(await organiser.is(bearerIn(request)))) throw new Refused('organiser-only')
  }

export function bearerIn({ headers }: FastifyRequest): string {
  const [scheme, secret = '', ...more] = (headers.authorization ?? '').split(' ')
  return scheme === 'Bearer' && more.length === 0 ? secret : ''
}

export async function openedBy(sessions: Sessions, id: string): Promise<Session> {
  const session = /^[A-Za-z0-9_-]{1,64}$/.test(id) ? await sessions.open(id as SessionId) : null
  if (!session) throw new Refused('no-such-session')
  return session
}

export function personIn(session: Session, id: string) {
  const person = session.state.people.all.get(id as PersonId)
  if (!person) throw new Refused('no-such-person')
  return person
}
