/**
 * Webhooks while their sender is killed, stopped and replaced. Every message arrives at least once, in order, and all its repeats have one
 * id.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { hasRedis, RedisServer } from '../support/redis-server.ts'
import { getSecret, ServerProcess, type StartupLinkSet } from '../support/server-process.ts'
import { newCommandId, TestClient } from '../support/test-client.ts'
import { WebhookReceiver } from '../support/webhook-receiver.ts'

let receiver: WebhookReceiver
beforeEach(async () => {
  receiver = await WebhookReceiver.start()
})
afterEach(() => receiver.stop())

const variables = { ROSTRUM_WEBHOOKS_TO: 'http://127.0.0.1:*' }

const call = async (server: ServerProcess, links: StartupLinkSet, path: string, body?: object) => {
  const answer = await fetch(`${server.url}/api/sessions/${links.session}/webhooks${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${getSecret(links.organizer)}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return (await answer.json()) as { readonly id: string; readonly webhooks: readonly { readonly waiting: number; readonly last: number }[] }
}
const subscribe = (server: ServerProcess, links: StartupLinkSet) =>
  call(server, links, '', { address: receiver.url, topics: ['floor', 'session', 'questions'] })

/** Checks that the first arrivals are numbered in order, and that a repeat is the same byte for byte. */
function checkArrivals(): void {
  const messages = receiver.received.filter(({ body }) => body.number > 0)
  const texts = new Map<string, string>()
  const first: number[] = []
  for (const { id, text, body } of messages) {
    if (!texts.has(id)) first.push(body.number)
    expect(texts.get(id) ?? text).toBe(text)
    texts.set(id, text)
  }
  expect(first).toEqual(first.map((_, index) => index + 1))
}
const listAnnounced = () => receiver.accepted.filter(({ body }) => body.type === 'announcement.made').map(({ body }) => body.data['text'])

const announceTo = async (client: TestClient, text: string) =>
  expect(await client.sendUntilAnswered('cues.announce', { to: 'everyone', text }, newCommandId())).toEqual({ ok: true })

test('[X9] a node that is killed again and again, while it reads and while it sends, leaves out no message', {
  timeout: 180_000,
}, async () => {
  const data = await mkdtemp(join(tmpdir(), 'rostrum-webhooks-'))
  const { server, links } = await ServerProcess.start({ ...variables, ROSTRUM_DATA: data })
  try {
    await subscribe(server, links)
    const chair = await TestClient.join(server.url, { link: getSecret(links.chair) })
    // The receiver is slow, so that a kill happens in the middle of something.
    receiver.answer = async ({ body }) => {
      await new Promise((resolve) => setTimeout(resolve, 10))
      return body.number % 7 === 3 && !receiver.accepted.some((one) => one.body.number === body.number - 1) ? 503 : 200
    }
    const texts: string[] = []
    for (let kill = 0; kill < 5; kill += 1) {
      for (let count = 0; count < 8; count += 1) {
        texts.push(`Announcement ${texts.length}`)
        await announceTo(chair, texts.at(-1) ?? '')
      }
      const goal = receiver.received.length + 2
      if (kill % 2 === 1)
        await vi.waitFor(() => expect(receiver.received.length).toBeGreaterThanOrEqual(goal), { timeout: 20_000, interval: 1 })
      await server.kill()
      await server.restart()
    }
    await vi.waitFor(() => expect(listAnnounced()).toEqual(texts), { timeout: 60_000, interval: 50 })
    checkArrivals()
    chair.close()
  } finally {
    await server.stop()
    await rm(data, { recursive: true, force: true })
  }
})

const openNodes = async () => {
  const redis = await RedisServer.start()
  onTestFinished(() => redis.stop())
  const environment = { ...variables, ROSTRUM_REDIS_URL: redis.url, ROSTRUM_DATA: tmpdir() }
  const one = await ServerProcess.start(environment)
  const { links } = one
  await subscribe(one.server, links)
  // The second node finds the subscription when it starts, so that both could send from the first message on.
  const two = await ServerProcess.start(environment)
  return { one, two, links }
}

describe.runIf(hasRedis())('two nodes on one Redis', () => {
  test('[X9] one node sends; if it is killed or stopped, the other continues at its place, and the order holds', {
    timeout: 240_000,
  }, async () => {
    const { one, two, links } = await openNodes()
    try {
      const first = await TestClient.join(one.server.url, { link: getSecret(links.chair) })
      const second = await TestClient.join(two.server.url, { link: getSecret(links.secretariat) })
      const texts: string[] = []
      const announce = async (client: TestClient, count: number) => {
        for (let index = 0; index < count; index += 1) {
          texts.push(`Announcement ${texts.length}`)
          await announceTo(client, texts.at(-1) ?? '')
        }
      }
      await announce(first, 6)
      await announce(second, 6)
      await vi.waitFor(() => expect(listAnnounced()).toEqual(texts), { timeout: 30_000 })
      // No message was sent by both nodes, because only one had the lease.
      const sent = receiver.received.filter(({ body }) => body.number > 0)
      expect(sent.length).toBe(receiver.numbers.length)
      first.close()
      await one.server.kill()
      await announce(second, 10)
      await vi.waitFor(() => expect(listAnnounced()).toEqual(texts), { timeout: 60_000, interval: 100 })
      checkArrivals()
      await one.server.restart()
      // An orderly stop hands the lease over at once.
      second.close()
      await two.server.stop()
      const third = await TestClient.join(one.server.url, { link: getSecret(links.chair) })
      await announce(third, 5)
      await vi.waitFor(() => expect(listAnnounced()).toEqual(texts), { timeout: 20_000, interval: 100 })
      checkArrivals()
      third.close()
    } finally {
      await Promise.all([one.server.stop(), two.server.stop()])
    }
  })

  test('[X9] a node that stands still in the middle of an attempt and comes back sends nothing out of order', {
    timeout: 240_000,
  }, async () => {
    const { one, two, links } = await openNodes()
    try {
      const second = await TestClient.join(two.server.url, { link: getSecret(links.secretariat) })
      // The first attempt gets no answer while its node stands still.
      let held: (() => void) | null = null
      receiver.answer = async (_message, index) => {
        if (index === 1) await new Promise<void>((resolve) => (held = resolve))
        return 200
      }
      await announceTo(second, 'Announcement 0')
      await vi.waitFor(() => expect(held).not.toBeNull(), { timeout: 20_000 })
      process.kill(one.server.pid, 'SIGSTOP')
      const texts = ['Announcement 0']
      for (let index = 1; index < 4; index += 1) {
        texts.push(`Announcement ${index}`)
        await announceTo(second, `Announcement ${index}`)
      }
      await vi.waitFor(() => expect(listAnnounced()).toEqual(texts), { timeout: 60_000, interval: 100 })
      process.kill(one.server.pid, 'SIGCONT')
      const release = held as (() => void) | null
      release?.()
      texts.push('Announcement 4')
      await announceTo(second, 'Announcement 4')
      await vi.waitFor(() => expect(listAnnounced()).toEqual(texts), { timeout: 60_000, interval: 100 })
      checkArrivals()
      second.close()
    } finally {
      await Promise.all([one.server.kill(), two.server.kill()])
    }
  })
})
