/** The speaker's clock, as pages show it. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Returns the time in seconds. */
export const readClock = async (page: Page): Promise<number> => {
  const text = ((await page.getByRole('timer').first().textContent()) ?? '').replace(/[^\d:]/g, '')
  const [minutes = '0', seconds = '0'] = text.split(':')
  return Number(minutes) * 60 + Number(seconds)
}

/**
 * Waits until all pages show the same time, up to a second, which may pass while they are read. Each page learns of a change separately.
 */
export const waitForSameClock = (...pages: readonly Page[]): Promise<void> =>
  expect
    .poll(async () => {
      const read = await Promise.all(pages.map(readClock))
      return Math.max(...read) - Math.min(...read)
    })
    .toBeLessThanOrEqual(1)
