/**
 * The requests of the staff over HTTP. They are about the queue in another order mode, the rehearsal that the opening deletes, people by
 * organization, phone numbers, typed names, and forms of names to be said.
 */

import type { PersonId } from '@rostrum/shared/contract/ids'
import { type Actor, isStaff, roleRules } from '@rostrum/shared/contract/roles'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Session } from '../../../engine/session/session.ts'
import type { SessionRegistry } from '../../../engine/session/session-registry.ts'
import type { TicketIssuer } from '../../../people/access/ticket-issuer.ts'
import type { Roster } from '../../../people/roster/roster.ts'
import type { TypedNames } from '../../../people/roster/typed-names.ts'
import type { RehearsalRegistry } from '../../../services/rehearsal/rehearsal-registry.ts'
import { findPeople } from '../../application/find-people.ts'
import { mayFindPeople, previewSessionOrder, previewSessionSwap } from '../../application/session-setup.ts'
import { createAuthenticator } from '../authentication.ts'
import { findAdmitted } from '../authorization.ts'
import { getBearerToken } from '../bearer-token.ts'
import { HttpError } from '../http-error.ts'
import { createRouter } from '../router.ts'

export type StaffPorts = {
  readonly sessions: SessionRegistry
  readonly tickets: TicketIssuer
  readonly roster: Roster
  readonly rehearsals: RehearsalRegistry
  readonly typedNames: TypedNames
}

/** The most people in an answer: few enough to read at a glance. */
const maxPeopleFound = 12

export async function staffRoutes(instance: FastifyInstance, ports: StaffPorts): Promise<void> {
  const route = createRouter(instance)
  const authenticator = createAuthenticator((request) => requireStaffSession(ports, request))
  instance.addHook('onRequest', authenticator.hook)

  route('GET /api/staff/order-preview', async (request) => {
    const { mode, suggestOnly } = request.query
    const { session } = authenticator.get(request)
    return { order: previewSessionOrder(session, mode, suggestOnly === 'true').map(({ entry }) => entry) }
  })

  route('GET /api/staff/swap-preview', async (request) => {
    const { entry, with: other } = request.query
    return { order: previewSessionSwap(authenticator.get(request).session, entry, other).map((position) => position.entry) }
  })

  route('GET /api/staff/rehearsal', async (request) => {
    const rehearsal = await ports.rehearsals.findOf(authenticator.get(request).session.id)
    return { phase: rehearsal?.state.session.phase ?? null }
  })

  route('GET /api/staff/people', async (request) => {
    const { session } = requirePeopleDuty(authenticator.get(request))
    const found = findPeople(session.state.people.all.values(), request.query.find, maxPeopleFound)
    return { people: found.map(({ id, entity, group, channel, number }) => ({ person: id, entity, group, channel, number })) }
  })

  route('GET /api/staff/phone', async (request) => {
    const { session } = requirePeopleDuty(authenticator.get(request))
    const { person } = request.query
    // The number of anybody outside this session is never given.
    if (!session.state.people.all.has(person as PersonId)) return { phone: null }
    return { phone: (await ports.roster.get(session.id, person as PersonId)).phone }
  })

  route('GET /api/staff/typed-names', async (request) => {
    const names = await ports.typedNames.list(authenticator.get(request).session.id)
    return { names: [...names].map(([id, name]) => ({ id, name })) }
  })

  route('GET /api/staff/spoken-names', async (request) => {
    const { session } = authenticator.get(request)
    const people = session.state.people.all
    const names = [...(await ports.roster.list(session.id))].flatMap(([id, { said }]) => {
      const person = people.get(id)
      return said === null || person === undefined || person.revoked
        ? []
        : [{ person: id, entity: person.entity, panellist: roleRules[person.role].isOnPanel, said }]
    })
    return { names }
  })
}

type StaffAccess = { readonly session: Session; readonly actor: Actor }

/** Requires a duty for which people are found, and reached by phone: giving the floor, or managing the roster. No other duty needs that. */
function requirePeopleDuty(access: StaffAccess): StaffAccess {
  if (!mayFindPeople(access.session, access.actor)) throw new HttpError('forbidden')
  return access
}

/** Returns the session of the ticket's holder, who must be staff. Every other case is `forbidden`, without details. */
export async function requireStaffSession({ sessions, tickets }: Pick<StaffPorts, 'sessions' | 'tickets'>, request: FastifyRequest) {
  const holder = tickets.read(getBearerToken(request))
  if (!holder) throw new HttpError('forbidden')
  const session = await sessions.open(holder.session)
  const person = await findAdmitted(tickets, holder, session)
  if (!session || !person || !isStaff(person.role)) throw new HttpError('forbidden')
  return { session, person, actor: { person: person.id } satisfies Actor }
}
