/** Text that means harm to a screen: on each of them it is there, as text, and nothing leaves the page. Pictures are taken where ROSTRUM_PICTURES is set. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { firstSeats, seat } from '@rostrum/server/access/default-people'
import { enterUrl } from '@rostrum/server/access/urls'
import { planFrom } from '@rostrum/server/template/templates'
import type { PersonId, QuestionId, SessionId } from '@rostrum/shared/contract/ids'
import type { CommandData, CommandType } from '@rostrum/shared/contract/registry'
import { cleanText } from '@rostrum/shared/kernel/text'
import { instantOf } from '@rostrum/shared/kernel/time'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser, launchBrowser } from '../support/browser.ts'
import { type Doors, openDoors, secretIn } from '../support/in-process-server.ts'
import { Caller, newId } from '../support/test-client.ts'
import { sizes } from './stage.ts'

const marks = '\u0300\u0316\u0334\u0489\u0301\u0323'.repeat(5)
const hostile = {
  'one word of 500 letters': 'W'.repeat(500),
  'one Arabic word of 300 letters': 'ض'.repeat(300),
  'piled-up marks': [...'How does this stay inside its box?'].map((letter) => letter + marks).join(''),
  markup: '</p></div><img src=x onerror="document.title=1"><script>document.title=2</script>&lt;b&gt; <b>bold?</b>',
  'two directions': 'Why does «العربية (2024)» stand before “English 1–2”? هل يبقى الترتيب 123-456 كما هو؟ (yes)',
  'direction overrides': 'Is \u202egpj.exe\u202c \u2067a picture\u2069 of \u202dwhat\u202c?',
} as const

type Where = 'chair' | 'secretariat' | 'panel' | 'display' | 'room' | 'remote'
const screens: Readonly<Record<Where, keyof typeof sizes>> = {
  chair: 'chair',
  secretariat: 'desk',
  panel: 'laptop',
  display: 'screen',
  room: 'phone',
  remote: 'laptop',
}
/** Where all questions are listed, and where the one that is answered is told. */
const all: readonly Where[] = ['secretariat', 'room', 'remote']
const answering: readonly (readonly [Where, string])[] = [
  ['chair', 'Now answering'],
  ['panel', 'Now answering'],
  ['display', 'Now answering'],
  ['remote', 'Now answering'],
  ['room', 'Being answered'],
]

/** Every element whose box goes beyond the page at its sides, and of those that hold the text every one that it goes beyond. */
const leaving = (page: Page, text: string): Promise<readonly string[]> =>
  page.evaluate((text) => {
    const told = (element: Element) => `${element.tagName}.${element.className}: ${(element.textContent ?? '').slice(0, 40)}`
    const elements = [...document.body.querySelectorAll<HTMLElement>('*')].filter((element) => element.closest('.sr, svg') === null)
    const outside = elements.filter((element) => {
      const { left, right, width } = element.getBoundingClientRect()
      return width > 0 && (left < -1 || right > innerWidth + 1)
    })
    const holding = elements.filter((element) => element.textContent?.includes(text) || ('value' in element && element.value === text))
    const spilling = holding.filter(({ clientWidth, scrollWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
    const { scrollWidth, clientWidth } = document.documentElement
    return [...(scrollWidth > clientWidth ? ['the page scrolls sideways'] : []), ...outside.map(told), ...spilling.map(told)]
  }, text)

/** All that can be read on a page, in fields too. */
const written = (page: Page): Promise<string> =>
  page.evaluate(() => [document.body.textContent, ...[...document.querySelectorAll('textarea')].map(({ value }) => value)].join('\n'))

describe.runIf(hasBrowser())('hostile text', () => {
  let doors: Doors
  let browser: Browser
  let pictures: string | null = null
  let desk: Caller
  let remote: Caller
  const pages = new Map<Where, Page>()
  const faults: string[] = []
  const asked = new Map<string, QuestionId>()

  const pageOf = (where: Where): Page => {
    const page = pages.get(where)
    if (!page) throw new Error(`nobody is at ${where}`)
    return page
  }
  const done = async <C extends CommandType>(type: C, data: CommandData<C>) =>
    expect(await desk.insist(type, data), type).toEqual({ ok: true })
  /** What waits behind "3 new" is brought until it is in the list. */
  const bring = async (page: Page, text: string) => {
    const waiting = page.getByRole('button', { name: /^\d+ new$/ })
    const listed = page.getByRole('article').filter({ has: page.locator('[aria-pressed]') })
    await expect
      .poll(async () => {
        if ((await waiting.count()) > 0) await waiting.click()
        return await listed.allTextContents()
      })
      .toContainEqual(expect.stringContaining(text))
  }
  const shows = async (where: Where, name: string, text: string) => {
    const page = pageOf(where)
    await expect.poll(() => written(page), { message: `${name} on ${where}`, timeout: 10_000 }).toContain(text)
    expect(await leaving(page, text), `${name} on ${where}`).toEqual([])
    if (pictures !== null) await page.screenshot({ path: join(pictures, `${where} ${name}.png`) })
  }

  beforeAll(async () => {
    doors = await openDoors({ client: fileURLToPath(new URL('../../client/dist', import.meta.url)) })
    const { app } = doors
    const plan = planFrom('wsis-at-20')
    const now = Date.now()
    const session = await app.sessions.create('hostile-text' as SessionId, {
      ...plan,
      startsAt: instantOf(now),
      endsAt: instantOf(now + 90 * 60_000),
      questions: { ...plan.questions, length: 600 },
    })
    await seat(session, firstSeats(session.state.session.groups))
    const linkOf = async (where: string) => enterUrl(app.publicUrl(), await app.links.current(session.id, where as PersonId))
    const joined = async (where: string) => Caller.join(app.publicUrl(), { link: secretIn(await linkOf(where)) })
    browser = await launchBrowser()
    for (const [where, size] of Object.entries(screens) as [Where, keyof typeof sizes][]) {
      const context = await browser.newContext({ viewport: sizes[size], locale: 'en', reducedMotion: 'reduce' })
      const page = await context.newPage()
      page.setDefaultTimeout(10_000)
      page.on('pageerror', (error) => faults.push(`${where}: ${error.message}`))
      await page.goto(await linkOf(where))
      if (where === 'room' || where === 'remote') await page.getByRole('button', { name: 'Yes, continue' }).click()
      await page.getByRole('main').first().waitFor()
      pages.set(where, page)
    }
    if (process.env['ROSTRUM_PICTURES']) pictures = await mkdtemp(join(tmpdir(), 'rostrum-pictures-'))
    desk = await joined('secretariat')
    remote = await joined('remote')
    await done('session.open', {})
    await pageOf('room').getByRole('button', { name: 'Questions' }).click()
  }, 90_000)
  afterAll(async () => {
    for (const caller of [desk, remote]) caller.close()
    await browser.close()
    await doors.close()
  })

  it.each(Object.entries(hostile))('%s waits at the desk and with its author', { timeout: 60_000 }, async (name, text) => {
    const id = newId()
    expect(await remote.insist('questions.ask', { text, receipt: null }, id)).toEqual({ ok: true })
    asked.set(name, id as string as QuestionId)
    for (const where of ['secretariat', 'remote'] as const) await shows(where, name, cleanText(text) ?? '')
  })

  it.each(Object.entries(hostile))('%s is published, and answered on every screen', { timeout: 60_000 }, async (name, text) => {
    const question = asked.get(name) as QuestionId
    const clean = cleanText(text) ?? ''
    await done('questions.approve', { question })
    await done('questions.put', { question, to: 'panel' as PersonId })
    await done('questions.queue', { question })
    await shows('chair', `${name}, next`, clean)
    await shows('panel', `${name}, put to the podium`, clean)
    const seeAll = pageOf('secretariat').getByRole('button', { name: 'See all' })
    if ((await seeAll.getAttribute('aria-pressed')) !== 'true') await seeAll.click()
    for (const where of ['room', 'remote'] as const) await bring(pageOf(where), clean)
    for (const where of all) await shows(where, `${name}, published`, clean)
    await done('questions.show', { question, expectedCurrent: null })
    for (const [where, words] of answering) await pageOf(where).getByText(words).first().waitFor()
    for (const [where] of answering) await shows(where, `${name}, answered`, clean)
    const { bottom, height } = await pageOf('display')
      .getByRole('timer')
      .first()
      .evaluate((clock) => ({
        bottom: clock.getBoundingClientRect().bottom,
        height: innerHeight,
      }))
    expect(bottom).toBeLessThanOrEqual(height)
    await done('questions.settle', { question, answer: 'live' })
  })

  it('nothing of it was taken for markup, and no page complained', async () => {
    for (const page of pages.values()) {
      expect(await page.locator('img[src="x"], main script').count()).toBe(0)
      expect(await page.title()).not.toMatch(/^[12]$/)
    }
    expect(faults).toEqual([])
  })
})
