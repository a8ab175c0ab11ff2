/** The promise of the log is in the record, from the opening on and at each change. */
import { recordProfileOfLog } from '@rostrum/server/doors/application/record-profile'
import { openMemoryLog } from '@rostrum/server/engine/log/memory'
import { buildRecord } from '@rostrum/server/services/record/build-record'
import { exportRecord } from '@rostrum/server/services/record/export-record'
import { revisionZero } from '@rostrum/shared/kernel/revision'
import { expect, test } from 'vitest'
import { execute, loadSessionWithPeople, MemoryLogger, sessionId } from '../support/session-harness.ts'

test('[R28] the record contains what the log promised, and from when, and the report names it', async () => {
  const log = openMemoryLog()
  const session = await loadSessionWithPeople(log)
  let profile = 'redis R1'
  recordProfileOfLog(session, { getProfile: () => profile, logger: new MemoryLogger() })
  const read = async () => await log.read(sessionId, revisionZero)
  const listProfiles = async () => (buildRecord(sessionId, await read()).profiles ?? []).map((one) => one.profile)
  expect(await listProfiles()).toEqual([])
  await execute(session, 'chair', 'session.open', {})
  await expect.poll(listProfiles).toEqual(['redis R1'])
  await execute(session, 'chair', 'session.suspend', {})
  profile = 'redis R3 (reduced)'
  await execute(session, 'chair', 'session.resume', {})
  await expect.poll(listProfiles).toEqual(['redis R1', 'redis R3 (reduced)'])
  await execute(session, 'chair', 'session.close', {})
  expect(await listProfiles()).toHaveLength(2)
  const report = await exportRecord(sessionId, await read(), { format: 'md', language: 'en', public: true, notes: false })
  expect(new TextDecoder().decode(report.bytes)).toContain('redis R1, redis R3 (reduced)')
})
