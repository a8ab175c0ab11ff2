/** The model session's documents as they are kept beside this: whatever makes them differ is a change that somebody must want. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLmdbLog } from '@rostrum/server/log/lmdb'
import { Environment } from '@rostrum/server/log/lmdb-environment'
import type { Log } from '@rostrum/server/log/log'
import { openMemoryLog } from '@rostrum/server/log/memory'
import { openRedisLog } from '@rostrum/server/log/redis'
import { exported } from '@rostrum/server/record/export-record'
import { formats } from '@rostrum/server/record/formats/formats'
import { languages } from '@rostrum/server/record/text/languages'
import { noRevision } from '@rostrum/shared/contract/ids'
import { describe, expect, test } from 'vitest'
import { modelId, modelSession } from '../support/model-session.ts'
import { hasRedis, RedisServer } from '../support/redis-server.ts'

const commits = modelSession()
const wanted = (format: (typeof formats)[number], language: (typeof languages)[number] = 'en') => ({
  format,
  language,
  public: false,
  notes: false,
})
const textOf = async (...given: Parameters<typeof wanted>) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode((await exported(modelId, commits, wanted(...given))).bytes)

test.each(languages)('[R6] the report in Markdown is what it was, in %s', async (language) => {
  await expect(await textOf('md', language)).toMatchFileSnapshot(`golden/record.${language}.md`)
})

test('[R6] the record in JSON is what it was', async () => {
  await expect(await textOf('json')).toMatchFileSnapshot('golden/record.json')
})

/** What a log gives back after it was closed and opened again. */
async function through(open: () => Promise<Log> | Log, reopen: (log: Log) => Promise<Log> | Log) {
  const log = await open()
  await log.append(modelId, noRevision, commits)
  const again = await reopen(log)
  try {
    return await again.read(modelId, noRevision)
  } finally {
    await again.close()
  }
}

const documents = async (read: typeof commits) =>
  await Promise.all(
    formats.flatMap((format) =>
      languages.map(async (language) => Buffer.from((await exported(modelId, read, wanted(format, language))).bytes).toString('base64')),
    ),
  )

describe('[R3, R6] every format, from the log read anew, byte for byte:', () => {
  test('in memory', async () => {
    const read = await through(openMemoryLog, (log) => log)
    expect(await documents(read)).toEqual(await documents(commits))
  })

  test('embedded, after a restart', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rostrum-record-'))
    const open = async () => openLmdbLog(await Environment.open(folder))
    const read = await through(open, async (log) => {
      await log.close()
      return await open()
    })
    expect(await documents(read)).toEqual(await documents(commits))
    await rm(folder, { recursive: true, force: true })
  })

  test.runIf(hasRedis())('in Redis, after a restart', async () => {
    const server = await RedisServer.start()
    const open = () => openRedisLog(server.url, { volatile: false })
    const read = await through(open, async (log) => {
      await log.close()
      await server.kill()
      await server.restart()
      return await open()
    })
    expect(await documents(read)).toEqual(await documents(commits))
    await server.stop()
  })

  test('on a clock of another place', async () => {
    const [before, here] = [await documents(commits), process.env['TZ']]
    try {
      process.env['TZ'] = 'Pacific/Kiritimati'
      expect(new Date(2030, 0).getTimezoneOffset()).toBe(-14 * 60)
      expect(await documents(commits)).toEqual(before)
    } finally {
      if (here === undefined) delete process.env['TZ']
      else process.env['TZ'] = here
    }
  })
})
