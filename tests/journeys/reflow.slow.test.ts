/** Pages zoomed to the width of a phone. They become one column, and nothing must be scrolled sideways. */
import { maxEntityLength } from '@rostrum/shared/contract/lengths'
import { toInstant } from '@rostrum/shared/kernel/time'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { findInFamilies } from '../support/font-families.ts'
import { drawnCatalogues as catalogues, type DrawnLanguage as Language, drawnLanguages as languages } from '../support/long-language.ts'
import { findLasting, measurePage } from '../support/page-geometry.ts'
import { getSecret } from '../support/server-process.ts'
import { tellStory } from '../support/story.ts'
import { newCommandId, TestClient } from '../support/test-client.ts'
import { type SessionLinks, Stage, waitForPage } from './stage.ts'

const widths = [320, 640, 900] as const
const longName = 'شبكة المنظمات العربية غير الحكومية للتنمية والتعاون الرقمي'.padEnd(maxEntityLength, ' وشمال أفريقيا')
const workplaces = ['secretariat.floor', 'people.title', 'notes.title'] as const

/** A page of one column scrolls from top to bottom, below the parts that are fixed to its foot. */
const findFaults = async (page: Page, what: string): Promise<readonly string[]> => {
  const faults: string[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 600 })
    const measure = async () => (await page.evaluate(measurePage)).faults.filter((fault) => !/px tall$|^covered by/.test(fault))
    const found = await findInFamilies(page, () => findLasting(measure))
    faults.push(...found.map((fault) => `${what} ${width}: ${fault}`))
  }
  return faults
}

describe.runIf(hasBrowser())('pages zoomed to the width of a phone', () => {
  tellStory()

  let stage: Stage
  let staff: TestClient
  let links: SessionLinks

  beforeAll(async () => {
    stage = await Stage.open()
    links = await stage.newSession(new Date(Date.now() - 25 * 60_000))
    staff = await TestClient.join(stage.server.url, { link: getSecret(links.secretariat) })
    const say = async (...[type, data]: Parameters<TestClient['sendUntilAnswered']>) =>
      expect([type, await staff.sendUntilAnswered(type, data)]).toEqual([type, { ok: true }])
    await say('session.open', {})
    await say('queue.open', {})
    const ids = Array.from({ length: 30 }, () => newCommandId())
    for (const [index, id] of ids.entries()) {
      const data = { kind: 'intervention' as const, person: null, speaker: null, group: 'civil-society' as never, note: null }
      const added = { ...data, entity: index < 2 ? longName : `Delegation ${index}`, requestChannel: 'room' as const }
      expect(await staff.sendUntilAnswered('queue.add', { ...added, seenAt: toInstant(Date.now() - 90_000 + index) }, id)).toEqual({
        ok: true,
      })
    }
    const { next } = staff.getPart<{ next: never }>('queue')
    await say('floor.call', { entry: next, expectedCurrent: null, expectedNext: next })
  })
  afterAll(async () => {
    staff.close()
    await stage.close()
  })

  const open = async (link: string, language: Language) => {
    const { page } = await stage.visit(link, 'staff', language)
    await waitForPage(page)
    await page.waitForLoadState('networkidle')
    return page
  }

  test.each(languages)('[V65, V100, V101, V180] the Chair’s page: %s', async (language) => {
    const page = await open(links.chair, language)
    await page.locator('[data-phase=ready]').waitFor()
    expect(await findFaults(page, 'chair')).toEqual([])
    await page.close()
  })

  test.each(languages)('[V65, V100, V101] the secretariat’s page: %s', async (language) => {
    const page = await open(links.secretariat, language)
    await page.getByRole('navigation').first().waitFor()
    const faults = [...(await findFaults(page, 'secretariat.questions'))]
    for (const workplace of workplaces) {
      await page.getByRole('navigation').getByRole('button', { name: catalogues[language][workplace] }).click()
      faults.push(...(await findFaults(page, workplace)))
    }
    expect(faults).toEqual([])
    await page.close()
  })

  test.each(languages)('[V65, V100, V101] the organizer’s page, and joining: %s', async (language) => {
    const faults: string[] = []
    for (const link of [stage.links.organizer, `${stage.links.url}/join`]) {
      const page = await open(link, language)
      faults.push(...(await findFaults(page, link.replace(/#.*/, ''))))
      await page.close()
    }
    expect(faults).toEqual([])
  })

  // In the real languages these pages are measured together with axe.
  test('[V65, V101] the plan, the lectern and the record, in longer words', async () => {
    const faults: string[] = []
    const plan = await open(stage.links.organizer, 'long')
    await plan.getByRole('button', { name: catalogues.long['home.seePlan'] }).click()
    await plan.locator('#plan-rules').waitFor()
    faults.push(...(await findFaults(plan, 'plan')))
    const chair = await open(links.chair, 'long')
    await chair.goto(`${stage.links.url}/lectern`)
    await chair.locator('blockquote').waitFor()
    faults.push(...(await findFaults(chair, 'lectern')))
    const record = await open(links.secretariat, 'long')
    await record.goto(`${stage.links.url}/record`)
    await record.getByRole('heading', { level: 1 }).waitFor()
    faults.push(...(await findFaults(record, 'record')))
    expect(faults).toEqual([])
  })
})
