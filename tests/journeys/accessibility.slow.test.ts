/** Accessibility: Arabic from right to left, the Chair's page without a mouse, and no violations found by axe. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findViolations } from '../support/axe.ts'
import { hasBrowser } from '../support/browser.ts'
import { findInOtherColours, looks } from '../support/other-colours.ts'
import { findHeadingGaps, findMarkedByColour, findSmallTargets } from '../support/page-access.ts'
import { measurePage } from '../support/page-geometry.ts'
import { tellStory } from '../support/story.ts'
import { Stage, waitForPage } from './stage.ts'

/** The least size of a target in pixels. A participant's finger needs more than the mouse of the staff. */
const leastTargets = { chair: 24, secretariat: 24, organizer: 24, room: 44, remote: 44 } as const

const findFaultsInOtherColours = (page: Page) =>
  findInOtherColours(page, looks, async () => (await page.evaluate(measurePage)).faults.filter((fault) => fault.startsWith('contrast')))
const waitForText = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()

describe.runIf(hasBrowser())('accessibility', () => {
  tellStory()

  let stage: Stage
  let chair: Page
  beforeAll(async () => {
    stage = await Stage.open()
    chair = (await stage.visit(stage.links.chair, 'chair')).page
  })
  afterAll(async () => {
    await stage.close()
  })

  test('the chair runs a turn with the keyboard alone, and focus stays on the next action', async () => {
    const reach = async (name: RegExp) => {
      for (let presses = 0; presses < 40; presses += 1) {
        await chair.keyboard.press('Tab')
        const label = await chair.evaluate(() => document.activeElement?.textContent ?? '')
        if (name.test(label)) return
      }
      throw new Error(`${name} cannot be reached`)
    }
    await waitForText(chair, /Open the meeting/)
    await reach(/^Open the meeting/)
    await chair.keyboard.press('Enter')
    // Before the opening the list is closed too. But its menu has no item to focus until the session is open.
    await waitForText(chair, /^Open the list of speakers/)
    await reach(/List closed/)
    await chair.keyboard.press('Enter')
    await chair.locator('[role=menuitem]:focus').waitFor()
    // Another key in between makes the next press of Enter an act of its own.
    await chair.keyboard.press('Home')
    await chair.keyboard.press('Enter')
    await waitForText(chair, /List open/)
    const phone = (await stage.enter(stage.links.room, 'phone')).page
    await phone.getByRole('button', { name: 'Request the floor' }).click()
    await waitForText(chair, /1 waiting/)
    await chair.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await chair.keyboard.press('Tab')
    await reach(/^Call next/)
    // A button that has changed pauses, so that a press meant for the old text does nothing.
    const rested = () => expect.poll(() => chair.evaluate(() => document.activeElement?.getAttribute('aria-disabled'))).toBeNull()
    await rested()
    await chair.keyboard.press('Enter')
    await waitForText(chair, /Start the clock/)
    await expect.poll(() => chair.evaluate(() => document.activeElement?.textContent)).toMatch(/^Start the clock(?!Sending)/)
    await rested()
    await chair.keyboard.press('Enter')
    await waitForText(phone, 'You have the floor')
    await expect.poll(() => chair.evaluate(() => document.activeElement?.textContent)).toMatch(/^End/)
    await phone.close()
  })

  test('in Arabic the layout is from the right, times keep their order and names are isolated', async () => {
    const phone = (await stage.enter(stage.links.remote, 'phone', 'نعم، متابعة', 'ar')).page
    await phone.getByRole('button').first().waitFor()
    expect(await phone.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual(['ar', 'rtl'])
    const clock = phone.getByRole('timer').first()
    await clock.waitFor()
    expect(await clock.textContent()).toMatch(/\d:\d\d/)
    expect(await clock.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr')
    const overflow = await phone.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    expect(await findViolations(phone)).toEqual([])
  })

  test.each(['chair', 'secretariat', 'display', 'organizer', 'room', 'remote'] as const)(
    '[V38, V44, V45] axe finds nothing on %s, light or dark, and targets, headings and other colours are right',
    { timeout: 60_000 },
    async (role) => {
      const sizes = {
        chair: 'chair',
        secretariat: 'staff',
        display: 'display',
        organizer: 'staff',
        room: 'phone',
        remote: 'laptop',
      } as const
      const open = role === 'room' || role === 'remote' ? stage.enter.bind(stage) : stage.visit.bind(stage)
      const { page } = await open(stage.links[role], sizes[role])
      // The page on which a person confirms the registration has a heading too.
      if (role !== 'organizer') await page.locator('[data-phase]').first().waitFor()
      await page.locator('h1').first().waitFor({ state: 'attached' })
      await page.waitForLoadState('networkidle')
      expect(await findViolations(page)).toEqual([])
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await findViolations(page)).toEqual([])
      await page.emulateMedia({ colorScheme: 'light' })
      expect(await page.evaluate(findHeadingGaps)).toEqual([])
      if (role === 'chair' || role === 'secretariat' || role === 'remote') {
        await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
        await page.keyboard.press('Tab')
        await page.keyboard.press('Enter')
        await expect.poll(() => page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
      }
      if (role !== 'display') expect(await page.evaluate(findSmallTargets, leastTargets[role])).toEqual([])
      expect(await findFaultsInOtherColours(page)).toEqual([])
      await page.close()
    },
  )

  test('[V38, V45] axe finds nothing in any workplace of the secretariat, light or dark', async () => {
    const { page } = await stage.visit(stage.links.secretariat, 'staff')
    await waitForPage(page)
    for (const place of ['List of speakers', 'People', 'Notes']) {
      await page.getByRole('button', { name: place }).first().click()
      await page.waitForLoadState('networkidle')
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        expect([place, colorScheme, await findViolations(page)]).toEqual([place, colorScheme, []])
      }
      expect([place, await page.evaluate(findHeadingGaps)]).toEqual([place, []])
      expect([place, await findFaultsInOtherColours(page)]).toEqual([place, []])
    }
    await page.close()
  })

  test('[V38, V44, V45, V103] a person joins with the code, and chooses the language first', async () => {
    const { page } = await stage.visit(`${stage.links.url}/join`, 'phone')
    const titles: string[] = []
    const checkStep = async () => {
      titles.push(await page.title())
      expect(await page.evaluate(findHeadingGaps)).toEqual([])
      expect(await page.evaluate(findSmallTargets, 44)).toEqual([])
      expect(await page.evaluate(findMarkedByColour)).toEqual([])
      expect(await findFaultsInOtherColours(page)).toEqual([])
    }
    await page.getByLabel(/Code on the room screen/).waitFor()
    await checkStep()
    await page.getByLabel(/Code on the room screen/).fill('ZZZZ ZZZZ')
    await page.getByRole('button', { name: 'Continue' }).click()
    await waitForText(page, /No session has this code/)
    await page.getByLabel(/Code on the room screen/).fill(stage.links.code.toLowerCase())
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByLabel(/Organization or delegation/).fill('Library federation')
    await page.getByText('Civil society').first().click()
    await page.getByText('In the room').first().click()
    expect(await findViolations(page)).toEqual([])
    await checkStep()
    expect(new Set(titles).size).toBe(2)
    await page.getByRole('button', { name: /^Enter/ }).click()
    // The page of joining offers the request for the floor too.
    await page.waitForURL(/\/room$/)
    await waitForText(page, /Request the floor/)
    await page.reload()
    await waitForText(page, /Request the floor/)
    expect(stage.faults).toEqual([])
  })
})
