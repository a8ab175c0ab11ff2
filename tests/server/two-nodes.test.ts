/** Two server processes on one Redis serve one session. */
import type { EntryId } from '@rostrum/shared/contract/ids'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasRedis } from '../support/redis-server.ts'
import { type Links, secretOf } from '../support/server-process.ts'
import { Caller, newId } from '../support/test-client.ts'
import { TwoNodes } from '../support/two-nodes.ts'

describe.runIf(hasRedis())('two nodes on one Redis', () => {
  let both: TwoNodes
  let nodes: TwoNodes['nodes']
  let links: Links

  beforeAll(async () => {
    both = await TwoNodes.start()
    nodes = both.nodes
    const [first, second] = both.given
    links = first as Links
    expect(second?.code).toBe(links.code)
  }, 60_000)
  afterAll(() => both.stop())

  it('[L3] a command on one reaches the screens on the other, in order', { timeout: 60_000 }, async () => {
    const [one, two] = nodes.map(({ url }) => url) as [string, string]
    const chair = await Caller.join(one, { link: secretOf(links.chair) })
    const desk = await Caller.join(two, { link: secretOf(links.secretariat) })
    const display = await Caller.join(two, { link: secretOf(links.display) })
    const room = await Caller.join(one, { link: secretOf(links.room) })
    const remote = await Caller.join(two, { link: secretOf(links.remote) })
    expect(await chair.tell('session.open', {})).toEqual({ ok: true })
    expect(await desk.insist('queue.open', {})).toEqual({ ok: true })
    const ids = await Promise.all(
      Array.from({ length: 20 }, (_, index) => {
        const id = newId()
        const by = index % 2 ? chair : desk
        return by
          .insist(
            'queue.add',
            {
              kind: 'intervention',
              person: null,
              entity: `Organization ${index}`,
              speaker: null,
              group: 'government' as never,
              door: 'paper',
              seenAt: (index + 1) as never,
              note: null,
            },
            id,
          )
          .then(() => id)
      }),
    )
    for (const caller of [room, remote]) {
      ids.push(newId())
      expect(await caller.insist('queue.join', { kind: 'intervention', topic: null }, ids.at(-1))).toEqual({ ok: true })
    }
    const order = (caller: Caller) => caller.view<{ entry: EntryId }[]>('line').map(({ entry }) => entry)
    await expect.poll(() => [room, remote, chair, desk].map((caller) => order(caller).length), { timeout: 5000 }).toEqual([22, 22, 22, 22])
    expect(new Set([room, remote, chair, desk].map((caller) => order(caller).join())).size).toBe(1)
    expect(order(display)).toEqual(order(chair).slice(0, 3))
    expect(new Set<string>(order(chair))).toEqual(new Set<string>(ids))
    for (const caller of [chair, desk, display, room, remote]) {
      expect(caller.screen.gaps).toBe(0)
      caller.close()
    }
  })

  it('[L4] of two drivers on two nodes who call at the same time, one is refused', { timeout: 60_000 }, async () => {
    const chair = await Caller.join(nodes[0]?.url as string, { link: secretOf(links.chair) })
    const desk = await Caller.join(nodes[1]?.url as string, { link: secretOf(links.secretariat) })
    const [next] = chair.view<{ entry: EntryId }[]>('line')
    const press = (by: Caller) =>
      by.tell('floor.call', { entry: next?.entry as EntryId, expectedCurrent: null, expectedNext: next?.entry as EntryId })
    const answers = await Promise.all([press(chair), press(desk)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, why: 'moved-on' })
    for (const caller of [chair, desk]) caller.close()
  })

  it('[L7] revoked on one, the line on the other ends within a second', { timeout: 60_000 }, async () => {
    const chair = await Caller.join(nodes[0]?.url as string, { link: secretOf(links.chair) })
    const remote = await Caller.join(nodes[1]?.url as string, { link: secretOf(links.remote) })
    const began = performance.now()
    const gone = new Promise<number>((resolve) => remote.socket.once('disconnect', () => resolve(performance.now())))
    expect(await chair.tell('people.revoke', { person: remote.ticket.person })).toEqual({ ok: true })
    expect((await gone) - began).toBeLessThan(1000)
    chair.close()
    remote.close()
  })

  it('[P12] a link that is made anew on one ends lines and tickets on the other within a second', { timeout: 60_000 }, async () => {
    const [one, two] = nodes.map(({ url }) => url) as [string, string]
    const organiser = { authorization: `Bearer ${secretOf(links.organiser)}`, 'content-type': 'application/json' }
    const room = await Caller.join(two, { link: secretOf(links.room) })
    const turnedAway = new Promise<string>((resolve) => room.socket.on('connect_error', ({ message }) => resolve(message)))
    const began = performance.now()
    const gone = new Promise<number>((resolve) => room.socket.once('disconnect', () => resolve(performance.now())))
    const answer = await fetch(`${one}/api/sessions/${room.ticket.session}/people/room/link`, {
      method: 'POST',
      headers: organiser,
      body: '{}',
    })
    expect(answer.status).toBe(200)
    expect((await gone) - began).toBeLessThan(1000)
    expect(await turnedAway).toBe('ticket')
    room.close()
    const { url } = (await answer.json()) as { url: string }
    links = { ...links, room: url }
    const again = await Caller.join(two, { link: secretOf(url) })
    again.close()
  })
})
