/** The values that nodes share in memory: every node gets them, whatever is lost on the way, and nothing on the channel can do harm. */

import type { ShareKind } from '@rostrum/server/engine/nodes/share'
import { presenceShare } from '@rostrum/server/engine/presence/presence'
import { boothShare } from '@rostrum/server/services/booth/booth-memory'
import { screenShare } from '@rostrum/server/services/booth/booth-room'
import { responseShare } from '@rostrum/server/services/sense/responses'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { noon } from '../support/fixtures.ts'
import { MemoryNodeChannel } from '../support/memory-node-channel.ts'
import { openNodes } from '../support/some-nodes.ts'

/** Brings nothing to one of its nodes. They are numbered in the order in which they subscribe. */
class DeafChannel extends MemoryNodeChannel {
  readonly #deaf: { readonly node: number }
  #count = 0

  constructor(deaf: { readonly node: number }) {
    super()
    this.#deaf = deaf
  }

  override subscribe(onMessage: (message: string) => void): () => void {
    const node = this.#count
    this.#count += 1
    return super.subscribe((message) => node !== this.#deaf.node && onMessage(message))
  }
}

describe('nodes', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
  afterEach(() => void vi.useRealTimers())

  const openShares = <Value>(all: ReturnType<typeof openNodes>, kind: ShareKind<Value>, scope = 'session') =>
    all.nodes.map((node) => {
      const heard: string[][] = []
      return { ...{ node, heard }, share: node.open(kind, scope, (keys) => heard.push([...keys])) }
    })

  test('[L139] the others have what one node puts, changes and deletes at once, or within a second', async () => {
    const all = openNodes(3)
    const urgent = openShares(all, screenShare)
    const calm = openShares(all, presenceShare)
    await all.advance(1_000)
    urgent[0]?.share.put('fr', 2)
    urgent[1]?.share.put('fr', 1)
    calm[0]?.share.put('person', null)
    await all.advance(20)
    expect(urgent.map(({ share }) => share.get('fr'))).toEqual([3, 3, 3])
    expect(urgent.map(({ share }) => share.getFromOthers('fr'))).toEqual([1, 2, 3])
    expect(urgent[2]?.heard).toEqual([['fr'], ['fr']])
    await all.advance(1_000)
    expect(calm.map(({ share }) => share.get('person'))).toEqual([null, null, null])
    urgent[0]?.share.delete('fr')
    await all.advance(20)
    expect(urgent.map(({ share }) => [share.get('fr'), [...share.keys()]])).toEqual([
      [1, ['fr']],
      [1, ['fr']],
      [1, ['fr']],
    ])
    all.close()
  })

  test('[L139] a node that comes later, or opens a session later, gets all of it', async () => {
    const all = openNodes(2)
    const [one] = all.nodes
    one?.open(screenShare, 'session').put('fr', 1)
    await all.advance(3_000)
    const late = all.nodes[1]?.open(screenShare, 'session')
    await all.advance(30)
    expect(late?.get('fr')).toBe(1)
    const more = openNodes(1, all.channel)
    const [newer] = openShares(more, screenShare)
    await all.advance(1_100)
    expect(newer?.share.get('fr')).toBe(1)
    expect(newer?.share.isWholeFrom(one?.own ?? '')).toBe(true)
    all.close()
    more.close()
  })

  test('[L139] a lost message is noticed with the next beat, and its values arrive again', async () => {
    const all = openNodes(2)
    const [one, two] = openShares(all, screenShare)
    await all.advance(1_000)
    all.channel.isBroken = true
    one?.share.put('fr', 1)
    two?.share.put('es', 1)
    await all.advance(20)
    all.channel.isBroken = false
    expect([one, two].map((each) => [each?.share.get('fr'), each?.share.get('es')])).toEqual([
      [1, undefined],
      [undefined, 1],
    ])
    await all.advance(1_100)
    expect([one, two].map((each) => [each?.share.get('fr'), each?.share.get('es')])).toEqual([
      [1, 1],
      [1, 1],
    ])
    expect(all.logger.lines.map(({ message }) => message)).toEqual(['other nodes cannot be reached', 'other nodes cannot be reached'])
    all.close()
  })

  test('[P19] the values of a node are gone some seconds after its last message, unless every node keeps the kind', async () => {
    const all = openNodes(3)
    const screens = openShares(all, screenShare)
    const responses = openShares(all, responseShare)
    const response = { by: 'person' as never, option: 1, receipt: 'r', at: 1 as never }
    await all.advance(1_000)
    screens[0]?.share.put('fr', 1)
    responses[0]?.share.put('person', response)
    await all.advance(50)
    all.nodes[0]?.close()
    await all.advance(2_500)
    expect(screens[1]?.share.get('fr')).toBe(1)
    await all.advance(2_000)
    expect(screens.slice(1).map(({ share, heard }) => [share.get('fr'), heard.at(-1)])).toEqual([
      [undefined, ['fr']],
      [undefined, ['fr']],
    ])
    expect(all.nodes[1]?.others).toEqual([all.nodes[2]?.own])
    const more = openNodes(1, all.channel)
    const [newer] = openShares(more, responseShare)
    await all.advance(1_100)
    expect([...responses.slice(1), newer].map((each) => each?.share.get('person'))).toEqual([response, response, response])
    all.close()
    more.close()
  })

  test('[P19] a node without a channel forgets the others, with one warning, and has them again later', async () => {
    const all = openNodes(2)
    const [one] = openShares(all, screenShare)
    openShares(all, screenShare)[1]?.share.put('fr', 1)
    await all.advance(1_500)
    expect([one?.share.get('fr'), one?.node.knowsOthers]).toEqual([undefined, false])
    all.close()
    const again = openNodes(2)
    const [here, there] = openShares(again, screenShare)
    there?.share.put('fr', 1)
    await again.advance(2_500)
    expect([here?.share.get('fr'), here?.node.knowsOthers]).toEqual([1, true])
    again.channel.isBroken = true
    await again.advance(5_000)
    expect([here?.share.get('fr'), here?.node.knowsOthers, here?.node.others]).toEqual([undefined, false, []])
    there?.share.put('es', 1)
    expect(again.logger.lines).toHaveLength(2)
    again.channel.isBroken = false
    await again.advance(1_100)
    expect(['fr', 'es'].map((key) => here?.share.get(key))).toEqual([1, 1])
    again.close()
  })

  test('[L202] a value that every node keeps is sent once, by the node where it came from, and no node reads its own message', async () => {
    const all = openNodes(3)
    const texts = openShares(all, boothShare)
    await all.advance(2_000)
    all.channel.published.length = 0
    const read = vi.spyOn(JSON, 'parse')
    texts[0]?.share.put('text person', { at: 1 as never, value: { text: 'For interpreters', mark: 'check', pronounced: null } })
    await all.advance(3_000)
    const hasIt = (message: unknown) => String(message).includes('For interpreters')
    expect([all.channel.published.filter(hasIt).length, read.mock.calls.filter(([text]) => hasIt(text)).length]).toEqual([1, 2])
    read.mockRestore()
    expect(texts.map(({ share }) => share.own.has('text person'))).toEqual([true, true, true])
    expect(texts.map(({ heard }) => heard)).toEqual([[], [['text person']], [['text person']]])
    all.close()
  })

  test('[L202, E16] a value of a lost node that only one other node heard reaches the others from there', async () => {
    const deaf = { node: -1 }
    const all = openNodes(3, new DeafChannel(deaf))
    const responses = openShares(all, responseShare)
    await all.advance(2_000)
    deaf.node = 2
    responses[0]?.share.put('person', { by: 'person' as never, option: 1, receipt: 'r', at: 1 as never })
    await all.advance(20)
    all.nodes[0]?.close()
    deaf.node = -1
    expect(responses.map(({ share }) => share.own.has('person'))).toEqual([true, true, false])
    await all.advance(6_000)
    expect(responses.map(({ share }) => share.own.has('person'))).toEqual([true, true, true])
    all.close()
  })

  test('[L139] a closed share holds nothing for the others, and one that is opened again replaces it', async () => {
    const all = openNodes(2)
    const [one, two] = openShares(all, screenShare)
    one?.share.put('fr', 1)
    await all.advance(1_000)
    const next = all.nodes[0]?.open(screenShare, 'session')
    one?.share.close()
    await all.advance(30)
    expect(two?.share.get('fr')).toBeUndefined()
    next?.put('es', 1)
    await all.advance(30)
    expect(two?.share.get('es')).toBe(1)
    all.close()
  })

  test('[L139] a node waits for the others until a condition holds, or for some seconds', async () => {
    const all = openNodes(2)
    const [one, two] = openShares(all, screenShare)
    const came = one?.node.waitUntil(() => one.share.get('fr') === 1)
    const never = one?.node.waitUntil(() => false)
    await all.advance(500)
    two?.share.put('fr', 1)
    await all.advance(1_000)
    expect(await came).toBe(true)
    await all.advance(3_000)
    expect(await never).toBe(false)
    all.close()
  })
})

describe('messages that no node has written', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
  afterEach(() => void vi.useRealTimers())

  const write = (changes: object) =>
    JSON.stringify({ from: 'other', number: 1, clock: { at: noon + performance.now(), age: 0 }, asks: [], news: [], ...changes })
  const news = (changes: object) => write({ news: [{ share: 'booth-screens session', whole: true, put: [], gone: [], ...changes }] })

  test('[L140] are refused with one warning, which quotes nothing of them, and change nothing', async () => {
    const all = openNodes(2)
    const shares = all.nodes.map((node) => node.open(screenShare, 'session'))
    shares[0]?.put('fr', 1)
    await all.advance(1_500)
    const hostile = [
      'no JSON: Ada',
      '',
      '[]',
      'null',
      write({ number: -1 }),
      write({ from: 'x'.repeat(400) }),
      write({ more: 'Ada' }),
      write({ asks: [{ node: 1 }] }),
      write({ clock: { at: -1, age: 0 } }),
      news({ put: [['fr', 'Ada']] }),
      news({ put: [['fr', { __proto__: { Ada: 1 } }]] }),
      news({ put: [['x'.repeat(400), 1]] }),
      news({ put: Array.from({ length: 3_000 }, (_, index) => [`language ${index}`, 1]) }),
      `"${'Ada'.repeat(6_000_000)}"`,
    ]
    for (const message of hostile) await all.channel.publish(message)
    await all.advance(100)
    expect(shares.map((share) => [share.get('fr'), [...share.keys()]])).toEqual([
      [1, ['fr']],
      [1, ['fr']],
    ])
    expect(all.logger.lines.map(({ message }) => message)).toEqual([
      'a message between nodes was refused',
      'a message between nodes was refused',
    ])
    expect(JSON.stringify(all.logger.lines)).not.toContain('Ada')
    all.close()
  })

  test('[L140] a flood of them, or of invented nodes, has bounded costs, and afterwards everything is as before', async () => {
    const all = openNodes(2)
    const [one, two] = all.nodes.map((node) => node.open(screenShare, 'session'))
    await all.advance(1_500)
    const began = process.cpuUsage().user
    for (let count = 0; count < 30_000; count += 1) await all.channel.publish(write({ from: `node ${count}` }))
    one?.put('fr', 1)
    await all.advance(20)
    expect((process.cpuUsage().user - began) / 1_000).toBeLessThan(5_000)
    expect(all.nodes[1]?.others.length).toBeLessThanOrEqual(100)
    expect(two?.get('fr')).toBeUndefined()
    await all.advance(6_000)
    expect(two?.get('fr')).toBe(1)
    expect(all.nodes[1]?.others).toEqual([all.nodes[0]?.own])
    all.close()
  })

  test('[L137] a node sends only what has changed, and only a number and its time if nothing has', async () => {
    const channel = new MemoryNodeChannel()
    const all = openNodes(2, channel)
    const [one] = all.nodes.map((node) => node.open(presenceShare, 'session'))
    for (let person = 0; person < 5_000; person += 1) one?.put(`person ${person}`, null)
    await all.advance(3_000)
    channel.published.length = 0
    await all.advance(10_000)
    expect(channel.published.length).toBeLessThanOrEqual(20)
    expect(Math.max(...channel.published.map(({ length }) => length))).toBeLessThan(140)
    one?.put('person 7', 7 as never)
    await all.advance(1_000)
    expect(Math.max(...channel.published.map(({ length }) => length))).toBeLessThan(250)
    all.close()
  })
})
