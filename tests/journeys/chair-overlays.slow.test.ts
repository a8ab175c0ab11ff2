/**
 * Everything that opens over the Chair's page: menus, dialogs and panels. They are inside the window, with every text complete, at the
 * sizes of most laptops.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Catalogue } from '@rostrum/client/text/catalogue'
import { restMs } from '@rostrum/client/ui/resting'
import type { SegmentId } from '@rostrum/shared/contract/ids'
import { maxEntityLength } from '@rostrum/shared/contract/lengths'
import { toInstant } from '@rostrum/shared/kernel/time'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { findInFamilies } from '../support/font-families.ts'
import { drawnCatalogues as catalogues, drawnLanguages as languages } from '../support/long-language.ts'
import { findLasting, measurePage } from '../support/page-geometry.ts'
import { getSecret } from '../support/server-process.ts'
import { newCommandId, TestClient } from '../support/test-client.ts'
import { Stage } from './stage.ts'

const sizes = [
  [1024, 650],
  [1280, 585],
] as const
const longName = 'شبكة المنظمات العربية غير الحكومية للتنمية والتعاون الرقمي'.padEnd(maxEntityLength, ' وشمال أفريقيا')
const frenchName = 'Commission régionale pour le développement numérique, la connectivité et les services postaux universels'

const patience = { timeout: 300_000 }

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
const choose = async (page: Page, words: Catalogue, item: keyof Catalogue) => {
  await press(page, words['app.menu'])
  await page.getByRole('menuitem', { name: words[item] }).first().click()
}
const openings: Readonly<Record<string, (page: Page, words: Catalogue) => Promise<void>>> = {
  'the session menu': (page, words) => press(page, words['app.menu']),
  'the last steps': (page, words) => choose(page, words, 'step.title'),
  'the limits': (page, words) => choose(page, words, 'limits.title'),
  'an announcement': (page, words) => choose(page, words, 'announce.open'),
  'the keys': (page, words) => choose(page, words, 'keys.title'),
  'another item': (page, words) => choose(page, words, 'agenda.goAsk'),
  'the close': (page, words) => choose(page, words, 'session.close'),
  'more for the speaker': (page, words) => press(page, words['cue.more']),
  'the list': (page, words) => press(page, words['queue.open']),
  'making up time': (page, words) => page.getByRole('button', { name: words['remedy.open'] }).first().click(),
  'the topic': (page) => page.locator('header li[aria-current] button').click(),
  'the balance': async (page, words) => {
    const questions = page.getByRole('button', { name: words['questions.title'], exact: true })
    if ((await questions.count()) > 0) await questions.click()
    await press(page, words['balance.shares'])
  },
  'a row': async (page, words) => {
    // Without a third column, balance and questions are in the place of the list.
    const list = page.getByRole('button', { name: words['queue.title'], exact: true })
    if ((await list.count()) > 0) await list.click()
    await page.locator('[data-queue] [data-row] button').nth(2).click()
  },
  'all alerts': (page) => page.locator('[data-box=alerts] button[aria-expanded], [data-box=alerts] button[aria-haspopup]').last().click(),
}

describe.runIf(hasBrowser())('what opens over the Chair’s page', () => {
  let stage: Stage
  let staff: TestClient
  let link: string

  beforeAll(async () => {
    stage = await Stage.open()
    const links = await stage.newSession(new Date(Date.now() - 25 * 60_000))
    link = links.chair
    staff = await TestClient.join(stage.server.url, { link: getSecret(links.secretariat) })
    const say = async (...[type, data]: Parameters<TestClient['sendUntilAnswered']>) =>
      expect([type, await staff.sendUntilAnswered(type, data)]).toEqual([type, { ok: true }])
    const add = async (entity: string, index: number, kind: 'intervention' | 'point-of-order' | 'right-of-reply' = 'intervention') => {
      const data = {
        kind,
        person: null,
        entity,
        speaker: null,
        group: 'civil-society' as never,
        requestChannel: 'room' as const,
        note: null,
      }
      const reply = await staff.sendUntilAnswered('queue.add', { ...data, seenAt: toInstant(Date.now() - 90_000 + index) }, newCommandId())
      expect(reply).toEqual({ ok: true })
    }
    await say('session.open', {})
    await say('queue.open', {})
    await say('agenda.go', { to: 'topic-1' as SegmentId, expectedCurrent: 'opening' as SegmentId })
    for (let index = 0; index < 30; index += 1) await add([longName, frenchName][index % 5] ?? `Delegation ${index}`, index)
    const { next } = staff.getPart<{ next: never }>('queue')
    await say('floor.call', { entry: next, expectedCurrent: null, expectedNext: next })
    await say('floor.start', { turn: staff.getPart<{ current: { id: never } }>('floor').current.id })
    for (const [index, name] of [longName, frenchName].entries()) await add(name, index, 'point-of-order')
    await add(frenchName, 3, 'right-of-reply')
  })
  afterAll(async () => {
    staff.close()
    const { faults } = stage
    await stage.close()
    expect(faults).toEqual([])
  })

  // Half of this time is the rest after each press, so the languages are drawn at the same time.
  test.concurrent.each(languages)('[V66, V101, V123] is inside the window and complete: %s', patience, async (language) => {
    const { page } = await stage.visit(link, 'chair', language)
    // When the last language is measured, the speaker may be over time.
    await page.locator('[data-phase]').waitFor()
    const faults: string[] = []
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height })
      for (const [name, open] of Object.entries(openings)) {
        await open(page, catalogues[language])
        const overlay = page.locator('[role=dialog],[role=menu]').last()
        await overlay.waitFor()
        await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
        // Content that scrolls in a frame counts only as far as its frame shows it.
        const box = await overlay.evaluate((one) => {
          const frame = [one, one.parentElement].find((each) => each && /auto|scroll/.test(getComputedStyle(each).overflowY)) ?? one
          const { top, left, bottom, right } = frame.getBoundingClientRect()
          return top < 0 || left < 0 || bottom > window.innerHeight + 1 || right > window.innerWidth + 1
        })
        const measure = async () => (await page.evaluate(measurePage)).faults.filter((fault) => !fault.startsWith('covered by'))
        const found = await findInFamilies(page, () => findLasting(measure))
        const isWholeMenu = name === 'a row' || name === 'more for the speaker'
        const scrolls = isWholeMenu && (await overlay.evaluate((one) => one.scrollHeight > one.clientHeight + 1))
        faults.push(
          ...[...(box ? ['outside the window'] : []), ...(scrolls ? ['it scrolls'] : []), ...found].map(
            (fault) => `${name} ${width}×${height}: ${fault}`,
          ),
        )
        await page.keyboard.press('Escape')
        await overlay.waitFor({ state: 'detached' })
        // A second press at the same place does nothing at first.
        await pause(restMs)
      }
    }
    expect(faults).toEqual([])
    await page.close()
  })

  test('[V428] a long list of people in a dialog takes the height that the window leaves', patience, async () => {
    const { page } = await stage.visit(link, 'chair', 'en')
    await page.locator('[data-phase]').waitFor()
    await page.setViewportSize({ width: 1366, height: 900 })
    await openings['a row']?.(page, catalogues.en)
    await page.getByRole('menuitem', { name: catalogues.en['queue.swap'] }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio').first().waitFor()
    const [height, scrolled] = await dialog.evaluate((one) => {
      const frame = one.parentElement ?? one
      return [frame.clientHeight, frame.scrollHeight - frame.clientHeight]
    })
    expect(height).toBeGreaterThan(800)
    expect(scrolled).toBeLessThanOrEqual(1)
    await page.close()
  })

  test.each(['en', 'ar'] as const)(
    '[V314] has its buttons in view, moves no row when one is chosen, and survives a double press: %s',
    async (language) => {
      const { page } = await stage.visit(link, 'chair', language)
      const words = catalogues[language]
      await page.setViewportSize({ width: 1280, height: 585 })
      const dialog = page.getByRole('dialog')
      /** Each button at the foot of the dialog is whole, and nothing is over it. */
      const findHidden = () =>
        dialog.evaluate((one) =>
          [...one.querySelectorAll(':scope > :last-child button')]
            .filter((button) => {
              const { left, top, width, height, bottom } = button.getBoundingClientRect()
              const found = document.elementFromPoint(left + width / 2, top + height / 2)
              return bottom > window.innerHeight || found === null || !button.contains(found)
            })
            .map((button) => button.textContent),
        )
      await choose(page, words, 'session.close')
      await dialog.waitFor()
      expect(await findHidden()).toEqual([])
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
      await pause(restMs)
      await page.locator('[data-queue] [data-row] button').nth(2).click()
      await page.getByRole('menuitem', { name: words['queue.swap'] }).dblclick({ delay: 20 })
      await dialog.waitFor()
      await pause(200)
      expect(await dialog.count()).toBe(1)
      expect(await findHidden()).toEqual([])
      const row = dialog.getByRole('radio').nth(2)
      const before = await row.evaluate((one) => one.getBoundingClientRect().top)
      await row.evaluate((one) => (one.closest('label') ?? (one as HTMLElement)).click())
      await dialog.getByRole('status').filter({ hasText: /\S/ }).waitFor()
      await pause(500)
      expect([await row.evaluate((one) => one.getBoundingClientRect().top), await findHidden()]).toEqual([before, []])
      await page.close()
    },
  )
})
