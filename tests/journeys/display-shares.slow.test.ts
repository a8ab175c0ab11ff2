/** How much of the room screen each of its parts gets. A test puts the state, without a server. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser, launchBrowser } from '../support/browser.ts'
import { longHost, prepareScreen } from './drawn-screen/open-screen.ts'
import { makeView, type StateName } from './drawn-screen/session.ts'
import { drawAgain } from './room-screen.ts'

const sizes = [
  [1024, 768],
  [1280, 720],
  [1920, 1080],
] as const

/** The width of the QR code, and how many of the next speakers are shown. Runs in the page. */
const readParts = () => ({
  code: document.querySelector('svg[role=img][class*=qr]')?.clientWidth ?? 0,
  names: [...document.querySelectorAll('aside li')].filter(({ clientHeight }) => clientHeight > 0).length,
})

/** How far apart the right edges of the words, the code and the address are, in pixels. Runs in the page. */
const readStarts = () => {
  const lines = [...document.querySelectorAll('aside section[aria-label] p > *')]
  const edges = lines.map((line) => {
    const range = document.createRange()
    range.selectNodeContents(line)
    return Math.max(...[...range.getClientRects()].map(({ right }) => right))
  })
  return Math.max(...edges) - Math.min(...edges)
}

/** `name`: in place of the long name of the speaker. */
const show = async (page: Page, state: StateName, isCaptioned = false, name?: string) => {
  const { view, at } = makeView(state, false, isCaptioned)
  const { current } = view.floor
  const isNamed = name !== undefined && current?.speaker
  const floor = isNamed ? { ...view.floor, current: { ...current, speaker: { ...current.speaker, entity: name } } } : view.floor
  await page.evaluate((shown) => window.showScreen(shown), { view: { ...view, floor }, at, captions: null })
  await page.evaluate(drawAgain)
}

describe.runIf(hasBrowser())('what each part of the room screen gets of it', () => {
  let browser: Browser
  let open: Awaited<ReturnType<typeof prepareScreen>>
  beforeAll(async () => {
    browser = await launchBrowser()
    open = await prepareScreen(browser)
  }, 120_000)
  afterAll(() => browser.close())

  test.each(sizes)('[V330] a long address takes nothing from the code and from the next speakers: %i × %i', async (width, height) => {
    const pages = [await open(['en'], 'example.org'), await open(['en'], longHost)]
    for (const page of pages) await page.setViewportSize({ width, height })
    for (const state of ['welcome', 'suspended', 'speaking'] as const) {
      const parts: ReturnType<typeof readParts>[] = []
      for (const page of pages) {
        await show(page, state)
        parts.push(await page.evaluate(readParts))
      }
      const [short, long] = parts
      expect(long?.names, state).toBe(short?.names)
      // The address may take one line more than next to the full-sized code.
      expect(long?.code, state).toBeGreaterThan(0.95 * (short?.code ?? 0))
    }
    for (const page of pages) await page.close()
  })

  test.each(sizes)('[V331] the words that say what the code is for stand next to it, with captions too: %i × %i', async (width, height) => {
    const page = await open(['en'])
    await page.setViewportSize({ width, height })
    for (const state of ['called', 'speaking', 'over time', 'last call', 'answering', 'closed list'] as const)
      for (const isCaptioned of [false, true]) {
        await show(page, state, isCaptioned)
        const words = state === 'closed list' ? 'Ask a question' : 'Ask for the floor or ask a question'
        expect(await page.getByText(words, { exact: true }).isVisible(), `${state}, captions: ${isCaptioned}`).toBe(true)
      }
    await page.close()
  })

  test.each(sizes)('[V337] in Arabic code and address stand where their words do: %i × %i', async (width, height) => {
    const page = await open(['ar'])
    await page.setViewportSize({ width, height })
    for (const state of ['speaking', 'last call', 'closed list'] as const) {
      await show(page, state)
      expect(await page.evaluate(readStarts), state).toBeLessThan(2)
    }
    await page.close()
  })

  test.each(sizes)('[V332] a long word in the name makes the clock no smaller: %i × %i', async (width, height) => {
    const page = await open(['en'])
    await page.setViewportSize({ width, height })
    const clocks: number[] = []
    for (const name of ['Norway', 'Telecommunication Union']) {
      await show(page, 'speaking', false, name)
      clocks.push(await page.getByRole('timer').evaluate((clock) => Number.parseFloat(getComputedStyle(clock).fontSize)))
    }
    const [short = 0, long] = clocks
    expect(long).toBeGreaterThanOrEqual(0.9 * short)
    await page.close()
  })
})
