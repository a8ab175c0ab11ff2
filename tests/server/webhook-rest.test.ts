/** Webhooks over a day and over restarts. The test sets the clock; log, store and receiver are real. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chainCommits } from '@rostrum/server/engine/log/chain'
import type { Session } from '@rostrum/server/engine/session/session'
import { openStorage } from '@rostrum/server/engine/store/open-storage'
import { ServerKey } from '@rostrum/server/people/access/server-key'
import { AllowedAddresses } from '@rostrum/server/services/webhooks/allowed-addresses'
import { openPost } from '@rostrum/server/services/webhooks/post-message'
import { WebhookStore } from '@rostrum/server/services/webhooks/webhook-store'
import { Webhooks } from '@rostrum/server/services/webhooks/webhooks'
import type { SessionId } from '@rostrum/shared/contract/ids'
import { systemActor } from '@rostrum/shared/contract/roles'
import type { Revision } from '@rostrum/shared/kernel/revision'
import type { Instant } from '@rostrum/shared/kernel/time'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { command, toCommandId } from '../support/given.ts'
import { loadSessionWithPeople, MemoryLogger, sessionId } from '../support/session-harness.ts'
import { WebhookReceiver } from '../support/webhook-receiver.ts'

const hour = 60 * 60_000
const allowed = AllowedAddresses.parse('http://127.0.0.1:*') as AllowedAddresses

let folder: string
let storage: Awaited<ReturnType<typeof openStorage>>
let session: Session
let receiver: WebhookReceiver
let webhooks: Webhooks
let at = Date.now() as Instant
let outcomes: string[]

const openWebhooks = async () => {
  webhooks = new Webhooks({
    store: new WebhookStore(storage.store),
    log: storage.log,
    key: await ServerKey.open(storage.store),
    allowed,
    post: openPost(allowed),
    openSession: async (id: SessionId) => (id === session.id ? session : null),
    now: () => at,
    random: () => 0.5,
    onTried: (outcome) => outcomes.push(outcome),
    logger: new MemoryLogger(),
  })
  webhooks.start()
}
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rostrum-rest-'))
  storage = await openStorage({ data: folder, redisUrl: null, redisSentinels: null, redisVolatile: false })
  session = await loadSessionWithPeople(storage.log)
  receiver = await WebhookReceiver.start()
  outcomes = []
  await openWebhooks()
})
afterEach(async () => {
  await webhooks.close()
  await session.close()
  await storage.log.close()
  await receiver.stop()
  await rm(folder, { recursive: true, force: true })
})

let announced = 0
const announce = async () => {
  announced += 1
  const { by, type, data } = command('chair', 'cues.announce', { to: 'everyone', text: `Announcement ${announced}` })
  const reply = await session.execute({ person: by as never }, { id: toCommandId(`announced-${announced}`), type, data } as never)
  expect(reply).toEqual({ ok: true })
}
const make = async () => {
  const made = await webhooks.create(session, { address: receiver.url, topics: ['session'], contents: 'public' })
  if ('refusal' in made) throw new Error(made.refusal)
  return made.id
}
const getPlace = async (id: string) => (await webhooks.find(sessionId, id))?.place
const waitForOutcomes = (...wanted: readonly string[]) => vi.waitFor(() => expect(outcomes).toEqual(wanted))

test('[X10] after a day without success it rests and reports so, even after a restart; resumed, it sends what was waiting', async () => {
  const id = await make()
  receiver.answer = () => 503
  await announce()
  await waitForOutcomes('failed')
  expect(await getPlace(id)).toMatchObject({ status: 'running', failures: 1, failingSince: at, retryAt: at + 1_000 })
  at = (at + 23 * hour) as Instant
  await webhooks.resume(sessionId, id)
  await waitForOutcomes('failed', 'failed')
  at = (at + 2 * hour) as Instant
  await webhooks.resume(sessionId, id)
  await waitForOutcomes('failed', 'failed', 'rests')
  expect(await getPlace(id)).toMatchObject({ status: 'resting', retryAt: null, failingSince: at - 25 * hour })
  await webhooks.close()
  receiver.answer = () => 200
  await openWebhooks()
  await announce()
  expect(await getPlace(id)).toMatchObject({ status: 'resting' })
  expect(receiver.numbers).toEqual([])
  await webhooks.resume(sessionId, id)
  await vi.waitFor(() => expect(receiver.numbers).toEqual([1, 2]))
  await vi.waitFor(async () => expect(await getPlace(id)).toMatchObject({ status: 'running', failures: 0, failingSince: null, next: 3 }))
})

test('[X10] a pause continues after a restart', async () => {
  const id = await make()
  receiver.answer = () => 503
  for (let failures = 1; failures <= 4; failures += 1) {
    if (failures === 1) await announce()
    else await webhooks.resume(sessionId, id)
    await vi.waitFor(() => expect(outcomes.length).toBe(failures))
  }
  const { retryAt = null } = (await getPlace(id)) ?? {}
  expect(retryAt).toBe(at + 8_000)
  await webhooks.close()
  receiver.answer = () => 200
  await openWebhooks()
  await announce()
  // A new message is read and waits; nothing is sent before the pause is over.
  await vi.waitFor(async () => expect((await getPlace(id))?.last).toBe(2))
  expect([receiver.numbers, (await getPlace(id))?.retryAt]).toEqual([[], retryAt])
  await webhooks.close()
  at = (at + 9_000) as Instant
  await openWebhooks()
  await vi.waitFor(() => expect(receiver.numbers).toEqual([1, 2]))
})

test('[X9] a place far behind is found again in the log, and no message is omitted', { timeout: 120_000 }, async () => {
  const id = await make()
  await announce()
  await vi.waitFor(() => expect(receiver.numbers).toEqual([1]))
  await webhooks.close()
  const first = announced
  for (let count = 0; count < 120; count += 1) await announce()
  // As after a start, the session is far ahead.
  await openWebhooks()
  const texts = () => receiver.accepted.filter(({ body }) => body.type === 'announcement.made').map(({ body }) => body.data['text'])
  await vi.waitFor(() => expect(texts().length).toBe(121), { timeout: 90_000, interval: 50 })
  expect(texts()).toEqual(Array.from({ length: 121 }, (_, index) => `Announcement ${first + index}`))
  await vi.waitFor(async () => expect(await getPlace(id)).toMatchObject({ last: receiver.numbers.length, failures: 0 }))
  expect(receiver.numbers).toEqual(receiver.numbers.map((_, index) => index + 1))
})

test('[X9] after a loss of commits it continues from the last one that still exists, with new numbers', async () => {
  const id = await make()
  await announce()
  await vi.waitFor(() => expect(receiver.numbers).toEqual([1]))
  await webhooks.close()
  const { revision } = session
  // The place is in a history that no longer exists. Two commits follow that it has not read, and then the record of the loss.
  const store = new WebhookStore(storage.store)
  const place = await store.getPlace(id)
  if (place === null) throw new Error('there is no place')
  await store.movePlace(id, place, { revision: (revision + 5) as Revision, chain: 'of the history that is gone' })
  for (let count = 0; count < 2; count += 1) await announce()
  const loss = {
    revision: (revision + 3) as Revision,
    at,
    actor: systemActor,
    command: { id: toCommandId('loss'), type: 'session.record-loss' as const },
    events: [{ type: 'session.loss-recorded' as const, data: { after: revision, until: revision + 5, head: 'gone' } }],
  }
  const chain = (await storage.log.readChain(sessionId, session.revision)) ?? ''
  await storage.log.append(sessionId, session.revision, chainCommits(chain, [loss]))
  await vi.waitFor(() => expect(session.revision).toBe(loss.revision))
  await openWebhooks()
  await vi.waitFor(() => expect(receiver.numbers).toEqual([1, 2, 3]))
  const texts = receiver.accepted.filter(({ body }) => body.number > 0).map(({ body }) => body.data['text'])
  expect(texts).toEqual([announced - 2, announced - 1, announced].map((number) => `Announcement ${number}`))
})
