/** The test that an organizer sends to a receiver, and how an address is refused. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { verifyMessage, WebhookReceiver } from '../support/webhook-receiver.ts'

let server: InProcessServer
let receiver: WebhookReceiver
beforeAll(async () => {
  server = await startInProcessServer({ variables: { ROSTRUM_WEBHOOKS_TO: 'http://127.0.0.1:*' } })
  receiver = await WebhookReceiver.start()
})
afterAll(async () => {
  await receiver.stop()
  await server.close()
})

const post = async (path: string, body: object) => {
  const authorization = `Bearer ${getSecret(server.startupLinks.organizer)}`
  const answer = await server.post(`/api/sessions/${server.session.id}/webhooks${path}`, body, { authorization })
  return (await answer.json()) as Record<string, unknown>
}

test('[X82] a test can be sent at any time, verifies like every message, and reports the answer; a refusal of an address tells what it answered', async () => {
  const wanted = { address: receiver.url, topics: ['floor'] }
  const hook = (await post('', wanted)) as { id: string; secret: string }
  const send = () => post(`/${hook.id}/test`, {})
  const sent = await send()
  const test = receiver.received.at(-1)
  if (test === undefined) throw new Error('nothing arrived')
  verifyMessage(hook.secret, test)
  expect([sent, test.body.type, test.body.number]).toEqual([{ id: test.id, status: 200, problem: null }, 'webhook.test', 0])
  receiver.answer = () => 500
  expect(await send()).toMatchObject({ status: 500, problem: null })
  expect(await post(`/${hook.id}/resume`, {})).toMatchObject({ status: 'running', last: 0, failures: 0 })
  expect(await post('', wanted)).toEqual({
    ...{ reason: 'address-unreachable', at: 'address', rule: 'an answer of 200 to 299, not 500' },
  })
  expect(await post('/none/test', {})).toEqual({ reason: 'no-such-webhook' })
})
