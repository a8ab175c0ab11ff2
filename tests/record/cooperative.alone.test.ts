/** Building a record delays nobody: the test measures how long others wait in the meantime. */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLmdbLog } from '@rostrum/server/engine/log/lmdb'
import { LmdbEnvironment } from '@rostrum/server/engine/log/lmdb-environment'
import { buildRecord } from '@rostrum/server/services/record/build-record'
import { exportRecord, exportRecordPage } from '@rostrum/server/services/record/export-record'
import { formatWriters } from '@rostrum/server/services/record/formats/writers'
import { getReportText } from '@rostrum/server/services/record/text/report-text'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { formats } from '@rostrum/shared/contract/record-formats'
import { revisionZero } from '@rostrum/shared/kernel/revision'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createState, plan } from '../support/fixtures.ts'
import { buildPlayedLog } from '../support/log-builder.ts'
import { buildModelLog, modelId } from '../support/model-session.ts'
import { arbitraryRolls, playRolls, typesWithoutClose } from '../support/random-session.ts'

/** Returns the processor time of this process in milliseconds, so that other processes on the machine do not count. */
const getCpuTime = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Returns the longest wait in milliseconds, from the best of three runs. */
async function measureLongestWait(work: () => Promise<unknown>): Promise<number> {
  const tried: number[] = []
  for (let times = 0; times < 3; times += 1) {
    let [longest, before, over] = [0, getCpuTime(), false]
    const tick = () => {
      const now = getCpuTime()
      longest = Math.max(longest, now - before)
      before = now
      if (!over) setImmediate(tick)
    }
    setImmediate(tick)
    await work()
    over = true
    tick()
    tried.push(longest)
  }
  return Math.min(...tried)
}

const manyRolls = fc.sample(arbitraryRolls(30_000, 30_000), { numRuns: 1, seed: 5 })[0] ?? []
const commits = buildPlayedLog(plan, playRolls(createState(), manyRolls, typesWithoutClose)).slice(0, 5_000)

test.each(formats)('[R11] five thousand commits become %s without long delays for others', async (format) => {
  expect(commits).toHaveLength(5_000)
  const wait = await measureLongestWait(() => exportRecord(modelId, commits, { format, language: 'ar', public: false, notes: false }))
  expect(wait).toBeLessThan(100)
})

test('[R11] five thousand commits become the page without long delays for others', async () => {
  expect(await measureLongestWait(() => exportRecordPage(modelId, commits, { language: 'ar' }))).toBeLessThan(100)
})

test('[R11] five thousand commits are read from the embedded log without long delays for others', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rostrum-holding-'))
  const log = openLmdbLog(await LmdbEnvironment.open(folder))
  await log.append(modelId, revisionZero, commits)
  const wait = await measureLongestWait(async () => expect(await log.read(modelId, revisionZero)).toHaveLength(5_000))
  await log.close()
  await rm(folder, { recursive: true, force: true })
  expect(wait).toBeLessThan(100)
})

const modelRecord = buildRecord(modelId, buildModelLog())
const repeatRows = <T extends { readonly id: string }>(rows: readonly T[], count: number): T[] =>
  Array.from({ length: count }, (_, index) => ({ ...(rows[index % rows.length] as T), id: `row-${index}`.padEnd(22, '-') }))
const largeRecord: SessionRecord = {
  ...modelRecord,
  turns: repeatRows(modelRecord.turns, 1_000),
  requests: repeatRows(modelRecord.requests, 2_000),
  questions: repeatRows(modelRecord.questions, 1_000),
  notes: repeatRows(modelRecord.notes, 1_000),
}

test.each(formats)('[R11] a record of five thousand rows becomes %s without long delays for others', async (format) => {
  const wait = await measureLongestWait(() => formatWriters[format](largeRecord, getReportText('ar')))
  expect(wait).toBeLessThan(100)
})
