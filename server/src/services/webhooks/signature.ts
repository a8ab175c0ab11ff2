/** The headers by which a receiver verifies that a message is ours and complete, as specified by https://www.standardwebhooks.com. */
import { Webhook } from 'standardwebhooks'
import type { ServerKey } from '../../people/access/server-key.ts'
import type { Subscription } from './webhook-store.ts'

const secretPrefix = 'whsec_'
const day = 24 * 60 * 60_000

/** Derives the secret, so that it is stored nowhere. */
export const deriveSecret = (key: ServerKey, { id, renewals }: Pick<Subscription, 'id' | 'renewals'>): string =>
  secretPrefix + key.derive('webhook', id, renewals).toString('base64')

/** Makes the headers. For a day after a renewal the old secret signs too, so that there is time to change the receiver. */
export function makeHeaders(
  key: ServerKey,
  hook: Subscription,
  message: string,
  body: string,
  now: number,
): Readonly<Record<string, string>> {
  const { id, renewals, renewedAt } = hook
  const isChanging = renewals > 0 && renewedAt !== null && now - renewedAt < day
  const secrets = [renewals, ...(isChanging ? [renewals - 1] : [])].map((count) => deriveSecret(key, { id, renewals: count }))
  return {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Rostrum',
    'webhook-id': message,
    'webhook-timestamp': String(Math.floor(now / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(message, new Date(now), body)).join(' '),
  }
}
