/** Personal data is stored outside the log and deleted when it is due. */

import { buildApp } from '@rostrum/server/app'
import { eraseDue } from '@rostrum/server/doors/application/erase-personal-data'
import { parseConfig } from '@rostrum/server/doors/config'
import { openMemoryLog } from '@rostrum/server/engine/log/memory'
import { newCommandId } from '@rostrum/server/engine/session/reply-cache'
import { SessionRegistry } from '@rostrum/server/engine/session/session-registry'
import { openMemoryStore } from '@rostrum/server/engine/store/memory'
import type { Store } from '@rostrum/server/engine/store/store'
import { createLogger } from '@rostrum/server/engine/telemetry/pino-logger'
import { emptyDetails, Roster } from '@rostrum/server/people/roster/roster'
import { readPlan } from '@rostrum/server/services/template/read-plan'
import { getCloseFinalAt } from '@rostrum/shared/contract/closing'
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import { toStoredState } from '@rostrum/shared/domain/stored-state'
import { toInstant } from '@rostrum/shared/kernel/time'
import { describe, expect, test } from 'vitest'
import { allPeople, noon, plan } from '../support/fixtures.ts'
import { startInProcessServer } from '../support/in-process-server.ts'
import { RosterClient } from '../support/roster-client.ts'

const dayMs = 86_400_000
const sessionId = 'closed' as SessionId
const personDetails = { ...emptyDetails, name: 'Somebody', email: 'somebody@example.org', nameInRecord: true }

async function openServer(store: Store = openMemoryStore()) {
  const clock = { at: noon as number }
  const now = () => toInstant(clock.at)
  const logged: string[] = []
  const logger = {
    info: (_: object, words: string) => logged.push(words),
    error: (_: object, words: string) => logged.push(words),
    warn: () => 0,
  }
  const log = openMemoryLog()
  const sessions = new SessionRegistry({ log, store, now, logger: logger as never })
  const session = await sessions.create(sessionId, plan)
  await session.admit(allPeople)
  const roster = new Roster(store)
  await roster.saveAll(sessionId, [['gov-1' as PersonId, personDetails]])
  await roster.saveImport(sessionId, 'key', { rows: 1, fresh: 1, changed: 0, same: 0, revoked: 0, leftOut: 0 })
  const drive = async (type: 'session.open' | 'session.close') =>
    expect(
      await session.execute(
        { person: 'chair' as PersonId },
        { id: newCommandId(), ...(type === 'session.open' ? { type, data: { onAnyDay: true } } : { type, data: {} }) },
      ),
    ).toEqual({ ok: true })
  return { clock, now, logged, sessions, session, roster, log, drive, look: () => eraseDue({ roster, sessions, now, logger }) }
}

describe('personal data', () => {
  test('[P13] is deleted thirty days after the close is final, and not earlier', async () => {
    const { clock, now, roster, drive, look, logged, session } = await openServer()
    await drive('session.open')
    await drive('session.close')
    clock.at = getCloseFinalAt(now()) + 29 * dayMs
    await look()
    clock.at += dayMs - 1
    await look()
    expect(await roster.get(sessionId, 'gov-1' as PersonId)).toEqual(personDetails)
    clock.at += 1
    await look()
    expect([...(await roster.list(sessionId))]).toEqual([])
    expect([await roster.findImport(sessionId, 'key'), await roster.hasData(sessionId)]).toEqual([null, false])
    expect(logged).toEqual(['personal data was deleted'])
    expect(session.state.people.all.get('gov-1' as PersonId)).toMatchObject({
      entity: expect.any(String),
      group: 'government',
      channel: 'room',
    })
    await look()
    expect(logged).toHaveLength(1)
  })

  test.for([
    ['was never opened', 0],
    ['was opened a day late and never closed', 1],
  ] as const)('[P13] is deleted thirty days after the planned end, or the late opening, of a session that %s', async ([, late]) => {
    const { clock, roster, drive, look } = await openServer()
    clock.at = late === 0 ? plan.endsAt : plan.endsAt + dayMs
    if (late > 0) await drive('session.open')
    clock.at += 29 * dayMs
    await look()
    clock.at += dayMs - 1
    await look()
    expect(await roster.get(sessionId, 'gov-1' as PersonId)).toEqual(personDetails)
    clock.at += 2
    await look()
    expect(await roster.hasData(sessionId)).toBe(false)
  })

  test('[P13] a consent withdrawn while a list is imported stays withdrawn', async () => {
    const inner = openMemoryStore()
    const person = 'gov-1' as PersonId
    let withdraw: (() => Promise<unknown>) | null = null
    const store: Store = {
      ...inner,
      replaceAll: async (table, rows) => {
        const [first, isFirst] = [withdraw, withdraw !== null]
        withdraw = null
        if (isFirst) await first?.()
        return await inner.replaceAll(table, rows)
      },
    }
    const roster = new Roster(store)
    await roster.save(sessionId, person, personDetails)
    withdraw = () => roster.update(sessionId, person, { nameInRecord: false })
    await roster.updateAll(sessionId, [
      [person, { email: 'new@example.org' }],
      ['gov-2' as PersonId, { name: 'Another' }],
    ])
    expect(await roster.get(sessionId, person)).toEqual({ ...personDetails, email: 'new@example.org', nameInRecord: false })
    expect(await roster.get(sessionId, 'gov-2' as PersonId)).toEqual({ ...emptyDetails, name: 'Another' })
  })

  test('[P13] is deleted at the next attempt if the first one fails, and other sessions are not delayed', async () => {
    const inner = openMemoryStore()
    let broken = true
    const store: Store = {
      ...inner,
      clear: async (table) => {
        if (broken && table === `roster/${sessionId}`) throw new Error('the disk is full')
        await inner.clear(table)
      },
    }
    const { clock, roster, drive, look, logged, sessions } = await openServer(store)
    const other = await sessions.create('other' as SessionId, plan)
    await other.admit(allPeople)
    await roster.save(other.id, 'gov-1' as PersonId, personDetails)
    await drive('session.open')
    await drive('session.close')
    for (const type of ['session.open', 'session.close'] as const)
      await other.execute({ person: 'chair' as PersonId }, { id: newCommandId(), type, data: {} })
    clock.at += 31 * dayMs
    await look()
    clock.at += dayMs
    await look()
    expect([await roster.hasData(sessionId), await roster.hasData(other.id)]).toEqual([true, false])
    expect(logged).toContain('personal data could not be deleted; it is tried again tomorrow')
    broken = false
    await look()
    expect(await roster.hasData(sessionId)).toBe(false)
  })

  test('is deleted for other sessions even if one session cannot be read', async () => {
    const { clock, drive, sessions, roster } = await openServer()
    await drive('session.open')
    await drive('session.close')
    const faulty = {
      list: async () => ['faulty' as SessionId, sessionId],
      open: (one: SessionId) => (one === sessionId ? sessions.open(sessionId) : Promise.reject(new Error('damaged'))),
      readErasureNote: async () => noon,
      noteErasure: async () => undefined,
    }
    await roster.save('faulty' as SessionId, 'x' as PersonId, personDetails)
    clock.at += 31 * dayMs
    const logged: string[] = []
    const logger = { info: () => 0, error: (_: object, words: string) => logged.push(words) }
    await eraseDue({ roster, sessions: faulty, now: () => toInstant(clock.at), logger })
    expect([await roster.hasData(sessionId), logged.length]).toEqual([false, 1])
  })
})

test('[L188] one start with a clock sixty days ahead deletes nothing, nor does the next with the right clock', async () => {
  const { clock, roster, look, drive, sessions, logged } = await openServer()
  await drive('session.open')
  await drive('session.close')
  clock.at += 60 * dayMs
  for (let starts = 0; starts < 3; starts += 1) await look()
  clock.at += 22 * 3_600_000
  await look()
  expect([await roster.hasData(sessionId), logged]).toEqual([
    true,
    ['personal data is due; it is deleted in a day if the clock still says so'],
  ])
  clock.at -= 60 * dayMs
  await look()
  expect([await roster.hasData(sessionId), await sessions.readErasureNote(sessionId)]).toEqual([true, null])
  // When the time really comes, its note is a day old.
  clock.at += 29 * dayMs
  await look()
  clock.at += dayMs
  await look()
  expect(await roster.hasData(sessionId)).toBe(false)
})

test('[P13] the server deletes data that was due the day before when it starts', async () => {
  const store = openMemoryStore()
  const { clock, drive, roster, log, look } = await openServer(store)
  await drive('session.open')
  await drive('session.close')
  clock.at += 31 * dayMs
  await look()
  clock.at += dayMs
  const config = parseConfig({ ROSTRUM_PORT: '0' }, '/')
  const logger = createLogger({ write: () => undefined })
  const sharedStore = { ...store, close: async () => undefined }
  const app = await buildApp(config, { log, store: sharedStore, now: () => toInstant(clock.at), logger }, '/no-client')
  try {
    expect(await roster.hasData(sessionId)).toBe(true)
    await app.listen()
    await expect.poll(() => roster.hasData(sessionId)).toBe(false)
  } finally {
    await app.close()
  }
})

test('[P13] the plan file sets the number of days; fractions and negative numbers are refused', () => {
  const file = (privacy: string) => `
title: Short
place: Geneva
timeZone: UTC
startsAt: 2026-07-07T12:00:00Z
endsAt: 2026-07-07T13:00:00Z
groups: [{ id: all, label: Everybody, mark: circle }]
segments: [{ id: one, kind: topic, title: One, minutes: 60 }]
${privacy}`
  expect(readPlan(file('')).deletePersonalDataAfterDays).toBe(30)
  expect(readPlan(file('privacy: { deletePersonalDataAfterDays: 7 }')).deletePersonalDataAfterDays).toBe(7)
  for (const wrong of ['-1', '1.5', '3651', '"7"'])
    expect(() => readPlan(file(`privacy: { deletePersonalDataAfterDays: ${wrong} }`))).toThrow()
})

test('[P13] names and addresses are in no commit and can be deleted on demand; people and counts remain', async () => {
  const server = await startInProcessServer()
  const roster = new RosterClient(server)
  const secret = 'Quetzalcoatl'
  try {
    const list = `organization,name,email,group,channel,consent\nArchive,${secret} One,${secret}.1@example.org,government,room,yes\n`
    expect((await roster.sendList('import', list)).status).toBe(200)
    const added = await roster.request('POST', '/people', {
      entity: 'Archive',
      group: 'government',
      channel: 'remote',
      name: `${secret} Two`,
    })
    await roster.request('PATCH', `/people/${added.body['person']}`, { name: `${secret} Three`, entity: 'Another archive' })
    const walkIn = { entity: 'Library', group: 'civil-society', channel: 'room', nameInRecord: true, name: `${secret} Four` }
    await server.post('/api/tickets', { code: server.startupLinks.code, person: walkIn })
    const countFound = async () => (await roster.request('GET', `/people?find=${secret}`)).body['total']
    expect(await countFound()).toBe(3)
    const before = server.session.state.people
    expect((await roster.request('DELETE', '/people')).body).toEqual({ forgotten: 3 })
    expect(await countFound()).toBe(0)
    expect((await roster.request('DELETE', '/people')).body).toEqual({ forgotten: 0 })
    expect(server.session.state.people).toBe(before)
    expect(JSON.stringify(toStoredState(server.session.state))).not.toMatch(secret)
    expect(server.logLines.join('\n')).not.toMatch(secret)
    expect((await roster.sendList('import', list)).body['counts']).toMatchObject({ fresh: 0, changed: 1 })
    expect(await countFound()).toBe(1)
  } finally {
    await server.close()
  }
})
