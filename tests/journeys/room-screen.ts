/** Uses a room screen as people do, and looks for text that is incomplete, in all sizes, light and dark. */
import type { Ticket } from '@rostrum/shared/api/tickets'
import type { Page } from 'playwright-core'
import { vi } from 'vitest'
import { chooseFamily, nextFamily, waitUntilDrawn } from '../support/font-families.ts'
import { findInOtherColours, lightLooks } from '../support/other-colours.ts'
import { findLasting, findStrays, measurePage } from '../support/page-geometry.ts'
import { longHost } from './drawn-screen/open-screen.ts'

export const sizes = [
  [1280, 720],
  [1280, 800],
  [1920, 1080],
  [3840, 2160],
  [1024, 768],
  [1400, 1050],
] as const

/** Lets a page invite people to the long address, which a server on this machine does not have. */
export const atLongAddress = async (page: Page): Promise<void> => {
  await page.route('**/api/tickets', async (route) => {
    const response = await route.fetch()
    const ticket = (await response.json()) as Ticket
    const url = ticket.joining?.url.replace(new URL(ticket.joining.url).host, longHost)
    await route.fulfill({ response, json: { ...ticket, joining: ticket.joining && { ...ticket.joining, url } } })
  })
}

/**
 * Shows the choice of languages, which is visible only while somebody uses the pointer. The page notices this shortly after it has been
 * drawn.
 */
export const showLanguageChoice = (page: Page): Promise<void> =>
  vi.waitFor(
    async () => {
      await page.mouse.move(300, 300)
      await page.mouse.move(306, 300)
      await page.getByRole('group').first().waitFor({ timeout: 2_000 })
    },
    { timeout: 20_000 },
  )

/** The message of a screen that it is not up to date. */
export const stale = 'section > p[role=status]'
export const drawAgain = () => new Promise<void>((drawn) => requestAnimationFrame(() => setTimeout(drawn)))

export const measureOnce = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(drawAgain)
  return [...(await page.evaluate(measurePage)).faults, ...(await page.evaluate(findStrays))]
}

/** Measures a screen when it is up to date. On a busy machine it may be late for a short time, and then shows a message over its foot. */
const measureLive = async (page: Page): Promise<readonly string[]> => {
  await page.locator(stale).waitFor({ state: 'detached', timeout: 30_000 })
  const found = await findLasting(() => measureOnce(page))
  return (await page.locator(stale).count()) === 0 ? found : measureLive(page)
}

export const findFaults = async (
  language: string,
  page: Page,
  measure = measureLive,
  which: readonly (readonly [number, number])[] = sizes,
): Promise<readonly string[]> => {
  const faults: string[] = []
  for (const [width, height] of which) {
    // Colours do not depend on the size, so dark is checked at the sizes with the smallest text.
    for (const colorScheme of width <= 1280 ? (['light', 'dark'] as const) : (['light'] as const)) {
      const family = nextFamily(page)
      await chooseFamily(page, family)
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height })
      await waitUntilDrawn(page)
      faults.push(...(await measure(page)).map((fault) => `${language} ${colorScheme} ${width}×${height}: ${family}: ${fault}`))
    }
  }
  return faults
}

/** Lists faults on the smallest of the wide screens and on 4:3. */
export const findFaultsInOtherColours = async (page: Page): Promise<readonly string[]> => {
  const faults: string[] = []
  for (const [width, height] of sizes.filter(([each]) => each <= 1280)) {
    await page.setViewportSize({ width, height })
    faults.push(...(await findInOtherColours(page, lightLooks, () => measureLive(page))))
  }
  return faults
}
