/** How much of the room screen each of its parts gets. A test puts the state, without a server. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser, launchBrowser } from '../support/browser.ts'
import { longHost, prepareScreen } from './drawn-screen/open-screen.ts'
import { makeNamedView, makeView, type StateName } from './drawn-screen/session.ts'
import { drawAgain } from './room-screen.ts'

const sizes = [
  [1024, 768],
  [1280, 720],
  [1920, 1080],
] as const

/** Names of usual length, in each language. */
const usualNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: {
    'gov-1': 'European Union and its member States',
    'gov-2': 'Office of the United Nations High Commissioner for Human Rights',
    'civil-1': 'Economic Commission for Africa',
    'private-1': 'Plurinational State of Bolivia',
  },
  fr: {
    'gov-1': 'Haut-Commissariat des Nations Unies aux droits de l’homme',
    'gov-2': 'Organisation des Nations Unies pour l’éducation, la science et la culture',
    'civil-1': 'Commission économique pour l’Afrique',
    'private-1': 'Association pour le progrès des communications',
  },
  es: {
    'gov-1': 'Alto Comisionado de las Naciones Unidas para los Derechos Humanos',
    'gov-2': 'Organización de las Naciones Unidas para la Educación, la Ciencia y la Cultura',
    'civil-1': 'Comisión Económica para África',
    'private-1': 'Asociación para el Progreso de las Comunicaciones',
  },
  ru: {
    'gov-1': 'Европейский союз и его государства-члены',
    'gov-2': 'Управление Верховного комиссара ООН по правам человека',
    'civil-1': 'Экономическая комиссия для Африки',
    'private-1': 'Многонациональное Государство Боливия',
  },
  zh: {
    'gov-1': '欧洲联盟及其成员国',
    'gov-2': '联合国人权事务高级专员办事处',
    'civil-1': '非洲经济委员会',
    'private-1': '多民族玻利维亚国',
  },
  ar: {
    'gov-1': 'الاتحاد الأوروبي والدول الأعضاء فيه',
    'gov-2': 'مفوضية الأمم المتحدة السامية لحقوق الإنسان',
    'civil-1': 'اللجنة الاقتصادية لأفريقيا',
    'private-1': 'دولة بوليفيا المتعددة القوميات',
  },
}

/** The width of the QR code, and how many of the next speakers are shown. Runs in the page. */
const readParts = () => ({
  code: document.querySelector('svg[role=img][class*=qr]')?.clientWidth ?? 0,
  names: [...document.querySelectorAll('aside li')].filter(({ clientHeight }) => clientHeight > 0).length,
})

/**
 * How far apart the right edges of the words, the code and the address are, in pixels. An address below the QR code has its edge. Runs in
 * the page.
 */
const readStarts = () => {
  const code = document.querySelector('aside svg[role=img]')?.getBoundingClientRect()
  const lines = [...document.querySelectorAll('aside section[aria-label] p > *')].map((line) => {
    const range = document.createRange()
    range.selectNodeContents(line)
    const boxes = [...range.getClientRects()]
    return { middle: ((boxes[0]?.top ?? 0) + (boxes[0]?.bottom ?? 0)) / 2, edge: Math.max(...boxes.map(({ right }) => right)) }
  })
  const below = lines.filter(({ middle }) => code !== undefined && middle > code.bottom)
  const beside = lines.filter((line) => !below.includes(line)).map(({ edge }) => edge)
  const fromCode = below.map(({ edge }) => Math.abs(edge - (code?.right ?? 0)))
  return Math.max(0, ...fromCode, Math.max(0, ...beside) - Math.min(...beside, ...(beside.length === 0 ? [0] : [])))
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

  test.each(Object.entries(usualNames))(
    '[V400] on a screen of 4:3 the code has a quarter of the height, and three names are next to it: %s',
    async (language, its) => {
      const page = await open([language], 'rostrum.example')
      await page.setViewportSize({ width: 1024, height: 768 })
      const few: string[] = []
      for (const state of ['nobody has the floor', 'called', 'speaking', 'last call', 'closed list', 'answering'] as const)
        for (const isCaptioned of [false, true]) {
          const { view, at } = makeNamedView(state, its, isCaptioned)
          await page.evaluate((shown) => window.showScreen(shown), { view, at, captions: null })
          await page.evaluate(drawAgain)
          const { code, names } = await page.evaluate(readParts)
          if (code < 0.25 * 768 || names < 3) few.push(`${state}, captions: ${isCaptioned}: ${code} px, ${names} names`)
        }
      expect(few).toEqual([])
      await page.close()
    },
  )

  test.each(['en', 'ru'])(
    '[V406] the words of a result are read from the last row, and the guiding question gives way: %s',
    async (language) => {
      const page = await open([language])
      await page.setViewportSize({ width: 1024, height: 768 })
      await show(page, 'a result is shown')
      const size = await page
        .locator('main table td')
        .first()
        .evaluate((cell) => Number.parseFloat(getComputedStyle(cell).fontSize))
      expect(size).toBeGreaterThan(0.033 * 768)
      await page.close()
    },
  )

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
