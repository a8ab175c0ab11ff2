/** A text of one's own on a phone: written while waiting, and read while speaking. The clock and the button stay complete. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { catalogues } from '../support/catalogues.ts'
import { measurePage } from '../support/page-geometry.ts'
import { measureDialog, measureThumb, phoneSizes } from '../support/phone-geometry.ts'
import { getSecret } from '../support/server-process.ts'
import { tellStory } from '../support/story.ts'
import { TestClient } from '../support/test-client.ts'
import { Stage } from './stage.ts'

const languages = ['en', 'fr', 'es', 'ar', 'zh', 'ru'] as const
type Language = (typeof languages)[number]
const sentence = {
  en: 'We support the review, and ask that its results be reported each year.\n',
  fr: 'Nous appuyons l’examen et demandons que ses résultats soient présentés chaque année.\n',
  es: 'Apoyamos el examen y pedimos que sus resultados se presenten cada año.\n',
  ar: 'نؤيد الاستعراض ونطلب تقديم نتائجه كل عام.\n',
  zh: '我们支持这项审查，并请每年报告其结果。\n',
  ru: 'Мы поддерживаем обзор и просим ежегодно сообщать о его результатах.\n',
} as const
const patience = { timeout: 60_000 }

describe.runIf(hasBrowser())('a text of one’s own', () => {
  tellStory()

  let stage: Stage
  let staff: TestClient
  let owner: TestClient
  let booth: TestClient
  const pages = new Map<Language, Page>()
  const getTurn = () => staff.getPart<{ current: { id: never } | null }>('floor').current?.id as never
  const say = async (...[type, data]: Parameters<TestClient['sendUntilAnswered']>) => {
    expect([type, await staff.sendUntilAnswered(type, data)]).toEqual([type, { ok: true }])
  }
  const everywhere = async (act: (page: Page, words: (typeof catalogues)[Language], language: Language) => Promise<unknown>) => {
    for (const [language, page] of pages) await act(page, catalogues[language], language)
  }
  /** Compared as one text, because the report shortens long lists. */
  const expectNothing = async (find: (page: Page) => Promise<readonly string[]>) => {
    const faults: string[] = []
    await everywhere(async (page, _, language) => {
      for (const [width, height] of phoneSizes) {
        await page.setViewportSize({ width, height })
        faults.push(...(await find(page)).map((fault) => `${language} ${width}×${height}: ${fault}`))
      }
    })
    expect(faults.join('\n')).toBe('')
  }
  const findFaults = async (page: Page) => [...(await page.evaluate(measurePage)).faults, ...(await page.evaluate(measureThumb, true))]

  beforeAll(async () => {
    stage = await Stage.open()
    const { links } = stage
    staff = await TestClient.join(stage.server.url, { link: getSecret(links.secretariat) })
    owner = await TestClient.join(stage.server.url, { link: getSecret(links.room) })
    const [session] = (await stage.callApi<{ sessions: { id: string }[] }>('/api/sessions')).sessions
    const { url } = await stage.callApi<{ url: string }>(`/api/sessions/${session?.id}/booths`, { language: 'en' })
    booth = await TestClient.join(stage.server.url, { link: getSecret(url) })
    for (const language of languages) {
      const { page } = await stage.visit(links.room, 'phone', language)
      await page.locator('[data-thumb] button').first().click()
      pages.set(language, page)
    }
    await say('session.open', {})
    await say('queue.open', {})
    expect(await owner.sendUntilAnswered('queue.join', { kind: 'intervention', topic: null })).toEqual({ ok: true })
    await everywhere((page, words) => page.getByRole('button', { name: words['me.notNow'] }).waitFor())
  })
  afterAll(async () => {
    for (const client of [staff, owner, booth]) client.close()
    const { faults } = stage
    await stage.close()
    expect(faults).toEqual([])
  })

  test('[P69, V32] is written in a dialog that fits every phone', patience, async () => {
    await everywhere(async (page, words, language) => {
      await page.locator('[data-thumb] [aria-expanded]').click()
      await page.getByRole('button', { name: words['me.text'] }).click()
      await page.getByRole('textbox', { name: words['me.text'] }).fill(sentence[language].repeat(30))
    })
    await expectNothing((page) => page.evaluate(measureDialog))
    await everywhere((page, words) => page.getByRole('button', { name: words['app.close'], exact: true }).click())
  })

  test(
    '[P69, V32] is read while speaking, with the clock, the button and requests of Chair and booth, then put away',
    patience,
    async () => {
      const { next } = staff.getPart<{ next: never }>('queue')
      await say('floor.call', { entry: next, expectedCurrent: null, expectedNext: next })
      await say('floor.start', { turn: getTurn() })
      await everywhere((page, words) => page.getByRole('region', { name: words['me.text'] }).waitFor())
      await expectNothing(findFaults)
      await everywhere(async (page) => {
        await page.setViewportSize({ width: 390, height: 844 })
        const measure = () => page.evaluate(() => document.querySelector('section[tabindex]')?.getBoundingClientRect().height ?? 0)
        await expect.poll(measure).toBeGreaterThan(300)
      })
      await say('cues.give', { turn: getTurn(), cue: 'one-minute' })
      await everywhere((page, words) => page.getByText(words['cue.one-minute']).first().waitFor())
      await expectNothing(findFaults)
      expect(await booth.sendUntilAnswered('cues.ask', { turn: getTurn(), cue: 'slower' })).toEqual({ ok: true })
      await everywhere((page, words) => page.getByText(words['cue.slower']).first().waitFor())
      await expectNothing(findFaults)
      await everywhere((page, words) => page.getByRole('button', { name: words['me.textShow'] }).click())
      await everywhere((page, words) => page.getByRole('region', { name: words['me.text'] }).waitFor({ state: 'detached' }))
      await expectNothing(findFaults)
    },
  )

  test('[P69, P95] is gone from the device a minute after the close', { timeout: 120_000 }, async () => {
    const listTexts = (page: Page) => page.evaluate(() => Object.keys(localStorage).filter((name) => name.includes('speech')))
    await say('session.close', {})
    await everywhere(async (page, words) => {
      await page.getByText(words['me.over']).first().waitFor()
      expect(await listTexts(page)).toHaveLength(1)
    })
    await everywhere((page) => expect.poll(() => listTexts(page), { timeout: 75_000 }).toEqual([]))
  })
})
