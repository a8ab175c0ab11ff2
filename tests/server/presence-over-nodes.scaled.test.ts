/** Presence across nodes: what a node does with the messages of others, and two processes on one Redis. */
import { Presence, presenceShare } from '@rostrum/server/engine/presence/presence'
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { Instant } from '@rostrum/shared/kernel/time'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { command, join, queueOpen, replay, toEntryId } from '../support/given.ts'
import { readPresence } from '../support/read-presence.ts'
import { hasRedis } from '../support/redis-server.ts'
import { getSecret, type StartupLinkSet } from '../support/server-process.ts'
import { openNodes } from '../support/some-nodes.ts'
import { TestClient } from '../support/test-client.ts'
import { TwoNodes } from '../support/two-nodes.ts'

const [gov, civil, guest] = ['gov-1', 'civil-1', 'guest-1'] as PersonId[] as [PersonId, PersonId, PersonId]
const state = replay([...queueOpen, join('gov-1'), join('civil-1')])
const toTime = (millis: number) => millis as Instant
const countPresent = (presence: Presence) => {
  const { room, remote } = readPresence(presence, state, 'public')
  return room + remote
}
type CheckInCounts = { readonly counts: { readonly checkedIn: object } }
const getAway = (presence: Presence) => readPresence(presence, state, 'staff').away

describe('nodes that share presence', () => {
  let both: ReturnType<typeof openNodes>
  let clock = 0
  const openPresence = () =>
    both.nodes.map((node) => {
      const presence: Presence = new Presence(
        node.open(presenceShare, 'session', (people) => presence.hear(people as PersonId[], toTime(clock))),
      )
      return presence
    }) as [Presence, Presence]
  const advance = async (ms: number) => {
    clock += ms
    await both.advance(ms)
  }

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    both = openNodes(2)
    clock = 0
    return () => {
      both.close()
      vi.useRealTimers()
    }
  })

  test('[P19] count everybody once, on any node and with any number of connections', async () => {
    const [one, two] = openPresence()
    for (const person of [gov, gov, civil]) one.connect(person)
    for (const person of [gov, guest, 'chair' as PersonId]) two.connect(person)
    let changes = 0
    one.onChange(() => {
      changes += 1
    })
    await advance(1_100)
    expect([countPresent(one), countPresent(two), changes]).toEqual([3, 3, 1])
    expect([getAway(one), getAway(two)]).toEqual([{}, {}])
    await advance(3_000)
    expect(changes).toBe(1)
  })

  test('[P19] count the people of a lost node as away from the time when its messages stopped', async () => {
    const [one, two] = openPresence()
    two.connect(gov)
    two.connect(civil)
    await advance(2_000)
    one.connect(civil)
    both.nodes[1]?.close()
    await advance(5_000)
    expect(countPresent(one)).toBe(1)
    expect(getAway(one)).toEqual({ [gov]: 7_000 })
  })

  test('[P19] know since when a next speaker has been away, even if another node saw them last', async () => {
    const [one, two] = openPresence()
    one.connect(gov)
    one.disconnect(gov, toTime(3_000))
    two.connect(gov)
    two.disconnect(gov, toTime(7_000))
    two.connect(civil)
    await advance(1_100)
    expect(getAway(one)).toEqual({ [gov]: 7_000 })
  })

  test('[P50, T31] say which officers are connected, on all nodes, for the staff alone', async () => {
    const [one, two] = openPresence()
    for (const person of ['chair', 'gov-1'] as PersonId[]) one.connect(person)
    for (const _ of ['a first screen', 'a second']) two.connect('desk' as PersonId)
    await advance(1_100)
    expect(readPresence(one, state, 'staff').officers).toEqual(['chair', 'desk'])
    for (const audience of ['podium', 'public', 'display'] as const)
      expect(readPresence(one, state, audience)).not.toHaveProperty('officers')
    both.nodes[1]?.close()
    await advance(5_000)
    expect(readPresence(one, state, 'staff').officers).toEqual(['chair'])
  })

  test('[P32] shows the staff how long a called speaker has been away', () => {
    const presence = new Presence()
    presence.connect(civil)
    presence.disconnect(civil, toTime(3_000))
    presence.connect(gov)
    const call = command('chair', 'floor.call', { entry: toEntryId('civil-1'), expectedCurrent: null, expectedNext: toEntryId('gov-1') })
    const called = replay([...queueOpen, join('gov-1'), join('civil-1'), call])
    expect(readPresence(presence, called, 'staff').away).toEqual({ [civil]: 3_000 })
    expect(readPresence(presence, called, 'public').away).toBeUndefined()
  })
})

if (hasRedis())
  describe('two nodes on one Redis', () => {
    let both: TwoNodes
    let nodes: TwoNodes['nodes']
    let links: StartupLinkSet

    beforeAll(async () => {
      both = await TwoNodes.start()
      nodes = both.nodes
      links = both.startupLinks[0] as StartupLinkSet
    }, 60_000)
    afterAll(() => both.stop())

    test('[P19, P22] count everybody and agree on check-ins, and the people of a lost node are away within seconds', {
      timeout: 60_000,
    }, async () => {
      const [one, two] = nodes.map(({ url }) => url) as [string, string]
      const chair = await TestClient.join(one, { link: getSecret(links.chair) })
      const secretariat = await TestClient.join(two, { link: getSecret(links.secretariat) })
      const room = await TestClient.join(one, { link: getSecret(links.room) })
      const remote = await TestClient.join(two, { link: getSecret(links.remote) })
      const secondDevice = await TestClient.join(one, { link: getSecret(links.remote) })
      await chair.sendUntilAnswered('session.open', {})
      await chair.sendUntilAnswered('queue.open', {})
      for (const client of [room, remote]) await client.sendUntilAnswered('queue.join', { kind: 'intervention', topic: null })
      const seen = (client: TestClient) => client.getPart<object>('presence')
      await expect
        .poll(() => [seen(chair), seen(secretariat)])
        .toEqual([
          { room: 1, remote: 1, away: {}, officers: ['chair', 'secretariat'] },
          { room: 1, remote: 1, away: {}, officers: ['chair', 'secretariat'] },
        ])
      expect(await chair.sendUntilAnswered('queue.close', {})).toEqual({ ok: true })
      secondDevice.close()
      const person = room.ticket.person
      const ask = async (url: string, path: string, init: RequestInit = {}) => {
        const headers = { authorization: `Bearer ${getSecret(links.organizer)}`, 'content-type': 'application/json' }
        return (await (await fetch(`${url}/api/sessions/${links.session}/people${path}`, { ...init, headers })).json()) as CheckInCounts
      }
      const checkedIn = async (url: string) => (await ask(url, '')).counts.checkedIn
      for (const [here, there] of [
        [one, two],
        [two, one],
      ] as const)
        for (const is of [true, false]) {
          await ask(here, `/${person}/check-in`, { method: 'PUT', body: JSON.stringify({ checkedIn: is }) })
          await expect.poll(() => checkedIn(there), { interval: 50 }).toEqual({ room: is ? 1 : 0, remote: 0 })
          expect(await checkedIn(here)).toEqual({ room: is ? 1 : 0, remote: 0 })
        }
      const lost = Date.now()
      await nodes[1]?.kill()
      await expect
        .poll(() => seen(chair), { timeout: 15_000 })
        .toEqual({ room: 1, remote: 0, away: { remote: expect.any(Number) }, officers: ['chair'] })
      const { away: since } = chair.getPart<{ away: Record<string, number> }>('presence')
      expect(Math.abs((since['remote'] ?? 0) - lost)).toBeLessThan(8_000)
      for (const client of [chair, secretariat, room, remote]) client.close()
    })
  })
