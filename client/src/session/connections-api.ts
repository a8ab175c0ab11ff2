/** Tokens and webhooks of a session, and the requests that make, renew and end them. The server shows each secret only once. */
import type { Role } from '@rostrum/shared/contract/roles'
import type { WebhookContents, WebhookTopic } from '@rostrum/shared/contract/webhooks'
import { type HttpResult, request } from './http.ts'

export type TokenRole = Exclude<Role, 'participant' | 'interpreter'>
export type SessionToken = {
  readonly id: string
  readonly name: string
  readonly role: TokenRole
  readonly madeAt: number
  /** Null: with the session. */
  readonly endsAt: number | null
  readonly revokedAt: number | null
  readonly usedAt: number | null
  readonly refusedCount: number
}
type WithSecret = { readonly secret: string }
export type NewSessionToken = Pick<SessionToken, 'name' | 'role' | 'endsAt'>

export type Webhook = {
  readonly id: string
  readonly address: string
  readonly topics: readonly WebhookTopic[]
  readonly contents: WebhookContents
  readonly status: 'running' | 'resting' | 'ended' | 'done'
  /** The number of the last message. */
  readonly last: number
  readonly waiting: number
  readonly failures: number
  readonly retryAt: number | null
}
type PostProblem = 'not-allowed' | 'no-such-name' | 'no-connection' | 'not-trusted' | 'no-answer' | 'cut-off'
export type WebhookMessage = {
  readonly number: number
  readonly type: string
  readonly about: string
  readonly at: number
  readonly attempts: number
  readonly isDelivered: boolean
  /** The last attempt. */
  readonly last: { readonly ms: number; readonly status: number | null; readonly problem: PostProblem | null } | null
  readonly body: object
}
export type WantedWebhook = Pick<Webhook, 'address' | 'topics' | 'contents'>

const getPath = (session: string, ...more: readonly string[]): string => ['/api/sessions', session, ...more].join('/')

export const getTokensPath = (session: string): string => getPath(session, 'tokens')
export const getWebhooksPath = (session: string): string => getPath(session, 'webhooks')
export const getMessagesPath = (session: string, id: string): string => getPath(session, 'webhooks', id, 'messages')

export const createSessionToken = (
  secret: string,
  session: string,
  token: NewSessionToken,
): Promise<HttpResult<SessionToken & WithSecret>> => request('POST', getTokensPath(session), token, secret)

export const renewSessionToken = (secret: string, session: string, id: string): Promise<HttpResult<SessionToken & WithSecret>> =>
  request('POST', getPath(session, 'tokens', id, 'renew'), {}, secret)

export const revokeSessionToken = (secret: string, session: string, id: string): Promise<HttpResult<{ readonly revoked: string }>> =>
  request('DELETE', getPath(session, 'tokens', id), undefined, secret)

export const createWebhook = (secret: string, session: string, webhook: WantedWebhook): Promise<HttpResult<Webhook & WithSecret>> =>
  request('POST', getWebhooksPath(session), webhook, secret)

export const renewWebhook = (secret: string, session: string, id: string): Promise<HttpResult<Webhook & WithSecret>> =>
  request('POST', getPath(session, 'webhooks', id, 'renew'), {}, secret)

export const resumeWebhook = (secret: string, session: string, id: string): Promise<HttpResult<Webhook>> =>
  request('POST', getPath(session, 'webhooks', id, 'resume'), {}, secret)

export const deleteWebhook = (secret: string, session: string, id: string): Promise<HttpResult<{ readonly deleted: string }>> =>
  request('DELETE', getPath(session, 'webhooks', id), undefined, secret)

/** `andAllAfter`: this message and all after it, in order. */
export const sendAgain = (
  secret: string,
  session: string,
  id: string,
  message: { readonly number: number; readonly andAllAfter: boolean },
): Promise<HttpResult<{ readonly sentAgain: number }>> => request('POST', getPath(session, 'webhooks', id, 'send-again'), message, secret)
