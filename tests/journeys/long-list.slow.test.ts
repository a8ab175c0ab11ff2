/**
 * A list of 200 waiting speakers, on the pages of the Chair and the secretariat. It is drawn in part, searched and printed, and is as fast
 * as a short one.
 */
import { isDeepStrictEqual } from 'node:util'
import type { EntryId, GroupId, SegmentId } from '@rostrum/shared/contract/ids'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { type PressTime, timePress } from '../support/press-time.ts'
import { getSecret } from '../support/server-process.ts'
import { tellStory } from '../support/story.ts'
import { TestClient } from '../support/test-client.ts'
import { Stage } from './stage.ts'

const groups = [
  'government',
  'civil-society',
  'private-sector',
  'technical-academic',
  'international',
] as readonly string[] as readonly GroupId[]
const manyNames = 'International Federation of Library Associations and Community Networks for Meaningful Connectivity'
const arabic = 'شبكة المنظمات العربية غير الحكومية للتنمية'
const makeName = (index: number) => (index === 150 ? arabic : index % 7 === 3 ? `${manyNames} ${index}` : `Délégation ${index}`)
/** Other work on the machine may slow it down. */
const patience = { timeout: 120_000 }

type Drawn = { readonly id: string; readonly rank: number; readonly count: number; readonly top: number; readonly isFocused: boolean }
type ListState = {
  readonly drawnCount: number
  /** The rows in view, partly or completely, from top to bottom. */
  readonly inView: readonly Drawn[]
  /** The largest space in view without a row or a line. */
  readonly hole: number
}

/** Reads the list. Runs in the page. */
const readList = (): ListState => {
  const scroller = document.querySelector('[data-scroller]') as HTMLElement
  const frame = scroller.getBoundingClientRect()
  const items = [...document.querySelectorAll<HTMLElement>('[data-queue] > li')].map((item) => ({
    item,
    box: item.getBoundingClientRect(),
  }))
  const visible = items.filter(({ box }) => box.bottom > frame.top + 1 && box.top < frame.bottom - 1)
  const holes = visible.map(({ box }, at) => box.top - (visible[at - 1]?.box.bottom ?? Math.min(box.top, frame.top)))
  const last = visible.at(-1)?.box.bottom ?? frame.top
  return {
    drawnCount: items.length,
    inView: visible
      .filter(({ item }) => item.matches('[data-row]'))
      .map(({ item, box }) => ({
        id: item.dataset['row'] ?? '',
        rank: Number(item.getAttribute('aria-posinset')),
        count: Number(item.getAttribute('aria-setsize')),
        top: box.top - frame.top,
        isFocused: item === document.activeElement,
      })),
    hole: Math.max(...holes, frame.bottom - last),
  }
}
/** Reads the list once it has stopped moving. Rows are drawn and measured some frames after the list was scrolled or has changed. */
const readStill = async (page: Page, before: ListState | null = null): Promise<ListState> => {
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  const list = await page.evaluate(readList)
  return isDeepStrictEqual(list, before) ? list : readStill(page, list)
}
const scrollTo = (page: Page, share: number) =>
  page.evaluate((part) => {
    const scroller = document.querySelector('[data-scroller]') as HTMLElement
    scroller.scrollTop = part * (scroller.scrollHeight - scroller.clientHeight)
  }, share)

describe.runIf(hasBrowser())('a long list of speakers', () => {
  tellStory()

  let stage: Stage
  let staff: TestClient
  let few: TestClient
  let chair: Page
  let secretariat: Page
  let calmChair: Page

  const getOrder = () => staff.getPart<readonly EntryId[]>('order')
  const say = async (...[type, data]: Parameters<TestClient['sendUntilAnswered']>) => {
    expect(await staff.sendUntilAnswered(type, data)).toEqual({ ok: true })
  }
  /** Opens a session in which `count` people are waiting. Returns its links and the secretariat's client. */
  const begin = async (count: number) => {
    const links = await stage.newSession(new Date(Date.now() - 25 * 60_000))
    const client = await TestClient.join(stage.server.url, { link: getSecret(links.secretariat) })
    await client.sendUntilAnswered('session.open', {})
    await client.sendUntilAnswered('queue.open', {})
    // With this order rule, a change has no side effects.
    await client.sendUntilAnswered('queue.set-order', { mode: 'received', suggestOnly: false, expectedMode: 'balanced' })
    await client.sendUntilAnswered('agenda.go', { to: 'topic-1' as SegmentId, expectedCurrent: 'opening' as SegmentId })
    await Promise.all(
      Array.from({ length: count }, (_, index) =>
        client.sendUntilAnswered('queue.add', {
          kind: 'intervention',
          person: null,
          entity: makeName(index),
          speaker: null,
          group: groups[index % groups.length] ?? null,
          requestChannel: index % 3 === 0 ? 'remote' : 'room',
          seenAt: (Date.now() - (900 - index) * 1000) as Instant,
          note: null,
        }),
      ),
    )
    return { links, client }
  }
  /** Waits until the client knows the new order, with which ranks are compared. A page may know it earlier. */
  const hears = (isSo: (list: { readonly order: readonly string[] }) => boolean) =>
    expect.poll(() => isSo({ order: getOrder() }), { timeout: 10_000 }).toBe(true)
  const waitForRank = (page: Page, id: string, rank: number) =>
    page.locator(`[data-row="${id}"][aria-posinset="${rank}"]`).waitFor({ state: 'attached' })
  const getFocused = (page: Page) =>
    page.evaluate(() => {
      const row = document.activeElement?.closest<HTMLElement>('[data-row]')
      return row ? { id: row.dataset['row'] ?? '', rank: Number(row.getAttribute('aria-posinset')) } : null
    })

  beforeAll(async () => {
    stage = await Stage.open()
    const [long, short] = [await begin(200), await begin(10)]
    staff = long.client
    few = short.client
    chair = (await stage.visit(long.links.chair, 'chair')).page
    secretariat = (await stage.visit(long.links.secretariat, 'staff')).page
    calmChair = (await stage.visit(short.links.chair, 'chair')).page
    await secretariat.getByRole('button', { name: 'List of speakers' }).click()
    for (const page of [chair, secretariat, calmChair]) {
      await page.setViewportSize({ width: 1280, height: 720 })
      await page.locator('[data-queue] [data-row]').first().waitFor()
    }
  }, 120_000)
  afterAll(async () => {
    for (const client of [staff, few]) client.close()
    const { faults } = stage
    await stage.close()
    expect(faults).toEqual([])
  })

  test('[Q26] only rows in view are drawn, without holes, and each row tells its place and the number of rows', patience, async () => {
    for (const page of [chair, secretariat]) {
      for (const share of [0, 0.31, 0.5, 1]) {
        await scrollTo(page, share)
        const { drawnCount, inView, hole } = await readStill(page)
        expect(drawnCount).toBeLessThan(40)
        expect(inView.length).toBeGreaterThan(4)
        expect(hole).toBeLessThan(1.5)
        expect(inView.map(({ id, rank, count }) => [id, rank, count])).toEqual(
          inView.map((_, at) => [getOrder()[(inView[0]?.rank ?? 0) - 1 + at], (inView[0]?.rank ?? 0) + at, 200]),
        )
      }
      expect((await readStill(page)).inView.at(-1)?.rank).toBe(200)
      await scrollTo(page, 0)
      expect((await readStill(page)).inView[0]?.rank).toBe(1)
    }
  })

  test('[Q26] the keys reach every row; the focus stays on a row out of view, and moves on when it is removed', patience, async () => {
    const order = getOrder()
    await scrollTo(chair, 0)
    await chair.locator(`[data-row="${order[0]}"]`).focus()
    for (const [key, rank] of [
      ['End', 200],
      ['ArrowUp', 199],
      ['Home', 1],
      ['ArrowDown', 2],
    ] as const) {
      await chair.keyboard.press(key)
      await expect.poll(() => getFocused(chair)).toEqual({ id: order[rank - 1], rank })
      await expect.poll(async () => (await chair.evaluate(readList)).inView.some(({ isFocused }) => isFocused)).toBe(true)
    }
    await scrollTo(chair, 0.5)
    const { inView } = await readStill(chair)
    expect(inView.some(({ isFocused }) => isFocused)).toBe(false)
    expect(await getFocused(chair)).toEqual({ id: order[1], rank: 2 })
    const read = inView[2]
    await say('queue.remove', { entry: order[0] as never, reason: 'other' as never })
    await expect.poll(() => getFocused(chair)).toEqual({ id: order[1], rank: 1 })
    await say('queue.remove', { entry: order[1] as never, reason: 'other' as never })
    await hears((list) => !list.order.includes(order[1] ?? ''))
    await expect.poll(() => getFocused(chair)).toEqual({ id: getOrder()[0], rank: 1 })
    const stays = (await readStill(chair)).inView.find(({ id }) => id === read?.id)
    expect(Math.abs((stays?.top ?? -1000) - (read?.top ?? 1000))).toBeLessThan(2)
    await chair.keyboard.press('Enter')
    await chair.getByRole('menuitem', { name: 'Call now' }).waitFor()
    await chair.keyboard.press('Escape')
    await chair.evaluate(() => (document.activeElement as HTMLElement).blur())
  })

  test('[Q26] the rows in view do not move when the order above changes; the head of the list stays in view', patience, async () => {
    for (const page of [chair, secretariat]) {
      await scrollTo(page, 0.5)
      // While several changes are still to come, two may leave the same ranks as all of them. The count differs then.
      const isUpToDate = async () =>
        (await readStill(page)).inView.every(({ id, rank, count }) => getOrder()[rank - 1] === id && getOrder().length === count)
      await expect.poll(isUpToDate).toBe(true)
      const before = (await readStill(page)).inView[2]
      if (!before) throw new Error('no row in view')
      const last = getOrder().at(-1)
      const [first] = getOrder()
      await say('queue.move', { entry: last as never, before: first as never })
      await hears(({ order }) => order[0] === last)
      await waitForRank(page, before.id, before.rank + 1)
      const moved = (await readStill(page)).inView.find(({ id }) => id === before.id)
      expect(Math.abs((moved?.top ?? -1000) - before.top)).toBeLessThan(2)
      await say('queue.remove', { entry: first as never, reason: 'other' as never })
      await hears(({ order }) => !order.includes(first ?? ''))
      await waitForRank(page, before.id, before.rank)
      const left = (await readStill(page)).inView.find(({ id }) => id === before.id)
      expect(Math.abs((left?.top ?? -1000) - before.top)).toBeLessThan(2)
      // The second entry is removed while the page still scrolls for the first.
      const [one, two] = getOrder()
      await Promise.all([one, two].map((entry) => say('queue.remove', { entry: entry as never, reason: 'other' as never })))
      await hears(({ order }) => order[0] !== one && order[0] !== two)
      await waitForRank(page, before.id, before.rank - 2)
      const twice = (await readStill(page)).inView.find(({ id }) => id === before.id)
      expect(Math.abs((twice?.top ?? -1000) - before.top)).toBeLessThan(2)
      await scrollTo(page, 0)
      const top = getOrder().at(-1)
      await say('queue.move', { entry: top as never, before: getOrder()[0] as never })
      await expect.poll(async () => (await page.evaluate(readList)).inView[0]?.id).toBe(top)
      await hears(({ order }) => order[0] === top)
    }
  })

  test('[Q27] the search in the head finds parts of a name in any script, and groups, and keeps the places', patience, async () => {
    for (const page of [chair, secretariat]) {
      await page.locator(`[data-row="${getOrder()[0]}"][aria-posinset="1"]`).waitFor({ state: 'attached' })
      await scrollTo(page, 0.5)
      const before = (await readStill(page)).inView.map(({ id }) => id)
      const field = page.getByRole('searchbox', { name: 'Find in the list of speakers' })
      const row = staff.getPart<Record<string, { entity: string }>>('entries')
      const rankOf = (name: string) => getOrder().findIndex((entry) => row[entry]?.entity === name) + 1
      await field.fill('DELEGATION 141')
      await expect.poll(async () => (await page.evaluate(readList)).drawnCount).toBeLessThan(3)
      const found = page.locator('[data-queue] [data-row]')
      // The page may learn of the last change a little later than the client.
      await expect.poll(() => found.textContent()).toMatch(new RegExp(`^${rankOf('Délégation 141')}Délégation 141`))
      await page
        .getByRole('status')
        .filter({ hasText: `1 of ${getOrder().length}` })
        .waitFor()
      await field.fill('منظمات عربية')
      await page.getByText(arabic).first().waitFor()
      await expect.poll(() => found.count()).toBe(1)
      await field.fill('private sector 14')
      await page.getByText('Délégation 142').first().waitFor()
      await page.keyboard.press('Enter')
      await expect.poll(() => getFocused(page)).toMatchObject({ rank: 1 })
      await field.fill('nobody of that name')
      await page.getByText('Nobody found.').waitFor()
      await page.keyboard.press('Escape')
      await expect.poll(() => field.inputValue()).toBe('')
      await expect.poll(async () => (await page.evaluate(readList)).inView.map(({ id }) => id)).toEqual(before)
    }
  })

  test('[Q26] the printed list has all rows', patience, async () => {
    await secretariat.evaluate(() => {
      window.print = () => undefined
    })
    await secretariat.getByRole('button', { name: 'Print list' }).click()
    await expect.poll(() => secretariat.locator('table tbody tr').count()).toBe(getOrder().length)
    await secretariat.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  })

  test('[Q29] a press costs no more with 200 people waiting than with ten', { timeout: 240_000 }, async () => {
    await scrollTo(chair, 0)
    const times = { long: [] as PressTime[], short: [] as PressTime[] }
    // Both are measured in turn, so that other work on the machine slows both.
    for (let round = 0; round < 4; round += 1)
      for (const press of ['next', 'next', 'add', 'pause', 'pause'] as const) {
        times.short.push(await timePress(calmChair, press))
        times.long.push(await timePress(chair, press))
      }
    const get = (of: readonly PressTime[], part: keyof PressTime) => of.map((one) => Math.round(one[part])).sort((a, b) => a - b)
    const medianOf = (of: readonly PressTime[]) => get(of, 'shown')[Math.floor(of.length / 2)] ?? 0
    for (const [name, of] of Object.entries(times))
      console.log(
        `${name}: shown after ${medianOf(of)} ms (most ${get(of, 'shown').at(-1)}), longest task ${get(of, 'longestTask').at(-1)} ms`,
      )
    expect(medianOf(times.long)).toBeLessThan(1.6 * medianOf(times.short) + 15)
  })
})
