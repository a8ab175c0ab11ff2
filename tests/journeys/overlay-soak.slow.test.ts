/**
 * The overlay is open for an hour, as on a video mixer's machine. In the short form the page's clock, and its timers of up to two seconds,
 * run forty times as fast. So an hour of ticks and changes takes a minute and a half. With ROSTRUM_REAL_HOUR=1 it is a real hour.
 */
import type { FloorView } from '@rostrum/shared/projection/floor/parts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { getSecret } from '../support/server-process.ts'
import { newCommandId, TestClient } from '../support/test-client.ts'
import { Stage } from './stage.ts'

const speed = process.env['ROSTRUM_REAL_HOUR'] === '1' ? 1 : 40
const hourMs = 3_600_000 / speed
/** The number of changes of the floor: one every five seconds. */
const changes = 720

/** Makes the page's clocks faster. Longer timers belong to the connection, and the other end has no faster clock. */
const hasten = (times: number) => {
  const [began, wallBegan] = [performance.now(), Date.now()]
  const [measure, readWall] = [performance.now.bind(performance), Date.now]
  performance.now = () => began + (measure() - began) * times
  Date.now = () => wallBegan + (readWall() - wallBegan) * times
  const shorten = (ms = 0) => (ms <= 2000 ? ms / times : ms)
  const [setOnce, setOften] = [window.setTimeout.bind(window), window.setInterval.bind(window)]
  window.setTimeout = ((then: () => void, ms?: number) => setOnce(then, shorten(ms))) as typeof window.setTimeout
  window.setInterval = ((then: () => void, ms?: number) => setOften(then, shorten(ms))) as typeof window.setInterval
}

type Weight = { readonly heap: number; readonly nodes: number; readonly listeners: number }

/** Measures what remains after a garbage collection. */
const weigh = async (page: Page): Promise<Weight> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  // A later round collects the objects that an earlier one has released.
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  const get = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
  await session.detach()
  return { heap: get('JSHeapUsedSize'), nodes: get('Nodes'), listeners: get('JSEventListeners') }
}

describe.runIf(hasBrowser())('the overlay over an hour', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await Stage.open()
  })
  afterAll(() => stage.close())

  test(`[X24] an hour of ticks and 720 changes, at ${speed} times the normal speed: no memory is left behind`, {
    timeout: hourMs + 400_000,
  }, async () => {
    const links = await stage.newSession(new Date())
    const chair = await TestClient.join(stage.server.url, { link: getSecret(links.chair) })
    await chair.sendUntilAnswered('session.open', { onAnyDay: true })
    const { page } = await stage.visit(links.overlay, 'display', 'en', async (fresh) => {
      await fresh.addInitScript(hasten, speed)
    })
    await page.locator('main').waitFor({ state: 'attached' })
    const ticks = await page.evaluateHandle(() => {
      const seen = { digits: 0 }
      new MutationObserver((found) => {
        seen.digits += found.some(({ target }) => target.parentElement?.role === 'timer') ? 1 : 0
      }).observe(document, { characterData: true, subtree: true })
      return seen
    })
    const getFloor = () => chair.getPart<FloorView>('floor')
    /** Gives the floor to another speaker, who starts to speak. */
    const change = async (number: number) => {
      const turn = getFloor().current?.id ?? null
      const data = { person: null, entity: `Delegation ${number}`, speaker: null, group: 'government', requestChannel: 'room' }
      const given = newCommandId()
      await chair.sendUntilAnswered('queue.add', { ...data, kind: 'intervention', note: null, seenAt: Date.now() } as never, given)
      await chair.sendUntilAnswered('floor.call', { entry: given, expectedCurrent: turn, expectedNext: given } as never)
      await expect.poll(() => getFloor().current?.id, { interval: 2 }).not.toBe(turn)
      await chair.sendUntilAnswered('floor.start', { turn: getFloor().current?.id } as never)
    }
    let count = 0
    const began = performance.now()
    /** Makes changes, evenly over the time. They take longer on a busy machine. */
    const goOnUntil = async (part: number) => {
      while (performance.now() - began < hourMs * part || count < changes * part) {
        if (count < ((performance.now() - began) / hourMs) * changes) {
          count += 1
          await change(count)
        } else await new Promise((later) => setTimeout(later, 10))
      }
      await page.locator('main:not([data-hidden])').getByText(`Delegation ${count}`, { exact: true }).waitFor()
      return await weigh(page)
    }
    const weights: Weight[] = []
    for (const part of [0.1, 0.25, 0.5, 0.75, 1]) weights.push(await goOnUntil(part))
    console.log(JSON.stringify({ speed, count, ...(await ticks.jsonValue()), weights }))
    const [early, late] = [weights[0] as Weight, weights.at(-1) as Weight]
    expect((await ticks.jsonValue()).digits).toBeGreaterThan(1800)
    expect(late.heap - early.heap).toBeLessThan(1_000_000)
    expect(late.nodes).toBeLessThan(early.nodes + 200)
    expect(late.listeners).toBeLessThan(early.listeners + 20)
    expect(stage.faults).toEqual([])
    chair.close()
  })
})
