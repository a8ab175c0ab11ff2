/** Webhooks of a session. Only an organizer in person makes, renews and deletes them, and reads what was delivered. */

import type { SessionId } from '@rostrum/shared/contract/ids'
import type { FastifyInstance } from 'fastify'
import type { SessionRegistry } from '../../../engine/session/session-registry.ts'
import type { OrganizerAccess } from '../../../people/access/organizer.ts'
import type { PostResult } from '../../../services/webhooks/post-message.ts'
import type { StoredMessage } from '../../../services/webhooks/webhook-store.ts'
import type { Webhook, Webhooks } from '../../../services/webhooks/webhooks.ts'
import { createAuthenticator } from '../authentication.ts'
import { requireOrganizerInPerson, requireSession } from '../authorization.ts'
import { HttpError } from '../http-error.ts'
import { createRouter } from '../router.ts'

export type WebhookRoutePorts = {
  readonly organizer: OrganizerAccess
  readonly sessions: SessionRegistry
  readonly webhooks: Webhooks
}

export async function webhookRoutes(instance: FastifyInstance, { organizer, sessions, webhooks }: WebhookRoutePorts): Promise<void> {
  const route = createRouter(instance)
  const authenticator = createAuthenticator((request) => requireOrganizerInPerson(organizer, request))
  instance.addHook('onRequest', authenticator.hook)

  route('GET /api/sessions/:id/webhooks', async ({ params }) => {
    const { id } = await requireSession(sessions, params.id)
    return { webhooks: (await webhooks.list(id)).map(toAnswer), allowed: [...webhooks.allowedEntries] }
  })

  route('POST /api/sessions/:id/webhooks', async ({ params, body }) => {
    const made = await webhooks.create(await requireSession(sessions, params.id), { ...body, topics: [...new Set(body.topics)] })
    if ('refusal' in made) throw new HttpError(made.refusal, made.answer && { at: 'address', rule: describeAnswer(made.answer) })
    return { ...toAnswer(made), secret: made.secret, testStatus: made.test.status }
  })

  route('POST /api/sessions/:id/webhooks/:webhook/renew', async ({ params }) => {
    const renewed = await webhooks.renew(params.id as SessionId, params.webhook)
    if (renewed === null) throw new HttpError('no-such-webhook')
    return { ...toAnswer(renewed), secret: renewed.secret }
  })

  route('POST /api/sessions/:id/webhooks/:webhook/test', async ({ params }) => {
    const test = await webhooks.test(params.id as SessionId, params.webhook)
    if (test === null) throw new HttpError('no-such-webhook')
    const { id, status, problem } = test
    return { id, status, problem }
  })

  route('POST /api/sessions/:id/webhooks/:webhook/resume', async ({ params }) => {
    const resumed = await webhooks.resume(params.id as SessionId, params.webhook)
    if (resumed === null) throw new HttpError('no-such-webhook')
    return toAnswer(resumed)
  })

  route('DELETE /api/sessions/:id/webhooks/:webhook', async ({ params }) => {
    if (!(await webhooks.delete(params.id as SessionId, params.webhook))) throw new HttpError('no-such-webhook')
    return { deleted: params.webhook }
  })

  route('GET /api/sessions/:id/webhooks/:webhook/messages', async ({ params }) => {
    const hook = await webhooks.find(params.id as SessionId, params.webhook)
    if (hook === null) throw new HttpError('no-such-webhook')
    return { messages: (await webhooks.listMessages(hook.id)).map(toMessage) }
  })

  route('POST /api/sessions/:id/webhooks/:webhook/send-again', async ({ params, body }) => {
    const [session, number] = [params.id as SessionId, body.number]
    if ((await webhooks.find(session, params.webhook)) === null) throw new HttpError('no-such-webhook')
    const result = body.andAllAfter
      ? await webhooks.sendAgainFrom(session, params.webhook, number)
      : await webhooks.sendAgain(session, params.webhook, number)
    if (result === null) throw new HttpError('no-such-message')
    return { sentAgain: number }
  })
}

/** Tells why an address cannot be a receiver. */
const describeAnswer = ({ status, problem }: PostResult): string => `an answer of 200 to 299, not ${status ?? problem ?? 'none'}`

const toAnswer = ({ id, address, topics, contents, madeAt, renewedAt, place }: Webhook) => ({
  ...{ id, address, topics: [...topics], contents, madeAt, renewedAt },
  status: place.status,
  last: place.last,
  waiting: place.last - place.next + 1,
  failures: place.failures,
  failingSince: place.failingSince,
  retryAt: place.retryAt,
})

const toMessage = ({ number, id, type, about, at, body, attempts, isDelivered, last }: StoredMessage) => ({
  ...{ number, id, type, about, at, attempts, isDelivered, last },
  body: JSON.parse(body),
})
