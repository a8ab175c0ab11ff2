/** What is given to people before the session: a list for the mail merge, the entry for their calendars, and the code. */
import type { Person } from '@rostrum/shared/contract/people'
import { audienceOf } from '@rostrum/shared/contract/roles'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { freshId } from '../../access/default-people.ts'
import type { Codes } from '../../access/join-codes.ts'
import type { Links } from '../../access/personal-links.ts'
import { enterUrl, joinUrl } from '../../access/urls.ts'
import { recodeIn } from '../../application/session-setup.ts'
import { csvText } from '../../roster/csv-writer.ts'
import { isListed } from '../../roster/membership.ts'
import { noDetails, type Roster } from '../../roster/roster.ts'
import { noGroup } from '../../roster/value-spellings.ts'
import type { Session } from '../../session/session.ts'
import { askers } from '../authentication.ts'
import { bearerIn, type KeeperPorts, keeperOf, type OfSession, openedBy, personIn } from '../authorization.ts'
import { asWhy, Refused } from '../http-error.ts'
import { calendarOf } from '../icalendar.ts'
import * as described from '../schemas/invitations.ts'

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

export async function invitations(instance: FastifyInstance, ports: InvitationPorts): Promise<void> {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  const keepers = askers((request) => keeperOf(ports, request))
  const invited = askers((request) => invitedIn(request, ports))

  app.get('/api/sessions/:id/invitations.csv', { schema: described.list, onRequest: keepers.hear }, async (request, reply) => {
    const { session } = keepers.of(request)
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="invitations-${session.id}.csv"`)
      .send(csvText([header, ...(await rowsOf(session, ports))]))
  })

  /** Nobody who is in the session leaves it. */
  app.post('/api/sessions/:id/code/rotate', { schema: described.rotate, onRequest: keepers.hear }, async (request) => {
    const { session, actor } = keepers.of(request)
    const code = await ports.codes.rotate(session.id)
    const said = await recodeIn(session, actor, freshId())
    if (!said.ok) throw new Refused(asWhy(said.why))
    return { code, join: joinUrl(ports.publicUrl(), code) }
  })

  /** With the secret of one's own link or ticket; the desk names whose it is. */
  app.get('/api/sessions/:id/session.ics', { schema: described.calendar, onRequest: invited.hear }, async (request, reply) => {
    const { session, own, names } = invited.of(request)
    const wanted = request.query.person
    if (wanted !== undefined && wanted !== own?.id && !names) throw new Refused('forbidden')
    const person = wanted === undefined ? own : personIn(session, wanted)
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
    .filter((person) => isListed(person) && !person.revoked)
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

/** `names`: may ask for anybody's. */
type Asker = { readonly session: Session; readonly own: Person | null; readonly names: boolean }

/** With the organiser's secret, or with a ticket or a link of the session. */
async function invitedIn(request: FastifyRequest, ports: InvitationPorts): Promise<Asker> {
  const { id } = request.params as OfSession['Params']
  const bearer = bearerIn(request)
  if (await ports.organiser.is(bearer)) return { session: await openedBy(ports.sessions, id), own: null, names: true }
  const holder = (await ports.tickets.check(bearer)) ?? (await ports.links.find(bearer))
  const session = holder?.session === id ? await ports.sessions.open(holder.session) : null
  const own = holder && session?.state.people.all.get(holder.person)
  if (!session || !own || own.revoked) throw new Refused('forbidden')
  return { session, own, names: audienceOf[own.role] === 'staff' }
}
