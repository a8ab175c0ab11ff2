/** Everything that people get before the session: a list for a mail merge, a calendar entry, and the join code. */

import type { Person } from '@rostrum/shared/contract/people'
import { isStaff } from '@rostrum/shared/contract/roles'
import { noGroupSpellings } from '@rostrum/shared/contract/value-spellings'
import type { Instant } from '@rostrum/shared/kernel/time'
import { getOriginalText } from '@rostrum/shared/kernel/wording'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isMember } from '../../../engine/presence/membership.ts'
import { newCommandId } from '../../../engine/session/reply-cache.ts'
import type { Session } from '../../../engine/session/session.ts'
import type { JoinCodes } from '../../../people/access/join-codes.ts'
import type { PersonalLinks } from '../../../people/access/personal-links.ts'
import { makeEnterUrl, makeJoinUrl } from '../../../people/access/urls.ts'
import { formatCsv } from '../../../people/roster/csv-writer.ts'
import { emptyDetails, type Roster } from '../../../people/roster/roster.ts'
import { formatCalendar } from '../../../services/mail/icalendar.ts'
import { findMailLanguage } from '../../../services/mail/mail-language.ts'
import { announceCodeRenewal } from '../../application/session-setup.ts'
import { createAuthenticator } from '../authentication.ts'
import {
  type AuthorizationPorts,
  findAdmitted,
  requirePerson,
  requireRosterAccess,
  requireSession,
  type SessionParams,
} from '../authorization.ts'
import { getBearerToken } from '../bearer-token.ts'
import { HttpError } from '../http-error.ts'
import { createRouter } from '../router.ts'

export type InvitationPorts = AuthorizationPorts & {
  readonly links: PersonalLinks
  readonly joinCodes: JoinCodes
  readonly roster: Roster
  readonly getPublicUrl: () => string
  readonly now: () => Instant
}

/** An import recognizes these columns. */
const csvHeader = ['id', 'organization', 'name', 'email', 'group', 'channel', 'language', 'consent', 'link', 'code']
/** The number of links that are created at the same time. */
const linkBatchSize = 500

export async function invitationRoutes(instance: FastifyInstance, ports: InvitationPorts): Promise<void> {
  const route = createRouter(instance)
  const rosterAuthenticator = createAuthenticator((request) => requireRosterAccess(ports, request))
  const calendarAuthenticator = createAuthenticator((request) => requireCalendarRequester(request, ports))

  route(
    'GET /api/sessions/:id/invitations.csv',
    async (request, reply) => {
      const { session } = rosterAuthenticator.get(request)
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="invitations-${session.id}.csv"`)
        .send(formatCsv([csvHeader, ...(await buildInvitationRows(session, ports))]))
    },
    { onRequest: rosterAuthenticator.hook },
  )

  /** Renews the join code. People who have already entered the session remain in it. */
  route(
    'POST /api/sessions/:id/join-code/renew',
    async (request) => {
      const { session, actor } = rosterAuthenticator.get(request)
      const code = await ports.joinCodes.renew(session.id)
      const reply = await announceCodeRenewal(session, actor, newCommandId())
      if (!reply.ok) throw new HttpError(reply.reason)
      return { code, join: makeJoinUrl(ports.getPublicUrl(), code) }
    },
    { onRequest: rosterAuthenticator.hook },
  )

  /** Takes the secret of the person's own link, or a ticket. Organizer and staff may name another person. */
  route(
    'GET /api/sessions/:id/session.ics',
    async (request, reply) => {
      const { session, own, mayNameOthers } = calendarAuthenticator.get(request)
      const personId = request.query.person
      if (personId !== undefined && personId !== own?.id && !mayNameOthers) throw new HttpError('forbidden')
      const person = personId === undefined ? own : requirePerson(session, personId)
      const { plan } = session.state.session
      const { language } = person === null ? emptyDetails : await ports.roster.get(session.id, person.id)
      return reply
        .type('text/calendar; charset=utf-8')
        .header('content-disposition', `attachment; filename="${session.id}.ics"`)
        .send(
          formatCalendar({
            session: session.id,
            plan,
            person,
            note: null,
            at: ports.now(),
            language: findMailLanguage(language) ?? undefined,
          }),
        )
    },
    { onRequest: calendarAuthenticator.hook },
  )
}

async function buildInvitationRows(
  session: Session,
  { links, joinCodes, roster, getPublicUrl }: InvitationPorts,
): Promise<readonly string[][]> {
  const { plan, groups } = session.state.session
  const invited = [...session.state.people.all.values()]
    .filter((person) => isMember(person) && !person.revoked)
    .sort((a, b) => a.number - b.number)
  const labels = new Map(groups.map(({ id, label }) => [id, getOriginalText(label)]))
  const [details, code] = [await roster.list(session.id), plan.walkIns ? await joinCodes.getOrCreate(session.id) : '']
  const makeRow = async ({ id, entity, group, channel }: Person): Promise<string[]> => {
    const { name, email, language, nameInRecord, externalId } = details.get(id) ?? emptyDetails
    const consent = nameInRecord === null ? '' : nameInRecord ? 'yes' : 'no'
    const label = group === null ? noGroupSpellings[0] : (labels.get(group) ?? group)
    const link = makeEnterUrl(getPublicUrl(), await links.getOrCreate(session.id, id), findMailLanguage(language))
    return [externalId ?? id, entity, name ?? '', email ?? '', label, channel, language ?? '', consent, link, code]
  }
  const rows: string[][] = []
  for (let begin = 0; begin < invited.length; begin += linkBatchSize) {
    rows.push(...(await Promise.all(invited.slice(begin, begin + linkBatchSize).map(makeRow))))
  }
  return rows
}

/** `mayNameOthers`: the requester may get the calendar entry of any person. */
type CalendarRequester = { readonly session: Session; readonly own: Person | null; readonly mayNameOthers: boolean }

/** Accepts the organizer secret, or a ticket or link of the session. */
async function requireCalendarRequester(request: FastifyRequest, ports: InvitationPorts): Promise<CalendarRequester> {
  const { id } = request.params as SessionParams['Params']
  const bearer = getBearerToken(request)
  if (await ports.organizer.accepts(bearer)) return { session: await requireSession(ports.sessions, id), own: null, mayNameOthers: true }
  const holder = ports.tickets.read(bearer) ?? (await ports.links.find(bearer))
  const session = holder?.session === id ? await ports.sessions.open(holder.session) : null
  const own = holder && (await findAdmitted(ports.tickets, holder, session))
  if (!session || !own) throw new HttpError('forbidden')
  return { session, own, mayNameOthers: isStaff(own.role) }
}
