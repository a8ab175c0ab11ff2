/** Two server processes on one Redis serve one session. */
import { addressLimits } from '@rostrum/server/people/access/attempt-limiter'
import type { EntryId } from '@rostrum/shared/contract/ids'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { awaitEnd, connectSender, sendLine } from '../support/caption-sender.ts'
import { hasRedis } from '../support/redis-server.ts'
import { getSecret, type StartupLinkSet } from '../support/server-process.ts'
import { StrictProxy } from '../support/strict-proxy.ts'
import { newCommandId, TestClient } from '../support/test-client.ts'
import { TwoNodes } from '../support/two-nodes.ts'

describe.runIf(hasRedis())('two nodes on one Redis', () => {
  let both: TwoNodes
  let nodes: TwoNodes['nodes']
  let links: StartupLinkSet

  beforeAll(async () => {
    both = await TwoNodes.start()
    nodes = both.nodes
    const [first, second] = both.startupLinks
    links = first as StartupLinkSet
    expect(second?.code).toBe(links.code)
  }, 60_000)
  afterAll(() => both.stop())

  test('[P17] wrong codes on one node count on the other', { timeout: 60_000 }, async () => {
    const guess = async (url: string) => {
      const body = JSON.stringify({ code: 'WRNGCDE2' })
      return (await fetch(`${url}/api/codes`, { method: 'POST', body, headers: { 'content-type': 'application/json' } })).status
    }
    const [one, two] = nodes.map(({ url }) => url) as [string, string]
    for (let tries = 0; tries < 10; tries += 1) expect(await guess(one)).toBe(404)
    // An answer that waits says that the failures of the other node count. After ten guesses this node's own would.
    const time = async () => {
      const began = performance.now()
      expect(await guess(two)).toBe(404)
      return performance.now() - began
    }
    await expect.poll(time, { timeout: 9_000, interval: 1_000 }).toBeGreaterThanOrEqual(addressLimits.delay)
  })

  test('[X43, X65] captions that one node receives reach the readers on the other, once', { timeout: 60_000 }, async () => {
    const [one, two] = nodes.map(({ url }) => url) as [string, string]
    const staff = await TestClient.join(one, { link: getSecret(links.secretariat) })
    const reader = await TestClient.join(two, { link: getSecret(links.room) })
    await staff.sendUntilAnswered('session.open', { onAnyDay: true })
    await staff.sendUntilAnswered('captions.add', { language: 'fr' as never })
    const asked = await fetch(`${one}/api/staff/captions`, { headers: { authorization: `Bearer ${staff.ticket.ticket}` } })
    const { tracks } = (await asked.json()) as { tracks: readonly { address: string }[] }
    const { pathname, search } = new URL(tracks[0]?.address ?? '')
    const heard: string[] = []
    reader.socket.on('captions', ({ lines }: { lines: readonly { text: string }[] }) => heard.push(...lines.map(({ text }) => text)))
    const follow = async () =>
      (await reader.socket.timeout(5_000).emitWithAck('follow', { language: 'fr' })) as { lines: readonly object[] } | null
    await expect.poll(follow).toMatchObject({ lines: [] })
    // Repeats a request, as software does. A node that has not heard Redis for a while asks the sender to try again.
    const send = (url: string, method: string, type: string, body: string) =>
      vi.waitUntil(async () => {
        const { status } = await fetch(url, { method, headers: { 'content-type': type }, body })
        return status !== 503 && status
      })
    const post = (url: string, seq: number, body: string) => send(`${url}${pathname}${search}&seq=${seq}`, 'POST', 'text/plain', body)
    expect([await post(one, 1, 'un'), await post(one, 2, 'deux'), await post(one, 2, 'deux')]).toEqual([200, 200, 200])
    await expect.poll(() => heard, { timeout: 10_000 }).toEqual(['un', 'deux'])
    expect(await post(two, 2, 'deux')).toBe(200)
    expect(await post(two, 3, 'trois')).toBe(200)
    await expect.poll(() => heard, { timeout: 10_000 }).toEqual(['un', 'deux', 'trois'])
    expect((await follow())?.lines).toHaveLength(3)
    // [X65] A file on one node is on the other too, and a later line appears once.
    const file = `WEBVTT\n\n00:00.000 --> 00:01.000\nDu fichier\n`
    expect(await send(`${one}${pathname}/file${search}`, 'PUT', 'text/vtt', file)).toBe(200)
    const readAll = async () => (await follow())?.lines.map((line) => (line as { text: string }).text)
    await expect.poll(readAll, { timeout: 10_000 }).toEqual(['Du fichier'])
    expect(await post(two, 1, 'après')).toBe(200)
    await expect.poll(() => heard).toEqual(['un', 'deux', 'trois', 'après'])
    expect(await readAll()).toEqual(['Du fichier', 'après'])
    staff.close()
    reader.close()
  })

  test('[X68] a caption key that is renewed on one node ends its connections on the other', { timeout: 60_000 }, async () => {
    const [one, two] = nodes.map(({ url }) => url) as [string, string]
    const staff = await TestClient.join(one, { link: getSecret(links.secretariat) })
    await staff.sendUntilAnswered('captions.add', { language: 'es' as never })
    const asked = await fetch(`${one}/api/staff/captions`, { headers: { authorization: `Bearer ${staff.ticket.ticket}` } })
    const { tracks } = (await asked.json()) as { tracks: readonly { language: string; address: string }[] }
    const key = new URL(tracks.find(({ language }) => language === 'es')?.address ?? '').searchParams.get('key') ?? ''
    const open = async () => {
      const socket = await connectSender(two, key)
      return typeof socket === 'string' ? null : socket
    }
    const sender = await vi.waitUntil(open, { timeout: 10_000 })
    await expect.poll(() => sendLine(sender, { text: 'uno', seq: 1 })).toEqual({ ok: true, seq: 1 })
    const ended = awaitEnd(sender)
    await staff.sendUntilAnswered('captions.renew', { language: 'es' as never })
    const renewedAt = performance.now()
    expect(await ended).toBe('io server disconnect')
    expect(performance.now() - renewedAt).toBeLessThan(1_000)
    expect(await connectSender(two, key)).toBe('forbidden')
    staff.close()
  })

  test('[L3] a command on one reaches the screens on the other, in order', { timeout: 60_000 }, async () => {
    const [one, two] = nodes.map(({ url }) => url) as [string, string]
    const chair = await TestClient.join(one, { link: getSecret(links.chair) })
    const secretariat = await TestClient.join(two, { link: getSecret(links.secretariat) })
    const display = await TestClient.join(two, { link: getSecret(links.display) })
    const room = await TestClient.join(one, { link: getSecret(links.room) })
    const remote = await TestClient.join(two, { link: getSecret(links.remote) })
    expect(await chair.sendUntilAnswered('session.open', {})).toEqual({ ok: true })
    expect(await secretariat.sendUntilAnswered('queue.open', {})).toEqual({ ok: true })
    const ids = await Promise.all(
      Array.from({ length: 20 }, (_, index) => {
        const id = newCommandId()
        const by = index % 2 ? chair : secretariat
        return by
          .sendUntilAnswered(
            'queue.add',
            {
              kind: 'intervention',
              person: null,
              entity: `Organization ${index}`,
              speaker: null,
              group: 'government' as never,
              requestChannel: 'paper',
              seenAt: (index + 1) as never,
              note: null,
            },
            id,
          )
          .then(() => id)
      }),
    )
    for (const client of [room, remote]) {
      ids.push(newCommandId())
      expect(await client.sendUntilAnswered('queue.join', { kind: 'intervention', topic: null }, ids.at(-1))).toEqual({ ok: true })
    }
    const order = (client: TestClient) => client.getPart<EntryId[]>('order')
    await expect.poll(() => [room, remote, chair, secretariat].map((client) => order(client).length)).toEqual([22, 22, 22, 22])
    expect(new Set([room, remote, chair, secretariat].map((client) => order(client).join())).size).toBe(1)
    await expect.poll(() => order(display)).toEqual(order(chair).slice(0, 3))
    expect(new Set<string>(order(chair))).toEqual(new Set<string>(ids))
    for (const client of [chair, secretariat, display, room, remote]) {
      expect(client.frames.gaps).toBe(0)
      client.close()
    }
  })

  test('[L18] behind a proxy that uses the route, long polling stays on one node, and both nodes serve it', {
    timeout: 60_000,
  }, async () => {
    const proxy = await StrictProxy.open(...nodes.map(({ port }) => port))
    const enterBy = (link: string) => TestClient.join(proxy.url, { link: getSecret(link) }, 'polling')
    const clients = await Promise.all([links.chair, links.secretariat, links.display, links.room, links.remote, links.room].map(enterBy))
    const [chair, , , room] = clients as [TestClient, TestClient, TestClient, TestClient]
    for (let n = 0; n < 10; n += 1) expect((await chair.sendUntilAnswered(n % 2 ? 'queue.open' : 'queue.close', {})).ok).toBe(true)
    await expect.poll(() => room.getPart<{ status: { kind: string } }>('queue').status.kind).toBe('open')
    for (const client of clients) expect([client.socket.connected, client.frames.gaps]).toEqual([true, 0])
    for (const client of clients) client.close()
    await proxy.close()
  })

  test('[L4, F97] two of the staff call on two nodes at the same time: one call is made', { timeout: 60_000 }, async () => {
    const chair = await TestClient.join(nodes[0]?.url as string, { link: getSecret(links.chair) })
    const secretariat = await TestClient.join(nodes[1]?.url as string, { link: getSecret(links.secretariat) })
    const [next, second] = chair.getPart<EntryId[]>('order') as [EntryId, EntryId]
    const call = (by: TestClient, entry: EntryId) =>
      by.sendUntilAnswered('floor.call', { entry, expectedCurrent: null, expectedNext: next })
    const answers = await Promise.all([call(chair, next), call(secretariat, second)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'conflict' })
    const called = answers[0]?.ok ? next : second
    expect(await call(secretariat, called)).toEqual({ ok: true })
    expect((await call(chair, called === next ? second : next)).ok).toBe(false)
    for (const client of [chair, secretariat]) client.close()
  })

  test('[L7] a revocation on one node ends the connection on the other within a second', { timeout: 60_000 }, async () => {
    const chair = await TestClient.join(nodes[0]?.url as string, { link: getSecret(links.chair) })
    const remote = await TestClient.join(nodes[1]?.url as string, { link: getSecret(links.remote) })
    const began = performance.now()
    const gone = new Promise<number>((resolve) => remote.socket.once('disconnect', () => resolve(performance.now())))
    expect(await chair.sendUntilAnswered('people.revoke', { person: remote.ticket.person })).toEqual({ ok: true })
    expect((await gone) - began).toBeLessThan(1000)
    chair.close()
    remote.close()
  })

  test('[P65] an organizer who is ended on one node is refused by the other at once', async () => {
    const [one, two] = nodes.map(({ url }) => url) as [string, string]
    const first = { authorization: `Bearer ${getSecret(links.organizer)}`, 'content-type': 'application/json' }
    const add = async () => {
      const answer = await fetch(`${one}/api/organizers`, { method: 'POST', headers: first, body: '{"name":"Conference services"}' })
      return (await answer.json()) as { id: string; url: string }
    }
    const [ended, other] = [await add(), await add()]
    const askStatus = async ({ url }: { url: string }) =>
      (await fetch(`${two}/api/sessions`, { headers: { authorization: `Bearer ${getSecret(url)}` } })).status
    expect([await askStatus(ended), await askStatus(other)]).toEqual([200, 200])
    await fetch(`${one}/api/organizers/${ended.id}`, { method: 'DELETE', headers: { authorization: first.authorization } })
    expect([await askStatus(ended), await askStatus(other)]).toEqual([401, 200])
  })

  test('[P12] a link renewed on one node ends connections and tickets on the other within a second', { timeout: 60_000 }, async () => {
    const [one, two] = nodes.map(({ url }) => url) as [string, string]
    const organizerSecret = { authorization: `Bearer ${getSecret(links.organizer)}`, 'content-type': 'application/json' }
    const room = await TestClient.join(two, { link: getSecret(links.room) })
    const turnedAway = new Promise<string>((resolve) => room.socket.on('connect_error', ({ message }) => resolve(message)))
    const began = performance.now()
    const gone = new Promise<number>((resolve) => room.socket.once('disconnect', () => resolve(performance.now())))
    const answer = await fetch(`${one}/api/sessions/${room.ticket.session}/people/room/link`, {
      method: 'POST',
      headers: organizerSecret,
      body: '{}',
    })
    expect(answer.status).toBe(200)
    expect((await gone) - began).toBeLessThan(1000)
    expect(await turnedAway).toBe('ticket')
    room.close()
    const { url } = (await answer.json()) as { url: string }
    links = { ...links, room: url }
    const again = await TestClient.join(two, { link: getSecret(url) })
    again.close()
  })
})
