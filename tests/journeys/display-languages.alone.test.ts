/** Two room screens in several languages change at the same time. The test judges times. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { showLanguageChoice } from './room-screen.ts'
import { Stage } from './stage.ts'

/** Resolves with the next language of the page and the time of the change, in milliseconds. Runs in the page. */
const waitForTurn = () =>
  new Promise<{ readonly language: string; readonly at: number }>((resolve) => {
    const changes = new MutationObserver(() => resolve({ language: document.documentElement.lang, at: Date.now() }))
    changes.observe(document.documentElement, { attributes: true, attributeFilter: ['lang'] })
  })

describe.runIf(hasBrowser())('two room screens in two languages', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await Stage.open()
  })
  afterAll(async () => {
    const { faults } = stage
    await stage.close()
    expect(faults).toEqual([])
  })

  test('[V62] two screens change from one language to the other within a tenth of a second', async () => {
    const screens = await Promise.all(
      (['en', 'fr'] as const).map(async (language) => (await stage.visit(stage.links.display, 'display', language)).page),
    )
    for (const [index, page] of screens.entries()) {
      await page.locator('main h1').first().waitFor()
      await showLanguageChoice(page)
      await page.getByRole('button', { name: index === 0 ? 'Français' : 'English' }).click()
    }
    // The second screen may not yet have reached the current language.
    await expect
      .poll(() => Promise.all(screens.map((page) => page.evaluate('document.documentElement.lang'))))
      .toEqual(expect.toSatisfy(([one, other]) => one === other))
    const waitForTurns = () => Promise.all(screens.map((page) => page.evaluate(waitForTurn)))
    let [one, other] = await waitForTurns()
    // A change between the two calls is seen on one screen only.
    if (one?.language !== other?.language) [one, other] = await waitForTurns()
    expect(one?.language).toBe(other?.language)
    expect(Math.abs((one?.at ?? 0) - (other?.at ?? Number.NaN))).toBeLessThan(100)
  })
})
