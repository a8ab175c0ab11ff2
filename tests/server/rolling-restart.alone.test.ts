/** Runs the shipped proxy configuration with nginx. When a node is restarted or killed, all screens return at once. */
import type { EntryId, GroupId } from '@rostrum/shared/contract/ids'
import { toInstant } from '@rostrum/shared/kernel/time'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { hasNginx, NginxProxy } from '../support/nginx-proxy.ts'
import { hasRedis } from '../support/redis-server.ts'
import { getSecret, type ServerProcess, type StartupLinkSet } from '../support/server-process.ts'
import { newCommandId, TestClient } from '../support/test-client.ts'
import { TwoNodes } from '../support/two-nodes.ts'

const screenCount = 60
/** The number of screens behind a network that refuses WebSockets. */
const pollingCount = 6
/** The most milliseconds from the signal until every screen is connected and shows the changes since. */
const longest = 3_000

describe.runIf(hasRedis() && hasNginx())('two nodes behind nginx', () => {
  let both: TwoNodes
  let proxy: NginxProxy
  let chair: TestClient
  let screens: readonly TestClient[] = []
  const lost = new Set<TestClient>()

  beforeAll(async () => {
    both = await TwoNodes.start()
    const [one, two] = both.nodes as [ServerProcess, ServerProcess]
    const [links] = both.startupLinks as [StartupLinkSet]
    proxy = await NginxProxy.start([one.port, two.port])
    chair = await TestClient.join(proxy.url, { link: getSecret(links.chair) })
    expect(await chair.sendUntilAnswered('session.open', {})).toEqual({ ok: true })
    const joinAs = (index: number) => {
      const person = { entity: `Organization ${index}`, group: null, channel: 'remote', nameInRecord: false }
      return TestClient.join(proxy.url, { code: links.code, person }, index < pollingCount ? 'polling' : 'websocket')
    }
    screens = [chair, ...(await Promise.all(Array.from({ length: screenCount - 1 }, (_, index) => joinAs(index))))]
    for (const screen of screens) screen.socket.on('disconnect', () => lost.add(screen))
  }, 120_000)
  afterAll(async () => {
    for (const screen of screens) screen.close()
    await proxy.stop()
    await both.stop()
  })

  const addRequest = async (): Promise<EntryId> => {
    const id = newCommandId()
    const from = { person: null, entity: `Request ${id}`, speaker: null, group: 'government' as GroupId } as const
    const request = { kind: 'intervention', ...from, requestChannel: 'paper', seenAt: toInstant(Date.now()), note: null } as const
    expect(await chair.sendUntilAnswered('queue.add', request, id)).toEqual({ ok: true })
    return id as string as EntryId
  }
  const countCurrent = (entry: EntryId): number =>
    screens.filter((screen) => screen.socket.connected && screen.getPart<readonly EntryId[]>('order').includes(entry)).length

  /** Ends the node, starts it again, and adds a request in the meantime. */
  const measure = async (node: ServerProcess, end: () => Promise<void>) => {
    lost.clear()
    const began = performance.now()
    await end()
    const restarted = node.restart()
    const entry = await addRequest()
    await vi.waitUntil(() => countCurrent(entry) === screenCount, { timeout: 120_000, interval: 10 })
    const ms = Math.round(performance.now() - began)
    await restarted
    return { ms, lost: lost.size }
  }

  test('[L20] after each restart, and after a crash, all 60 screens are back and current within 3 s', { timeout: 500_000 }, async () => {
    const [one, two] = both.nodes as [ServerProcess, ServerProcess]
    const steps = [
      ['SIGTERM to node 1', one, () => one.stop()],
      ['SIGTERM to node 2', two, () => two.stop()],
      ['SIGKILL to node 1', one, () => one.kill()],
    ] as const
    const results: { readonly ms: number; readonly lost: number }[] = []
    for (const [name, node, end] of steps) {
      const result = await measure(node, end)
      console.log(`${name}: ${result.lost} of ${screenCount} screens lost their connection; all were back after ${result.ms} ms`)
      results.push(result)
    }
    expect(results.filter(({ lost }) => lost === 0)).toEqual([])
    expect(results.filter(({ ms }) => ms > longest)).toEqual([])
    expect(screens.filter(({ frames }) => frames.gaps > 0)).toEqual([])
    expect(proxy.readLog()).toContain('GET /socket.io/')
  })
})
