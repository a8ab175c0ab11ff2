/** Damage in the log of one session stays there: a server starts, serves the others, counts it, and says in words what is wrong. */
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LmdbEnvironment } from '@rostrum/server/engine/log/lmdb-environment'
import type { SessionId } from '@rostrum/shared/contract/ids'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { plan } from '../support/fixtures.ts'
import { getSecret, type InProcessServer, readReason, startInProcessServer } from '../support/in-process-server.ts'
import { TestClient } from '../support/test-client.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rostrum-damaged-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Changes one letter of a commit, as a faulty disk does. */
async function damage(session: SessionId, revision: number) {
  const environment = await LmdbEnvironment.open(folder)
  const log = environment.open<string, [string, number]>('log', 'string')
  const entry = log.get([session, revision]) ?? ''
  await environment.write(() => [log.put([session, revision], entry.replace('"at":1', '"at":2'))])
  await environment.close()
}

const readHealth = async (server: InProcessServer) => (await (await server.get('/health')).json()) as { damagedSessions: number }

test('[L189] a damaged model session stops no start: the others are served, it is counted, and its chair is told', {
  timeout: 30_000,
}, async () => {
  const before = await startInProcessServer({ folder })
  const [model, links] = [before.session.id, before.startupLinks]
  await before.app.sessions.create('other' as SessionId, plan)
  const chair = await TestClient.join(before.startupLinks.url, { link: getSecret(links.chair) })
  chair.close()
  await before.close()
  await damage(model, 1)
  const server = await startInProcessServer({ folder })
  expect(server.session.id).toBe('other')
  expect(await readReason(await server.post('/api/tickets', { link: getSecret(links.chair) }))).toEqual([409, 'session-damaged'])
  expect(await readReason(await server.post('/api/codes', { code: links.code }))).toEqual([409, 'session-damaged'])
  // A page that has a ticket is asked for a new one, and so gets the reason.
  const page = new TestClient(server.startupLinks.url, chair.ticket)
  const [refusal] = (await once(page.socket as unknown as NodeJS.EventEmitter, 'connect_error')) as [Error]
  expect(refusal.message).toBe('ticket')
  page.close()
  expect(await readHealth(server)).toMatchObject({ damagedSessions: 1 })
  const headers = { authorization: `Bearer ${getSecret(server.startupLinks.organizer)}` }
  const list = (await (await server.get('/api/sessions', headers)).json()) as { sessions: { id: string }[]; damaged: string[] }
  expect([list.sessions.map(({ id }) => id), list.damaged]).toEqual([['other'], [model]])
  await server.close()
  // A server that has no other session serves a new model session.
  await damage('other' as SessionId, 1)
  const alone = await startInProcessServer({ folder })
  expect(alone.session.id).toBe(`${model}-2`)
  await alone.close()
  const again = await startInProcessServer({ folder })
  expect(again.session.id).toBe(`${model}-2`)
  await again.close()
})

test('[L189] damage is counted on /health before anybody opens the session', { timeout: 30_000 }, async () => {
  const before = await startInProcessServer({ folder })
  const ids = ['one', 'two', 'three'] as SessionId[]
  for (const id of ids) await before.app.sessions.create(id, plan)
  await before.close()
  await damage('two' as SessionId, 1)
  const server = await startInProcessServer({ folder })
  await expect.poll(() => readHealth(server)).toMatchObject({ damagedSessions: 1 })
  expect(ids.map((id) => server.app.sessions.isOpen(id))).toEqual([false, false, false])
  expect(server.logLines.filter((line) => line.includes('the log of a session is damaged'))).toHaveLength(1)
  await server.close()
})
