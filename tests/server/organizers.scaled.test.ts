/** Organizers with a personal link: created, used, renewed and ended, on every store and over HTTP. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LmdbEnvironment } from '@rostrum/server/engine/log/lmdb-environment'
import { openLmdbStore } from '@rostrum/server/engine/store/lmdb'
import { openMemoryStore } from '@rostrum/server/engine/store/memory'
import { openRedisStore } from '@rostrum/server/engine/store/redis'
import type { Store } from '@rostrum/server/engine/store/store'
import { ApiTokens } from '@rostrum/server/people/access/api-tokens'
import { Organizers } from '@rostrum/server/people/access/organizers'
import { ServerKey } from '@rostrum/server/people/access/server-key'
import { type Instant, toInstant } from '@rostrum/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { hasRedis, RedisServer } from '../support/redis-server.ts'

const at = (minute: number): Instant => toInstant(minute * 60_000)

/** Opens two nodes that share the store. */
const openNodes = async (store: Store) => {
  const [one, other] = [await ServerKey.open(store), await ServerKey.open(store)].map((key) => new Organizers(store, key))
  if (!one || !other) throw new Error('no nodes')
  return { one, other }
}

const describeOrganizers = (name: string, open: () => Promise<Store>) =>
  describe(`organizers on the store ${name}`, () => {
    let store: Store
    beforeAll(async () => {
      store = await open()
    })
    afterAll(() => store.close())

    test('[P65] a link is renewed and ended separately, at once on every node', async () => {
      const { one, other } = await openNodes(store)
      const services = await one.issue('Conference services', at(1))
      const protocol = await one.issue('Protocol', at(2))
      expect(await other.find(services.secret)).toBe(services.id)
      const renewed = await other.renew(services.id, at(3))
      expect(await one.find(services.secret)).toBeNull()
      expect(await one.find(renewed?.secret ?? '')).toBe(services.id)
      expect(await one.find(protocol.secret)).toBe(protocol.id)
      expect(await other.end(services.id)).toBe(true)
      expect(await one.find(renewed?.secret ?? '')).toBeNull()
      expect(await one.find(protocol.secret)).toBe(protocol.id)
      expect([await one.end(services.id), await one.renew(services.id, at(4))]).toEqual([false, null])
      expect(await store.list('organizers').then((rows) => rows.filter(([key]) => key.startsWith(services.id)))).toEqual([])
    })

    test('[P65] nothing that happens at the same time as an end brings the organizer back', async () => {
      const { one, other } = await openNodes(store)
      const made = await one.issue('Protocol', at(1))
      const [, renewed] = await Promise.all([one.end(made.id), other.renew(made.id, at(2)), other.noteUse(made.id, at(3))])
      expect(await one.find(made.secret)).toBeNull()
      expect(renewed === null ? null : await one.find(renewed.secret)).toBeNull()
      expect((await one.list()).some(({ id }) => id === made.id)).toBe(false)
    })

    test('[P65] if a link is renewed twice at the same time, exactly one link works', async () => {
      const { one, other } = await openNodes(store)
      const made = await one.issue('Protocol', at(1))
      const both = await Promise.all([one.renew(made.id, at(2)), other.renew(made.id, at(2))])
      const found = await Promise.all(both.map((renewed) => one.find(renewed?.secret ?? '')))
      expect(found.filter((id) => id === made.id)).toHaveLength(1)
    })

    test('[P65] only a digest of the secret is stored', async () => {
      const { one } = await openNodes(store)
      const made = await one.issue('Protocol', at(1))
      const renewed = await one.renew(made.id, at(2))
      const stored = JSON.stringify(await store.list('organizers'))
      expect(stored).toContain('Protocol')
      for (const secret of [made.secret, renewed?.secret ?? '', await one.getFirstSecret()]) {
        expect(secret).toHaveLength(32)
        expect(stored).not.toContain(secret)
      }
    })

    test('[P66] the first organizer can be renewed on any node, but not ended', async () => {
      const { one, other } = await openNodes(store)
      const first = await one.getFirstSecret()
      expect(await other.find(first)).toBe('first')
      const renewed = await one.renew('first', at(5))
      expect([await other.find(first), await other.find(renewed?.secret ?? '')]).toEqual([null, 'first'])
      expect(await other.getFirstSecret()).toBe(renewed?.secret)
      expect([await one.end('first'), await one.find(renewed?.secret ?? '')]).toEqual([false, 'first'])
    })

    test('[P67] the list shows when each organizer was created and last used', async () => {
      const { one, other } = await openNodes(store)
      const made = await one.issue('Press office', at(6))
      const getListed = async () => (await other.list()).find(({ id }) => id === made.id)
      expect(await getListed()).toEqual({ id: made.id, name: 'Press office', madeAt: at(6), renewedAt: null, usedAt: null })
      await one.noteUse(made.id, at(7))
      await one.noteUse(made.id, toInstant(at(7) + 59_000))
      expect((await getListed())?.usedAt).toBe(at(7))
      await one.noteUse(made.id, at(8))
      await one.renew(made.id, at(9))
      expect(await getListed()).toMatchObject({ usedAt: at(8), renewedAt: at(9), madeAt: at(6) })
      expect((await one.list())[0]?.id).toBe('first')
    })

    test('a token stored before tokens recorded their maker belongs to the first organizer', async () => {
      const tokens = new ApiTokens(store)
      const { secret, madeBy: _, ...older } = await tokens.issue('Registration', at(1), 'somebody')
      const [digest = ''] = (await store.list('tokens')).find(([, value]) => (value as { id: string }).id === older.id) ?? []
      await store.put('tokens', digest, older)
      expect(await tokens.findMaker(secret)).toBe('first')
    })
  })

describeOrganizers('memory', async () => openMemoryStore())

describe('embedded', () => {
  let folder = ''
  afterAll(() => rm(folder, { recursive: true, force: true }))
  describeOrganizers('embedded', async () => {
    folder = await mkdtemp(join(tmpdir(), 'rostrum-organizers-'))
    return openLmdbStore(await LmdbEnvironment.open(folder))
  })
})

if (hasRedis())
  describe('redis', () => {
    let redis: RedisServer
    afterAll(() => redis.stop())
    describeOrganizers('redis', async () => {
      redis = await RedisServer.start()
      return await openRedisStore(redis.source, { volatile: true })
    })
  })

describe('over HTTP', () => {
  let server: InProcessServer
  let first: string
  beforeAll(async () => {
    server = await startInProcessServer()
    first = getSecret(server.startupLinks.organizer)
  })
  afterAll(() => server.close())

  const call = async <T = Record<string, unknown>>(method: string, path: string, secret: string, body?: object) => {
    const headers = { authorization: `Bearer ${secret}`, ...(body ? { 'content-type': 'application/json' } : {}) }
    const answer = await fetch(`http://127.0.0.1:${server.app.getPort()}${path}`, {
      method,
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    return { status: answer.status, body: (await answer.json()) as T }
  }
  const add = async (by: string, name: string) => {
    const { body } = await call<{ id: string; url: string }>('POST', '/api/organizers', by, { name })
    return { id: body.id, secret: getSecret(body.url), url: body.url }
  }
  const getStatus = async (secret: string) => (await call('GET', '/api/sessions', secret)).status

  test('[P64] an organizer can do all that the first one can, and can add and end others; a token cannot', async () => {
    const services = await add(first, 'Conference services')
    expect(services.url).toContain('/home#')
    expect(await getStatus(services.secret)).toBe(200)
    expect((await call('POST', '/api/sessions', services.secret, { template: 'blank' })).status).toBe(201)
    expect((await call('GET', `/api/sessions/${server.session.id}/people`, services.secret)).status).toBe(200)
    const { body: token } = await call<{ secret: string }>('POST', '/api/tokens', services.secret, { name: 'Registration' })
    const other = await add(services.secret, 'Protocol')
    for (const [method, path, body] of [
      ['GET', '/api/organizers', undefined],
      ['POST', '/api/organizers', { name: 'A program' }],
      ['POST', `/api/organizers/${other.id}/renew`, {}],
      ['DELETE', `/api/organizers/${other.id}`, undefined],
    ] as const)
      expect(await call(method, path, token.secret, body)).toEqual({ status: 403, body: { reason: 'organizer-only' } })
    expect((await call('DELETE', `/api/organizers/${other.id}`, services.secret)).body).toEqual({ deleted: other.id })
    expect(await getStatus(other.secret)).toBe(401)
  })

  test('[P65] after an organizer is ended, their next request is refused, and so are their tokens but no others', async () => {
    const services = await add(first, 'Conference services')
    const { body: own } = await call<{ secret: string }>('POST', '/api/tokens', services.secret, { name: 'Theirs' })
    const { body: others } = await call<{ secret: string }>('POST', '/api/tokens', first, { name: 'Of the first' })
    const { body: listed } = await call<{ organizers: { id: string }[]; own: string }>('GET', '/api/organizers', services.secret)
    expect(listed.own).toBe(services.id)
    expect(listed.organizers.find(({ id }) => id === services.id)).toMatchObject({ tokens: 1, usedAt: expect.any(Number) })
    await call('DELETE', `/api/organizers/${services.id}`, first)
    expect(await call('GET', '/api/sessions', services.secret)).toEqual({ status: 401, body: { reason: 'organizer-only' } })
    expect([await getStatus(own.secret), await getStatus(others.secret), await getStatus(first)]).toEqual([401, 200, 200])
    expect(await call('DELETE', `/api/organizers/${services.id}`, first)).toEqual({ status: 404, body: { reason: 'no-such-organizer' } })
    const renewal = await call('POST', `/api/organizers/${services.id}/renew`, first, {})
    expect(renewal).toEqual({ status: 404, body: { reason: 'no-such-organizer' } })
  })

  test('[P66] the first organizer cannot be ended, but can be renewed by another', async () => {
    const services = await add(first, 'Conference services')
    expect(await call('DELETE', '/api/organizers/first', services.secret)).toEqual({ status: 409, body: { reason: 'first-organizer' } })
    const { body } = await call<{ url: string }>('POST', '/api/organizers/first/renew', services.secret, {})
    expect([await getStatus(first), await getStatus(services.secret)]).toEqual([401, 200])
    first = getSecret(body.url)
    expect(await getStatus(first)).toBe(200)
  })

  test('[P67] every creation, renewal and end is a line of the log, by ids, without secret and name', async () => {
    const made = await add(first, 'Unmistakable function')
    const { body } = await call<{ url: string }>('POST', `/api/organizers/${made.id}/renew`, first, {})
    await call('DELETE', `/api/organizers/${made.id}`, first)
    const lines = server.logLines.filter((line) => line.includes(made.id)).map((line) => JSON.parse(line))
    expect(lines.map(({ organizer, by, msg }) => [organizer === made.id, by, msg])).toEqual([
      [true, 'first', 'an organizer was given access'],
      [true, 'first', 'the link of an organizer was renewed'],
      [true, 'first', 'the access of an organizer was ended'],
    ])
    for (const kept of [made.secret, getSecret(body.url), first, 'Unmistakable']) expect(server.logLines.join()).not.toContain(kept)
  })

  test.each([[{}], [{ name: '' }], [{ name: 'x'.repeat(81) }], [{ name: '\u202e\u200b' }], [{ name: 'A', role: 'chair' }]])(
    '%j is refused, and creates no organizer',
    async (body) => {
      const count = async () => (await call<{ organizers: object[] }>('GET', '/api/organizers', first)).body.organizers.length
      const before = await count()
      expect((await call('POST', '/api/organizers', first, body)).status).toBeGreaterThanOrEqual(400)
      expect(await count()).toBe(before)
    },
  )
})
