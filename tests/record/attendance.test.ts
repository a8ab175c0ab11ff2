/** The number of people who took part. It is counted once at the close, without names, and shown in the record and the report. */

import { recordAttendanceAtClose } from '@rostrum/server/doors/application/record-attendance'
import { openMemoryLog } from '@rostrum/server/engine/log/memory'
import { CheckIns } from '@rostrum/server/engine/presence/check-ins'
import { PresenceRegistry } from '@rostrum/server/engine/presence/presence-registry'
import { openMemoryStore } from '@rostrum/server/engine/store/memory'
import { buildRecord } from '@rostrum/server/services/record/build-record'
import { redactRecord } from '@rostrum/server/services/record/public'
import { getPlainText } from '@rostrum/server/services/record/report/blocks'
import { buildReport } from '@rostrum/server/services/record/report/report'
import { getReportText } from '@rostrum/server/services/record/text/report-text'
import type { CommandId, PersonId } from '@rostrum/shared/contract/ids'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { recordAttendance } from '@rostrum/shared/domain/session/attendance'
import { revisionZero } from '@rostrum/shared/kernel/revision'
import { addMillis, seconds } from '@rostrum/shared/kernel/time'
import { languageIds } from '@rostrum/shared/kernel/wording'
import { expect, test, vi } from 'vitest'
import { getEvents, noon } from '../support/fixtures.ts'
import { command, join, queueOpen, replay } from '../support/given.ts'
import { loadSessionWithPeople, MemoryLogger, sessionId } from '../support/session-harness.ts'
import { openSoleNode } from '../support/some-nodes.ts'

const people = (...ids: string[]) => new Set(ids as PersonId[])
const nobody = { connected: people(), checkedIn: people() }
const close = command('chair', 'session.close', {})
const closed = replay([...queueOpen, join('gov-1'), close])
const listPresent = (seen: typeof nobody) => {
  const [event] = getEvents(recordAttendance(closed, seen))
  if (event?.type !== 'session.attendance-recorded') throw new Error('nothing was recorded')
  return event.data.groups
}
const sumPresent = (seen: typeof nobody) =>
  listPresent(seen).reduce((sum, { present }) => ({ room: sum.room + present.room, remote: sum.remote + present.remote }), {
    room: 0,
    remote: 0,
  })

test('[R25] people who were connected, checked in, or asked took part, each once, and officers do not count', () => {
  expect(sumPresent(nobody)).toEqual({ room: 1, remote: 0 }) // gov-1 had asked for the floor
  expect(sumPresent({ connected: people('gov-1', 'chair', 'desk'), checkedIn: people('gov-1') })).toEqual({ room: 1, remote: 0 })
  const remote = [...closed.people.all.values()].find(({ role, channel }) => role === 'participant' && channel === 'remote')
  expect(sumPresent({ ...nobody, connected: people(remote?.id ?? '') })).toEqual({ room: 1, remote: 1 })
  expect(sumPresent({ ...nobody, checkedIn: people(remote?.id ?? '') })).toEqual({ room: 2, remote: 0 })
  expect(JSON.stringify(listPresent(nobody))).not.toContain('gov-1')
})

test('[R25] it is recorded only after the close, and once', () => {
  expect(getEvents(recordAttendance(replay(queueOpen), nobody))).toEqual([])
  const recorded = { ...closed, session: { ...closed.session, attendance: listPresent(nobody) } }
  expect(getEvents(recordAttendance(recorded, nobody))).toEqual([])
})

test('[R25] the server records it at the close, once even with two nodes', async () => {
  const [log, logger] = [openMemoryLog(), new MemoryLogger()]
  const session = await loadSessionWithPeople(log, logger)
  for (const _ of ['one node', 'another'] as const) {
    const presenceRegistry = new PresenceRegistry({
      checkIns: new CheckIns(openMemoryStore()),
      nodes: openSoleNode(),
      logger,
    })
    const presence = presenceRegistry.get(session)
    presence.connect('civil-1' as PersonId)
    presence.connect('gov-1' as PersonId)
    presence.disconnect('gov-1' as PersonId, addMillis(noon, seconds(-60))) // before the opening
    recordAttendanceAtClose(session, { presenceRegistry, logger })
  }
  const send = (type: 'session.open' | 'session.close') =>
    session.execute({ person: 'chair' as PersonId }, { id: type.padEnd(22, '-') as CommandId, type, data: {} } as never)
  expect((await send('session.open')).ok).toBe(true)
  expect((await send('session.close')).ok).toBe(true)
  await vi.waitFor(() => expect(session.state.session.attendance).not.toBeNull())
  const commits = await log.read(sessionId, revisionZero)
  const made = commits.filter(({ command: { type } }) => type === 'session.record-attendance')
  expect(made.map(({ actor }) => actor)).toEqual([{ person: 'system' }])
  const record = buildRecord(sessionId, commits)
  const { present } = record.statistics
  expect((present?.room ?? 0) + (present?.remote ?? 0)).toBe(1)
  expect(buildRecord(sessionId, commits.slice(0, -1)).statistics.present).toBeNull()
})

const counts = (groups: readonly (readonly [string, number, number])[]) => ({
  room: groups.reduce((sum, [, room]) => sum + room, 0),
  remote: groups.reduce((sum, [, , remote]) => sum + remote, 0),
  groups: groups.map(([group, room, remote]) => ({ group, room, remote })),
})
const base = buildRecord(sessionId, [])
const known: SessionRecord = {
  ...base,
  groups: [
    { id: 'government', label: 'Governments', short: 'Gov', mark: 'square' },
    { id: 'civil-society', label: 'Civil society', short: 'Civil', mark: 'circle' },
  ],
  statistics: {
    ...base.statistics,
    registered: counts([
      ['government', 20, 10],
      ['civil-society', 10, 10],
    ]),
    present: counts([
      ['government', 12, 2],
      ['civil-society', 5, 7],
    ]),
  },
}
const listLines = (its: SessionRecord, language: (typeof languageIds)[number] = 'en') =>
  [...buildReport(its, getReportText(language))].flatMap((block): readonly string[] => {
    if (block === null) return []
    if (block.kind === 'table') return block.rows.map((row) => row.flat().map(getPlainText).join(' | '))
    return 'line' in block ? [getPlainText(block.line)] : []
  })

test('[R25] the report states how many of the registered took part, and its table gives both figures', () => {
  const text = listLines(known).join('\n')
  expect(text).toContain('Of 50 registered participants, 26 took part: 17 in person and 9 remotely, from both stakeholder groups.')
  expect(text).toMatch(/\| 20 \| 10 \| 30 \| 12 \| 2 \| 14\n/)
  const unknown = listLines({ ...known, statistics: { ...known.statistics, present: null } }).join('\n')
  expect(unknown).toContain('There were 50 registered participants')
  expect(unknown).not.toContain('took part')
  for (const language of languageIds) expect(listLines(known, language).join('\n')).not.toMatch(/[{}]|undefined/)
})

test('[R17, R25] the public version does not reveal the presence of one or two people, even indirectly', () => {
  const shown = redactRecord({ record: known, attribution: 'named', takenBack: new Set() }, false).statistics
  expect(shown.present?.groups.map(({ room, remote }) => [room, remote])).toEqual([
    [12, null],
    [5, null],
  ])
  expect(
    redactRecord(
      {
        record: { ...known, statistics: { ...known.statistics, present: counts([['government', 2, 0]]) } },
        attribution: 'named',
        takenBack: new Set(),
      },
      false,
    ).statistics.present?.room,
  ).toBeNull()
})
