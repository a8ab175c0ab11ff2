/** The organiser's desk: the sessions, their links and codes. Everything here asks for the organiser's secret. */
import type { Person } from '@rostrum/shared/contract/people'
import { roles } from '@rostrum/shared/contract/roles'
import type { PersonId, SessionId } from '@rostrum/shared/kernel/ids'
import { instantOf } from '@rostrum/shared/kernel/time'
import { projectAudience } from '@rostrum/shared/projection/view'
import type { FastifyInstance } from 'fastify'
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Codes } from '../access/codes.ts'
import type { Links } from '../access/links.ts'
import type { Organiser } from '../access/organiser.ts'
import { offices, seat } from '../access/seats.ts'
import type { Tickets } from '../access/tickets.ts'
import { enterUrl, joinUrl } from '../access/urls.ts'
import type { Sessions } from '../session/registry.ts'
import type { Session } from '../session/session.ts'
import { planFrom, templates } from '../template/templates.ts'
import { shifted } from '../template/session-file.ts'
import { bodyOf, Refused } from './refusals.ts'

export type DeskPorts = {
  readonly sessions: Sessions
  readonly links: Links
  readonly codes: Codes
  readonly tickets: Tickets
  readonly organiser: Organiser
  readonly publicUrl: () => string
}

const newSession = z.strictObject({ template: z.enum(templates), startsAt: z.iso.datetime({ offset: true }).optional() })
const nothing = z.strictObject({}).optional().nullable()

export async function sessions(app: FastifyInstance, ports: DeskPorts): Promise<void> {
  app.addHook('onRequest', async (request) => {
    const [scheme, secret, ...more] = (request.headers.authorization ?? '').split(' ')
    if (scheme !== 'Bearer' || more.length > 0 || !ports.organiser.is(secret ?? '')) throw new Refused('organiser-only')
  })

  app.get('/api/sessions', async () => {
    const opened = await Promise.all((await ports.sessions.list()).map((id) => ports.sessions.open(id)))
    return { templates, sessions: opened.filter((session) => session !== null).map(summaryOf) }
  })

  app.post('/api/sessions', async (request, reply) => {
    const { template, startsAt } = bodyOf(newSession, request.body)
    const plan = planFrom(template)
    const id = `${template}-${randomBytes(6).toString('hex')}` as SessionId
    const session = await ports.sessions.create(id, startsAt === undefined ? plan : shifted(plan, instantOf(Date.parse(startsAt))))
    await seat(session, offices)
    return reply.code(201).send(summaryOf(session))
  })

  app.get<{ Params: { id: string } }>('/api/sessions/:id/links', async ({ params }) => {
    const session = await opened(ports, params.id)
    const held = officesIn(session)
    const code = await ports.codes.of(session.id)
    return {
      code,
      join: joinUrl(ports.publicUrl(), code),
      links: await Promise.all(held.map(async (person) => linkOf(person, await ports.links.current(session.id, person.id), ports))),
    }
  })

  app.post<{ Params: { id: string; person: string } }>('/api/sessions/:id/links/:person/renew', async ({ params, body }) => {
    bodyOf(nothing, body)
    const session = await opened(ports, params.id)
    const person = session.state.people.all.get(params.person as PersonId)
    if (!person) throw new Refused('no-such-person')
    const secret = await ports.links.renew(session.id, person.id)
    ports.tickets.forget()
    return linkOf(person, secret, ports)
  })
}

async function opened(ports: DeskPorts, id: string): Promise<Session> {
  const session = /^[A-Za-z0-9_-]{1,64}$/.test(id) ? await ports.sessions.open(id as SessionId) : null
  if (!session) throw new Refused('no-such-session')
  return session
}

/** In the order of the roles, then of admission. */
const officesIn = ({ state }: Session): readonly Person[] =>
  [...state.people.all.values()]
    .filter(({ role, revoked }) => role !== 'participant' && !revoked)
    .sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role) || a.admittedAt - b.admittedAt)

const linkOf = ({ id, role, entity, channel }: Person, secret: string, ports: DeskPorts): object => ({
  person: id,
  role,
  entity,
  channel,
  url: enterUrl(ports.publicUrl(), secret),
})

function summaryOf({ id, state }: Session): object {
  const { session, plan } = projectAudience(state, 'staff').view
  const { title, short, series, place, timeZone, startsAt, endsAt, phase } = session
  const taking = [...state.people.all.values()].filter(({ role, revoked }) => role === 'participant' && !revoked)
  const room = taking.filter(({ channel }) => channel === 'room').length
  return {
    id,
    title,
    short,
    series,
    place,
    timeZone,
    startsAt,
    endsAt,
    phase,
    walkIns: state.session.plan.walkIns,
    counts: { people: taking.length, room, remote: taking.length - room, segments: plan.length },
  }
}
