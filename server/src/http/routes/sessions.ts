/** The organiser's sessions: listed, made, set aside, and deleted with all that is known of them. */

import { randomBytes } from 'node:crypto'
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { Plan } from '@rostrum/shared/contract/plan'
import { system } from '@rostrum/shared/contract/roles'
import { instantOf } from '@rostrum/shared/kernel/time'
import { projectAudience } from '@rostrum/shared/projection/registry'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { freshId, offices, seat } from '../../access/default-people.ts'
import { type RemovalPorts, remove } from '../../application/delete-session.ts'
import { enrolIn } from '../../application/session-setup.ts'
import { isListed } from '../../roster/membership.ts'
import type { Session } from '../../session/session.ts'
import { FaultyFile, readPlan, shifted } from '../../template/read-plan.ts'
import { planFrom, templates } from '../../template/templates.ts'
import { forOrganiser, type KeeperPorts, openedBy } from '../authorization.ts'
import { asWhy, Refused } from '../http-error.ts'
import { planLimit } from '../schemas/planning.ts'
import * as described from '../schemas/sessions.ts'

export type SessionPorts = KeeperPorts & RemovalPorts

type New = described.NewSession

export async function sessions(instance: FastifyInstance, ports: SessionPorts): Promise<void> {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  app.addHook('onRequest', forOrganiser(ports.organiser))

  app.get('/api/sessions', { schema: described.list }, async () => {
    const [ids, archived] = [await ports.sessions.list(), await ports.sessions.archived()]
    const opened = await Promise.all(ids.map((id) => ports.sessions.open(id)))
    return {
      templates,
      sessions: opened.flatMap((session) => (session === null ? [] : [{ ...summaryOf(session), archived: archived.has(session.id) }])),
    }
  })

  app.post('/api/sessions', { schema: described.make, bodyLimit: planLimit }, async (request, reply) => {
    try {
      const session = await made(request.body, ports)
      return await reply.code(201).send({ ...summaryOf(session), archived: false })
    } catch (error) {
      if (!(error instanceof FaultyFile)) throw error
      return await reply.code(422).send({ why: 'plan-refused', faults: error.faults })
    }
  })

  app.put('/api/sessions/:id/archived', { schema: described.archive }, async ({ params, body: { archived } }) => {
    const session = await openedBy(ports.sessions, params.id)
    await ports.sessions.archive(session.id, archived)
    return { ...summaryOf(session), archived }
  })

  /** For good, with its record, its people and its doors; not while it runs. */
  app.delete('/api/sessions/:id', { schema: described.remove }, async ({ params }) => {
    const session = await openedBy(ports.sessions, params.id)
    const { phase } = session.state.session
    if (phase === 'open' || phase === 'suspended') throw new Refused('session-running')
    await remove(session.id, ports)
    return { deleted: session.id }
  })
}

async function made(wished: New, ports: SessionPorts): Promise<Session> {
  const source = 'copyOf' in wished ? await openedBy(ports.sessions, wished.copyOf) : null
  // The lengths of a rehearsal are not those of anything that will be held.
  if (source?.plan.rehearsal) throw new Refused('no-such-session')
  const { title, startsAt } = wished
  const plan = source?.plan ?? ('template' in wished ? planFrom(wished.template) : readPlan('file' in wished ? wished.file : ''))
  const named: Plan = title === undefined ? plan : { ...plan, title, short: title }
  const id = `${nameOf(wished)}-${randomBytes(6).toString('hex')}` as SessionId
  const session = await ports.sessions.create(id, startsAt === undefined ? named : shifted(named, instantOf(Date.parse(startsAt))))
  await seat(session, offices)
  if (source && 'people' in wished && wished.people) await bring(source, session, ports)
  return session
}

const nameOf = (wished: New): string => ('template' in wished ? wished.template : 'session')

/** Those who take part come over with what is known of them, and get links of their own. */
async function bring(source: Session, session: Session, { roster }: SessionPorts): Promise<void> {
  const coming = [...source.state.people.all.values()].filter((person) => isListed(person) && !person.revoked)
  if (coming.length === 0) return
  const admissions = coming.map(({ id, role, entity, group, channel }) => ({ person: id, role, entity, group, channel }))
  const said = await enrolIn(session, system, admissions, freshId())
  if (!said.ok) throw new Refused(asWhy(said.why))
  const known = await roster.all(source.id)
  const ids = new Set(coming.map(({ id }) => id))
  await roster.rememberAll(
    session.id,
    [...known].filter(([id]) => ids.has(id)),
  )
}

function summaryOf({ id, state }: Session) {
  const { session, plan } = projectAudience(state, 'staff').view
  const { title, short, series, place, timeZone, startsAt, endsAt, phase, rehearsal } = session
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
    rehearsal,
    walkIns: state.session.plan.walkIns,
    meetingLink: state.session.plan.meetingLink !== null,
    counts: { people: taking.length, room, remote: taking.length - room, segments: plan.length },
  }
}
