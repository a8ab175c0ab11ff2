/** People enter with a link, or with a join code and their organization. They exchange it for a ticket for the connection. */

import { codeBodySchema, linkBodySchema, type Ticket, type WalkInBody } from '@rostrum/shared/api/tickets'
import type { CommandId, PersonId } from '@rostrum/shared/contract/ids'
import { maxPeople } from '@rostrum/shared/contract/lengths'
import { imitatesOfficeTitle } from '@rostrum/shared/contract/office-titles'
import type { Person } from '@rostrum/shared/contract/people'
import type { Role } from '@rostrum/shared/contract/roles'
import type { FastifyInstance, FastifySchemaCompiler } from 'fastify'
import { newCommandId } from '../../../engine/session/reply-cache.ts'
import type { Session } from '../../../engine/session/session.ts'
import type { SessionRegistry } from '../../../engine/session/session-registry.ts'
import type { AttemptLimiter } from '../../../people/access/attempt-limiter.ts'
import type { JoinCodes } from '../../../people/access/join-codes.ts'
import type { LinkHolder, PersonalLinks } from '../../../people/access/personal-links.ts'
import type { ServerKey } from '../../../people/access/server-key.ts'
import type { TicketIssuer } from '../../../people/access/ticket-issuer.ts'
import { makeJoinUrl, overlayPersonId } from '../../../people/access/urls.ts'
import { emptyDetails, type Roster } from '../../../people/roster/roster.ts'
import { HttpError, toHttpReason } from '../http-error.ts'
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

  /** Returns everything that the join page needs before it can show its form. */
  route('POST /api/codes', async (request) => {
    const { plan, groups, phase } = (await requireSessionByCode(getAddress(request), request.body.code)).state.session
    return { title: plan.title, short: plan.short, place: plan.place, groups, phase, walkIns: plan.walkIns }
  })

  route(
    'POST /api/tickets',
    async (request) => {
      const { body } = request
      if ('code' in body) return await admitWalkIn(await requireSessionByCode(getAddress(request), body.code), body, ports)
      const holder = await links.find(body.link)
      const session = holder && (await sessions.open(holder.session))
      if (!session) throw new HttpError('no-such-link')
      return await makeTicketAnswer(session, holder, ports)
    },
    { validatorCompiler: validateLinkOrCode },
  )
}

/** Selects the schema by the key `code`, so that the error is about the right schema. */
const validateLinkOrCode: FastifySchemaCompiler<unknown> = (route) => (body: unknown) => {
  const hasCode = typeof body === 'object' && body !== null && Object.hasOwn(body, 'code')
  return validateSchema({ ...route, schema: hasCode ? codeBodySchema : linkBodySchema })(body)
}

async function admitWalkIn(session: Session, { person, idempotencyKey }: WalkInBody, ports: TicketPorts): Promise<Ticket> {
  const { plan, phase } = session.state.session
  if (!plan.walkIns) throw new HttpError('walk-ins-closed')
  if (phase === 'closed') throw new HttpError('session-closed')
  if (session.state.people.all.size >= maxPeople) throw new HttpError('session-full')
  if (imitatesOfficeTitle(person.entity) || imitatesOfficeTitle(person.name ?? '')) throw new HttpError('text-refused')
  const id = deriveWalkInId(session, idempotencyKey ?? newCommandId(), ports.serverKey)
  const { entity, group, channel } = person
  const reply = await session.admit([{ person: id, role: 'participant', entity, group, channel, walkIn: true }])
  if (!reply.ok) throw new HttpError(toHttpReason(reply.reason))
  const details = { ...emptyDetails, name: person.name ?? null, nameInRecord: person.nameInRecord }
  // Both writes start at once: many people join together, and each write waits for the disk.
  const [link] = await Promise.all([ports.links.getOrCreate(session.id, id), ports.roster.saveNew(session.id, id, details)])
  const holder = await ports.links.find(link)
  if (!holder) throw new HttpError('no-such-link')
  return { ...(await makeTicketAnswer(session, holder, ports)), link }
}

/** Derives the id with the server key. The ids of people are public, so an id alone must not let anybody enter as that person. */
const deriveWalkInId = (session: Session, idempotencyKey: CommandId, serverKey: ServerKey): PersonId =>
  serverKey.derive('walk-in', session.id, idempotencyKey).subarray(0, 12).toString('base64url') as PersonId

/**
 * The roles that show others how to join, so their ticket answer contains the join code. The overlay shows it to nobody and does not get
 * it.
 */
const invitingRoles: readonly Role[] = ['chair', 'secretariat', 'display']
const isInviting = ({ id, role }: Person): boolean => invitingRoles.includes(role) && id !== overlayPersonId

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
