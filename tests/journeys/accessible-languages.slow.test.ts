/**
 * Every page in every language, and zoomed to a quarter of its width; in one language also dark. The pages have no violations found by axe,
 * and text that other suites do not measure is complete.
 */
import type { Catalogue } from '@rostrum/client/text/catalogue'
import { toInstant } from '@rostrum/shared/kernel/time'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findViolations } from '../support/axe.ts'
import { hasBrowser } from '../support/browser.ts'
import { catalogues } from '../support/catalogues.ts'
import { findHeadingGaps } from '../support/page-access.ts'
import { findLasting, measurePage } from '../support/page-geometry.ts'
import { getSecret } from '../support/server-process.ts'
import { tellStory } from '../support/story.ts'
import { newCommandId, TestClient } from '../support/test-client.ts'
import { Stage } from './stage.ts'

/** 320 × 256 is a window of 1280 × 1024 at 400 %. */
const views = [
  { width: 1280, height: 720, colorScheme: 'light' },
  { width: 1280, height: 720, colorScheme: 'dark' },
  { width: 320, height: 256, colorScheme: 'light' },
] as const

/** Colours do not depend on the language, so they are judged in one. Names, labels and sizes are judged in each. */
const coloured = 'en'
const ofColours = ['color-contrast']

describe.runIf(hasBrowser())('every page in every language', () => {
  tellStory()

  let stage: Stage
  let staff: TestClient
  let remote: TestClient
  let panel = ''

  const say = async (...[type, data]: Parameters<TestClient['sendUntilAnswered']>) => {
    expect([type, await staff.sendUntilAnswered(type, data)]).toEqual([type, { ok: true }])
  }
  const add = async (kind: 'intervention' | 'point-of-order', entity: string, id = newCommandId()) => {
    const data = { kind, person: null, entity, speaker: null, group: 'civil-society' as never, requestChannel: 'room' as const, note: null }
    expect(await staff.sendUntilAnswered('queue.add', { ...data, seenAt: toInstant(Date.now() - 90_000) }, id)).toEqual({ ok: true })
    return id as never
  }
  const ask = async (text: string) => {
    const id = newCommandId()
    expect(await remote.sendUntilAnswered('questions.ask', { text, receipt: null }, id)).toEqual({ ok: true })
    return id as never
  }

  beforeAll(async () => {
    stage = await Stage.open()
    const { links } = stage
    const listed = await stage.callApi<{ links: { role: string; url: string }[] }>(`/api/sessions/${links.session}/links`)
    panel = listed.links.find(({ role }) => role === 'panellist')?.url ?? ''
    staff = await TestClient.join(stage.server.url, { link: getSecret(links.secretariat) })
    remote = await TestClient.join(stage.server.url, { link: getSecret(links.remote) })
  })
  afterAll(async () => {
    for (const client of [staff, remote]) client.close()
    const { faults } = stage
    await stage.close()
    expect(faults).toEqual([])
  })

  /** Returns sentences about the faults. With `isMeasured`, they include text that is cut off or too wide. */
  const examine = async (page: Page, language: string, name: string, isMeasured = false): Promise<readonly string[]> => {
    const faults: string[] = []
    const [some, leftOut] = language === coloured ? [views, []] : [views.filter(({ colorScheme }) => colorScheme === 'light'), ofColours]
    await page.waitForLoadState('networkidle')
    for (const { width, height, colorScheme } of some) {
      await page.setViewportSize({ width, height })
      await page.emulateMedia({ colorScheme })
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
      const measure = async () => (await page.evaluate(measurePage)).faults.filter((fault) => !/px tall$|^covered by/.test(fault))
      const measured = isMeasured ? await findLasting(measure) : []
      faults.push(...[...(await findViolations(page, leftOut)), ...measured].map((fault) => `${name} ${width} ${colorScheme}: ${fault}`))
    }
    faults.push(...(await page.evaluate(findHeadingGaps)).map((fault) => `${name}: ${fault}`))
    return faults
  }

  const open = (language: string) => {
    const faults: string[] = []
    const words = catalogues[language] as Catalogue
    const visit = async (name: string, link: string, at: (page: Page) => Promise<unknown>, isMeasured = false) => {
      const { page, context } = await stage.visit(link, 'laptop', language)
      await at(page)
      faults.push(...(await examine(page, language, name, isMeasured)))
      return { page, context }
    }
    return { faults, words, visit }
  }
  const languages = Object.keys(catalogues)

  test.each(languages)('[V45, V102, V104] before the opening: organizer, plan and joining, %s', { timeout: 120_000 }, async (language) => {
    const { links } = stage
    const { faults, words, visit } = open(language)
    const organizer = await visit('organizer', links.organizer, (page) => page.locator('#session-title').waitFor())
    await expect.poll(() => organizer.page.title()).toBe(words['home.title'])
    await organizer.page.getByRole('button', { name: words['home.edit'], exact: true }).click()
    await organizer.page.locator('form, [role=form], main fieldset').first().waitFor()
    faults.push(...(await examine(organizer.page, language, 'plan', true)))
    await expect.poll(() => organizer.page.title()).toContain(words['home.edit'])
    await organizer.context.close()
    await (await visit('code', `${links.url}/join`, (page) => page.getByRole('textbox').first().waitFor(), true)).context.close()
    const wrong = await visit('wrong link', `${links.url}/enter#wrong`, (page) => page.getByText(words['entry.badLink']).waitFor(), true)
    await expect.poll(() => wrong.page.title()).toBe(words['entry.badLink'])
    await wrong.context.close()
    expect(faults.join('\n')).toBe('')
  })

  describe('while somebody speaks', () => {
    beforeAll(async () => {
      await say('session.open', {})
      await say('queue.open', {})
      const first = await add('intervention', 'Library federation')
      for (const entity of ['Community networks', 'Regional commission']) await add('intervention', entity)
      await say('floor.call', { entry: first, expectedCurrent: null, expectedNext: first })
      await say('floor.start', { turn: staff.getPart<{ current: { id: never } }>('floor').current.id })
      await add('point-of-order', 'Telecom operators association')
      await say('questions.approve', { question: await ask('Who reports on the review, and to whom?') })
      await ask('What is funded first?')
      await say('cues.announce', { to: 'everyone', text: 'Channel 4 is being repaired. Please use channel 1.' })
    }, 60_000)

    test.each(languages)('[V45, V102] %s', { timeout: 240_000 }, async (language) => {
      const { links } = stage
      const { faults, words, visit } = open(language)
      const floor = (page: Page) => page.locator('[data-phase]:not([data-phase=empty])').first().waitFor()
      const confirmed = async (page: Page) => {
        await page.getByRole('button', { name: words['join.yes'] }).click()
        await floor(page)
      }
      const button = (page: Page, key: keyof typeof words) => page.getByRole('button', { name: words[key], exact: true })

      const chair = await visit('chair', links.chair, floor)
      await chair.page.goto(`${links.url}/lectern`)
      await chair.page.locator('blockquote').waitFor()
      faults.push(...(await examine(chair.page, language, 'lectern', true)))
      await chair.context.close()

      const secretariat = await visit('questions', links.secretariat, floor)
      for (const key of ['secretariat.floor', 'people.title', 'notes.title'] as const) {
        await secretariat.page.getByRole('navigation').getByRole('button', { name: words[key] }).click()
        faults.push(...(await examine(secretariat.page, language, key)))
      }
      await secretariat.page.goto(`${links.url}/record`)
      await secretariat.page.getByRole('heading', { level: 1 }).waitFor()
      faults.push(...(await examine(secretariat.page, language, 'record', true)))
      await secretariat.context.close()

      const room = await visit('phone', links.room, confirmed)
      for (const key of ['me.tab.questions', 'me.tab.agenda'] as const) {
        await button(room.page, key).click()
        faults.push(...(await examine(room.page, language, key)))
      }
      await room.context.close()
      await (await visit('remote', links.remote, confirmed)).context.close()
      await (await visit('podium', panel, floor, true)).context.close()
      await (await visit('display', links.display, floor)).context.close()

      expect(faults.join('\n')).toBe('')
    })
  })
})
