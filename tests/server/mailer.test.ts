/** The queue of mail: retries, pauses, and what happens after a restart. The test uses a fake sender and its own clock. */

import { openMemoryStore } from '@rostrum/server/engine/store/memory'
import { type Delivery, type Mailing, MailStore } from '@rostrum/server/services/mail/mail-store'
import { Mailer, retryPauses } from '@rostrum/server/services/mail/mailer'
import type { Mail, SendOutcome } from '@rostrum/server/services/mail/smtp-sender'
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import { toInstant } from '@rostrum/shared/kernel/time'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { MemoryNodeChannel } from '../support/memory-node-channel.ts'

const session = 's' as SessionId
const mailing: Mailing = {
  id: 'm',
  status: 'running',
  startedAt: 0,
  language: 'en',
  message: null,
  waitUntil: null,
  problem: null,
  failures: 0,
}
const waiting: Delivery = {
  mailing: 'm',
  request: 'm',
  status: 'waiting',
  attempts: 0,
  at: 0,
  code: null,
  address: 'x',
  kind: 'invitation',
  particulars: null,
}
const logger = { info: () => undefined, warn: () => undefined, error: () => undefined }
const deferred: SendOutcome = { kind: 'deferred', code: 451 }

let store: MailStore
let now = 1_000_000
let mailers: Mailer[] = []
let sent: string[] = []
let answer: (id: string) => SendOutcome
beforeEach(() => {
  store = new MailStore(openMemoryStore())
  now = 1_000_000
  mailers = []
  sent = []
  answer = () => ({ kind: 'sent' })
})
afterEach(() => Promise.all(mailers.map((mailer) => mailer.close())))

const openMailer = (): Mailer => {
  const mailer = new Mailer({
    store,
    sender: {
      send: async ({ messageId }) => {
        sent.push(messageId)
        return answer(messageId)
      },
      close: () => undefined,
    },
    compose: async (_, person) => ({ messageId: person, particulars: null }) as unknown as Mail,
    now: () => toInstant(now),
    logger,
    rate: 1_000_000,
  })
  mailers.push(mailer)
  mailer.start()
  return mailer
}
const give = async (people: Readonly<Record<string, Partial<Delivery>>>, changes: Partial<Mailing> = {}) => {
  await store.saveDeliveries(
    session,
    Object.entries(people).map(([id, more]) => [id as PersonId, { ...waiting, ...more }]),
  )
  await store.saveMailing(session, { ...mailing, ...changes })
}
const getDelivery = (id: string) => store.getDelivery(session, id as PersonId)
const waitFor = (check: () => Promise<void> | void) => vi.waitFor(check)

describe('the queue', () => {
  test('[P43] tries again after growing pauses, then gives up', async () => {
    answer = () => deferred
    await give({ a: {} })
    const mailer = openMailer()
    for (const [index, pause] of retryPauses.entries()) {
      await waitFor(async () =>
        expect(await getDelivery('a')).toMatchObject({ status: 'waiting', attempts: index + 1, at: now + pause, code: 451 }),
      )
      mailer.notify()
      await new Promise((resolve) => setTimeout(resolve, 20))
      expect(sent).toHaveLength(index + 1)
      now += pause
      mailer.notify()
    }
    await waitFor(async () => expect(await getDelivery('a')).toMatchObject({ status: 'failed', code: 451 }))
    mailer.notify()
    await waitFor(async () => expect(await store.getMailing(session)).toMatchObject({ status: 'done' }))
    expect([...retryPauses].sort((a, b) => a - b)).toEqual(retryPauses)
  })

  test('[P44] waits, with growing pauses, while the mail server is not available, and uses up no attempts', async () => {
    answer = () => ({ kind: 'unavailable', problem: 'unreachable' })
    await give({ a: {}, b: {} })
    const mailer = openMailer()
    for (const failures of [1, 2, 3]) {
      const pause = 60_000 * 2 ** (failures - 1)
      await waitFor(async () =>
        expect(await store.getMailing(session)).toMatchObject({
          status: 'running',
          failures,
          problem: 'unreachable',
          waitUntil: now + pause,
        }),
      )
      now += pause
      mailer.notify()
    }
    await waitFor(async () => expect(await store.getMailing(session)).toMatchObject({ failures: 4 }))
    expect(await getDelivery('a')).toMatchObject({ status: 'waiting', attempts: 0 })
    answer = () => ({ kind: 'sent' })
    now += 60 * 60_000
    mailer.notify()
    await waitFor(async () => expect(await store.getMailing(session)).toMatchObject({ status: 'done', failures: 0, problem: null }))
    expect(await getDelivery('b')).toMatchObject({ status: 'sent' })
  })

  test('[P44] is not held up by an email that ends the connection of the mail server', async () => {
    answer = (id) => (id === 'a' ? { kind: 'unavailable', problem: 'unreachable' } : { kind: 'sent' })
    await give({ a: {}, b: {}, c: {} })
    const mailer = openMailer()
    await waitFor(async () => expect(await store.getMailing(session)).toMatchObject({ failures: 1 }))
    now += 60_000
    mailer.notify()
    await waitFor(() => expect(sent).toEqual(['a', 'b', 'c', 'a']))
    expect(await getDelivery('c')).toMatchObject({ status: 'sent' })
  })

  test('[P41] after a restart sends waiting and unfinished emails, and none that was sent', async () => {
    await give({
      a: { status: 'sent' },
      b: { status: 'sending', at: now - 10 },
      c: {},
      d: { status: 'refused' },
      e: { mailing: 'earlier' },
    })
    openMailer()
    await waitFor(async () => expect(await store.getMailing(session)).toMatchObject({ status: 'done' }))
    expect([...sent].sort()).toEqual(['b', 'c'])
  })

  test('[P41] on several nodes sends each email once, and leaves what another node is sending', async () => {
    const rows = openMemoryStore()
    store = new MailStore({ ...rows, nodes: new MemoryNodeChannel() })
    await give({
      other: { status: 'sending', at: now - 60_000 },
      ...Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`p${index}`, {}])),
    })
    for (const _ of [1, 2, 3]) openMailer()
    await waitFor(() => expect(sent).toHaveLength(50))
    expect(new Set(sent).size).toBe(50)
    expect(await store.getMailing(session)).toMatchObject({ status: 'running' })
    now += 5 * 60_000
    for (const mailer of mailers) mailer.notify()
    await waitFor(() => expect(sent.at(-1)).toBe('other'))
  })

  test('[P56] goes on with a person who was added just before it was done', async () => {
    await give({ a: {} })
    vi.spyOn(store, 'saveMailing').mockImplementationOnce(async (_, done) => {
      expect(done.status).toBe('done')
      await give({ b: { request: 'n' } }, done)
    })
    openMailer()
    await waitFor(() => expect(sent).toEqual(['a', 'b']))
    await waitFor(async () => expect(await store.getMailing(session)).toMatchObject({ status: 'done' }))
  })

  test('[P44] keeps to the rate', async () => {
    const own = new Mailer({
      store,
      sender: { send: async () => ({ kind: 'sent' }), close: () => undefined },
      compose: async (_, person) => ({ messageId: person, particulars: null }) as unknown as Mail,
      now: () => toInstant(now),
      logger,
      rate: 600,
    })
    mailers.push(own)
    await give({ a: {}, b: {}, c: {}, d: {} })
    const began = performance.now()
    own.start()
    await waitFor(async () => expect(await store.getMailing(session)).toMatchObject({ status: 'done' }))
    expect(performance.now() - began).toBeGreaterThan(290)
  })
})
