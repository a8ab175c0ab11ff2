/** Webhooks of a real server with a real receiver: signatures, order, failures of every kind, and an organizer's means. */
import { createHmac } from 'node:crypto'
import { computePause } from '@rostrum/server/services/webhooks/deliverer'
import type { EntryId, TurnId } from '@rostrum/shared/contract/ids'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { tellStory } from '../support/story.ts'
import { newCommandId, TestClient } from '../support/test-client.ts'
import { verifyMessage, WebhookReceiver } from '../support/webhook-receiver.ts'

let server: InProcessServer
let chair: TestClient
let room: TestClient
let receiver: WebhookReceiver
beforeAll(async () => {
  server = await startInProcessServer({ variables: { ROSTRUM_WEBHOOKS_TO: 'http://127.0.0.1:*' }, metrics: '0' })
  const url = `http://127.0.0.1:${server.app.getPort()}`
  chair = await TestClient.join(url, { link: getSecret(server.startupLinks.chair) })
  room = await TestClient.join(url, { link: getSecret(server.startupLinks.room) })
  await chair.sendUntilAnswered('session.open', { onAnyDay: true })
  await chair.sendUntilAnswered('queue.open', {})
})
afterAll(async () => {
  chair.close()
  room.close()
  await server.close()
})
beforeEach(async () => {
  receiver = await WebhookReceiver.start()
})
afterEach(async () => {
  for (const { id } of (await ask('GET', '')).body['webhooks'] as readonly Hook[]) await ask('DELETE', `/${id}`)
  await receiver.stop()
})

type Hook = {
  readonly id: string
  readonly secret: string
  readonly status: string
  readonly last: number
  readonly waiting: number
  readonly failures: number
  readonly retryAt: number | null
  readonly testStatus: number
}
type Sent = {
  readonly number: number
  readonly id: string
  readonly attempts: number
  readonly isDelivered: boolean
  readonly last: { readonly status: number | null; readonly problem: string | null } | null
}
const organizer = () => getSecret(server.startupLinks.organizer)
const ask = async (method: string, path: string, body?: object, secret = organizer()) => {
  const answer = await fetch(`http://127.0.0.1:${server.app.getPort()}/api/sessions/${server.session.id}/webhooks${path}`, {
    method,
    headers: { authorization: `Bearer ${secret}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}
const make = async (fields: object = {}) => {
  const { status, body } = await ask('POST', '', { address: receiver.url, topics: ['floor', 'questions', 'session'], ...fields })
  expect([status, body['reason']]).toEqual([201, undefined])
  return body as unknown as Hook
}
const list = async () => (await ask('GET', '')).body['webhooks'] as readonly Hook[]
const get = async ({ id }: Hook) => (await list()).find((hook) => hook.id === id)
const listSent = async ({ id }: Hook) => (await ask('GET', `/${id}/messages`)).body['messages'] as readonly Sent[]
/** Makes this number of announcements, and a message for each. */
const announce = async (count: number) => {
  for (let index = 0; index < count; index += 1)
    await chair.sendUntilAnswered('cues.announce', { to: 'everyone', text: `Announcement ${index}` })
}
const waitForNumbers = (numbers: readonly number[]) =>
  vi.waitFor(() => expect(receiver.numbers).toEqual(numbers), { timeout: 20_000, interval: 20 })
const atLeast = (least: number) => expect.toSatisfy((count: number) => count >= least)
/** Returns the numbers from 1. If there are more than five announcements, the oldest is removed, which is a message too. */
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

test('[X8] messages are signed as the official library and the specification require; a renewed secret signs too', async () => {
  const hook = await make({ topics: ['floor'] })
  expect([hook.secret, hook.testStatus]).toEqual([expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/), 200])
  expect(receiver.received.map(({ body }) => body)).toEqual([
    { type: 'webhook.test', timestamp: expect.any(String), session: server.session.id, number: 0, data: {} },
  ])
  const entry = newCommandId() as string as EntryId
  await room.sendUntilAnswered('queue.join', { kind: 'intervention', topic: null }, entry as never)
  const turn = newCommandId() as string as TurnId
  await chair.sendUntilAnswered('floor.call', { entry, expectedCurrent: null, expectedNext: entry }, turn as never)
  await chair.sendUntilAnswered('floor.start', { turn })
  await waitForNumbers([1, 2])
  const [called] = receiver.accepted.filter(({ body }) => body.type === 'speaker.called')
  if (called === undefined) throw new Error('nobody was called')
  verifyMessage(hook.secret, called)
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature } = called.headers
  const key = Buffer.from(hook.secret.slice('whsec_'.length), 'base64')
  expect(signature).toBe(`v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${called.text}`).digest('base64')}`)
  expect(() => verifyMessage(hook.secret, { ...called, text: called.text.replace('called', 'ended') })).toThrow()
  expect(called.body).toMatchObject({ number: 1, session: server.session.id, data: { turn, kind: 'intervention', startedAt: null } })

  const renewed = (await ask('POST', `/${hook.id}/renew`, {})).body as unknown as Hook
  expect(renewed.secret).not.toBe(hook.secret)
  await chair.sendUntilAnswered('floor.end', { turn })
  await waitForNumbers([1, 2, 3])
  const last = receiver.accepted.at(-1)
  if (last === undefined) throw new Error('nothing arrived')
  verifyMessage(renewed.secret, last)
  verifyMessage(hook.secret, last)
  // No list and no log line contains a secret.
  const shown = JSON.stringify([await list(), await listSent(hook), server.logLines])
  expect([shown.includes(hook.secret), shown.includes(renewed.secret), shown.includes('whsec_')]).toEqual([false, false, false])
})

describe('[X9] each message arrives, in order, and no other webhook waits for it', () => {
  tellStory()
  test('if the receiver fails in every possible way', { timeout: 60_000 }, async () => {
    const hook = await make()
    const answers = [503, 'cut', 500, 'redirect', 404, 200] as const
    // The first message gets all of these answers in turn. A message that was accepted and cut off is sent again.
    const tries = new Map<string, number>()
    receiver.answer = ({ id, body }) => {
      const count = tries.get(id) ?? 0
      tries.set(id, count + 1)
      return body.number === 1 ? (answers[count] ?? 200) : 200
    }
    const other = await WebhookReceiver.start()
    const second = await make({ address: other.url })
    await announce(3)
    await vi.waitFor(() => expect(other.numbers).toEqual([1, 2, 3]))
    await vi.waitFor(async () => expect(await get(hook)).toMatchObject({ status: 'running', last: 3, waiting: 3, failures: atLeast(1) }))
    expect(receiver.numbers).toEqual([])
    for (const { number, isDelivered, attempts } of await listSent(hook))
      expect([number, isDelivered, attempts > 0]).toEqual([number, false, number === 1])
    // The pauses grow, but the test does not wait for them.
    await vi.waitFor(
      async () => {
        if (receiver.numbers.length < 3) await ask('POST', `/${hook.id}/resume`, {})
        expect(receiver.numbers).toEqual([1, 2, 3])
      },
      { timeout: 30_000, interval: 200 },
    )
    const first = receiver.received.filter(({ body }) => body.number === 1)
    expect([first.length, new Set(first.map(({ id, text }) => id + text)).size]).toEqual([answers.length, 1])
    // The ids of two webhooks differ, and reveal nothing about the commit.
    const ids = [...receiver.accepted, ...other.accepted].map(({ id }) => id)
    expect([new Set(ids).size, ids.every((id) => /^msg_[A-Za-z0-9_-]{32}$|^msg_test_/.test(id))]).toEqual([ids.length, true])
    await ask('DELETE', `/${second.id}`)
    await other.stop()
  })

  test('if the receiver is down and returns, with more messages waiting than the store keeps', { timeout: 240_000 }, async () => {
    const hook = await make({ topics: ['session'] })
    await receiver.stop()
    // Each announcement is a message. From the sixth on, the oldest is removed too.
    await announce(140)
    await vi.waitFor(async () => expect(await get(hook)).toMatchObject({ status: 'running', failures: atLeast(1), waiting: atLeast(100) }))
    expect((await get(hook))?.waiting).toBeLessThan(110)
    await receiver.listen()
    await ask('POST', `/${hook.id}/resume`, {})
    const listTexts = () => receiver.accepted.filter(({ body }) => body.type === 'announcement.made').map(({ body }) => body.data['text'])
    // The rest is still to be read from the log, and that does not count as waiting.
    await vi.waitFor(() => expect(listTexts()).toHaveLength(140), { timeout: 120_000, interval: 100 })
    await vi.waitFor(async () => expect(await get(hook)).toMatchObject({ waiting: 0, last: receiver.numbers.length }))
    expect(receiver.numbers).toEqual(upTo(receiver.numbers.length))
    expect(listTexts()).toEqual(Array.from({ length: 140 }, (_, index) => `Announcement ${index}`))
    await expect.poll(async () => (await listSent(hook)).length).toBe(100)
  })

  test('with the requested topics only, and with staff contents only if requested', async () => {
    await make({ topics: ['questions'] })
    const staff = await WebhookReceiver.start()
    const hook = await make({ topics: ['questions'], contents: 'staff', address: staff.url })
    const text = 'Who pays for the Quetzalcoatl?'
    const question = newCommandId() as never
    await announce(1)
    await room.sendUntilAnswered('questions.ask', { text, receipt: null }, question)
    await vi.waitFor(() => expect(staff.accepted.map(({ body }) => body.type)).toEqual(['webhook.test', 'question.asked']))
    expect(staff.accepted.at(-1)?.body.data).toMatchObject({ question, text, status: 'pending' })
    await chair.sendUntilAnswered('questions.set-moderation', { moderation: 'none' as never, expectedModeration: 'before' as never })
    expect(receiver.received.map(({ body }) => body.type)).toEqual(['webhook.test'])
    expect(JSON.stringify(receiver.received)).not.toContain('Quetzalcoatl')
    await ask('DELETE', `/${hook.id}`)
    await staff.stop()
  })
})

describe('[X10] messages that are not accepted', () => {
  const countMade = () => receiver.accepted.filter(({ body }) => body.type === 'announcement.made').length

  test('are followed by pauses that grow up to a quarter of an hour, and vary', () => {
    const pauses = [1, 2, 3, 8, 11, 50, 5_000].map((failures) => computePause(failures, 0.5))
    expect(pauses).toEqual([1_000, 2_000, 4_000, 128_000, 900_000, 900_000, 900_000])
    expect([computePause(1, 0), computePause(1, 1)]).toEqual([750, 1_250])
  })

  test('end the webhook with 410, which it reports, until somebody resumes it', async () => {
    const hook = await make()
    receiver.answer = () => 410
    await announce(1)
    await vi.waitFor(async () => expect(await get(hook)).toMatchObject({ status: 'ended', waiting: expect.any(Number) }))
    const count = receiver.received.length
    await announce(1)
    receiver.answer = () => 200
    await ask('POST', `/${hook.id}/resume`, {})
    await vi.waitFor(() => expect(countMade()).toBe(2))
    await vi.waitFor(async () => expect(await get(hook)).toMatchObject({ status: 'running', waiting: 0, last: receiver.numbers.length }))
    expect([receiver.numbers, receiver.received.length]).toEqual([upTo(receiver.numbers.length), count + receiver.numbers.length])
  })

  test('can be sent again: one, or all from a number on, with their original ids', async () => {
    const hook = await make({ topics: ['session'] })
    await announce(2)
    await vi.waitFor(() => expect(countMade()).toBe(2))
    await vi.waitFor(async () => expect(await get(hook)).toMatchObject({ waiting: 0, last: receiver.numbers.length }))
    const { last = 0 } = (await get(hook)) ?? {}
    const before = receiver.received.length
    expect(await ask('POST', `/${hook.id}/send-again`, { number: 1 })).toEqual({ status: 200, body: { sentAgain: 1 } })
    expect(receiver.received.at(-1)?.id).toBe(receiver.received[1]?.id)
    expect(await ask('POST', `/${hook.id}/send-again`, { number: 1, andAllAfter: true })).toMatchObject({ status: 200 })
    await vi.waitFor(() => expect(receiver.received.length).toBe(before + 1 + last))
    expect(receiver.received.slice(-last).map(({ body }) => body.number)).toEqual(upTo(last))
    expect(receiver.accepted.length).toBe(1 + last)
    expect(await ask('POST', `/${hook.id}/send-again`, { number: last + 1 })).toEqual({ status: 404, body: { reason: 'no-such-message' } })
  })
})

describe('[X12] permissions and addresses', () => {
  tellStory()
  test('an address that is not allowed, cannot be reached or is not a receiver creates no webhook', async () => {
    const refuse = async (address: string) => {
      const { status, body } = await ask('POST', '', { address, topics: ['floor'] })
      return [status, body['reason']]
    }
    for (const address of ['https://hooks.example.org/', 'http://localhost/', 'http://10.0.0.1/', 'http://a:b@127.0.0.1/', 'x'])
      expect([address, await refuse(address)]).toEqual([address, [422, 'address-not-allowed']])
    for (const answer of [404, 410, 500, 'redirect', 'cut'] as const) {
      receiver.answer = () => answer
      expect([answer, await refuse(receiver.url)]).toEqual([answer, [422, 'address-unreachable']])
    }
    // The receiver does not know the secret yet.
    receiver.answer = () => 401
    expect((await make()).testStatus).toBe(401)
    expect(await list()).toHaveLength(1)
  })

  test('only an organizer in person may use webhooks, and a session has at most eight', async () => {
    const hook = await make()
    const api = `http://127.0.0.1:${server.app.getPort()}/api`
    const headers = { authorization: `Bearer ${organizer()}`, 'content-type': 'application/json' }
    const { secret: token } = (await (await fetch(`${api}/tokens`, { method: 'POST', headers, body: '{"name":"A"}' })).json()) as {
      secret: string
    }
    for (const secret of ['', token, chair.ticket.ticket, room.ticket.ticket])
      for (const [method, path, body] of [
        ['GET', '', undefined],
        ['POST', '', { address: receiver.url, topics: ['floor'] }],
        ['GET', `/${hook.id}/messages`, undefined],
        ['POST', `/${hook.id}/renew`, {}],
        ['POST', `/${hook.id}/resume`, {}],
        ['POST', `/${hook.id}/test`, {}],
        ['POST', `/${hook.id}/send-again`, { number: 1 }],
        ['DELETE', `/${hook.id}`, undefined],
      ] as const)
        expect([method, path, await ask(method, path, body, secret)]).toEqual([
          method,
          path,
          { status: secret === '' ? 401 : 403, body: { reason: 'organizer-only' } },
        ])
    for (let count = 1; count < 8; count += 1) await make()
    expect(await ask('POST', '', { address: receiver.url, topics: ['floor'] })).toEqual({
      status: 409,
      body: { reason: 'too-many-webhooks' },
    })
    for (const path of ['/x/renew', '/x/resume', '/x/send-again'])
      expect(await ask('POST', path, path.endsWith('again') ? { number: 1 } : {})).toEqual({
        status: 404,
        body: { reason: 'no-such-webhook' },
      })
  })

  test('everything about a webhook is deleted with its session', async () => {
    const headers = { authorization: `Bearer ${organizer()}`, 'content-type': 'application/json' }
    const api = `http://127.0.0.1:${server.app.getPort()}/api`
    const made = await fetch(`${api}/sessions`, { method: 'POST', headers, body: '{"template":"blank","title":"Another"}' })
    const { id } = (await made.json()) as { id: string }
    const body = JSON.stringify({ address: receiver.url, topics: ['session'] })
    expect((await fetch(`${api}/sessions/${id}/webhooks`, { method: 'POST', headers, body })).status).toBe(201)
    const { authorization } = headers
    expect((await fetch(`${api}/sessions/${id}`, { method: 'DELETE', headers: { authorization } })).status).toBe(200)
    expect((await fetch(`${api}/sessions/${id}/webhooks`, { headers })).status).toBe(404)
  })

  test('attempts are counted', async () => {
    const text = await (await fetch(`http://127.0.0.1:${server.app.getMetricsPort()}/metrics`)).text()
    for (const outcome of ['delivered', 'failed', 'ended'])
      expect(text).toMatch(new RegExp(`rostrum_webhook_attempts_total\\{outcome="${outcome}"\\} [1-9]`))
  })
})
