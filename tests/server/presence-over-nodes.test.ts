/** Who is on the line, over all nodes: what a node makes of what it hears, and two processes on one Redis. */
import { keepCompany } from '@rostrum/server/presence/node-heartbeat'
import { Presence } from '@rostrum/server/presence/presence'
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { Instant } from '@rostrum/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { joins, listOpen, stateAfter } from '../support/given.ts'
import { hasRedis } from '../support/redis-server.ts'
import { type Links, secretOf } from '../support/server-process.ts'
import { Caller } from '../support/test-client.ts'
import { TwoNodes } from '../support/two-nodes.ts'

const [gov, civil, guest] = ['gov-1', 'civil-1', 'guest-1'] as PersonId[] as [PersonId, PersonId, PersonId]
const state = stateAfter([...listOpen, joins('gov-1'), joins('civil-1')])
const at = (moment: number) => moment as Instant
const counts = (presence: Presence) => {
  const { room, remote } = presence.view(state, 'public')
  return room + remote
}
type Arrivals = { readonly counts: { readonly arrived: object } }
const away = (presence: Presence) => presence.view(state, 'staff').away

describe('a node that hears others', () => {
  test('[P19] counts everybody once, wherever and however often they are on the line', () => {
    const [one, two] = [new Presence(), new Presence()]
    for (const person of [gov, gov, civil]) one.arrive(person)
    for (const person of [gov, guest, 'chair' as PersonId]) two.arrive(person)
    expect(one.heard([two.said(state)], at(1))).toBe(true)
    expect(two.heard([one.said(state)], at(1))).toBe(true)
    expect([counts(one), counts(two)]).toEqual([3, 3])
    expect([away(one), away(two)]).toEqual([{}, {}])
    expect(one.heard([two.said(state)], at(2))).toBe(false)
  })

  test('[P19] takes those of a lost node for gone since it was missed', () => {
    const [one, two] = [new Presence(), new Presence()]
    two.arrive(gov)
    two.arrive(civil)
    one.heard([two.said(state)], at(1))
    one.arrive(civil)
    expect(one.heard([], at(5_000))).toBe(true)
    expect(counts(one)).toBe(1)
    expect(away(one)).toEqual({ [gov]: 5_000 })
  })

  test('[P19] knows since when a next speaker is away whom another node saw last', () => {
    const [one, two] = [new Presence(), new Presence()]
    one.arrive(gov)
    one.leave(gov, at(3_000))
    two.arrive(gov)
    two.leave(gov, at(7_000))
    two.arrive(civil)
    one.heard([two.said(state)], at(8_000))
    expect(away(one)).toEqual({ [gov]: 7_000 })
    expect(JSON.parse(two.said(state))).toEqual({ on: [civil], left: { [gov]: 7_000 }, marked: expect.any(String) })
  })

  test('[P19] that cannot be heard any more is forgotten, said once, and heard again', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    try {
      let broken = false
      const [heard, warned]: [(readonly string[])[], string[]] = [[], []]
      const company = keepCompany({
        nearby: { tell: async () => (broken ? Promise.reject(new Error('no line')) : ['them']) },
        node: 'n',
        topic: 't',
        say: () => 'us',
        hear: (said) => heard.push(said),
        logger: { warn: (_: object, words: string) => void warned.push(words), error: () => undefined } as never,
      })
      await vi.advanceTimersByTimeAsync(1_500)
      expect(heard).toEqual([['them'], ['them']])
      broken = true
      await vi.advanceTimersByTimeAsync(3_000)
      expect([heard.length, warned.length]).toEqual([2, 1])
      await vi.advanceTimersByTimeAsync(3_000)
      expect([heard.at(-1), warned.length]).toEqual([[], 1])
      broken = false
      await vi.advanceTimersByTimeAsync(1_000)
      expect(heard.at(-1)).toEqual(['them'])
      company.leave()
      const { length } = heard
      await vi.advanceTimersByTimeAsync(5_000)
      expect(heard).toHaveLength(length)
    } finally {
      vi.useRealTimers()
    }
  })
})

describe.runIf(hasRedis())('two nodes on one Redis', () => {
  let both: TwoNodes
  let nodes: TwoNodes['nodes']
  let links: Links

  beforeAll(async () => {
    both = await TwoNodes.start()
    nodes = both.nodes
    links = both.given[0] as Links
  }, 60_000)
  afterAll(() => both.stop())

  test('[P19, P22] both count both, agree on who is checked in, and the lost one’s are away within seconds', {
    timeout: 60_000,
  }, async () => {
    const [one, two] = nodes.map(({ url }) => url) as [string, string]
    const chair = await Caller.join(one, { link: secretOf(links.chair) })
    const desk = await Caller.join(two, { link: secretOf(links.secretariat) })
    const room = await Caller.join(one, { link: secretOf(links.room) })
    const remote = await Caller.join(two, { link: secretOf(links.remote) })
    const secondDevice = await Caller.join(one, { link: secretOf(links.remote) })
    await chair.insist('session.open', {})
    await chair.insist('queue.open', {})
    for (const caller of [room, remote]) await caller.insist('queue.join', { kind: 'intervention', topic: null })
    const seen = (caller: Caller) => caller.view<object>('presence')
    await expect
      .poll(() => [seen(chair), seen(desk)], { timeout: 8_000 })
      .toEqual([
        { room: 1, remote: 1, away: {} },
        { room: 1, remote: 1, away: {} },
      ])
    expect(await chair.insist('queue.close', {})).toEqual({ ok: true })
    secondDevice.close()
    const person = room.ticket.person
    const ask = async (url: string, path: string, init: RequestInit = {}) => {
      const headers = { authorization: `Bearer ${secretOf(links.organiser)}`, 'content-type': 'application/json' }
      return (await (await fetch(`${url}/api/sessions/${links.session}/people${path}`, { ...init, headers })).json()) as Arrivals
    }
    const arrived = async (url: string) => (await ask(url, '')).counts.arrived
    for (const [here, there] of [
      [one, two],
      [two, one],
    ] as const)
      for (const is of [true, false]) {
        await ask(here, `/${person}/arrived`, { method: 'PUT', body: JSON.stringify({ arrived: is }) })
        await expect.poll(() => arrived(there), { timeout: 2_000, interval: 50 }).toEqual({ room: is ? 1 : 0, remote: 0 })
        expect(await arrived(here)).toEqual({ room: is ? 1 : 0, remote: 0 })
      }
    const lost = Date.now()
    await nodes[1]?.kill()
    await expect.poll(() => seen(chair), { timeout: 8_000 }).toEqual({ room: 1, remote: 0, away: { remote: expect.any(Number) } })
    const { away: since } = chair.view<{ away: Record<string, number> }>('presence')
    expect(Math.abs((since['remote'] ?? 0) - lost)).toBeLessThan(8_000)
    for (const caller of [chair, desk, room, remote]) caller.close()
  })
})
