/** A node that does not hear Redis: it reports this, shows nothing as current, and admits nobody. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { durableOptions, hasRedis, RedisServer } from '../support/redis-server.ts'
import { getSecret } from '../support/server-process.ts'
import { waitForRounds } from '../support/session-harness.ts'
import { TcpProxy } from '../support/tcp-proxy.ts'
import { enter, TestClient } from '../support/test-client.ts'

describe.runIf(hasRedis())('a node that does not hear Redis', () => {
  let redis: RedisServer
  let line: TcpProxy
  let deaf: InProcessServer
  let other: InProcessServer
  beforeAll(async () => {
    redis = await RedisServer.start()
    line = await TcpProxy.open(redis.port)
    other = await startInProcessServer({ variables: { ROSTRUM_REDIS_URL: redis.url } })
    deaf = await startInProcessServer({ variables: { ROSTRUM_REDIS_URL: `redis://127.0.0.1:${line.port}` } })
    const chair = await TestClient.join(getUrl(other), { link: getSecret(other.startupLinks.chair ?? '') })
    expect(await chair.sendUntilAnswered('session.open', { onAnyDay: true })).toEqual({ ok: true })
    chair.close()
  })
  afterAll(async () => {
    await Promise.all([deaf.close(), other.close()])
    await line.close()
    await redis.stop()
  })

  const getUrl = ({ app }: InProcessServer) => `http://127.0.0.1:${app.getPort()}`
  const askReady = async () => {
    const answer = await deaf.get('/ready')
    return [answer.status, ((await answer.json()) as { status: string }).status] as const
  }
  const askTime = (client: TestClient, patience = 2_000) => client.socket.timeout(patience).emitWithAck('time')
  const joinDeaf = (link: 'chair' | 'room') => TestClient.join(getUrl(deaf), { link: getSecret(deaf.startupLinks[link] ?? '') })
  /** Returns the reason why a node refuses this ticket, or `entered`. */
  const askEntry = async (server: InProcessServer, ticket: TestClient['ticket']) => {
    const client = new TestClient(getUrl(server), ticket)
    const reason = await new Promise<string>((resolve) => {
      client.socket.once('connect', () => resolve('entered'))
      client.socket.once('connect_error', ({ message }) => resolve(message))
    })
    client.close()
    return reason
  }
  const harms = {
    'the line stands still': [() => line.stall(), () => line.resume()],
    'Redis stands still': [() => redis.pause(), () => redis.resume()],
    'Redis is killed': [() => redis.kill(), () => redis.restart()],
  } as const

  test.each(Object.entries(harms))(
    '[L79] %s: the node reports this within two seconds, and recovers automatically',
    async (_, [harm, mend]) => {
      const [chair, room] = await Promise.all([joinDeaf('chair'), joinDeaf('room')])
      await expect.poll(() => chair.getPart<object>('presence')).toMatchObject({ room: 1, officers: ['chair'] })
      await waitForRounds()
      await expect.poll(() => askTime(chair)).toBeGreaterThan(0)
      await expect.poll(askReady).toEqual([200, 'ready'])
      const logged = deaf.logLines.length
      const began = performance.now()
      const saying = new Promise<number>((resolve) => deaf.session.onFaultChange(() => resolve(performance.now() - began)))
      await harm()
      expect(await saying).toBeLessThan(2_000)
      expect(deaf.session.fault).toMatchObject({ reason: 'silent', since: expect.any(Number) })
      const viewBefore = chair.frames.audienceView
      room.close()
      expect(deaf.logLines.slice(logged).filter((each) => each.includes('commands are refused until'))).toHaveLength(1)
      await expect(askTime(chair, 500)).rejects.toThrow('timed out')
      expect(await chair.send('queue.open', {})).toEqual({ ok: false, reason: 'unavailable' })
      expect((await askReady())[0]).toBe(503)
      await waitForRounds()
      expect(chair.frames.audienceView, 'nothing makes the screen look current').toBe(viewBefore)
      await mend()
      await expect.poll(() => deaf.session.fault, { timeout: 15_000 }).toBe(null)
      await expect.poll(() => askTime(chair)).toBeGreaterThan(0)
      expect(await chair.sendUntilAnswered('queue.open', {})).toEqual({ ok: true })
      await expect.poll(askReady).toEqual([200, 'ready'])
      chair.close()
    },
    40_000,
  )

  test('[L80] a person revoked elsewhere in the meantime is not admitted, and nobody else is until the node hears again', async () => {
    await expect.poll(() => other.get('/ready').then(({ status }) => status), { timeout: 10_000 }).toBe(200)
    // Only the connection on which this node hears of the session is stalled. The node can still read and write.
    const session = await TcpProxy.open(redis.port)
    const half = await startInProcessServer({ variables: { ROSTRUM_REDIS_URL: `redis://127.0.0.1:${session.port}` } })
    const [chair, remote] = await Promise.all([
      TestClient.join(getUrl(other), { link: getSecret(other.startupLinks.chair ?? '') }),
      enter(getUrl(half), { link: getSecret(half.startupLinks.remote ?? '') }),
    ])
    const askPeople = () =>
      half.get(`/api/sessions/${half.session.id}/people`, { authorization: `Bearer ${chair.ticket.ticket}` }).then(({ status }) => status)
    await expect.poll(async () => [await askEntry(half, remote), await askPeople()]).toEqual(['entered', 200])
    session.stall(2)
    await expect.poll(() => half.session.fault).not.toBe(null)
    expect(await chair.sendUntilAnswered('people.revoke', { person: 'remote' as PersonId })).toEqual({ ok: true })
    expect([await askEntry(half, remote), await askEntry(half, chair.ticket)]).toEqual(['unavailable', 'unavailable'])
    expect(await askPeople()).toBe(503)
    const ready = await half.get('/ready')
    expect([ready.status, await ready.json()]).toMatchObject([503, { status: 'cannot-hear' }])
    session.resume()
    await expect.poll(() => askEntry(half, chair.ticket), { timeout: 15_000 }).toBe('entered')
    expect(await askEntry(half, remote)).toBe('revoked')
    chair.close()
    await half.close()
    await session.close()
  }, 40_000)

  test('[L82] a Redis that has lost its tables is not ready, although the log is whole again', async () => {
    await expect.poll(async () => (await askReady())[0]).toBe(200)
    // Changes on the other node arrive here a little later.
    await expect.poll(() => deaf.session.revision).toBe(other.session.revision)
    const { revision } = deaf.session
    await redis.command('FLUSHALL')
    await expect.poll(() => redis.command('XLEN', `s:{${deaf.session.id}}:log`), { timeout: 15_000 }).toBe(revision)
    await expect.poll(() => deaf.session.fault, { timeout: 15_000 }).toBe(null)
    await expect.poll(askReady).toEqual([503, 'cannot-store'])
    await expect.poll(() => deaf.logLines.some((each) => each.includes('has lost its tables'))).toBe(true)
  }, 40_000)

  test('[L74] the page for monitoring names the current promise of Redis', async () => {
    const askProfile = async () => ((await (await other.get('/health')).json()) as { log: string }).log
    expect(await askProfile()).toBe('redis R1')
    await redis.kill()
    await redis.restart([...durableOptions, '--appendfsync', 'everysec'])
    await expect.poll(askProfile, { timeout: 10_000 }).toBe('redis R3 (reduced)')
    await redis.kill()
    await redis.restart(durableOptions)
    await expect.poll(askProfile, { timeout: 10_000 }).toBe('redis R1')
  }, 40_000)

  test('[L77] a trimmed log is damaged even for a node that has it whole: commands are refused, and it is counted', async () => {
    await redis.command('XTRIM', `s:{${other.session.id}}:log`, 'MINID', '3-0')
    await expect.poll(() => other.session.fault?.reason, { timeout: 10_000 }).toBe('damaged')
    expect(await (await other.get('/health')).json()).toMatchObject({ damagedSessions: 1 })
  }, 40_000)
})
