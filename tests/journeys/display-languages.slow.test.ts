/** A room screen in several languages: the choice of languages as it is drawn, and the session's own texts. */
import type { SegmentId } from '@rostrum/shared/contract/ids'
import type { PlanFile } from '@rostrum/shared/contract/plan'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { measurePage } from '../support/page-geometry.ts'
import { getSecret } from '../support/server-process.ts'
import { TestClient } from '../support/test-client.ts'
import { ownTexts, wordPlan } from '../support/worded-plan.ts'
import { drawAgain, showLanguageChoice } from './room-screen.ts'
import { Stage } from './stage.ts'

const sizes = [
  [1024, 768],
  [1280, 720],
  [3840, 2160],
] as const
const languages = ['en', 'fr', 'es', 'ar', 'zh', 'ru'] as const

/** The choice and its buttons cover the page while they are shown. Their own words must not overlap. */
const isUnderChoice = (fault: string, words: string): boolean => {
  const [, own, other] = /^(?:lies over|covered by BUTTON) "(.*)": (.*)$/s.exec(fault) ?? []
  return fault.startsWith('covered by FIELDSET') || (own !== undefined && words.includes(own) && !words.includes(other ?? ''))
}
describe.runIf(hasBrowser())('a room screen in several languages', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await Stage.open()
  })
  afterAll(async () => {
    const { faults } = stage
    await stage.close()
    expect(faults).toEqual([])
  })

  test.each(languages)('[V62] the choice is complete at every size, and disappears automatically: %s', async (language) => {
    const { page } = await stage.visit(stage.links.display, 'display', language)
    await page.locator('main h1').first().waitFor()
    const faults: string[] = []
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height })
      await showLanguageChoice(page)
      const box = await page.getByRole('group').boundingBox()
      if (box === null || box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height)
        faults.push(`${width}×${height}: outside the window`)
      const words = (await page.getByRole('group').textContent()) ?? ''
      await page.evaluate(drawAgain)
      const found = (await page.evaluate(measurePage)).faults.filter((fault) => !isUnderChoice(fault, words))
      faults.push(...found.map((fault) => `${width}×${height}: ${fault}`))
    }
    expect(faults).toEqual([])
    await page.getByRole('group').waitFor({ state: 'detached' })
    await page.close()
  })

  test('[V107] the session’s own texts are in two languages side by side, complete at every size', async () => {
    const [session] = (await stage.callApi<{ sessions: { id: string }[] }>('/api/sessions')).sessions
    const path = `/api/sessions/${session?.id}/plan`
    const plan = wordPlan((await stage.callApi<{ plan: PlanFile }>(path)).plan)
    await stage.callApi(path, { plan }, 'PUT')
    const { page } = await stage.visit(stage.links.display, 'display', 'en')
    await page.getByText(ownTexts.title.en).waitFor()
    await showLanguageChoice(page)
    await page.getByRole('button', { name: 'العربية' }).click()
    await page.getByRole('button', { name: /جنب|side by side/ }).click()
    const seesBoth = async (texts: (typeof ownTexts)['title' | 'topic' | 'question' | 'announcement']) => {
      await page.getByText(texts.ar).first().waitFor()
      expect(await page.getByText(texts.en).first().getAttribute('dir')).toBe('auto')
    }
    await seesBoth(ownTexts.title)
    const chair = await TestClient.join(stage.server.url, { link: getSecret(stage.links.chair) })
    await chair.sendUntilAnswered('session.open', {})
    const [first, topic] = plan.segments
    await chair.sendUntilAnswered('agenda.go', { to: topic?.id as SegmentId, expectedCurrent: first?.id as SegmentId })
    await chair.sendUntilAnswered('cues.announce', { to: 'everyone', text: ownTexts.announcement })
    await seesBoth(ownTexts.question)
    await seesBoth(ownTexts.topic)
    await seesBoth(ownTexts.announcement)
    await page.getByRole('group').waitFor({ state: 'detached' })
    const faults: string[] = []
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height })
      await page.evaluate(drawAgain)
      faults.push(...(await page.evaluate(measurePage)).faults.map((fault) => `${width}×${height}: ${fault}`))
    }
    expect(faults).toEqual([])
    chair.close()
    await page.close()
  })
})
