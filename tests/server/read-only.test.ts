/**
 * While nothing can be stored, screens read everything and know since when and why. Held commands take effect once, as soon as possible.
 */
import { tmpdir } from 'node:os'
import { buildApp } from '@rostrum/server/app'
import { openFirstSession } from '@rostrum/server/doors/application/first-session'
import { parseConfig } from '@rostrum/server/doors/config'
import { StorageUnavailableError } from '@rostrum/server/engine/log/log-errors'
import { openMemoryLog } from '@rostrum/server/engine/log/memory'
import { openMemoryStore } from '@rostrum/server/engine/store/memory'
import { createLogger } from '@rostrum/server/engine/telemetry/pino-logger'
import { admitDefaultPeople, listDefaultPeople } from '@rostrum/server/people/access/default-people'
import { getStartupLinks } from '@rostrum/server/people/access/startup-links'
import { toInstant } from '@rostrum/shared/kernel/time'
import type { ReadOnly } from '@rostrum/shared/protocol/messages'
import { expect, test } from 'vitest'
import { delegateLog } from '../support/delegate-log.ts'
import { getSecret } from '../support/in-process-server.ts'
import { newCommandId, TestClient } from '../support/test-client.ts'

test('[L85] screens know since when nothing can be stored, keep reading, and recover automatically', { timeout: 30_000 }, async () => {
  let isFull = false
  const refuse = () => Promise.reject(new StorageUnavailableError('no space'))
  const [log, store, lines] = [openMemoryLog(), openMemoryStore(), [] as string[]]
  const app = await buildApp(
    parseConfig({ ROSTRUM_PORT: '0' }, tmpdir()),
    {
      log: delegateLog(log, { append: (...given) => (isFull ? refuse() : log.append(...given)) }),
      store: { ...store, put: (...given) => (isFull ? refuse() : store.put(...given)) },
      now: () => toInstant(Date.now()),
      logger: createLogger({ write: (line) => void lines.push(line) }),
    },
    'no-client',
  )
  const session = await openFirstSession(app.sessions, toInstant(Date.now()))
  await admitDefaultPeople(session, listDefaultPeople(session.state.session.groups))
  await app.listen()
  const links = await getStartupLinks(app, session.id, session.state.people.all, app.getPublicUrl())
  const url = `http://127.0.0.1:${app.getPort()}`
  const join = async (link: string | undefined) => {
    const client = await TestClient.join(url, { link: getSecret(link) })
    const said: (ReadOnly | null)[] = []
    client.socket.on('readOnly', (state: ReadOnly | null) => said.push(state))
    return { client, said }
  }
  const [chair, room] = [await join(links.chair), await join(links.room)]
  await chair.client.sendUntilAnswered('session.open', { onAnyDay: true })

  isFull = true
  const began = Date.now()
  const id = newCommandId()
  expect(await chair.client.send('queue.open', {}, id)).toEqual({ ok: false, reason: 'unavailable' })
  for (const { said } of [chair, room]) await expect.poll(() => said).toEqual([{ reason: 'unstored', since: expect.any(Number) }])
  expect(chair.said[0]?.since).toBeGreaterThanOrEqual(began)
  expect(chair.said[0]?.since).toBeLessThanOrEqual(Date.now())
  expect(lines.filter((line) => line.includes('the store cannot write'))).toHaveLength(1)
  const late = new TestClient(url, room.client.ticket)
  const saidLate: unknown[] = []
  late.socket.on('readOnly', (state: unknown) => saidLate.push(state))
  await late.waitUntilReady()
  await expect.poll(() => saidLate).toEqual(chair.said)
  await expect.poll(() => room.client.getPart('queue')).toEqual(late.getPart('queue'))

  isFull = false
  for (const said of [chair.said, room.said, saidLate]) await expect.poll(() => said.at(-1)).toBeNull()
  expect(await chair.client.send('queue.open', {}, id)).toEqual({ ok: true })
  expect(await chair.client.send('queue.open', {}, id)).toEqual({ ok: true })
  for (const one of [chair.client, room.client, late]) one.close()
  await app.close()
})
