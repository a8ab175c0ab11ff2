/** Invitations by mail: a preview, the start, the stop, and what became of them. */

import type { PersonId } from '@rostrum/shared/contract/ids'
import type { LanguageId } from '@rostrum/shared/kernel/wording'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Session } from '../../../engine/session/session.ts'
import { composeSample, type InvitePorts, reportInvitations, startMailing, stopMailing } from '../../application/invite-people.ts'
import { noteReturnedMail } from '../../application/note-returned-mail.ts'
import { createAuthenticator } from '../authentication.ts'
import { type AuthorizationPorts, requireRosterAccess } from '../authorization.ts'
import { HttpError } from '../http-error.ts'
import * as schemas from '../schemas/mail.ts'

export type MailPorts = AuthorizationPorts & InvitePorts

/** Most refused invitations in an answer. */
const maxShown = 1_000

export async function mailRoutes(instance: FastifyInstance, ports: MailPorts): Promise<void> {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  const authenticator = createAuthenticator((request) => requireRosterAccess(ports, request))
  app.addHook('onRequest', authenticator.hook)

  app.get('/api/sessions/:id/invitations', { schema: schemas.reportInvitationsSchema }, async (request) =>
    makeReport(authenticator.get(request).session, request.query.language, ports),
  )

  app.post('/api/sessions/:id/invitations', { schema: schemas.sendInvitationsSchema }, async (request) => {
    const { session } = authenticator.get(request)
    const { person = null, ...rest } = request.body
    const refusal = await startMailing(session, { ...rest, person: person as PersonId | null }, ports)
    if (refusal !== null) throw new HttpError(refusal)
    return await makeReport(session, request.body.language, ports)
  })

  app.post('/api/sessions/:id/invitations/stop', { schema: schemas.stopInvitationsSchema }, async (request) => {
    const { session } = authenticator.get(request)
    await stopMailing(session, ports)
    return await makeReport(session, request.query.language, ports)
  })

  /** The address in the message about the mail that came back. */
  app.post('/api/sessions/:id/invitations/returned', { schema: schemas.noteReturnedSchema }, async (request) => {
    const { session } = authenticator.get(request)
    const { email, returned } = request.body
    const refusal = await noteReturnedMail(session, email, returned, ports)
    if (refusal !== null) throw new HttpError(refusal)
    return await makeReport(session, request.query.language, ports)
  })
}

async function makeReport(session: Session, language: LanguageId, ports: MailPorts): Promise<object> {
  const { refused, ...report } = await reportInvitations(session, language, ports)
  const { mailFrom } = ports
  return {
    from: mailFrom === null ? null : mailFrom.name === '' ? mailFrom.address : `${mailFrom.name} <${mailFrom.address}>`,
    ...report,
    refused: refused.slice(0, maxShown).map(({ person: { id, entity, number }, details: { name, email }, status, code }) => ({
      person: id,
      entity,
      number,
      name,
      email,
      status,
      code,
    })),
    refusedCount: refused.length,
    sample: composeSample(session, language, ports),
  }
}
