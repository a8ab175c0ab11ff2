import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLmdbLog } from '@rostrum/server/engine/log/lmdb'
import { LmdbEnvironment } from '@rostrum/server/engine/log/lmdb-environment'
import { StorageUnavailableError } from '@rostrum/server/engine/log/log-errors'
import { openLmdbStore } from '@rostrum/server/engine/store/lmdb'
import { openMemoryStore } from '@rostrum/server/engine/store/memory'
import { openRedisStore } from '@rostrum/server/engine/store/redis'
import { DamagedTableError, type NodeChannel, type Store } from '@rostrum/server/engine/store/store'
import { revisionZero } from '@rostrum/shared/kernel/revision'
import { createClient } from 'redis'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { makeCommitsAfter, toSessionId } from '../support/commits.ts'
import { MemoryNodeChannel } from '../support/memory-node-channel.ts'
import { hasRedis, RedisServer } from '../support/redis-server.ts'
import { TcpProxy } from '../support/tcp-proxy.ts'
import { describeStore } from './contract.ts'
import { describeNodeChannel, listen } from './node-channel.ts'

const folders: string[] = []
const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'rostrum-store-'))
  folders.push(folder)
  return folder
}
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

describeStore('memory', () => ({ open: async () => openMemoryStore(), reopen: null }))

describeNodeChannel('memory', async () => new MemoryNodeChannel())

describeStore('embedded', () => {
  let folder = ''
  const open = async () => openLmdbStore(await LmdbEnvironment.open(folder))
  return {
    open: async () => {
      folder = await newFolder()
      return await open()
    },
    reopen: async (store) => {
      await store.close()
      return await open()
    },
  }
})

const noJson = '{"name":a private name"}'
const noJsonError = new DamagedTableError('keys', 'a value is no JSON')

test('[L102] embedded: a value that is not JSON is reported as damaged, without its content', async () => {
  const folder = await newFolder()
  const environment = await LmdbEnvironment.open(folder)
  const rows = environment.open<string, [string, string]>('tables', 'string')
  await environment.write(() => [rows.put(['keys', 'k'], noJson)])
  await environment.close()
  const store = openLmdbStore(await LmdbEnvironment.open(folder))
  await expect(store.get('keys', 'k')).rejects.toThrow(noJsonError)
  await expect(store.list('keys')).rejects.toThrow(noJsonError)
  await store.close()
})

test('log and tables share one environment, and the last one to close closes it', async () => {
  const folder = await newFolder()
  const environment = await LmdbEnvironment.open(folder)
  const [log, store] = [openLmdbLog(environment), openLmdbStore(environment)]
  await Promise.all([store.put('keys', 'k', 'v'), log.append(toSessionId('s'), revisionZero, makeCommitsAfter(null, 1))])
  await store.close()
  expect(await log.read(toSessionId('s'), revisionZero)).toHaveLength(1)
  await log.close()
  const again = openLmdbStore(await LmdbEnvironment.open(folder))
  expect(await again.get('keys', 'k')).toBe('v')
  await again.close()
})

if (hasRedis())
  describe('redis', () => {
    let server: RedisServer
    beforeAll(async () => {
      server = await RedisServer.start()
    })
    afterAll(() => server.stop())

    test('[L102] a value that is not JSON is reported as damaged, without its content', async () => {
      const client = createClient({ url: server.url })
      await client.connect()
      await client.hSet('t:keys', 'k', noJson)
      client.destroy()
      const store = await openRedisStore(server.source, { volatile: true })
      await expect(store.get('keys', 'k')).rejects.toThrow(noJsonError)
      await expect(store.list('keys')).rejects.toThrow(noJsonError)
      await store.close()
    })

    describeStore('redis', () => ({
      open: async () => {
        const client = createClient({ url: server.url })
        await client.connect()
        await client.flushAll()
        client.destroy()
        return await openRedisStore(server.source, { volatile: true })
      },
      reopen: async (store) => {
        await store.close()
        await server.kill()
        await server.restart()
        return await openRedisStore(server.source, { volatile: true })
      },
    }))

    test('[L138] a Redis that does not answer counts as lost within seconds, even while there are further requests', {
      timeout: 30_000,
    }, async () => {
      const store = await openRedisStore(server.source, { volatile: true })
      await store.put('keys', 'k', 'v')
      process.kill(server.pid, 'SIGSTOP')
      const others: Promise<unknown>[] = []
      const asking = setInterval(() => others.push(store.get('keys', 'other').catch((error: Error) => error.name)), 200)
      try {
        await expect(store.get('keys', 'k')).rejects.toThrow(StorageUnavailableError)
      } finally {
        clearInterval(asking)
        process.kill(server.pid, 'SIGCONT')
      }
      expect(new Set(await Promise.all(others))).toEqual(new Set(['StorageUnavailableError']))
      await expect.poll(() => store.get('keys', 'k').catch(() => 'not yet'), { timeout: 10_000 }).toBe('v')
      await store.close()
    })

    describe('messages between nodes', () => {
      let store: Store
      const openChannel = async (): Promise<NodeChannel> => {
        store = await openRedisStore(server.source, { volatile: true })
        if (store.nodes === null) throw new Error('no channel')
        return store.nodes
      }
      afterEach(() => store.close())
      describeNodeChannel('redis', openChannel)

      test('[L137] a message between nodes is one command to Redis, which writes nothing of it to a file', async () => {
        const [channel, client] = [await openChannel(), createClient({ url: server.url })]
        await client.connect()
        const { heard, stop } = await listen(channel)
        const read = async (section: string, name: string) => Number(new RegExp(`${name}:(\\d+)`).exec(await client.info(section))?.[1])
        const [reads, size] = [await read('stats', 'total_reads_processed'), await read('persistence', 'aof_current_size')]
        for (let time = 0; time < 200; time += 1) await channel.publish(`message ${time}`)
        // The second one counts itself, and a connection now and then asks whether Redis is there.
        expect((await read('stats', 'total_reads_processed')) - reads).toBeLessThan(215)
        await expect.poll(() => heard).toHaveLength(200)
        expect(size).toBeGreaterThan(0)
        expect(await read('persistence', 'aof_current_size')).toBe(size)
        expect(await client.keys('*rostrum*')).toEqual([])
        stop()
        client.destroy()
      })

      test('[P19] a node that has lost Redis listens again, even after a dead line', { timeout: 60_000 }, async () => {
        const channel = await openChannel()
        const { heard, stop } = await listen(channel)
        const isHeard = (message: string) => async () => {
          await channel.publish(message)
          return heard.includes(message)
        }
        await server.kill()
        await server.restart()
        await expect.poll(isHeard('after a restart'), { timeout: 20_000 }).toBe(true)
        const line = await TcpProxy.open(server.port)
        const slow = await openRedisStore({ ...server.source, url: `redis://127.0.0.1:${line.port}` }, { volatile: true })
        const other = await listen(slow.nodes as NodeChannel)
        line.abandon()
        const isHeardAgain = async () => {
          await channel.publish('over a new line')
          return other.heard
        }
        await expect.poll(isHeardAgain, { timeout: 20_000 }).toContain('over a new line')
        other.stop()
        stop()
        await slow.close()
        await line.close()
      })
    })
  })
