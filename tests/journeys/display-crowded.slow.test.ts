/** The room screen with all that can be on it at once: each state, with and without captions and an announcement, in one language and two. */
import { join } from 'node:path'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import { addMillis, seconds } from '@rostrum/shared/kernel/time'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser, launchBrowser } from '../support/browser.ts'
import { prepareScreen } from './drawn-screen/open-screen.ts'
import { makeAnswerView, makeSpeakerView, makeView, stateNames } from './drawn-screen/session.ts'
import { drawAgain, measureOnce } from './room-screen.ts'

const sizes = [
  [1024, 768],
  [1280, 720],
  [1920, 1080],
] as const
const languages = [['en'], ['ar'], ['fr', 'ar']] as const
/** A folder. If it is set, a picture of each state is written to it. */
const pictures = process.env['ROSTRUM_SCREEN_PICTURES']

/** Each line takes one row. */
const captions = {
  none: [],
  one: ['Access has grown faster than expected.'],
  two: ['Thank you, Chair.', 'Access has grown faster than expected.'],
} as const

/** Says whether the QR code is whole and uncovered, and its share of the height. Null if there is none. Runs in the page. */
const readCode = () => {
  const code = document.querySelector('svg[role=img][class*=qr]')
  if (code === null) return null
  const { left, top, width, height } = code.getBoundingClientRect()
  // Its corners are round.
  const at = [0.06, 0.5, 0.94]
  const seen = at.every((x) => at.every((y) => code.contains(document.elementFromPoint(left + x * width, top + y * height))))
  return { isWhole: seen && Math.abs(width - height) < 1, share: width / innerHeight }
}

/** The number of next names that are hidden while the guiding question is there. Runs in the page. */
const countNamesBeforeQuestion = () => {
  const isShown = (element: Element) => element.getClientRects().length > 0
  const names = [...document.querySelectorAll('aside ol > li')]
  return [...document.querySelectorAll('[class*=line] > p')].some(isShown) ? names.filter((name) => !isShown(name)).length : 0
}

/** The number of next names that are hidden even without the guiding question. Runs in the page, which soon looks for itself again. */
const countNamesWithoutRoom = async () => {
  const screen = document.querySelector('[data-crowded]') as HTMLElement
  screen.dataset['crowded'] = '1'
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame)
  return [...document.querySelectorAll('aside ol > li')].filter((name) => name.getClientRects().length === 0).length
}

const show = (page: Page, { view, at }: ReturnType<typeof makeView>, texts: readonly string[]) => {
  const lines = texts.map((text, index) => ({ id: String(index), text, at: addMillis(at, seconds(5 * index - 15)), turn: null }))
  const said = lines.length === 0 ? null : { language: 'en' as SpokenLanguage, lines }
  return page.evaluate((shown) => window.showScreen(shown), { view, at, captions: said })
}

const measure = async (page: Page) => {
  // An older row of captions rolls out of view.
  const found = (await measureOnce(page)).filter((fault) => !fault.includes(captions.two[0]))
  const gone = await page.evaluate(countNamesBeforeQuestion)
  const isNameFirst = gone > 0 && (await page.evaluate(countNamesWithoutRoom)) < gone
  const faults = isNameFirst ? [...found, 'a name went before the guiding question'] : found
  const code = await page.evaluate(readCode)
  return code === null || (code.isWhole && code.share > 0.1) ? faults : [...faults, `the code: ${JSON.stringify(code)}`]
}

/** The share of the height that the digits of the clock have. Runs in the page. */
const readClock = () => {
  const clock = document.querySelector('[role=timer]')
  return clock === null ? 0 : Number.parseFloat(getComputedStyle(clock).fontSize) / innerHeight
}

/** True if the guiding question is shown. Runs in the page. */
const hasQuestion = () => (document.querySelector('[class*=line] > p')?.getClientRects().length ?? 0) > 0
/** Runs in the page. */
const countTopicLines = () => {
  const title = document.querySelector('[class*=line] > strong') as Element
  const range = document.createRange()
  range.selectNodeContents(title)
  return new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom))).size
}

/** Names with a word that is too wide for the usual size on a screen of 4:3. */
const wideNames = ['International Telecommunication Union', 'Organization for Intercontinentalization', 'Межправительственная организация']

/** The lengths of questions, in characters. */
const lengths = [50, 80, 110, 140, 175]

describe.runIf(hasBrowser())('the room screen with all that can be on it', () => {
  let browser: Browser
  let open: Awaited<ReturnType<typeof prepareScreen>>
  beforeAll(async () => {
    browser = await launchBrowser()
    open = await prepareScreen(browser)
  }, 120_000)
  afterAll(() => browser.close())

  test.each(sizes.flatMap(([width, height]) => languages.map((each) => ({ width, height, each, named: each.join(' and ') }))))(
    '[V296, V335] nothing is cut, nothing covers anything and the code is whole, in every state: $width × $height, $named',
    { timeout: 300_000 },
    async ({ width, height, each, named }) => {
      const page = await open(each)
      const faults: string[] = []
      page.on('pageerror', (error) => faults.push(error.message))
      await page.setViewportSize({ width, height })
      for (const state of stateNames)
        for (const isAnnounced of [false, true])
          for (const [shown, lines] of Object.entries(captions)) {
            const where = `${named} ${width} ${state}, captions ${shown}${isAnnounced ? ', announced' : ''}`
            await show(page, makeView(state, isAnnounced, lines.length > 0), lines)
            const found = await measure(page)
            // The screen looks every half second whether its text still fits.
            if (found.length > 0) await page.waitForTimeout(600)
            faults.push(...(found.length === 0 ? [] : await measure(page)).map((fault) => `${where}: ${fault}`))
            if (pictures) await page.screenshot({ path: join(pictures, `${where}.png`) })
          }
      expect(faults).toEqual([])
      await page.close()
    },
  )

  test('[V377] a wide word leaves the guiding question where it is, and a topic without it takes one line', async () => {
    const page = await open(['en'])
    const wrong: string[] = []
    const topics: number[] = []
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height })
      for (const name of wideNames) {
        await show(page, makeSpeakerView(name), [])
        await page.evaluate(drawAgain)
        if (!(await page.evaluate(hasQuestion))) wrong.push(`${width} ${name}: no question`)
      }
      for (const state of ['over time', 'ruling', 'last call'] as const) {
        await show(page, makeView(state, false, false), [])
        await page.evaluate(drawAgain)
        if (await page.evaluate(hasQuestion)) continue
        topics.push(await page.evaluate(countTopicLines))
      }
    }
    expect(wrong).toEqual([])
    expect(topics.length).toBeGreaterThan(0)
    expect(topics.filter((lines) => lines > 1)).toEqual([])
    await page.close()
  })

  test.each(languages.map((each) => ({ each, named: each.join(' and ') })))(
    '[V351] the clock of an answer is no smaller after its start, whatever the length of the question: $named',
    async ({ each }) => {
      const page = await open(each)
      const smaller: string[] = []
      for (const [width, height] of sizes) {
        await page.setViewportSize({ width, height })
        for (const length of lengths) {
          const shares: number[] = []
          for (const isStarted of [false, true]) {
            await show(page, makeAnswerView(length, isStarted), [])
            await page.evaluate(drawAgain)
            shares.push(await page.evaluate(readClock))
          }
          const [before = 0, after = 0] = shares
          if (after < before - 0.001) smaller.push(`${width} ${length}: ${before}, then ${after}`)
        }
      }
      expect(smaller).toEqual([])
      await page.close()
    },
  )
})
