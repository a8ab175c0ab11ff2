/** The documents of the model session, compared with the golden files. Any difference must be intended. */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLmdbLog } from '@rostrum/server/engine/log/lmdb'
import { LmdbEnvironment } from '@rostrum/server/engine/log/lmdb-environment'
import type { Log } from '@rostrum/server/engine/log/log'
import { openMemoryLog } from '@rostrum/server/engine/log/memory'
import { openRedisLog } from '@rostrum/server/engine/log/redis'
import { exportRecord } from '@rostrum/server/services/record/export-record'
import { formats } from '@rostrum/shared/contract/record-formats'
import { revisionZero } from '@rostrum/shared/kernel/revision'
import { languageIds } from '@rostrum/shared/kernel/wording'
import { describe, expect, test } from 'vitest'
import { buildModelLog, modelId } from '../support/model-session.ts'
import { hasRedis, RedisServer } from '../support/redis-server.ts'

const commits = buildModelLog()
const makeExportOptions = (format: (typeof formats)[number], language: (typeof languageIds)[number] = 'en') => ({
  format,
  language,
  public: false,
  notes: false,
})
const exportText = async (...given: Parameters<typeof makeExportOptions>) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode((await exportRecord(modelId, commits, makeExportOptions(...given))).bytes)

test.each(languageIds)('[R6] the report in Markdown has not changed, in %s', async (language) => {
  await expect(await exportText('md', language)).toMatchFileSnapshot(`golden/record.${language}.md`)
})

test('[R6] the record in JSON has not changed', async () => {
  await expect(await exportText('json')).toMatchFileSnapshot('golden/record.json')
})

/** Reads commits from a log after it was closed and opened again. */
async function readThrough(open: () => Promise<Log> | Log, reopen: (log: Log) => Promise<Log> | Log) {
  const log = await open()
  await log.append(modelId, revisionZero, commits)
  const again = await reopen(log)
  try {
    return await again.read(modelId, revisionZero)
  } finally {
    await again.close()
  }
}

const exportAll = async (read: typeof commits) =>
  await Promise.all(
    formats.flatMap((format) =>
      languageIds.map(async (language) =>
        Buffer.from((await exportRecord(modelId, read, makeExportOptions(format, language))).bytes).toString('base64'),
      ),
    ),
  )

describe('[R3, R6] every format, from the log read again, is the same byte for byte:', { timeout: 60_000 }, () => {
  test('in memory', async () => {
    const read = await readThrough(openMemoryLog, (log) => log)
    expect(await exportAll(read)).toEqual(await exportAll(commits))
  })

  test('embedded, after a restart', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rostrum-record-'))
    const open = async () => openLmdbLog(await LmdbEnvironment.open(folder))
    const read = await readThrough(open, async (log) => {
      await log.close()
      return await open()
    })
    expect(await exportAll(read)).toEqual(await exportAll(commits))
    await rm(folder, { recursive: true, force: true })
  })

  if (hasRedis())
    test('in Redis, after a restart', async () => {
      const server = await RedisServer.start()
      const open = () => openRedisLog(server.source, { volatile: false })
      const read = await readThrough(open, async (log) => {
        await log.close()
        await server.kill()
        await server.restart()
        return await open()
      })
      expect(await exportAll(read)).toEqual(await exportAll(commits))
      await server.stop()
    })

  test('in another time zone of the machine', async () => {
    const [before, here] = [await exportAll(commits), process.env['TZ']]
    try {
      process.env['TZ'] = 'Pacific/Kiritimati'
      expect(new Date(2030, 0).getTimezoneOffset()).toBe(-14 * 60)
      expect(await exportAll(commits)).toEqual(before)
    } finally {
      if (here === undefined) delete process.env['TZ']
      else process.env['TZ'] = here
    }
  })
})
