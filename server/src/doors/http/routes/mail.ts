/** Invitations by mail: a preview, the start, the stop, and the state of each. */

import type { InvitationReport } from '@rostrum/shared/api/mail'
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { LanguageId } from '@rostrum/shared/kernel/wording'
import type { FastifyInstance } from 'fastify'
import type { Session } from '../../../engine/session/session.ts'
import { composeSample, type InvitePorts, reportInvitations, startMailing, stopMailing } from '../../application/invite-people.ts'
import { noteReturnedMail } from '../../application/note-returned-mail.ts'
import { createAuthenticator } from '../authentication.ts'
import { type AuthorizationPorts, requireRosterAccess } from '../authorization.ts'
import { HttpError } from '../http-error.ts'
import { createRouter } from '../router.ts'

export type MailPorts = AuthorizationPorts & InvitePorts

/** The most refused invitations in an answer. */
const maxShown = 1_000

export async function mailRoutes(instance: FastifyInstance, ports: MailPorts): Promise<void> {
  const route = createRouter(instance)
  const authenticator = createAuthenticator((request) => requireRosterAccess(ports, request))
  instance.addHook('onRequest', authenticator.hook)

  route('GET /api/sessions/:id/invitations', async (request) =>
    makeReport(authenticator.get(request).session, request.query.language, ports),
  )

  route('POST /api/sessions/:id/invitations', async (request) => {
    const { session } = authenticator.get(request)
    const { person = null, ...rest } = request.body
    const refusal = await startMailing(session, { ...rest, person: person as PersonId | null }, ports)
    if (refusal !== null) throw new HttpError(refusal)
    return await makeReport(session, request.body.language, ports)
  })

  route('POST /api/sessions/:id/invitations/stop', async (request) => {
    const { session } = authenticator.get(request)
    await stopMailing(session, ports)
    return await makeReport(session, request.query.language, ports)
  })

  /** Takes the address from the message about a mail that came back. */
  route('POST /api/sessions/:id/invitations/returned', async (request) => {
    const { session } = authenticator.get(request)
    const { email, returned } = request.body
    const refusal = await noteReturnedMail(session, email, returned, ports)
    if (refusal !== null) throw new HttpError(refusal)
    return await makeReport(session, request.query.language, ports)
  })
}

async function makeReport(session: Session, language: LanguageId, ports: MailPorts): Promise<InvitationReport> {
  const { refused, ...report } = await reportInvitations(session, language, ports)
  const kind = report.recipients.changed > 0 ? 'change' : 'invitation'
  const { mailFrom } = ports
  return {
    from: mailFrom === null ? null : mailFrom.name === '' ? mailFrom.address : `${mailFrom.name} <${mailFrom.address}>`,
    ...report,
    refused: refused.slice(0, maxShown),
    refusedCount: refused.length,
    sample: composeSample(session, { language, kind }, ports),
  }
}
