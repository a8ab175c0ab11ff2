/** A panellist's page as it is drawn, in every language. It has long names and questions, and a text of the panellist's own. */
import { fileURLToPath } from 'node:url'
import { admitDefaultPeople, listDefaultPeople } from '@rostrum/server/people/access/default-people'
import { makeEnterUrl } from '@rostrum/server/people/access/urls'
import { loadTemplate } from '@rostrum/server/services/template/templates'
import type { PersonId, QuestionId, SessionId } from '@rostrum/shared/contract/ids'
import { maxEntityLength } from '@rostrum/shared/contract/lengths'
import { toInstant } from '@rostrum/shared/kernel/time'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser, launchBrowser } from '../support/browser.ts'
import { findInFamilies } from '../support/font-families.ts'
import { getSecret, type InProcessServer, startInProcessServer } from '../support/in-process-server.ts'
import { drawnCatalogues as catalogues, getLocale, drawnLanguages as languages, prepareContext } from '../support/long-language.ts'
import { measurePage } from '../support/page-geometry.ts'
import { newCommandId, TestClient } from '../support/test-client.ts'

const sizes = [
  [1024, 768],
  [1280, 720],
  [1440, 900],
] as const
const longName = 'شبكة المنظمات العربية غير الحكومية للتنمية والتعاون الرقمي'.padEnd(maxEntityLength, ' وشمال أفريقيا')
const question = 'How will the review fund connectivity for the communities that are not connected yet, and who reports on it? '.repeat(2)
const patience = { timeout: 90_000 }

describe.runIf(hasBrowser())('the geometry of a panellist’s page', () => {
  let server: InProcessServer
  let browser: Browser
  let staff: TestClient
  let remote: TestClient
  const pages = new Map<(typeof languages)[number], Page>()
  const getTurn = () => staff.getPart<{ current: { id: never } | null }>('floor').current?.id ?? (null as never)
  const say = async (...[type, data]: Parameters<TestClient['sendUntilAnswered']>) => {
    expect([type, await staff.sendUntilAnswered(type, data)]).toEqual([type, { ok: true }])
  }
  const expectDrawn = async (selector: string) => {
    const faults: string[] = []
    for (const [language, page] of pages) {
      await page.locator(selector).first().waitFor()
      for (const [width, height] of sizes) {
        await page.setViewportSize({ width, height })
        const found = await findInFamilies(page, async () => (await page.evaluate(measurePage)).faults)
        faults.push(...found.map((fault) => `${language} ${width}×${height}: ${fault}`))
      }
    }
    expect.soft(faults.join('\n')).toBe('')
  }

  beforeAll(async () => {
    server = await startInProcessServer({ client: fileURLToPath(new URL('../../client/dist', import.meta.url)) })
    const { app } = server
    const now = Date.now()
    const times = { startsAt: toInstant(now), endsAt: toInstant(now + 90 * 60_000) }
    const session = await app.sessions.create('podium' as SessionId, { ...loadTemplate('wsis-at-20'), ...times })
    await admitDefaultPeople(session, listDefaultPeople(session.state.session.groups))
    const findLink = async (who: string) => makeEnterUrl(app.getPublicUrl(), await app.links.getOrCreate(session.id, who as PersonId))
    const joined = async (who: string) => TestClient.join(app.getPublicUrl(), { link: getSecret(await findLink(who)) })
    staff = await joined('secretariat')
    remote = await joined('remote')
    browser = await launchBrowser()
    for (const language of languages) {
      const context = await browser.newContext({ locale: getLocale(language), reducedMotion: 'reduce' })
      await prepareContext(context, language)
      const page = await context.newPage()
      page.setDefaultTimeout(10_000)
      await page.goto(await findLink('panel'))
      await page.locator('[data-phase]').first().waitFor()
      pages.set(language, page)
    }
    await say('session.open', {})
  })
  afterAll(async () => {
    for (const client of [staff, remote]) client.close()
    await browser.close()
    await server.close()
  })

  test('[V64, V101] a person with a long name speaks', patience, async () => {
    const data = {
      kind: 'intervention' as const,
      person: null,
      entity: longName,
      speaker: null,
      requestChannel: 'room' as const,
      note: null,
    }
    const entry = newCommandId()
    const added = await staff.sendUntilAnswered(
      'queue.add',
      { ...data, group: 'civil-society' as never, seenAt: toInstant(Date.now() - 1000) },
      entry,
    )
    expect(added).toEqual({ ok: true })
    await say('floor.call', { entry: entry as never, expectedCurrent: null, expectedNext: entry as never })
    await say('floor.start', { turn: getTurn() })
    await expectDrawn('[data-phase=speak]')
  })

  test('[V64, V101] a long question is answered', patience, async () => {
    await say('floor.end', { turn: getTurn() })
    const asked = newCommandId()
    expect(await remote.sendUntilAnswered('questions.ask', { text: question.trim(), receipt: null }, asked)).toEqual({ ok: true })
    await say('questions.approve', { question: asked as string as QuestionId })
    await say('questions.assign', { question: asked as string as QuestionId, assignee: 'panel' as PersonId })
    await say('questions.show', { question: asked as string as QuestionId, expectedCurrent: null })
    await expectDrawn('main h2')
    await expectDrawn('[data-phase=ready],[data-phase=speak]')
  })

  test('[V64, P69] the panellist speaks, with a text of their own', patience, async () => {
    for (const [language, page] of pages) {
      await page.getByRole('button', { name: catalogues[language]['me.text'] }).click()
      await page.getByRole('textbox', { name: catalogues[language]['me.text'] }).fill(question.repeat(10))
      await page.getByRole('button', { name: catalogues[language]['app.close'], exact: true }).click()
    }
    await say('floor.start', { turn: getTurn() })
    await say('floor.end', { turn: getTurn() })
    await say('floor.give', { person: 'panel' as PersonId, expectedCurrent: null, expectedNext: null })
    await say('floor.start', { turn: getTurn() })
    for (const [language, page] of pages) await page.getByRole('region', { name: catalogues[language]['me.text'] }).waitFor()
    await expectDrawn('[data-phase=speak]')
  })

  test('[V64, V101] closed', patience, async () => {
    await say('session.close', {})
    await expectDrawn('[data-phase=empty]')
  })
})
