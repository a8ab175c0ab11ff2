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
import { describeStore } from './contract.ts'
import { describeNodeChannel } from './node-channel.ts'

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

      test('[L137] a node sends its message and gets the others’ in one request to Redis, and a lost node is forgotten', async () => {
        const [channel, client] = [await openChannel(), createClient({ url: server.url })]
        await client.connect()
        const countReads = async () => Number(/total_reads_processed:(\d+)/.exec(await client.info('stats'))?.[1])
        await channel.exchange('t', 'lost', 'soon gone', 5)
        await channel.exchange('t', 'two', 'here', 60_000)
        await expect.poll(() => channel.exchange('t', 'one', 'here', 60_000), { interval: 2 }).toEqual(['here'])
        expect((await client.sMembers('n:t')).sort()).toEqual(['one', 'two'])
        const before = await countReads()
        for (let time = 0; time < 200; time += 1) await channel.exchange('t', 'one', 'here', 60_000)
        // The second count includes itself, and a connection sometimes checks whether Redis is there.
        expect((await countReads()) - before).toBeLessThan(210)
        client.destroy()
      })
    })
  })
