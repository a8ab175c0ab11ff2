/** Two room screens in several languages change at the same moment. It judges times. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { showLanguageChoice } from './room-screen.ts'
import { Stage } from './stage.ts'

/** When the page changes its language next, in milliseconds. Runs in the page. */
const waitForTurn = () =>
  new Promise<number>((resolve) => {
    const changes = new MutationObserver(() => resolve(Date.now()))
    changes.observe(document.documentElement, { attributes: true, attributeFilter: ['lang'] })
  })

describe.runIf(hasBrowser())('two room screens in two languages', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await Stage.open()
  }, 60_000)
  afterAll(async () => {
    const { faults } = stage
    await stage.close()
    expect(faults).toEqual([])
  })

  test('[V62] two screens change from one language to the other within a tenth of a second', { timeout: 90_000 }, async () => {
    const screens = await Promise.all(
      (['en', 'fr'] as const).map(async (language) => (await stage.visit(stage.links.display, 'display', language)).page),
    )
    for (const [index, page] of screens.entries()) {
      await page.locator('main h1').first().waitFor()
      await showLanguageChoice(page)
      await page.getByRole('button', { name: index === 0 ? 'Français' : 'English' }).click()
    }
    // The second screen may still have to come to the language whose turn it is.
    await expect
      .poll(() => Promise.all(screens.map((page) => page.evaluate('document.documentElement.lang'))))
      .toEqual(expect.toSatisfy(([one, other]) => one === other))
    const [one = 0, other = 0] = await Promise.all(screens.map((page) => page.evaluate(waitForTurn)))
    expect(Math.abs(one - other)).toBeLessThan(100)
  })
})
