/** Whoever asks for a record holds nobody up: how long others wait for their turn while it is made. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLmdbLog } from '@rostrum/server/log/lmdb'
import { Environment } from '@rostrum/server/log/lmdb-environment'
import { recordOf } from '@rostrum/server/record/build-record'
import { exported } from '@rostrum/server/record/export-record'
import { formats, written } from '@rostrum/server/record/formats/formats'
import { wordsIn } from '@rostrum/server/record/text/languages'
import { noRevision } from '@rostrum/shared/contract/ids'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { founded, plan } from '../support/fixtures.ts'
import { writtenPlay } from '../support/log-builder.ts'
import { modelId, modelSession } from '../support/model-session.ts'
import { lasting, play, rolls } from '../support/random-session.ts'

/** What the processor has done for this process, in milliseconds: what the machine does beside is not ours. */
const spent = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** The longest that anybody had to wait, at the best of three. */
async function longestWait(work: () => Promise<unknown>): Promise<number> {
  const tried: number[] = []
  for (let times = 0; times < 3; times += 1) {
    let [longest, before, over] = [0, spent(), false]
    const tick = () => {
      const now = spent()
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

const many = fc.sample(rolls(23_000, 23_000), { numRuns: 1, seed: 5 })[0] ?? []
const commits = writtenPlay(plan, play(founded(), many, lasting)).slice(0, 5_000)

test.each(formats)('[R11] five thousand commits come to %s without holding others up', async (format) => {
  expect(commits).toHaveLength(5_000)
  const wait = await longestWait(() => exported(modelId, commits, { format, language: 'ar', public: false, notes: false }))
  expect(wait).toBeLessThan(100)
})

test('[R11] five thousand commits are read from the embedded log without holding others up', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rostrum-holding-'))
  const log = openLmdbLog(await Environment.open(folder))
  await log.append(modelId, noRevision, commits)
  const wait = await longestWait(async () => expect(await log.read(modelId, noRevision)).toHaveLength(5_000))
  await log.close()
  await rm(folder, { recursive: true, force: true })
  expect(wait).toBeLessThan(100)
})

const model = recordOf(modelId, modelSession())
const times = <T extends { readonly id: string }>(rows: readonly T[], count: number): T[] =>
  Array.from({ length: count }, (_, index) => ({ ...(rows[index % rows.length] as T), id: `row-${index}`.padEnd(22, '-') }))
const large: SessionRecord = {
  ...model,
  turns: times(model.turns, 1_000),
  requests: times(model.requests, 2_000),
  questions: times(model.questions, 1_000),
  notes: times(model.notes, 1_000),
}

test.each(formats)('[R11] a record of five thousand rows comes to %s without holding others up', async (format) => {
  const wait = await longestWait(() => written[format].write(large, wordsIn('ar')))
  expect(wait).toBeLessThan(100)
})
