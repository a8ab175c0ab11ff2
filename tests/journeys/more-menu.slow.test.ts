/** “More” of a person who waits, in a real browser: the keyboard stays in it, and on a laptop nothing of it leaves the window. */
import type { SegmentId } from '@rostrum/shared/contract/ids'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { drawnCatalogues as catalogues } from '../support/long-language.ts'
import { getSecret } from '../support/server-process.ts'
import { TestClient } from '../support/test-client.ts'
import { Stage } from './stage.ts'

const sizes = [
  [1366, 768],
  [1366, 630],
  [1280, 585],
] as const
const languages = ['en', 'ru', 'ar'] as const

/** Finds what is wrong with the opened menu. Runs in the page. */
const findFaults = () => {
  const menu = document.querySelector('[aria-expanded="true"][aria-controls]')?.getAttribute('aria-controls') ?? ''
  const box = document.getElementById(menu)
  const acts = box?.parentElement?.closest('section > div:last-child')
  const main = acts?.querySelector(':scope > button')
  if (!box || !acts) return ['no menu']
  const faults: string[] = []
  if (main && main.getBoundingClientRect().height > 96) faults.push(`the main button is ${main.getBoundingClientRect().height} px high`)
  if (box.getBoundingClientRect().width < 300) faults.push(`the menu is ${box.getBoundingClientRect().width} px wide`)
  if (box.getBoundingClientRect().bottom > window.innerHeight) faults.push('the menu ends below the window')
  for (const one of [main, ...box.querySelectorAll('button')]) {
    one?.scrollIntoView({ block: 'nearest' })
    const { top, bottom } = one?.getBoundingClientRect() ?? { top: 0, bottom: 0 }
    if (top < 0 || bottom > window.innerHeight) faults.push(`out of the window: ${one?.textContent}`)
  }
  return faults
}

describe.runIf(hasBrowser())('“More” of a person who waits', () => {
  let stage: Stage
  let staff: TestClient
  let owner: TestClient
  const laptops = new Map<(typeof languages)[number], Page>()
  let phone: Page
  const say = async (...[type, data]: Parameters<TestClient['sendUntilAnswered']>) => {
    expect([type, await staff.sendUntilAnswered(type, data)]).toEqual([type, { ok: true }])
  }
  const find = (language: (typeof languages)[number], key: 'me.moreRequests' | 'me.ready' | 'me.keep', page = laptops.get(language)) =>
    (page as Page).locator('button:visible').filter({ hasText: catalogues[language][key] })

  const expectWhole = async () => {
    const faults: string[] = []
    for (const [language, page] of laptops)
      for (const [width, height] of sizes) {
        await page.setViewportSize({ width, height })
        await find(language, 'me.moreRequests').first().click()
        faults.push(...(await page.evaluate(findFaults)).map((fault) => `${language} ${width}×${height}: ${fault}`))
        await find(language, 'me.moreRequests').first().click()
      }
    expect.soft(faults.join('\n')).toBe('')
  }

  beforeAll(async () => {
    stage = await Stage.open()
    const { links, server } = stage
    staff = await TestClient.join(server.url, { link: getSecret(links.secretariat) })
    owner = await TestClient.join(server.url, { link: getSecret(links.remote) })
    for (const language of languages) {
      const { page } = await stage.visit(links.remote, 'laptop', language)
      await page.locator('[data-thumb] button').first().click()
      laptops.set(language, page)
    }
    phone = (await stage.enter(links.room, 'phone')).page
    await say('session.open', { onAnyDay: true })
    await say('queue.open', {})
    await say('agenda.go', { to: 'topic-1' as SegmentId, expectedCurrent: 'opening' as SegmentId })
    expect(await owner.sendUntilAnswered('queue.join', { kind: 'intervention', topic: null })).toEqual({ ok: true })
    await find('ar', 'me.ready').waitFor()
  }, 120_000)
  afterAll(() => stage.close())

  test('[V319] while I am next, the main button keeps its height and the menu is whole', expectWhole, 120_000)

  test('[V317] by keyboard, the field of the subject has the focus, and then its button', async () => {
    const getFocus = (page: Page) =>
      page.evaluate(() => `${document.activeElement?.tagName} ${document.activeElement?.textContent?.trim()}`)
    await phone.locator('[data-thumb] button').first().click()
    const laptop = laptops.get('en') as Page
    for (const [page, ...leave] of [
      [laptop, 'Tab', 'Enter'],
      [phone, 'x', 'Enter'],
    ] as const) {
      await page.locator('button:visible', { hasText: 'More' }).first().focus()
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: 'Add the subject' }).focus()
      await expect.poll(() => page.locator('[data-resting]').count()).toBe(0)
      await page.keyboard.press('Enter')
      await expect.poll(() => getFocus(page)).toMatch(/^INPUT/)
      for (const key of leave) await page.keyboard.press(key)
      await expect.poll(() => getFocus(page)).toMatch(/^BUTTON .*subject/i)
      await page.keyboard.press('Escape')
    }
  }, 60_000)

  test('[V319] after another topic, the main button keeps its height and the menu is whole', async () => {
    await say('agenda.go', { to: 'topic-2' as SegmentId, expectedCurrent: 'topic-1' as SegmentId })
    await find('ar', 'me.keep').waitFor()
    await expectWhole()
  }, 120_000)
})
