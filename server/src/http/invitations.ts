/** What is given to people before the session: a list for the mail merge, the entry for their calendars, and the code. */
import type { Person } from '@rostrum/shared/contract/people'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Codes } from '../access/codes.ts'
import type { Links } from '../access/links.ts'
import { enterUrl, joinUrl } from '../access/urls.ts'
import { csvText } from '../roster/csv-text.ts'
import { noDetails, type Roster } from '../roster/roster.ts'
import { noGroup } from '../roster/spellings.ts'
import { audienceOf } from '@rostrum/shared/contract/roles'
import type { Session } from '../session/session.ts'
import { calendarOf } from './calendar.ts'
import { bearerIn, keeperOf, type KeeperPorts, type OfSession, openedBy, personIn } from './keepers.ts'
import { bodyOf, Refused } from './refusals.ts'

export type InvitationPorts = KeeperPorts & {
  readonly links: Links
  readonly codes: Codes
  readonly roster: Roster
  readonly publicUrl: () => string
  readonly now: () => Instant
}

/** Its columns are found again when the list comes back. */
const header = ['id', 'organization', 'name', 'email', 'group', 'channel', 'language', 'consent', 'link', 'code']
/** Links that are made at once. */
const chunk = 500
const whose = z.strictObject({ person: z.string().max(64).optional() })

export async function invitations(app: FastifyInstance, ports: InvitationPorts): Promise<void> {
  app.get<OfSession>('/api/sessions/:id/invitations.csv', async (request, reply) => {
    const { session } = await keeperOf(ports, request)
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="invitations-${session.id}.csv"`)
      .send(csvText([header, ...(await rowsOf(session, ports))]))
  })

  /** Nobody who is in the session leaves it. */
  app.post<OfSession>('/api/sessions/:id/code/rotate', async (request) => {
    const { session } = await keeperOf(ports, request)
    bodyOf(z.strictObject({}).optional().nullable(), request.body)
    const code = await ports.codes.rotate(session.id)
    return { code, join: joinUrl(ports.publicUrl(), code) }
  })

  /** With the secret of one's own link or ticket; the desk names whose it is. */
  app.get<OfSession>('/api/sessions/:id/session.ics', async (request, reply) => {
    const { session, person } = await askerOf(request, ports)
    const registered = person?.role === 'participant' && person.channel === 'remote' && !person.revoked
    return reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', `attachment; filename="${session.id}.ics"`)
      .send(calendarOf(session.id, session.state, registered ? session.state.session.plan.meetingLink : null, ports.now()))
  })
}

async function rowsOf(session: Session, { links, codes, roster, publicUrl }: InvitationPorts): Promise<readonly string[][]> {
  const { plan, groups } = session.state.session
  const invited = [...session.state.people.all.values()]
    .filter(({ role, revoked }) => (role === 'participant' || role === 'panellist') && !revoked)
    .sort((a, b) => a.number - b.number)
  const labels = new Map(groups.map(({ id, label }) => [id, label]))
  const [known, code] = [await roster.all(session.id), plan.walkIns ? await codes.of(session.id) : '']
  const row = async ({ id, entity, group, channel }: Person): Promise<string[]> => {
    const { name, email, language, named, external } = known.get(id) ?? noDetails
    const consent = named === null ? '' : named ? 'yes' : 'no'
    const label = group === null ? noGroup[0] : (labels.get(group) ?? group)
    const link = enterUrl(publicUrl(), await links.current(session.id, id))
    return [external ?? id, entity, name ?? '', email ?? '', label, channel, language ?? '', consent, link, code]
  }
  const rows: string[][] = []
  for (let begin = 0; begin < invited.length; begin += chunk) {
    rows.push(...(await Promise.all(invited.slice(begin, begin + chunk).map(row))))
  }
  return rows
}

/** Whose entry it is: the person's own, or for the desk whoever it names, or nobody's in particular. */
async function askerOf(request: FastifyRequest, ports: InvitationPorts): Promise<{ session: Session; person: Person | null }> {
  const { id } = request.params as OfSession['Params']
  const { person: wanted } = bodyOf(whose, request.query)
  const bearer = bearerIn(request)
  if (await ports.organiser.is(bearer)) {
    const session = await openedBy(ports.sessions, id)
    return { session, person: wanted === undefined ? null : personIn(session, wanted) }
  }
  const holder = (await ports.tickets.check(bearer)) ?? (await ports.links.find(bearer))
  const session = holder?.session === id ? await ports.sessions.open(holder.session) : null
  const own = holder && session?.state.people.all.get(holder.person)
  if (!session || !own || own.revoked) throw new Refused('forbidden')
  if (wanted === undefined || wanted === own.id) return { session, person: own }
  if (audienceOf[own.role] !== 'staff') throw new Refused('forbidden')
  return { session, person: personIn(session, wanted) }
}
