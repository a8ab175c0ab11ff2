/** Captions when something ends: a reader who leaves while they are read, and a server that stops before the deletion. */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toInstant } from '@rostrum/shared/kernel/time'
import { expect, test, vi } from 'vitest'
import { getSecret, type InProcessServer, startInProcessServer } from '../../support/in-process-server.ts'
import { TestClient } from '../../support/test-client.ts'

/** The minute of the close, shortened. */
vi.mock(import('@rostrum/shared/contract/closing'), () => ({ getCloseFinalAt: (closedAt) => toInstant(closedAt + 500) }))

const getUrl = (server: InProcessServer): string => `http://127.0.0.1:${server.app.getPort()}`
const openWithCaptions = async (server: InProcessServer): Promise<TestClient> => {
  const staff = await TestClient.join(getUrl(server), { link: getSecret(server.startupLinks.secretariat) })
  await staff.send('session.open', { onAnyDay: true })
  await staff.send('captions.add', { language: 'fr' as never })
  return staff
}
const makeSignal = () => {
  const holder: { give: () => void } = { give: () => undefined }
  const given = new Promise<void>((resolve) => {
    holder.give = resolve
  })
  return { given, give: () => holder.give() }
}
const line = { run: 1, seq: 1, at: 1, spokenAt: 1, text: 'To be forgotten' }

test('[X43] a person who leaves while captions are read from the store is not a reader', async () => {
  const server = await startInProcessServer()
  const staff = await openWithCaptions(server)
  const listOfficers = () => staff.getPart<{ readonly officers: readonly string[] }>('presence').officers
  const reader = await TestClient.join(getUrl(server), { link: getSecret(server.startupLinks.chair) })
  const [asked, readOn] = [makeSignal(), makeSignal()]
  const { list } = server.store
  vi.spyOn(server.store, 'list').mockImplementation(async (table) => {
    if (table === `captions/${server.session.id}`) {
      asked.give()
      await readOn.given
    }
    return await list.call(server.store, table)
  })
  await expect.poll(listOfficers, { timeout: 10_000 }).toContain('chair')
  reader.socket.emit('follow', { language: 'fr' }, () => undefined)
  await asked.given
  reader.close()
  // The server has seen the reader leave.
  await expect.poll(listOfficers, { timeout: 10_000 }).not.toContain('chair')
  readOn.give()
  const headers = { authorization: `Bearer ${staff.ticket.ticket}` }
  const { tracks } = (await (await server.get('/api/staff/captions', headers)).json()) as { tracks: readonly { readers: number }[] }
  expect(tracks.map(({ readers }) => readers)).toEqual([0])
  staff.close()
  await server.close()
})

test.each([false, true])(
  '[X44] a server that stopped before it deleted the words of a closed session does so on reopening: kept %s',
  async (kept) => {
    const folder = await mkdtemp(join(tmpdir(), 'rostrum-captions-'))
    const server = await startInProcessServer({ folder })
    const table = `captions/${server.session.id}` as const
    const staff = await openWithCaptions(server)
    await staff.send('captions.set-kept', { kept })
    const clear = vi.spyOn(server.store, 'clear').mockImplementation(async () => undefined)
    await server.store.put(table, `fr/${'1'.padStart(14, '0')}-${'1'.padStart(9, '0')}`, line)
    await staff.send('session.close', {})
    await expect.poll(() => clear.mock.calls.filter(([name]) => name === table)).toHaveLength(kept ? 0 : 1)
    staff.close()
    await server.close()
    const again = await startInProcessServer({ folder })
    expect(again.session.state.session.phase).toBe('closed')
    await expect.poll(async () => (await again.store.list(table)).length).toBe(kept ? 1 : 0)
    await again.close()
    await rm(folder, { recursive: true, force: true })
  },
)

test('[X44] a line that is being stored during the close is deleted too', async () => {
  const server = await startInProcessServer()
  const table = `captions/${server.session.id}` as const
  const staff = await openWithCaptions(server)
  await staff.send('captions.set-kept', { kept: false })
  const headers = { authorization: `Bearer ${staff.ticket.ticket}` }
  const { tracks } = (await (await server.get('/api/staff/captions', headers)).json()) as { tracks: readonly { address: string }[] }
  const { pathname, search } = new URL(tracks[0]?.address ?? '')
  const [storing, storeOn] = [makeSignal(), makeSignal()]
  const { putAll } = server.store
  vi.spyOn(server.store, 'putAll').mockImplementation(async (...row) => {
    storing.give()
    await storeOn.given
    await putAll.apply(server.store, row)
  })
  const sent = fetch(`${getUrl(server)}${pathname}${search}`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x' })
  await storing.given
  const cleared = vi.spyOn(server.store, 'clear')
  await staff.send('session.close', {})
  storeOn.give()
  expect((await sent).status).toBe(200)
  await expect.poll(() => cleared.mock.calls.some(([name]) => name === table)).toBe(true)
  await expect.poll(async () => (await server.store.list(table)).length).toBe(0)
  staff.close()
  await server.close()
})
