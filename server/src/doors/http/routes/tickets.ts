/** People enter with a link, or with a join code and their organization. They exchange it for a ticket for the connection. */

import { setTimeout as pause } from 'node:timers/promises'
import type { AnswerOf } from '@rostrum/shared/api/operations'
import { codeBodySchema, linkBodySchema, type Ticket, type WalkInBody } from '@rostrum/shared/api/tickets'
import type { CommandId, PersonId, SessionId } from '@rostrum/shared/contract/ids'
import { maxPeople } from '@rostrum/shared/contract/lengths'
import { imitatesOfficeTitle } from '@rostrum/shared/contract/office-titles'
import type { Person } from '@rostrum/shared/contract/people'
import type { State } from '@rostrum/shared/contract/registry'
import { ordinaryRole, roleRules } from '@rostrum/shared/contract/roles'
import { countFreeWalkInPlaces, getWalkInPlaces } from '@rostrum/shared/contract/walk-ins'
import type { FastifyInstance, FastifySchemaCompiler } from 'fastify'
import { newCommandId } from '../../../engine/session/reply-cache.ts'
import type { Session } from '../../../engine/session/session.ts'
import type { SessionRegistry } from '../../../engine/session/session-registry.ts'
import type { AttemptLimiter } from '../../../people/access/attempt-limiter.ts'
import type { JoinCodes } from '../../../people/access/join-codes.ts'
import { findKnownName, imitatesKnownName, isPanelName, listKnownOrganizations } from '../../../people/access/known-organizations.ts'
import type { LinkHolder, PersonalLinks } from '../../../people/access/personal-links.ts'
import type { ServerKey } from '../../../people/access/server-key.ts'
import type { TicketIssuer } from '../../../people/access/ticket-issuer.ts'
import { makeJoinUrl, overlayPersonId } from '../../../people/access/urls.ts'
import type { WalkInPace } from '../../../people/access/walk-in-pace.ts'
import { emptyDetails, type Roster } from '../../../people/roster/roster.ts'
import { HttpError } from '../http-error.ts'
import { type MadeAnswer, makeAnswer, sendMade } from '../made-answer.ts'
import { createLimit, getAddress } from '../request-limits.ts'
import { createRouter } from '../router.ts'
import { validateSchema } from '../schema-validation.ts'

export type TicketPorts = {
  readonly sessions: SessionRegistry
  readonly serverKey: ServerKey
  readonly links: PersonalLinks
  readonly joinCodes: JoinCodes
  readonly tickets: TicketIssuer
  readonly roster: Roster
  readonly attemptLimiter: AttemptLimiter
  readonly walkInPace: WalkInPace
  readonly getPublicUrl: () => string
}

/** The credentials with which people enter. */
type Entry = { readonly link?: string; readonly code?: string }

export async function ticketRoutes(instance: FastifyInstance, ports: TicketPorts): Promise<void> {
  const route = createRouter(instance)
  const { sessions, links, joinCodes, attemptLimiter } = ports

  const requireSessionByCode = async (address: string, code: string): Promise<Session> => {
    const result = await attemptLimiter.run(address, () => joinCodes.find(code))
    if (result.kind === 'too-many') throw new HttpError('too-many-failures')
    const session = result.kind === 'found' ? await sessions.open(result.value) : null
    if (!session) throw new HttpError('no-such-code')
    return session
  }

  /** A right link has a count of its own. A right code is shared by a whole hall. */
  const limitEntry = createLimit(
    instance,
    async ({ body }) => (await links.find((body as Entry).link ?? ''))?.link ?? null,
    undefined,
    async ({ body }) => (await joinCodes.find((body as Entry).code ?? '')) !== null,
  )
  instance.addHook('preHandler', limitEntry)

  route('POST /api/codes', async (request, reply) => {
    const { id, state } = await requireSessionByCode(getAddress(request), request.body.code)
    const form = forms.get(state) ?? makeAnswer(describeForm(id, state))
    forms.set(state, form)
    return sendMade(reply, form)
  })

  route(
    'POST /api/tickets',
    async (request) => {
      const { body } = request
      if ('code' in body)
        return await admitWalkIn(await requireSessionByCode(getAddress(request), body.code), body, getAddress(request), ports)
      const holder = await links.find(body.link)
      const session = holder && (await sessions.open(holder.session))
      if (!session) throw new HttpError('no-such-link')
      return await makeTicketAnswer(session, holder, ports)
    },
    { validatorCompiler: validateLinkOrCode },
  )
}

/** A whole hall asks for this, and anybody who reads the code from the wall can ask without end. It is made once for each commit. */
const forms = new WeakMap<State, MadeAnswer>()

/** Returns everything that the join page needs before it can show its form. */
function describeForm(session: SessionId, { session: { plan, groups, phase }, people, queue }: State): AnswerOf<'POST /api/codes'> {
  const { title, short, place, walkIns } = plan
  const organizations = walkIns ? listKnownOrganizations(people) : []
  return { session, title, short, place, groups, phase, walkIns, listOpen: queue.status.kind !== 'closed', organizations }
}

/** Selects the schema by the key `code`, so that the error is about the right schema. */
const validateLinkOrCode: FastifySchemaCompiler<unknown> = (route) => (body: unknown) => {
  const hasCode = typeof body === 'object' && body !== null && Object.hasOwn(body, 'code')
  return validateSchema({ ...route, schema: hasCode ? codeBodySchema : linkBodySchema })(body)
}

async function admitWalkIn(session: Session, { person, idempotencyKey }: WalkInBody, address: string, ports: TicketPorts): Promise<Ticket> {
  const { plan, phase } = session.state.session
  if (!plan.walkIns) throw new HttpError('walk-ins-closed')
  if (phase === 'closed') throw new HttpError('session-closed')
  if (session.state.people.all.size >= maxPeople) throw new HttpError('session-full')
  if (imitatesOfficeTitle(person.entity) || imitatesOfficeTitle(person.name ?? '')) throw new HttpError('text-refused')
  if (isPanelName(person.entity)) throw new HttpError('text-refused')
  const id = deriveWalkInId(session, idempotencyKey ?? newCommandId(), ports.serverKey)
  if (!session.state.people.all.has(id)) await waitForTurn(session, address, ports)
  const { group, channel } = person
  const entity = findKnownName(session.state.people, person.entity)
  const walkIn = imitatesKnownName(session.state.people, person.entity) ? 'claims' : true
  const reply = await session.admit([{ person: id, role: ordinaryRole, entity, group, channel, walkIn }])
  if (!reply.ok) throw new HttpError(reply.reason)
  const details = { ...emptyDetails, name: person.name ?? null, nameInRecord: person.nameInRecord }
  // Both writes start at once: many people join together, and each write waits for the disk.
  const [link] = await Promise.all([ports.links.getOrCreate(session.id, id), ports.roster.saveNew(session.id, id, details)])
  const holder = await ports.links.find(link)
  if (!holder) throw new HttpError('no-such-link')
  return { ...(await makeTicketAnswer(session, holder, ports)), link }
}

/** One address takes places at a pace, so that one phone cannot take all of them. The session refuses at once where none is free. */
async function waitForTurn({ id, state }: Session, address: string, { walkInPace }: TicketPorts): Promise<void> {
  if (countFreeWalkInPlaces(state) === 0) return
  const wait = walkInPace.takeTurn(id, address, getWalkInPlaces(state), performance.now())
  if (wait === null) throw new HttpError('too-many-requests')
  if (wait > 0) await pause(wait * 1000)
}

/** Derives the id with the server key. The ids of people are public, so an id alone must not let anybody enter as that person. */
const deriveWalkInId = (session: Session, idempotencyKey: CommandId, serverKey: ServerKey): PersonId =>
  serverKey.derive('walk-in', session.id, idempotencyKey).subarray(0, 12).toString('base64url') as PersonId

/** True if the ticket answer contains the join code. The overlay shows it to nobody and does not get it. */
const isInviting = ({ id, role }: Person): boolean => roleRules[role].invites && id !== overlayPersonId

async function makeTicketAnswer(session: Session, holder: LinkHolder, { tickets, joinCodes, getPublicUrl }: TicketPorts): Promise<Ticket> {
  const person = session.state.people.all.get(holder.person)
  if (!person) throw new HttpError('no-such-link')
  if (person.revoked) throw new HttpError('person-revoked')
  const { id, role, entity, group, channel, number } = person
  const { title, short } = session.state.session.plan
  const groupShort = session.state.session.groups.find((one) => one.id === group)?.short ?? null
  // This is read before the code. So a screen may ask once too often, but never misses a new code.
  const renewed = session.state.session.joinCodeRenewals
  const code = isInviting(person) ? await joinCodes.getOrCreate(session.id) : null
  const joining = code === null ? null : { code, url: makeJoinUrl(getPublicUrl(), code), renewed }
  return {
    ticket: tickets.issue(holder),
    session: session.id,
    person: id,
    role,
    entity,
    group,
    groupShort,
    channel,
    number,
    title,
    short,
    joining,
  }
}
