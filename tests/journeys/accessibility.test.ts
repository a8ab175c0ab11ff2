/** For everybody: Arabic from right to left, the chair without a mouse, and nothing that axe finds. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { Stage } from './stage.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
type Found = { readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[] }

/** Rules of WCAG 2.2 A and AA. Run in the page's own world, which its policy does not let others script. */
const findingsOn = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe)
  const found = (await page.evaluate("axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })")) as Found
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}
const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()

describe.runIf(hasBrowser())('for everybody', () => {
  let stage: Stage
  let chair: Page
  beforeAll(async () => {
    stage = await Stage.open()
    chair = (await stage.visit(stage.links.chair, 'chair')).page
  }, 60_000)
  afterAll(async () => {
    await stage.close()
  })

  it('the chair drives a turn with the keyboard alone, and focus stays on the next action', { timeout: 60_000 }, async () => {
    const reach = async (name: RegExp) => {
      for (let presses = 0; presses < 40; presses += 1) {
        await chair.keyboard.press('Tab')
        const label = await chair.evaluate(() => document.activeElement?.textContent ?? '')
        if (name.test(label)) return
      }
      throw new Error(`${name} cannot be reached`)
    }
    await sees(chair, /Open the session/)
    await reach(/^Open the session/)
    await chair.keyboard.press('Enter')
    // The list is closed before the opening too, and its menu offers nothing to focus until the session is open.
    await sees(chair, /^Call next/)
    await reach(/List closed/)
    await chair.keyboard.press('Enter')
    await chair.locator('[role=menuitem]:focus').waitFor()
    await chair.keyboard.press('Enter')
    await sees(chair, /List open/)
    const phone = (await stage.enter(stage.links.room, 'phone')).page
    await phone.getByRole('button', { name: 'Request the floor' }).click()
    await sees(chair, /1 waiting/)
    await chair.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await chair.keyboard.press('Tab')
    await reach(/^Call next/)
    await chair.keyboard.press('Enter')
    await sees(chair, /Start the clock/)
    await expect.poll(() => chair.evaluate(() => document.activeElement?.textContent)).toMatch(/^Start the clock(?!Sending)/)
    await chair.keyboard.press('Enter')
    await sees(phone, 'You have the floor')
    await expect.poll(() => chair.evaluate(() => document.activeElement?.textContent)).toMatch(/^End/)
    await phone.close()
  })

  it('Arabic: laid out from the right, times in their order, names isolated', { timeout: 60_000 }, async () => {
    const phone = (await stage.enter(stage.links.remote, 'phone', 'نعم، متابعة', 'ar')).page
    await phone.getByRole('button').first().waitFor()
    expect(await phone.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual(['ar', 'rtl'])
    const clock = phone.getByRole('timer').first()
    await clock.waitFor()
    expect(await clock.textContent()).toMatch(/\d:\d\d/)
    expect(await clock.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr')
    const overflow = await phone.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    expect(await findingsOn(phone)).toEqual([])
  })

  it.each(['chair', 'secretariat', 'display', 'organiser', 'room', 'remote'] as const)(
    'axe finds nothing on %s, light or dark',
    { timeout: 60_000 },
    async (role) => {
      const sizes = { chair: 'chair', secretariat: 'desk', display: 'screen', organiser: 'desk', room: 'phone', remote: 'laptop' } as const
      const open = role === 'room' || role === 'remote' ? stage.enter.bind(stage) : stage.visit.bind(stage)
      const { page } = await open(stage.links[role], sizes[role])
      await page.getByRole('main').first().waitFor()
      await page.waitForLoadState('networkidle')
      expect(await findingsOn(page)).toEqual([])
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await findingsOn(page)).toEqual([])
      await page.close()
    },
  )

  it('axe finds nothing in any workplace of the desk, light or dark', { timeout: 60_000 }, async () => {
    const { page } = await stage.visit(stage.links.secretariat, 'desk')
    await page.getByRole('main').first().waitFor()
    for (const place of ['List of speakers', 'People', 'Notes']) {
      await page.getByRole('button', { name: place }).first().click()
      await page.waitForLoadState('networkidle')
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        expect([place, colorScheme, await findingsOn(page)]).toEqual([place, colorScheme, []])
      }
    }
    await page.close()
  })

  it('joins by the code, language first', { timeout: 60_000 }, async () => {
    const { page } = await stage.visit(`${stage.links.url}/join`, 'phone')
    await page.getByLabel(/Code on the room screen/).fill('ZZZZ ZZZZ')
    await page.getByRole('button', { name: 'Continue' }).click()
    await sees(page, /No session has this code/)
    await page.getByLabel(/Code on the room screen/).fill(stage.links.code.toLowerCase())
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByLabel(/Organization or delegation/).fill('Library federation')
    await page.getByText('Civil society').first().click()
    expect(await findingsOn(page)).toEqual([])
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByText('In the room').first().click()
    expect(await findingsOn(page)).toEqual([])
    await page.getByRole('button', { name: 'Enter the session' }).click()
    await sees(page, /Request the floor/)
    await page.reload()
    await sees(page, /Request the floor/)
    expect(stage.faults).toEqual([])
  })
})
