/** A finger on the phone of a person who waits: it taps several times at one spot, in a real browser, on small phones and with long words. */
import type { MessageKey } from '@rostrum/client/text/catalogue'
import type { SegmentId } from '@rostrum/shared/contract/ids'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { drawnCatalogues as catalogues } from '../support/long-language.ts'
import { measurePage } from '../support/page-geometry.ts'
import { measureThumb } from '../support/phone-geometry.ts'
import { getSecret } from '../support/server-process.ts'
import { TestClient } from '../support/test-client.ts'
import { Stage } from './stage.ts'

const sizes = [
  [320, 256],
  [320, 568],
  [375, 667],
] as const
const languages = ['en', 'ru'] as const

describe.runIf(hasBrowser())('a finger that slips', () => {
  let stage: Stage
  let staff: TestClient
  let owner: TestClient
  const pages = new Map<(typeof languages)[number], Page>()

  const say = async (...[type, data]: Parameters<TestClient['sendUntilAnswered']>) => {
    expect([type, await staff.sendUntilAnswered(type, data)]).toEqual([type, { ok: true }])
  }
  const getMine = () => owner.getPart<{ entry: object | null; reply: object | null; pointOfOrder: object | null }>('myQueue')
  const find = (language: (typeof languages)[number], key: MessageKey) =>
    (pages.get(language) as Page).locator('[data-thumb] button:visible').filter({ hasText: catalogues[language][key] })

  /** Presses once where the button is, and tells what is there afterwards. */
  const pressAndSee = async (page: Page, control: ReturnType<typeof find>, next: ReturnType<typeof find>) => {
    await control.scrollIntoViewIfNeeded()
    await expect.poll(() => control.getAttribute('aria-disabled')).toBeNull()
    const { x = 0, y = 0, width = 0, height = 0 } = (await control.boundingBox()) ?? {}
    await page.mouse.click(x + width / 2, y + height / 2)
    await next.waitFor()
    return await page.evaluate(([left, top]) => document.elementFromPoint(left, top)?.closest('button')?.textContent ?? '', [
      x + width / 2,
      y + height / 2,
    ] as const)
  }

  /** Asks and stays, at each size. */
  const expectSafePlace = async (isInMenu: boolean) => {
    const faults: string[] = []
    for (const [language, page] of pages) {
      for (const [width, height] of sizes) {
        await page.setViewportSize({ width, height })
        if (isInMenu) await find(language, 'me.moreRequests').click()
        const stay = find(language, 'me.stay')
        const there = await pressAndSee(page, find(language, 'me.withdraw'), stay)
        if (there === catalogues[language]['me.withdraw']) faults.push(`${language} ${width}×${height}: the act is under the finger`)
        const found = [...(await page.evaluate(measurePage)).faults, ...(isInMenu ? [] : await page.evaluate(measureThumb, false))]
        faults.push(...found.map((fault) => `${language} ${width}×${height}: ${fault}`))
        await stay.click()
        if (isInMenu) await find(language, 'me.moreRequests').click()
      }
    }
    expect(faults.join('\n')).toBe('')
  }

  beforeAll(async () => {
    stage = await Stage.open()
    const { links, server } = stage
    staff = await TestClient.join(server.url, { link: getSecret(links.secretariat) })
    owner = await TestClient.join(server.url, { link: getSecret(links.room) })
    for (const language of languages) {
      const { page } = await stage.visit(links.room, 'phone', language)
      await page.locator('[data-thumb] button').first().click()
      pages.set(language, page)
    }
    await say('session.open', { onAnyDay: true })
    await say('queue.open', {})
    await say('agenda.go', { to: 'topic-1' as SegmentId, expectedCurrent: 'opening' as SegmentId })
    expect(await owner.sendUntilAnswered('queue.join', { kind: 'intervention', topic: null })).toEqual({ ok: true })
    await find('ru', 'me.notNow').waitFor()
  })
  afterAll(async () => {
    for (const client of [staff, owner]) client.close()
    const { faults } = stage
    await stage.close()
    expect(faults).toEqual([])
  })

  test('[V190] the question before a withdrawal never has the act under the finger, in the menu', { timeout: 120_000 }, () =>
    expectSafePlace(true),
  )

  test('[V190, V191] taps at one spot make one request, and withdraw nothing', { timeout: 60_000 }, async () => {
    const page = pages.get('en') as Page
    await page.setViewportSize({ width: 375, height: 667 })
    await find('en', 'me.moreRequests').click()
    for (const [key, gap] of [
      ['me.withdraw', 150],
      ['me.reply', 150],
      ['me.reply', 900],
      ['point.raise', 150],
    ] as const) {
      const open = find('en', 'app.cancel')
      if (await open.isVisible()) await open.click()
      const control = find('en', key)
      await control.scrollIntoViewIfNeeded()
      await page.waitForTimeout(900)
      const { x = 0, y = 0, width = 0, height = 0 } = (await control.boundingBox()) ?? {}
      for (let tap = 0; tap < 3; tap += 1) {
        await page.mouse.click(x + width / 2, y + height / 2)
        await page.waitForTimeout(gap)
      }
    }
    const { entry, reply, pointOfOrder } = getMine()
    expect([entry !== null, reply, pointOfOrder]).toEqual([true, null, null])
    await find('en', 'app.cancel').click()
    await find('en', 'me.moreRequests').click()
  })

  test('[V190, V195] after another topic the place that is kept is in view, and a withdrawal is asked', { timeout: 120_000 }, async () => {
    await say('agenda.go', { to: 'topic-2' as SegmentId, expectedCurrent: 'topic-1' as SegmentId })
    for (const [language, page] of pages) {
      const start = catalogues[language]['me.next']
      for (const [width, height] of sizes.slice(1)) {
        await page.setViewportSize({ width, height })
        const kept = page.getByText(start.trim()).last()
        const isInView = async () => {
          const foot = (await page.locator('[data-thumb]').boundingBox())?.y ?? 0
          const { y = 0, height: lines = 0 } = (await kept.boundingBox()) ?? {}
          return [language, width, y + lines <= foot]
        }
        await expect.poll(isInView).toEqual([language, width, true])
      }
    }
    await expectSafePlace(false)
  })
})
