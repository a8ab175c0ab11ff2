/** Invitations by mail: who would get one, the start, the stop, and the state of each. */

import type { InvitationReport } from '@rostrum/shared/api/mail'
import type { CommandId, PersonId } from '@rostrum/shared/contract/ids'
import { type InvitationScope, refusedStatuses } from '@rostrum/shared/contract/invitations'
import type { Person } from '@rostrum/shared/contract/people'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { LanguageId } from '@rostrum/shared/kernel/wording'
import { isMember } from '../../engine/presence/membership.ts'
import type { Session } from '../../engine/session/session.ts'
import type { PersonalLinks } from '../../people/access/personal-links.ts'
import { makeEnterUrl } from '../../people/access/urls.ts'
import { emptyDetails, type PersonDetails, type Roster } from '../../people/roster/roster.ts'
import { composeInvitation } from '../../services/mail/compose-invitation.ts'
import { findMailLanguage } from '../../services/mail/mail-language.ts'
import { type Delivery, hashAddress, isAt, type MailStore } from '../../services/mail/mail-store.ts'
import type { MailRequest } from '../../services/mail/mailer.ts'
import type { Mail, MailAddress } from '../../services/mail/smtp-sender.ts'
import { PerSessionQueue } from './per-session-queue.ts'

export type InvitePorts = {
  readonly mail: MailStore
  readonly roster: Roster
  readonly links: PersonalLinks
  readonly getPublicUrl: () => string
  readonly now: () => Instant
  /** Null: no mail server is configured. */
  readonly mailFrom: MailAddress | null
  /** Called after a mailing was started. */
  readonly notifyMailer: () => void
}

type Invitee = { readonly person: Person; readonly details: PersonDetails; readonly delivery: Delivery | null }
type RefusedStatus = (typeof refusedStatuses)[number]
const isRefused = (status: Delivery['status']): status is RefusedStatus => refusedStatuses.some((one) => one === status)

/** The fields that are counted from the roster and the stored deliveries. */
type Report = Omit<InvitationReport, 'from' | 'refusedCount' | 'sample'>

export async function reportInvitations(session: Session, fallback: LanguageId, ports: InvitePorts): Promise<Report> {
  const [mailing, invitees] = [await ports.mail.getMailing(session.id), await listInvitees(session, ports)]
  const withAddress = invitees.filter(({ details }) => details.email !== null)
  const unsent = withAddress.filter(isUnsent)
  const count = (language: LanguageId) =>
    unsent.filter(({ details }) => (findMailLanguage(details.language) ?? fallback) === language).length
  return {
    members: invitees.length,
    withoutAddress: invitees.length - withAddress.length,
    sent: withAddress.filter((invitee) => invitee.delivery?.status === 'sent' && !isUnsent(invitee)).length,
    recipients: { unsent: unsent.length, all: withAddress.length },
    byLanguage: { ar: count('ar'), zh: count('zh'), en: count('en'), fr: count('fr'), ru: count('ru'), es: count('es') },
    mailing: mailing && {
      id: mailing.id,
      status: mailing.status,
      startedAt: mailing.startedAt,
      waitUntil: mailing.waitUntil,
      problem: mailing.problem,
      waiting:
        mailing.status === 'running'
          ? invitees.filter(({ delivery }) => delivery?.mailing === mailing.id && isWaiting(delivery)).length
          : 0,
    },
    refused: invitees.flatMap(({ person: { id, entity, number }, details: { name, email }, delivery }) =>
      delivery !== null && isRefused(delivery.status) && isAt(delivery, email)
        ? [{ person: id, entity, number, name, email, status: delivery.status, code: delivery.code }]
        : [],
    ),
  }
}

export type MailingRequest = {
  /** Created by the sender, and the same when the request is repeated. */
  readonly id: CommandId
  readonly scope: InvitationScope
  /** The only person to invite, or null. That person can be added to a mailing that is being sent. */
  readonly person: PersonId | null
  readonly language: LanguageId
  /** The number of mails that the sender was shown. */
  readonly expected: number
  /** Whether people who already have an invitation get another one, as the sender decided. */
  readonly again: boolean
}
export type MailingRefusal = 'mail-off' | 'session-closed' | 'mailing-running' | 'nobody-to-invite' | 'already-invited' | 'conflict'

const starts = new PerSessionQueue()

/** Starts a mailing. Returns null if it was started, or had already been started by the same request. */
export const startMailing = (session: Session, request: MailingRequest, ports: InvitePorts): Promise<MailingRefusal | null> =>
  starts.run(session.id, () => startNow(session, request, ports))

async function startNow(session: Session, request: MailingRequest, ports: InvitePorts): Promise<MailingRefusal | null> {
  const { mail, mailFrom, now } = ports
  if (mailFrom === null) return 'mail-off'
  const current = await mail.getMailing(session.id)
  if (current?.id === request.id) return null
  const isRunning = current?.status === 'running'
  if (isRunning && request.person === null) return 'mailing-running'
  if (session.state.session.phase === 'closed') return 'session-closed'
  const asked = (await listInvitees(session, ports)).filter(({ person }) => request.person === null || person.id === request.person)
  if (request.person !== null && asked.some(({ delivery }) => delivery?.request === request.id)) return null
  const recipients = asked.filter((invitee) => invitee.details.email !== null && (request.scope === 'all' || isUnsent(invitee)))
  if (recipients.length === 0) return 'nobody-to-invite'
  if (!request.again && recipients.some((invitee) => !isUnsent(invitee))) return 'already-invited'
  if (recipients.length !== request.expected) return 'conflict'
  if (isRunning && recipients.some(({ delivery }) => delivery?.mailing === current.id && isWaiting(delivery))) return 'mailing-running'
  const at = now()
  const deliveries = recipients.map(({ person, details }) => {
    const delivery: Delivery = {
      mailing: isRunning ? current.id : request.id,
      request: request.id,
      status: 'waiting',
      attempts: 0,
      at,
      code: null,
      address: hashAddress(details.email ?? ''),
    }
    return [person.id, delivery] as const
  })
  await mail.saveDeliveries(session.id, deliveries)
  if (isRunning) {
    // The mailing may have ended before the delivery was stored. If it was stopped, this delivery waits with the others.
    const latest = await mail.getMailing(session.id)
    if (latest?.id === current.id && latest.status === 'done') await mail.saveMailing(session.id, { ...latest, status: 'running' })
    ports.notifyMailer()
    return null
  }
  // This comes last, so that nothing is sent if the server stops before everything is stored.
  const state = { status: 'running', startedAt: at, language: request.language, waitUntil: null, problem: null, failures: 0 } as const
  await mail.saveMailing(session.id, { id: request.id, ...state })
  ports.notifyMailer()
  return null
}

/** Stops a mailing. Mail that is on its way still arrives. Nothing else is sent. */
export async function stopMailing(session: Session, { mail }: InvitePorts): Promise<void> {
  const mailing = await mail.getMailing(session.id)
  if (mailing?.status === 'running') await mail.saveMailing(session.id, { ...mailing, status: 'stopped', waitUntil: null, problem: null })
}

/** Composes the mail to a person from the current link, name and address. */
export async function composeFor(
  session: Session | null,
  id: PersonId,
  { request, language }: MailRequest,
  ports: InvitePorts,
): Promise<Mail | 'unusable' | null> {
  const person = session?.state.people.all.get(id)
  if (!session || !person || !isMember(person) || person.revoked || session.state.session.phase === 'closed') return null
  const details = await ports.roster.get(session.id, id)
  if (details.email === null || ports.mailFrom === null) return null
  const link = makeEnterUrl(ports.getPublicUrl(), await ports.links.getOrCreate(session.id, id), findMailLanguage(details.language))
  const about = { session: session.id, plan: session.state.session.plan, at: ports.now() }
  const content = { ...about, person, details: { ...details, email: details.email }, link, fallback: language }
  return composeInvitation({ ...content, request, from: ports.mailFrom.address }) ?? 'unusable'
}

/** Composes an example for the preview, with dots in place of the secret. */
export function composeSample(session: Session, language: LanguageId, ports: InvitePorts): Pick<Mail, 'subject' | 'text'> | null {
  const about = { session: session.id, plan: session.state.session.plan, at: ports.now() }
  const person = { id: 'sample' as PersonId, entity: '…', role: 'participant', channel: 'room', revoked: false } as const
  const details = { name: '…', language, email: 'sample@example.org' }
  const link = makeEnterUrl(ports.getPublicUrl(), '…')
  const mail = composeInvitation({ ...about, person, details, link, fallback: language, request: '', from: 'sample@example.org' })
  return mail && { subject: mail.subject, text: mail.text }
}

export async function listInvitees(session: Session, { roster, mail }: InvitePorts): Promise<readonly Invitee[]> {
  const [details, deliveries] = [await roster.list(session.id), await mail.listDeliveries(session.id)]
  return [...session.state.people.all.values()]
    .filter((person) => isMember(person) && !person.revoked)
    .sort((a, b) => a.number - b.number)
    .map((person) => ({ person, details: details.get(person.id) ?? emptyDetails, delivery: deliveries.get(person.id) ?? null }))
}

const isWaiting = ({ status }: Delivery): boolean => status === 'waiting' || status === 'sending'

/** True if the person has no invitation at this address, and the address has not refused one. */
const isUnsent = ({ details, delivery }: Invitee): boolean =>
  delivery === null ||
  delivery.status === 'waiting' ||
  delivery.status === 'failed' ||
  (details.email !== null && !isAt(delivery, details.email))
