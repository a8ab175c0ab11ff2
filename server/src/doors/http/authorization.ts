/** Decides who may change a roster: an organizer by their secret, and officers with that duty by their ticket. */

import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import type { Person } from '@rostrum/shared/contract/people'
import { type Actor, isStaff, systemActor } from '@rostrum/shared/contract/roles'
import type { FastifyRequest } from 'fastify'
import type { Session } from '../../engine/session/session.ts'
import type { SessionRegistry } from '../../engine/session/session-registry.ts'
import { byteRates, type ClientAllowances, readRates } from '../../engine/wire/allowances.ts'
import { getHolder, getRateLane } from '../../engine/wire/command-intake.ts'
import { maxMessageBytes } from '../../engine/wire/limits.ts'
import type { OrganizerAccess } from '../../people/access/organizer.ts'
import type { LinkHolder } from '../../people/access/personal-links.ts'
import type { SessionTokens, TokenHolder } from '../../people/access/session-tokens.ts'
import type { TicketIssuer } from '../../people/access/ticket-issuer.ts'
import { mayManageRoster } from '../application/session-setup.ts'
import { getBearerToken } from './bearer-token.ts'
import { HttpError } from './http-error.ts'

export type AuthorizationPorts = { readonly sessions: SessionRegistry; readonly tickets: TicketIssuer; readonly organizer: OrganizerAccess }
export type RosterAccess = { readonly session: Session; readonly actor: Actor }

export type SessionParams = { readonly Params: { readonly id: string } }
export type PersonParams = { readonly Params: { readonly id: string; readonly person: string } }

/** Accepts the organizer and all of the staff. Anybody else gets `forbidden`, even for sessions that do not exist. */
export async function requireStaffAccess(ports: AuthorizationPorts, request: FastifyRequest): Promise<RosterAccess> {
  const { id } = request.params as SessionParams['Params']
  const bearer = getBearerToken(request)
  if (await ports.organizer.accepts(bearer)) return { session: await requireSession(ports.sessions, id), actor: systemActor }
  const { session, person } = await requireTicketHolder(ports, request)
  if (!isStaff(person.role)) throw new HttpError('forbidden')
  return { session, actor: { person: person.id } }
}

/** Accepts the organizer, and officers who have the duty. */
export async function requireRosterAccess(ports: AuthorizationPorts, request: FastifyRequest): Promise<RosterAccess> {
  const access = await requireStaffAccess(ports, request)
  if (!mayManageRoster(access.session, access.actor)) throw new HttpError('forbidden')
  return access
}

export type HolderPorts = Pick<AuthorizationPorts, 'sessions' | 'tickets'> & { readonly allowances: ClientAllowances }

/**
 * Returns the person of a ticket or a link, or null if their access has ended. The link is checked after the person was read: access that
 * ended and was given back meanwhile has another link.
 */
export async function findAdmitted(tickets: TicketIssuer, holder: LinkHolder, session: Session | null): Promise<Person | null> {
  const person = session?.state.people.all.get(holder.person)
  return person && !person.revoked && (await tickets.isLinkValid(holder)) ? person : null
}

/** Returns the holder of the ticket, in the session of the ticket. The body counts as sent by the holder, before it is read. */
export async function requireHolder({ sessions, tickets, allowances }: HolderPorts, request: FastifyRequest) {
  const holder = tickets.read(getBearerToken(request))
  const session = holder && (await sessions.open(holder.session))
  const person = holder && (await findAdmitted(tickets, holder, session))
  if (!session || !person) throw new HttpError('forbidden')
  chargeBody(allowances, session, person, request)
  return { session, person }
}

/** Refuses a body that is more than the person may send now. Where its length is not announced, it counts as the longest message. */
function chargeBody({ bytes }: ClientAllowances, session: Session, person: Person, { headers }: FastifyRequest): void {
  const announced = headers['transfer-encoding'] === undefined ? Number(headers['content-length'] ?? 0) : maxMessageBytes
  const wait = bytes.take(getHolder(session, person), byteRates[getRateLane(person)], announced, performance.now())
  if (wait > 0) throw new HttpError('too-many-requests', null, wait)
}

/** Refuses a large answer that is one more than the person may ask for now. */
export function chargeRead({ reads }: ClientAllowances, session: Session, person: Person): void {
  const wait = reads.take(getHolder(session, person), readRates[person.role], 1, performance.now())
  if (wait > 0) throw new HttpError('too-many-requests', null, wait)
}

/** Returns the holder of the ticket, which must belong to the session in the address. */
async function requireTicketHolder({ sessions, tickets }: Omit<AuthorizationPorts, 'organizer'>, request: FastifyRequest) {
  const { id } = request.params as SessionParams['Params']
  const holder = tickets.read(getBearerToken(request))
  if (holder === null || holder.session !== id) throw new HttpError('forbidden')
  const session = await sessions.open(holder.session)
  if (session && session.fault !== null) throw new HttpError('unavailable')
  const person = await findAdmitted(tickets, holder, session)
  if (!session || !person) throw new HttpError('forbidden')
  return { session, person }
}

export type ActingPorts = HolderPorts & { readonly sessionTokens: SessionTokens }

/**
 * Returns who acts in the session that the address names. That is the holder of a ticket, or the person whose role a session token has.
 * `validity`: for connections that outlast a request. If a ticket ends, the fanout ends the person's connections.
 */
export async function requireActing({ sessions, tickets, sessionTokens, allowances }: ActingPorts, request: FastifyRequest) {
  const { id } = request.params as SessionParams['Params']
  const bearer = getBearerToken(request)
  const token = await sessionTokens.find(bearer)
  const ticket = token === null ? tickets.read(bearer) : null
  const holder = token ?? ticket
  if (holder === null || holder.session !== id) throw new HttpError('forbidden')
  const session = await sessions.open(holder.session)
  const person = ticket === null ? session?.state.people.all.get(holder.person) : await findAdmitted(tickets, ticket, session)
  if (!session || !person || person.revoked) throw new HttpError('forbidden')
  const isOver = () => token?.endsWithSession === true && session.state.session.phase === 'closed'
  if (isOver()) throw new HttpError('session-closed')
  chargeBody(allowances, session, person, request)
  const isStillValid = async (known: TokenHolder) => !isOver() && (await sessionTokens.isStillValid(bearer, known))
  return { session, person, validity: token && { key: bearer, isStillValid: () => isStillValid(token) } }
}

/** Checks requests that only an organizer may send. It runs before the body is read. */
export const requireOrganizer =
  (organizer: OrganizerAccess) =>
  async (request: FastifyRequest): Promise<void> => {
    if (!(await organizer.accepts(getBearerToken(request)))) throw new HttpError('organizer-only')
  }

/** Returns the id of the organizer with this secret. A token is not enough. */
export async function requireOrganizerInPerson(organizer: OrganizerAccess, request: FastifyRequest): Promise<string> {
  const id = await organizer.identify(getBearerToken(request))
  if (id === null) throw new HttpError('organizer-only')
  return id
}

export async function requireSession(sessions: SessionRegistry, id: string): Promise<Session> {
  const session = /^[A-Za-z0-9_-]{1,64}$/.test(id) ? await sessions.open(id as SessionId) : null
  if (!session) throw new HttpError('no-such-session')
  return session
}

export function requirePerson(session: Session, id: string) {
  const person = session.state.people.all.get(id as PersonId)
  if (!person) throw new HttpError('no-such-person')
  return person
}
