/** The booth while servers stop and return, on one node and on two, and what their disks then contain. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BoothView } from '@rostrum/shared/protocol/booth'
import { createClient } from 'redis'
import { describe, expect, test, vi } from 'vitest'
import { hasRedis } from '../support/redis-server.ts'
import { getSecret, ServerProcess, type StartupLinkSet } from '../support/server-process.ts'
import { enter, newCommandId, TestClient } from '../support/test-client.ts'
import { TwoNodes } from '../support/two-nodes.ts'

const ok = { ok: true }
const patience = { timeout: 15_000 }
const secrets = ['The words of the delegation, for interpreters alone', 'del-eh-GAY-shun', 'between two partners'] as const
const [text, pronounced, said] = secrets
const handedIn = { text, mark: 'check', pronounced } as const

const send = async (url: string, by: string, path: string, method: string, body?: object) => {
  const headers = { authorization: `Bearer ${by}`, ...(body ? { 'content-type': 'application/json' } : {}) }
  const response = await fetch(`${url}${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) })
  return (await response.json()) as Record<string, unknown>
}
const addBooth = async (url: string, links: StartupLinkSet) =>
  (await send(url, getSecret(links.organizer), `/api/sessions/${links.session}/booths`, 'POST', { language: 'fr' })) as { url: string }
const read = async (client: TestClient) => (await client.socket.timeout(10_000).emitWithAck('follow', { booth: true })) as BoothView
const putText = (url: string, by: TestClient) => send(url, by.ticket.ticket, '/api/me/booth-text', 'PUT', handedIn)
const getText = (url: string, by: TestClient) => send(url, by.ticket.ticket, '/api/me/booth-text', 'GET')
const write = (url: string, by: TestClient) =>
  send(url, by.ticket.ticket, '/api/booth/lines', 'POST', { id: newCommandId(), device: 'device-one', text: said })
const openAndJoin = async (staff: TestClient, speaker: TestClient) => {
  expect(await staff.sendUntilAnswered('session.open', { onAnyDay: true })).toEqual(ok)
  expect(await staff.sendUntilAnswered('queue.open', {})).toEqual(ok)
  expect(await speaker.sendUntilAnswered('queue.join', { kind: 'intervention', topic: null })).toEqual(ok)
}

async function searchFiles(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  const files = await Promise.all(names.map(async ({ parentPath, name }) => [name, await readFile(join(parentPath, name))] as const))
  const forms = secrets.flatMap((secret) => [secret, Buffer.from(secret).toString('base64').slice(0, 20)])
  return files.flatMap(([name, bytes]) => forms.filter((form) => bytes.includes(form)).map((form) => `${name}: ${form}`))
}

test('[X49, X53] no file ever contains a text or a line; a server that stops forgets them, and accepts them again', {
  timeout: 60_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rostrum-booth-'))
  const { server, links } = await ServerProcess.start({ ROSTRUM_DATA: folder })
  const [staff, speaker, interpreter] = await Promise.all([
    TestClient.join(server.url, { link: getSecret(links.chair) }),
    TestClient.join(server.url, { link: getSecret(links.room) }),
    addBooth(server.url, links).then((booth) => TestClient.join(server.url, { link: getSecret(booth.url) })),
  ])
  try {
    await openAndJoin(staff, speaker)
    await putText(server.url, speaker)
    await write(server.url, interpreter)
    expect(await read(interpreter)).toMatchObject({ lines: [{ text: said }] })
    expect(await searchFiles(folder)).toEqual([])
    await server.kill()
    await server.restart()
    await expect.poll(() => getText(server.url, speaker), patience).toEqual({ handedIn: null, takenBackAt: null })
    expect(await putText(server.url, speaker)).toMatchObject({ handedIn: { mark: 'check' } })
    await expect.poll(() => read(interpreter), patience).toMatchObject({ lines: [], next: expect.anything() })
    expect(Object.values((await read(interpreter)).next)).toEqual([handedIn])
    expect(await staff.sendUntilAnswered('session.close', {})).toEqual(ok)
    await expect.poll(() => getText(server.url, speaker), patience).toEqual({ handedIn: null, takenBackAt: null })
    await server.stop()
    expect(await searchFiles(folder)).toEqual([])
  } finally {
    for (const client of [staff, speaker, interpreter]) client.close()
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
})

describe.runIf(hasRedis())('two nodes', () => {
  test('[X53, P71] share what is said on either; a node that returns gets it again; no file of Redis has it', {
    timeout: 90_000,
  }, async () => {
    const both = await TwoNodes.start()
    const [one, two] = both.nodes
    const [links] = both.startupLinks
    if (!one || !two || !links) throw new Error('no nodes')
    const booth = await addBooth(one.url, links)
    // The other node learns about the booth a little later.
    await vi.waitFor(() => enter(two.url, { link: getSecret(booth.url) }))
    const [staff, speaker, here, there] = await Promise.all([
      TestClient.join(one.url, { link: getSecret(links.chair) }),
      TestClient.join(one.url, { link: getSecret(links.room) }),
      TestClient.join(one.url, { link: getSecret(booth.url) }),
      TestClient.join(two.url, { link: getSecret(booth.url) }),
    ])
    try {
      await openAndJoin(staff, speaker)
      await putText(one.url, speaker)
      await write(two.url, there)
      await read(there)
      const shown = { lines: [{ text: said }], screens: 2 }
      for (const client of [here, there]) {
        await expect.poll(() => read(client), patience).toMatchObject(shown)
        await expect.poll(async () => Object.values((await read(client)).next), patience).toEqual([handedIn])
      }
      await two.kill()
      await expect.poll(async () => (await read(here)).screens, patience).toBe(1)
      await two.restart()
      await expect.poll(() => read(there), { timeout: 30_000 }).toMatchObject({ lines: [{ text: said }] })
      await expect.poll(async () => Object.values((await read(there)).next), patience).toEqual([handedIn])
      // A text taken back on one node does not return from the other.
      await send(two.url, speaker.ticket.ticket, '/api/me/booth-text', 'DELETE')
      await expect.poll(async () => (await read(here)).next, patience).toEqual({})
      // The pronunciation in the roster is read again, because another node may have changed it.
      const person = `/api/sessions/${links.session}/people/${speaker.ticket.person}`
      for (const byRoster of ['day-lay-ga-SYON', 'deh-leh-gah-SYOHN']) {
        await send(one.url, getSecret(links.organizer), person, 'PATCH', { pronounced: byRoster })
        for (const client of [here, there])
          await expect
            .poll(async () => Object.values((await read(client)).next), patience)
            .toEqual([{ text: '', mark: null, pronounced: byRoster }])
      }
      expect(await searchFiles(both.redis.folder)).toEqual([])
    } finally {
      for (const client of [staff, speaker, here, there]) client.close()
      await both.stop()
    }
  })

  test('[L202] a text passes Redis once, although every node keeps it', { timeout: 60_000 }, async () => {
    const both = await TwoNodes.start()
    const [one, two] = both.nodes
    const [links] = both.startupLinks
    if (!one || !two || !links) throw new Error('no nodes')
    const redis = createClient({ url: both.redis.url })
    await redis.connect()
    const published: string[] = []
    await redis.subscribe('rostrum:nodes', (message) => published.push(message))
    const [staff, speaker] = await Promise.all([
      TestClient.join(one.url, { link: getSecret(links.chair) }),
      TestClient.join(one.url, { link: getSecret(links.room) }),
    ])
    try {
      await openAndJoin(staff, speaker)
      await putText(one.url, speaker)
      await expect.poll(() => getText(two.url, speaker), patience).toMatchObject({ handedIn: { mark: 'check' } })
      // A node sends what it has to say with its next beat at the latest.
      const seen = published.length
      const listSenders = () => published.slice(seen).map((message) => message.slice(0, 50))
      await expect.poll(() => new Set(listSenders()).size > 1 && listSenders().length >= 6, patience).toBe(true)
      expect(published.filter((message) => message.includes(text))).toHaveLength(1)
    } finally {
      for (const client of [staff, speaker]) client.close()
      redis.destroy()
      await both.stop()
    }
  })
})
