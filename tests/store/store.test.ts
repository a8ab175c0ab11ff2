import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLmdbLog } from '@rostrum/server/log/lmdb'
import { LmdbEnvironment } from '@rostrum/server/log/lmdb-environment'
import { openLmdbStore } from '@rostrum/server/store/lmdb'
import { openMemoryStore } from '@rostrum/server/store/memory'
import { openRedisStore } from '@rostrum/server/store/redis'
import { DamagedTableError } from '@rostrum/server/store/store'
import { revisionZero } from '@rostrum/shared/kernel/revision'
import { createClient } from 'redis'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeCommitsAfter, toSessionId } from '../support/commits.ts'
import { hasRedis, RedisServer } from '../support/redis-server.ts'
import { describeStore } from './contract.ts'

const folders: string[] = []
const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'rostrum-store-'))
  folders.push(folder)
  return folder
}
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

describeStore('memory', () => ({ open: async () => openMemoryStore(), reopen: null }))

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

test('[L102] embedded: a value that is no JSON is said to be damaged, and not what it is', async () => {
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

test('log and tables share one environment, and the last of them to close closes it', async () => {
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

describe.runIf(hasRedis())('redis', () => {
  let server: RedisServer
  beforeAll(async () => {
    server = await RedisServer.start()
  })
  afterAll(() => server.stop())

  test('[L102] a value that is no JSON is said to be damaged, and not what it is', async () => {
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
})
