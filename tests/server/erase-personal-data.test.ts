/** Personal data is apart from the log, and goes when its time has come. */
import { freshId } from '@rostrum/server/access/default-people'
import { build } from '@rostrum/server/app'
import { forgetDue } from '@rostrum/server/application/erase-personal-data'
import { configFrom } from '@rostrum/server/config'
import { openMemoryLog } from '@rostrum/server/log/memory'
import { noDetails, Roster } from '@rostrum/server/roster/roster'
import { Sessions } from '@rostrum/server/session/session-registry'
import { openMemoryStore } from '@rostrum/server/store/memory'
import type { Store } from '@rostrum/server/store/store'
import { openLogger } from '@rostrum/server/telemetry/pino-logger'
import { readPlan } from '@rostrum/server/template/read-plan'
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import { instantOf } from '@rostrum/shared/kernel/time'
import { describe, expect, test } from 'vitest'
import { everybody, noon, plan } from '../support/fixtures.ts'
import { openDoors } from '../support/in-process-server.ts'
import { Desk } from '../support/roster-client.ts'

const day = 86_400_000
const id = 'closed' as SessionId
const details = { ...noDetails, name: 'Somebody', email: 'somebody@example.org', named: true }

async function open(store: Store = openMemoryStore()) {
  const clock = { at: noon as number }
  const now = () => instantOf(clock.at)
  const said: string[] = []
  const logger = {
    info: (_: object, words: string) => said.push(words),
    error: (_: object, words: string) => said.push(words),
    warn: () => 0,
  }
  const log = openMemoryLog()
  const sessions = new Sessions({ log, store, now, logger: logger as never })
  const session = await sessions.create(id, plan)
  await session.admit(everybody, freshId())
  const roster = new Roster(store)
  await roster.rememberAll(id, [['gov-1' as PersonId, details]])
  await roster.noteImport(id, 'key', { rows: 1, fresh: 1, changed: 0, same: 0, revoked: 0 })
  const drive = async (type: 'session.open' | 'session.close') =>
    expect(await session.handle({ person: 'chair' as PersonId }, { id: freshId(), type, data: {} })).toEqual({ ok: true })
  return { clock, said, sessions, session, roster, log, drive, look: () => forgetDue({ roster, sessions, now, logger }) }
}

describe('personal data', () => {
  test('[P13] goes thirty days after the close, and not a moment before', async () => {
    const { clock, roster, drive, look, said, session } = await open()
    clock.at += 400 * day
    await look()
    expect(await roster.of(id, 'gov-1' as PersonId)).toEqual(details)
    await drive('session.open')
    await drive('session.close')
    clock.at += 30 * day - 1
    await look()
    expect(await roster.of(id, 'gov-1' as PersonId)).toEqual(details)
    clock.at += 1
    await look()
    expect([...(await roster.all(id))]).toEqual([])
    expect([await roster.imported(id, 'key'), await roster.knows(id)]).toEqual([null, false])
    expect(said).toEqual(['personal data was deleted'])
    expect(session.state.people.all.get('gov-1' as PersonId)).toMatchObject({
      entity: expect.any(String),
      group: 'government',
      channel: 'room',
    })
    await look()
    expect(said).toHaveLength(1)
  })

  test('[P13] that could not be deleted whole is deleted the next time, and keeps nobody else’s', async () => {
    const inner = openMemoryStore()
    let broken = true
    const store: Store = {
      ...inner,
      clear: async (table) => {
        if (broken && table === `roster/${id}`) throw new Error('the disk is full')
        await inner.clear(table)
      },
    }
    const { clock, roster, drive, look, said, sessions } = await open(store)
    const other = await sessions.create('other' as SessionId, plan)
    await other.admit(everybody, freshId())
    await roster.remember(other.id, 'gov-1' as PersonId, details)
    await drive('session.open')
    await drive('session.close')
    for (const type of ['session.open', 'session.close'] as const)
      await other.handle({ person: 'chair' as PersonId }, { id: freshId(), type, data: {} })
    clock.at += 31 * day
    await look()
    expect([await roster.knows(id), await roster.knows(other.id)]).toEqual([true, false])
    expect(said).toContain('personal data could not be deleted; it is tried again tomorrow')
    broken = false
    await look()
    expect(await roster.knows(id)).toBe(false)
  })

  test('of a session that cannot be read keeps nothing of the others', async () => {
    const { clock, drive, sessions, roster } = await open()
    await drive('session.open')
    await drive('session.close')
    const faulty = {
      list: async () => ['faulty' as SessionId, id],
      open: (one: SessionId) => (one === id ? sessions.open(id) : Promise.reject(new Error('damaged'))),
    }
    await roster.remember('faulty' as SessionId, 'x' as PersonId, details)
    clock.at += 31 * day
    const said: string[] = []
    const logger = { info: () => 0, error: (_: object, words: string) => said.push(words) }
    await forgetDue({ roster, sessions: faulty, now: () => instantOf(clock.at), logger })
    expect([await roster.knows(id), said.length]).toEqual([false, 1])
  })
})

test('[P13] a server that starts deletes what is due', async () => {
  const store = openMemoryStore()
  const { clock, drive, roster, log } = await open(store)
  await drive('session.open')
  await drive('session.close')
  clock.at += 31 * day
  const config = configFrom({ ROSTRUM_PORT: '0' }, '/')
  const logger = openLogger({ write: () => undefined })
  const kept = { ...store, close: async () => undefined }
  const app = await build(config, { log, store: kept, now: () => instantOf(clock.at), logger }, '/no-client')
  try {
    expect(await roster.knows(id)).toBe(true)
    await app.listen()
    await expect.poll(() => roster.knows(id)).toBe(false)
  } finally {
    await app.close()
  }
})

test('[P13] the session file says after how many days, and no fraction or negative number', () => {
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

test('[P13] names and addresses stand in no commit, and go on demand; people, places and counts stay', async () => {
  const doors = await openDoors()
  const desk = new Desk(doors)
  const secret = 'Quetzalcoatl'
  try {
    const list = `organization,name,email,group,channel,consent\nArchive,${secret} One,${secret}.1@example.org,government,room,yes\n`
    expect((await desk.send('import', list)).status).toBe(200)
    const added = await desk.ask('POST', '/people', { entity: 'Archive', group: 'government', channel: 'remote', name: `${secret} Two` })
    await desk.ask('PATCH', `/people/${added.body['person']}`, { name: `${secret} Three`, entity: 'Another archive' })
    const walkIn = { entity: 'Library', group: 'civil-society', channel: 'room', named: true, name: `${secret} Four` }
    await doors.post('/api/tickets', { code: doors.given.code, person: walkIn })
    const found = async () => (await desk.ask('GET', `/people?find=${secret}`)).body['total']
    expect(await found()).toBe(3)
    const before = doors.session.state.people
    expect((await desk.ask('DELETE', '/people')).body).toEqual({ forgotten: 3 })
    expect(await found()).toBe(0)
    expect((await desk.ask('DELETE', '/people')).body).toEqual({ forgotten: 0 })
    expect(doors.session.state.people).toBe(before)
    expect(JSON.stringify(doors.session.state)).not.toMatch(secret)
    expect(doors.logged.join('\n')).not.toMatch(secret)
    expect((await desk.send('import', list)).body['counts']).toMatchObject({ fresh: 0, changed: 1 })
    expect(await found()).toBe(1)
  } finally {
    await doors.close()
  }
})
