/**
 * Texts that try to break a screen. Each screen shows them as plain text, and nothing overflows the page.
 * With ROSTRUM_PICTURES set, the test saves screenshots.
 */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { admitDefaultPeople, listDefaultPeople } from '@rostrum/server/people/access/default-people'
import { makeEnterUrl } from '@rostrum/server/people/access/urls'
import { loadTemplate } from '@rostrum/server/services/template/templates'
import type { PersonId, QuestionId, SessionId } from '@rostrum/shared/contract/ids'
import type { CommandData, CommandType } from '@rostrum/shared/contract/registry'
import { cleanText } from '@rostrum/shared/kernel/clean-text'
import { toInstant } from '@rostrum/shared/kernel/time'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser, launchBrowser } from '../support/browser.ts'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { tellStory } from '../support/story.ts'
import { newCommandId, TestClient } from '../support/test-client.ts'
import { viewportSizes } from './stage.ts'

const combiningMarks = '\u0300\u0316\u0334\u0489\u0301\u0323'.repeat(5)
const hostileTexts = {
  'one word of 500 letters': 'W'.repeat(500),
  'one Arabic word of 300 letters': 'ض'.repeat(300),
  'piled-up marks': [...'How does this stay inside its box?'].map((letter) => letter + combiningMarks).join(''),
  markup: '</p></div><img src=x onerror="document.title=1"><script>document.title=2</script>&lt;b&gt; <b>bold?</b>',
  'two directions': 'Why does «العربية (2024)» stand before “English 1–2”? هل يبقى الترتيب 123-456 كما هو؟ (yes)',
  'direction overrides': 'Is \u202egpj.exe\u202c \u2067a picture\u2069 of \u202dwhat\u202c?',
} as const

type SurfaceName = 'chair' | 'secretariat' | 'panel' | 'display' | 'room' | 'remote'
const surfaceSizes: Readonly<Record<SurfaceName, keyof typeof viewportSizes>> = {
  chair: 'chair',
  secretariat: 'staff',
  panel: 'laptop',
  display: 'display',
  room: 'phone',
  remote: 'laptop',
}
/** The surfaces that list all questions. `answeringTexts`: the words with which each surface marks the question that is being answered. */
const inputSurfaces: readonly SurfaceName[] = ['secretariat', 'room', 'remote']
const answeringTexts: readonly (readonly [SurfaceName, string])[] = [
  ['chair', 'To answer'],
  ['panel', 'To answer'],
  ['display', 'To answer'],
  ['remote', 'To answer'],
  ['room', 'Being answered'],
]

/** Lists the elements that extend beyond the left or right side of the page. Also lists the elements whose box the text overflows. */
const findOverflow = (page: Page, text: string): Promise<readonly string[]> =>
  page.evaluate((text) => {
    const describeElement = (element: Element) => `${element.tagName}.${element.className}: ${(element.textContent ?? '').slice(0, 40)}`
    const elements = [...document.body.querySelectorAll<HTMLElement>('*')].filter((element) => element.closest('.sr, svg') === null)
    const outside = elements.filter((element) => {
      const { left, right, width } = element.getBoundingClientRect()
      return width > 0 && (left < -1 || right > innerWidth + 1)
    })
    const holding = elements.filter((element) => element.textContent?.includes(text) || ('value' in element && element.value === text))
    const spilling = holding.filter(({ clientWidth, scrollWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
    const { scrollWidth, clientWidth } = document.documentElement
    return [
      ...(scrollWidth > clientWidth ? ['the page scrolls sideways'] : []),
      ...outside.map(describeElement),
      ...spilling.map(describeElement),
    ]
  }, text)

/** Returns the whole text of a page, including text areas. */
const readPageText = (page: Page): Promise<string> =>
  page.evaluate(() => [document.body.textContent, ...[...document.querySelectorAll('textarea')].map(({ value }) => value)].join('\n'))

describe.runIf(hasBrowser())('hostile text', () => {
  tellStory()

  let server: InProcessServer
  let browser: Browser
  let pictures: string | null = null
  let secretariat: TestClient
  let remote: TestClient
  const pages = new Map<SurfaceName, Page>()
  const faults: string[] = []
  const asked = new Map<string, QuestionId>()

  const getPage = (where: SurfaceName): Page => {
    const page = pages.get(where)
    if (!page) throw new Error(`no page is open for ${where}`)
    return page
  }
  const done = async <C extends CommandType>(type: C, data: CommandData<C>) =>
    expect(await secretariat.sendUntilAnswered(type, data), type).toEqual({ ok: true })
  /** Presses "3 new" until the question is in the list. */
  const bring = async (page: Page, text: string) => {
    const newButton = page.getByRole('button', { name: /^\d+ new$/ })
    const listedQuestions = page.getByRole('article').filter({ has: page.locator('[aria-pressed]') })
    await expect
      .poll(async () => {
        if ((await newButton.count()) > 0) await newButton.click()
        return await listedQuestions.allTextContents()
      })
      .toContainEqual(expect.stringContaining(text))
  }
  const shows = async (where: SurfaceName, name: string, text: string) => {
    const page = getPage(where)
    await expect.poll(() => readPageText(page), { message: `${name} on ${where}` }).toContain(text)
    // Text that is too large for its place becomes smaller soon after.
    await expect.poll(() => findOverflow(page, text), { message: `${name} on ${where}` }).toEqual([])
    if (pictures !== null) await page.screenshot({ path: join(pictures, `${where} ${name}.png`) })
  }

  beforeAll(async () => {
    server = await startInProcessServer({ client: fileURLToPath(new URL('../../client/dist', import.meta.url)) })
    const { app } = server
    const plan = loadTemplate('wsis-at-20')
    const now = Date.now()
    const session = await app.sessions.create('hostile-text' as SessionId, {
      ...plan,
      startsAt: toInstant(now),
      endsAt: toInstant(now + 90 * 60_000),
      questions: { ...plan.questions, length: 600 },
    })
    await admitDefaultPeople(session, listDefaultPeople(session.state.session.groups))
    const findLink = async (where: string) => makeEnterUrl(app.getPublicUrl(), await app.links.getOrCreate(session.id, where as PersonId))
    const joined = async (where: string) => TestClient.join(app.getPublicUrl(), { link: getSecret(await findLink(where)) })
    browser = await launchBrowser()
    for (const [where, size] of Object.entries(surfaceSizes) as [SurfaceName, keyof typeof viewportSizes][]) {
      const context = await browser.newContext({ viewport: viewportSizes[size], locale: 'en', reducedMotion: 'reduce' })
      const page = await context.newPage()
      page.setDefaultTimeout(10_000)
      page.on('pageerror', (error) => faults.push(`${where}: ${error.message}`))
      await page.goto(await findLink(where))
      if (where === 'room' || where === 'remote') await page.getByRole('button', { name: 'Yes, continue' }).click()
      await page.getByRole('main').first().waitFor()
      pages.set(where, page)
    }
    if (process.env['ROSTRUM_PICTURES']) pictures = await mkdtemp(join(tmpdir(), 'rostrum-pictures-'))
    secretariat = await joined('secretariat')
    remote = await joined('remote')
    await done('session.open', {})
    await getPage('room').getByRole('button', { name: 'Questions' }).click()
  })
  afterAll(async () => {
    for (const client of [secretariat, remote]) client.close()
    await browser.close()
    await server.close()
  })

  test.each(Object.entries(hostileTexts))(
    '%s waits for the secretariat and on its author’s page',
    { timeout: 60_000 },
    async (name, text) => {
      const id = newCommandId()
      expect(await remote.sendUntilAnswered('questions.ask', { text, receipt: null }, id)).toEqual({ ok: true })
      asked.set(name, id as string as QuestionId)
      for (const where of ['secretariat', 'remote'] as const) await shows(where, name, cleanText(text) ?? '')
    },
  )

  test.each(Object.entries(hostileTexts))('%s is published, and answered on every screen', async (name, text) => {
    const question = asked.get(name) as QuestionId
    const clean = cleanText(text) ?? ''
    await done('questions.approve', { question })
    await done('questions.assign', { question, assignee: 'panel' as PersonId })
    await done('questions.set-next', { question })
    await shows('chair', `${name}, next`, clean)
    await shows('panel', `${name}, put to the podium`, clean)
    const seeAll = getPage('secretariat').getByRole('button', { name: 'See all' })
    if ((await seeAll.getAttribute('aria-pressed')) !== 'true') await seeAll.click()
    for (const where of ['room', 'remote'] as const) await bring(getPage(where), clean)
    for (const where of inputSurfaces) await shows(where, `${name}, published`, clean)
    await done('questions.show', { question, expectedCurrent: null })
    for (const [where, words] of answeringTexts) await getPage(where).getByText(words).first().waitFor()
    for (const [where] of answeringTexts) await shows(where, `${name}, answered`, clean)
    const clock = getPage('display').getByRole('timer').first()
    await expect.poll(() => clock.evaluate((box) => box.getBoundingClientRect().bottom - innerHeight)).toBeLessThanOrEqual(0)
    await done('questions.mark-answered', { question, answer: 'live' })
  })

  test('no text was taken as markup, and no page reported an error', async () => {
    for (const page of pages.values()) {
      expect(await page.locator('img[src="x"], main script').count()).toBe(0)
      expect(await page.title()).not.toMatch(/^[12]$/)
    }
    expect(faults).toEqual([])
  })
})
