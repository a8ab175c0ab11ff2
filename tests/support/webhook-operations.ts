/** Calls every operation on webhooks once, with a client made from the document. */
import { expect } from 'vitest'
import type { ApiClient, ApiRequest } from './api-client.ts'
import { WebhookReceiver } from './webhook-receiver.ts'

export async function useWebhooks(client: ApiClient, secret: string, session: string): Promise<void> {
  const receiver = await WebhookReceiver.start()
  const params = { id: session }
  const call = <T = Record<string, unknown>>(id: string, request: ApiRequest = {}) => client.call<T>(id, { secret, params, ...request })
  const wanted = { address: receiver.url, topics: ['session'] }
  const { body: made } = await call<{ id: string; secret: string; contents: string }>('createWebhook', { body: wanted })
  expect([made.contents, made.secret]).toEqual(['public', expect.stringMatching(/^whsec_/)])
  const { body: token } = await call<{ secret: string }>('createSessionToken', { body: { name: 'A', role: 'chair', endsAt: null } })
  const open = { id: 'b'.repeat(22), type: 'session.open', data: { onAnyDay: true } }
  await call('sendCommand', { secret: token.secret, body: open })
  await expect.poll(() => receiver.numbers.length).toBeGreaterThan(0)
  const ofWebhook = { params: { ...params, webhook: made.id } }
  const { messages } = (await call<{ messages: readonly object[] }>('listWebhookMessages', ofWebhook)).body
  expect(messages.at(-1)).toMatchObject({ type: 'session.opened', number: 1, body: { data: { phase: 'open' } } })
  await expect.poll(() => call('sendWebhookMessagesAgain', { ...ofWebhook, body: { number: 1 } })).toMatchObject({ body: { sentAgain: 1 } })
  expect(await call('sendWebhookMessagesAgain', { ...ofWebhook, body: { number: 99 } })).toMatchObject({ status: 404 })
  expect((await call<{ secret: string }>('renewWebhook', { ...ofWebhook, body: {} })).body.secret).not.toBe(made.secret)
  expect((await call('testWebhook', { ...ofWebhook, body: {} })).body).toMatchObject({ status: 200, problem: null })
  expect((await call('resumeWebhook', { ...ofWebhook, body: {} })).body).toMatchObject({ id: made.id, status: 'running' })
  const listed = { webhooks: [{ id: made.id, renewedAt: expect.any(Number) }], allowed: ['http://127.0.0.1:*'] }
  expect((await call('listWebhooks')).body).toMatchObject(listed)
  const refused = await call('createWebhook', { body: { ...wanted, address: 'https://elsewhere.example/' } })
  expect(refused).toMatchObject({ status: 422, body: { reason: 'address-not-allowed' } })
  expect((await call('deleteWebhook', ofWebhook)).body).toEqual({ deleted: made.id })
  await receiver.stop()
}
