/** Captions as people read them, each in a different language. They are on a laptop, on phones, on the room screen and over a video. */
import type { MessageKey } from '@rostrum/client/text/catalogue'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { findViolations } from '../support/axe.ts'
import { hasBrowser } from '../support/browser.ts'
import { catalogues } from '../support/catalogues.ts'
import { getSecret } from '../support/server-process.ts'
import { tellStory } from '../support/story.ts'
import { TestClient } from '../support/test-client.ts'
import { Stage } from './stage.ts'

/** French comes last, because the room screen shows it, and hides captions older than half a minute. */
const lines = {
  en: ['The commitments of 2003 and 2005 were made in good faith,', 'and access has grown faster than expected.'],
  ar: ['قُطعت التزامات عامي 2003 و2005 بحسن نية،', 'ونما النفاذ أسرع مما توقعنا.'],
  zh: ['2003年和2005年的承诺是真诚作出的，', '接入的发展比预期更快。'],
  fr: ['Les engagements de 2003 et 2005 ont été pris de bonne foi,', 'et l’accès a progressé plus vite que prévu.'],
} as const
type Tongue = keyof typeof lines
const tongues = Object.keys(lines) as Tongue[]
/** Removes the head, which contains the number of pages. */
const withoutHead = (tree: string): string => tree.replace(/heading ".*/, '')
const speaker = 'Delegation of a Member State'
const name = (language: Tongue, key: MessageKey): string => catalogues[language]?.[key] ?? ''

describe.runIf(hasBrowser())('captions', () => {
  tellStory()

  let stage: Stage
  let staff: TestClient
  let screen: Page
  const pages = new Map<Tongue, Page>()
  const addresses = new Map<string, string>()
  const get = (language: Tongue): Page => pages.get(language) as Page
  const look = async (page: Page, picture: string) => {
    const folder = process.env['ROSTRUM_CAPTION_PICTURES']
    if (folder) await page.screenshot({ path: `${folder}/${picture}.png` })
  }
  const say = async (...sent: Parameters<TestClient['send']>) =>
    expect([sent[0], await staff.send(...sent)]).toEqual([sent[0], { ok: true }])
  const post = async (language: Tongue, seq: number, text: string) => {
    const address = `${addresses.get(language)}&seq=${seq}&lang=${language}`
    expect((await fetch(address, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: text })).status).toBe(200)
  }

  beforeAll(async () => {
    stage = await Stage.open()
    const { links, server } = stage
    staff = await TestClient.join(server.url, { link: getSecret(links.secretariat) })
    await say('session.open', { onAnyDay: true })
    await say('queue.open', {})
    for (const language of tongues) await say('captions.add', { language: language as never })
    await say('queue.add', {
      ...{ kind: 'intervention', person: null, entity: speaker, speaker: null, group: 'government', note: null },
      ...{ requestChannel: 'room', seenAt: Date.now(), language: 'en' },
    } as never)
    const { next } = staff.getPart<{ next: never }>('queue')
    await say('floor.call', { entry: next, expectedCurrent: null, expectedNext: next })
    await vi.waitUntil(() => staff.getPart<{ current: object | null }>('floor').current !== null, 10_000)
    await say('floor.start', { turn: staff.getPart<{ current: { id: never } }>('floor').current.id })
    await say('captions.set-delay', { delay: 0 as never })
    const answer = await fetch(`${server.url}/api/staff/captions`, { headers: { authorization: `Bearer ${staff.ticket.ticket}` } })
    const { tracks } = (await answer.json()) as { tracks: readonly { language: string; address: string }[] }
    for (const { language, address } of tracks) addresses.set(language, address)
    for (const language of ['en', 'fr'] as const)
      pages.set(language, (await stage.enter(links.remote, 'laptop', name(language, 'join.yes'), language)).page)
    for (const language of ['ar', 'zh'] as const)
      pages.set(language, (await stage.enter(links.room, 'phone', name(language, 'join.yes'), language)).page)
    screen = (await stage.visit(links.display, 'display')).page
    await screen.getByText(speaker).first().waitFor()
    // The page notices keys shortly after it has been drawn, and shows the choice for some seconds.
    await vi.waitFor(
      async () => {
        await screen.keyboard.press('Shift')
        await screen.getByRole('button', { name: /Captions: French/ }).click({ timeout: 2_000 })
      },
      { timeout: 20_000 },
    )
  })
  afterAll(async () => {
    staff.close()
    const { faults } = stage
    await stage.close()
    expect(faults).toEqual([])
  })

  test.each(tongues)(
    '[X43, X46] a reader has captions of their own language, in its direction, and no others: %s',
    { timeout: 60_000 },
    async (language) => {
      for (const [index, line] of lines[language].entries()) await post(language, index + 1, line)
      const page = get(language)
      for (const line of lines[language]) await page.getByText(line, { exact: true }).first().waitFor()
      for (const other of tongues.filter((one) => one !== language))
        expect(await page.getByText(lines[other][0], { exact: true }).count()).toBe(0)
      const line = page.getByText(lines[language][1], { exact: true }).first()
      expect(await line.evaluate((found) => getComputedStyle(found).direction)).toBe(language === 'ar' ? 'rtl' : 'ltr')
      expect(await line.evaluate((found) => found.closest('[lang]')?.getAttribute('lang'))).toBe(language)
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
      expect(await findViolations(page)).toEqual([])
      await look(page, `captions-${language}`)
    },
  )

  test('[X46] the room screen shows two lines in the language chosen there', async () => {
    for (const line of lines.fr) await screen.getByText(line, { exact: true }).waitFor()
    expect(await screen.getByText(lines.en[0], { exact: true }).count()).toBe(0)
    await look(screen, 'captions-screen-fr')
  })

  test('[X46] for a screen reader the transcript is a log with speakers and languages, which does not interrupt', async () => {
    const page = get('en')
    await page.getByRole('radio', { name: 'Transcript' }).click()
    const log = page.getByRole('log', { name: 'Captions' })
    await log.getByText(lines.en[1], { exact: true }).waitFor()
    const tree = await log.ariaSnapshot()
    const places = [speaker, 'in English', ...lines.en].map((text) => tree.indexOf(text))
    expect([places, tree]).toEqual([[...places].sort((a, b) => a - b), tree])
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0)
    expect(await log.getAttribute('aria-live')).toBe('off')
    await log.focus()
    expect(await log.evaluate((found) => found === document.activeElement)).toBe(true)
  })

  test.each(['zh', 'ar'] as const)(
    '[X46] a page for a braille display changes only when it is turned, and is then read from its head: %s',
    {
      timeout: 60_000,
    },
    async (language) => {
      const page = get(language)
      await page
        .getByRole('button', { name: new RegExp(name(language, 'captions.title')) })
        .first()
        .click()
      await page.getByRole('button', { name: name(language, 'captions.way') }).click()
      await page.getByRole('radio', { name: name(language, 'captions.way.pages') }).click()
      const reader = page.getByRole('region', { name: name(language, 'captions.title') })
      const readPage = () => reader.getByRole('heading').locator('..').ariaSnapshot()
      for (const line of lines[language]) await expect.poll(readPage).toContain(line)
      const before = await readPage()
      const long = `${lines[language][0]} `.repeat(language === 'zh' ? 8 : 4).trim()
      for (const seq of [11, 12]) await post(language, seq, `${long} ${seq}`)
      const next = page.getByRole('button', { name: name(language, 'captions.nextPage') })
      await expect.poll(() => next.getAttribute('aria-disabled')).not.toBe('true')
      expect(withoutHead(await readPage())).toBe(withoutHead(before))
      await look(page, `captions-pages-${language}`)
      await next.focus()
      await page.keyboard.press('Enter')
      await expect.poll(readPage).toContain(`${long} 11`)
      await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H3')
      expect(await findViolations(page)).toEqual([])
    },
  )

  test('[X66] the secretariat adds a file: the page says first what it would replace, and then the file replaces it', async () => {
    const { page } = await stage.visit(stage.links.secretariat, 'staff')
    await page.getByRole('button', { name: 'Captions' }).first().click()
    await page.getByRole('button', { name: /Add a file/ }).click()
    const dialog = page.getByRole('dialog', { name: 'Captions from a file' })
    await dialog.getByLabel('Language', { exact: true }).selectOption('fr')
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), dialog.getByRole('button', { name: 'Choose a file' }).click()])
    const buffer = Buffer.from('WEBVTT\n\n00:00.000 --> 00:00.900\n<v Une voix>Les engagements ont été relus.\n')
    await chooser.setFiles({ name: 'paroles.vtt', mimeType: 'text/vtt', buffer })
    await dialog.getByText('French already has lines: 2. The file will replace all of them.').waitFor()
    expect(await findViolations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Replace all lines' }).click()
    await dialog.getByText('Lines of the file now stored: 1.').waitFor()
    const address = `${stage.server.url}/api/sessions/wsis-at-20/captions.vtt?language=fr`
    const said = await (await fetch(address, { headers: { authorization: `Bearer ${staff.ticket.ticket}` } })).text()
    expect(said).toContain('Les engagements ont été relus.')
    expect(said).not.toContain(lines.fr[1])
  })
})
