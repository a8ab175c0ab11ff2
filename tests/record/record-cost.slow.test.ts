/** The processor time that a record takes. */
import { buildRecord } from '@rostrum/server/services/record/build-record'
import type { SessionId } from '@rostrum/shared/contract/ids'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createState, plan } from '../support/fixtures.ts'
import { buildPlayedLog } from '../support/log-builder.ts'
import { arbitraryRolls, playRolls, typesWithoutClose } from '../support/random-session.ts'

const sessionId = 'recorded' as SessionId

test('[R5] fifty thousand commits become a record in less than five seconds of processor time', { timeout: 120_000 }, () => {
  const many = fc.sample(arbitraryRolls(350_000, 350_000), { numRuns: 1, seed: 5 })[0] ?? []
  // The figure holds for this session: other kinds of commands would change it.
  const types = typesWithoutClose.filter((type) => !type.startsWith('sense.') && type !== 'cues.ask')
  const commits = buildPlayedLog(plan, playRolls(createState(), many, types)).slice(0, 50_000)
  const before = process.cpuUsage()
  const { log, requests, questions } = buildRecord(sessionId, commits)
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1e6).toBeLessThan(5)
  expect([log.commits, requests.length > 1_000, questions.length > 100]).toEqual([50_000, true, true])
})
