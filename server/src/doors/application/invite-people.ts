/** Invitations by mail: who would get one, the start, the stop, and the state of each. */

import type { InvitationReport } from '@rostrum/shared/api/mail'
import { ordinaryChannel } from '@rostrum/shared/contract/channels'
import type { CommandId, PersonId } from '@rostrum/shared/contract/ids'
import {
  deliveryRules,
  type InvitationScope,
  isUndelivered,
  type MailKind,
  mailKindByScope,
  type ParticularName,
  particularNames,
} from '@rostrum/shared/contract/invitations'
import type { Person } from '@rostrum/shared/contract/people'
import type { Plan } from '@rostrum/shared/contract/plan'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { LanguageId } from '@rostrum/shared/kernel/wording'
import { isMember } from '../../engine/presence/membership.ts'
import type { Session } from '../../engine/session/session.ts'
import type { PersonalLinks } from '../../people/access/personal-links.ts'
import { makeEnterUrl } from '../../people/access/urls.ts'
import { emptyDetails, type PersonDetails, type Roster } from '../../people/roster/roster.ts'
import { composeInvitation } from '../../services/mail/compose-invitation.ts'
import { findMailLanguage } from '../../services/mail/mail-language.ts'
import { type Delivery, hashAddress, isAt, isOpen, type MailStore } from '../../services/mail/mail-store.ts'
import type { MailRequest } from '../../services/mail/mailer.ts'
import { getParticulars, listChangedParticulars } from '../../services/mail/particulars.ts'
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

export type Invitee = { readonly person: Person; readonly details: PersonDetails; readonly delivery: Delivery | null }

/** The fields that are counted from the roster and the stored deliveries. */
type Report = Omit<InvitationReport, 'from' | 'refusedCount' | 'sample'>

export async function reportInvitations(session: Session, fallback: LanguageId, ports: InvitePorts): Promise<Report> {
  const [mailing, invitees] = [await ports.mail.getMailing(session.id), await listInvitees(session, ports)]
  const withAddress = invitees.filter(({ details }) => details.email !== null)
  const unsent = withAddress.filter((invitee) => isIn.unsent(invitee, session.plan))
  const changes = withAddress.map((invitee) => listChanges(invitee, session.plan)).filter((facts) => facts.length > 0)
  const count = (language: LanguageId) =>
    unsent.filter(({ details }) => (findMailLanguage(details.language) ?? fallback) === language).length
  return {
    members: invitees.length,
    withoutAddress: invitees.length - withAddress.length,
    sent: withAddress.filter(isInvited).length,
    recipients: {
      unsent: unsent.length,
      all: withAddress.filter((invitee) => isIn.all(invitee, session.plan)).length,
      changed: changes.length,
    },
    changedParticulars: particularNames.filter((fact) => changes.some((facts) => facts.includes(fact))),
    byLanguage: { ar: count('ar'), zh: count('zh'), en: count('en'), fr: count('fr'), ru: count('ru'), es: count('es') },
    mailing: mailing && {
      id: mailing.id,
      status: mailing.status,
      startedAt: mailing.startedAt,
      waitUntil: mailing.waitUntil,
      problem: mailing.problem,
      waiting:
        mailing.status === 'running' ? invitees.filter(({ delivery }) => delivery?.mailing === mailing.id && isOpen(delivery)).length : 0,
    },
    refused: invitees.flatMap(({ person: { id, entity, number }, details: { name, email }, delivery }) =>
      delivery !== null && isUndelivered(delivery.status) && isAt(delivery, email)
        ? [{ person: id, entity, number, name, email, status: delivery.status, code: delivery.code }]
        : [],
    ),
  }
}

/** Counts the people whose invitation is out of date. */
export async function countUninformed(session: Session, ports: Pick<InvitePorts, 'mail' | 'roster'>): Promise<number> {
  const { plan } = session
  return (await listInvitees(session, ports)).filter((invitee) => listChanges(invitee, plan).length > 0).length
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
  /** A sentence of the sender's own for a mailing to many, or null. */
  readonly message: string | null
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
  const recipients = asked.filter((invitee) => invitee.details.email !== null && isIn[request.scope](invitee, session.plan))
  const kind = mailKindByScope[request.scope]
  if (recipients.length === 0) return 'nobody-to-invite'
  if (!request.again && kind === 'invitation' && recipients.some((invitee) => !isUnsent(invitee))) return 'already-invited'
  if (recipients.length !== request.expected) return 'conflict'
  if (isRunning && recipients.some(({ delivery }) => delivery?.mailing === current.id && isOpen(delivery))) return 'mailing-running'
  const at = now()
  const deliveries = recipients.map(({ person, details, delivery: previous }) => {
    const delivery: Delivery = {
      mailing: isRunning ? current.id : request.id,
      request: request.id,
      status: 'waiting',
      attempts: 0,
      at,
      code: null,
      address: hashAddress(details.email ?? ''),
      kind,
      particulars: previous !== null && isAt(previous, details.email) ? previous.particulars : null,
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
  const { language, message } = request
  const state = { status: 'running', startedAt: at, language, message, waitUntil: null, problem: null, failures: 0 } as const
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
  asked: MailRequest,
  ports: InvitePorts,
): Promise<Mail | 'unusable' | null> {
  const person = session?.state.people.all.get(id)
  if (!session || !person || !isMember(person) || person.revoked || session.state.session.phase === 'closed') return null
  const details = await ports.roster.get(session.id, id)
  if (details.email === null || ports.mailFrom === null) return null
  const link = makeEnterUrl(ports.getPublicUrl(), await ports.links.getOrCreate(session.id, id), findMailLanguage(details.language))
  const about = { session: session.id, plan: session.state.session.plan, at: ports.now() }
  const content = { ...about, person, details: { ...details, email: details.email }, link }
  return composeInvitation({ ...content, asked, from: ports.mailFrom.address }) ?? 'unusable'
}

/** Composes an example for the preview, with dots in place of the secret. */
export function composeSample(
  session: Session,
  { language, kind }: { readonly language: LanguageId; readonly kind: MailKind },
  ports: InvitePorts,
): Pick<Mail, 'subject' | 'text'> | null {
  const about = { session: session.id, plan: session.state.session.plan, at: ports.now() }
  const person = { id: 'sample' as PersonId, entity: '…', role: 'participant', channel: ordinaryChannel, revoked: false } as const
  const details = { name: '…', language, email: 'sample@example.org' }
  const link = makeEnterUrl(ports.getPublicUrl(), '…')
  const asked = { request: '', kind, particulars: null, language, message: null }
  const mail = composeInvitation({ ...about, person, details, link, asked, from: 'sample@example.org' })
  return mail && { subject: mail.subject, text: mail.text }
}

export async function listInvitees(session: Session, { roster, mail }: Pick<InvitePorts, 'mail' | 'roster'>): Promise<readonly Invitee[]> {
  const [details, deliveries] = [await roster.list(session.id), await mail.listDeliveries(session.id)]
  return [...session.state.people.all.values()]
    .filter((person) => isMember(person) && !person.revoked)
    .sort((a, b) => a.number - b.number)
    .map((person) => ({ person, details: details.get(person.id) ?? emptyDetails, delivery: deliveries.get(person.id) ?? null }))
}

/** The particulars that have changed since the last mail to this address. Empty if it is not known what that mail said. */
export const listChanges = ({ person, details, delivery }: Invitee, plan: Plan): ParticularName[] =>
  delivery?.particulars && isAt(delivery, details.email) && !isUndelivered(delivery.status)
    ? listChangedParticulars(delivery.particulars, getParticulars(plan, person))
    : []

/** True if the person has no invitation at this address, and the address has not refused one. */
const isUnsent = ({ details, delivery }: Invitee): boolean =>
  delivery === null || deliveryRules[delivery.status].isTriedAgain || (details.email !== null && !isAt(delivery, details.email))

const isInvited = (invitee: Invitee): boolean =>
  invitee.delivery !== null && deliveryRules[invitee.delivery.status].outcome === 'arrived' && !isUnsent(invitee)

/** Nobody is invited to a cancelled session, nor reminded of it. Those who have an invitation are informed. */
const isIn: Record<InvitationScope, (invitee: Invitee, plan: Plan) => boolean> = {
  unsent: (invitee, { cancelled = false }) => !cancelled && isUnsent(invitee),
  all: (_, { cancelled = false }) => !cancelled,
  changed: (invitee, plan) => listChanges(invitee, plan).length > 0,
  invited: (invitee, { cancelled = false }) => !cancelled && isInvited(invitee),
}
