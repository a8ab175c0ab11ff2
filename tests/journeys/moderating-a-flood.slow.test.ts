/** A flood of questions on a small laptop: ten are in view, many are decided with one act, and a hundred by keyboard in five minutes. */
import type { GroupId } from '@rostrum/shared/contract/ids'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { catalogues } from '../support/catalogues.ts'
import { getSecret } from '../support/server-process.ts'
import { tellStory } from '../support/story.ts'
import { enter, newCommandId, TestClient } from '../support/test-client.ts'
import { Stage } from './stage.ts'

const count = 120

describe.runIf(hasBrowser())('moderating a flood', () => {
  tellStory()

  let stage: Stage
  let staff: TestClient
  let page: Page
  let links: Stage['links']
  const countWaiting = () =>
    Object.values(staff.getPart<Record<string, { status: string }>>('questions')).filter(({ status }) => status === 'pending').length

  beforeAll(async () => {
    stage = await Stage.open()
    links = stage.links
    const { server } = stage
    staff = await TestClient.join(server.url, { link: getSecret(links.secretariat) })
    expect(await staff.sendUntilAnswered('session.open', {})).toEqual({ ok: true })
    for (let index = 0; index < count; index += 1) {
      const entity = `Community network of the region ${index}`
      const who = { entity, group: 'civil-society' as GroupId, channel: 'remote', nameInRecord: false } as const
      const person = new TestClient(server.url, await enter(server.url, { code: links.code, person: who }))
      const text = `How will access in region ${index} be paid for after the review, and who reports on it?`
      expect(await person.sendUntilAnswered('questions.ask', { text, receipt: null }, newCommandId())).toEqual({ ok: true })
      person.close()
    }
    page = (await stage.visit(links.secretariat, 'staff', 'en')).page
    await page.setViewportSize({ width: 1280, height: 585 })
    await page.locator('[data-row]').nth(20).waitFor({ state: 'attached' })
  }, 120_000)
  afterAll(async () => {
    staff.close()
    const { faults } = stage
    await stage.close()
    expect(faults).toEqual([])
  })

  test.each(['en', 'fr', 'es', 'ru', 'ar', 'zh'] as const)(
    '[T37] ten questions are in view with their search, selection and acts, in %s',
    {
      timeout: 60_000,
    },
    async (language) => {
      const { page: own } = await stage.visit(links.secretariat, 'staff', language)
      for (const [width, height] of [
        [1280, 585],
        [1024, 650],
      ] as const) {
        await own.setViewportSize({ width, height })
        const box = own.locator('[data-row] input').nth(1)
        await box.click()
        const approve = own.getByRole('button', { name: catalogues[language]['questions.moderation.approveMany'].replace('{n}', '1') })
        await approve.waitFor()
        const whole = await own.evaluate(() => {
          const list = document.querySelector('[data-row]')?.parentElement?.getBoundingClientRect()
          const isSeen = ({ top, bottom }: DOMRect, within = { top: 0, bottom: window.innerHeight }) =>
            top >= within.top - 0.5 && bottom <= within.bottom + 0.5
          return {
            rows: [...document.querySelectorAll('[data-row]')].filter((row) => isSeen(row.getBoundingClientRect(), list)).length,
            others: ['input[type=search]', '[data-decides=approve]'].map((one) => {
              const found = document.querySelector(one)
              return found !== null && isSeen(found.getBoundingClientRect())
            }),
          }
        })
        expect(whole.rows).toBeGreaterThanOrEqual(10)
        expect(whole.others).toEqual([true, true])
        await box.click()
        await approve.waitFor({ state: 'detached' })
      }
      await own.close()
    },
  )

  test('[T36] twenty are declined with one act', { timeout: 60_000 }, async () => {
    await page.locator('[data-row] input').nth(30).click()
    await page
      .locator('[data-row] input')
      .nth(49)
      .click({ modifiers: ['Shift'] })
    await page.getByRole('button', { name: 'Approve 20' }).waitFor()
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Off topic' }).click()
    await expect.poll(countWaiting, { timeout: 10_000 }).toBe(count - 20)
  })

  test('[T37] a hundred are decided by keyboard in five minutes', { timeout: 300_000 }, async () => {
    await page.locator('[data-row] button').first().focus()
    const began = performance.now()
    let before = ''
    for (let left = count - 20; left > 0; left -= 1) {
      // A person reads the next question before the next press.
      const row = await page.waitForFunction((last) => {
        const button = document.activeElement
        const id = button?.closest<HTMLElement>('[data-row]')?.dataset['row']
        return button?.hasAttribute('aria-current') && id !== last ? id : undefined
      }, before)
      before = (await row.jsonValue()) ?? ''
      await page.locator(`[data-decides=${left % 4 === 0 ? 'hold' : 'approve'}]:not([data-resting])`).waitFor()
      await page.keyboard.press(left % 4 === 0 ? 'h' : 'a')
      await expect.poll(countWaiting, { timeout: 20_000, interval: 10 }).toBe(left - 1)
    }
    expect(performance.now() - began).toBeLessThan(300_000)
  })
})
