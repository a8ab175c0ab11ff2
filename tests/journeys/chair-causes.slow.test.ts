/** The causes of the places on the Chair's list, on a small laptop with the questions next to it. */
import type { GroupId } from '@rostrum/shared/contract/ids'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { catalogues } from '../support/catalogues.ts'
import { getSecret } from '../support/server-process.ts'
import { TestClient } from '../support/test-client.ts'
import { Stage, waitForPage } from './stage.ts'

const groups = [
  'government',
  'civil-society',
  'government',
  'private-sector',
  'government',
  'international',
] as readonly string[] as GroupId[]

/** Finds causes that are cut, and a sixth row that is out of view. Runs in the page. */
const findFaults = () => {
  const causes = [...document.querySelectorAll('[data-queue] [data-row] p > span[title]')]
  const bottom = document.querySelector('[data-scroller]')?.getBoundingClientRect().bottom ?? 0
  const sixth = document.querySelectorAll('[data-queue] [data-row]')[5]
  return [
    ...(causes.length < 6 ? [`${causes.length} causes`] : []),
    ...causes.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => `cut: ${one.textContent}`),
    ...(sixth && sixth.getBoundingClientRect().bottom <= bottom + 1 ? [] : ['the sixth row is out of view']),
  ]
}

describe.runIf(hasBrowser())('the causes on the Chair’s list', () => {
  let stage: Stage
  let staff: TestClient
  const pages = new Map<string, Page>()

  beforeAll(async () => {
    stage = await Stage.open()
    const { chair } = await stage.newSession(new Date(Date.now() - 5 * 60_000))
    staff = await TestClient.join(stage.server.url, { link: getSecret(chair) })
    for (const type of ['session.open', 'queue.open'] as const) expect(await staff.sendUntilAnswered(type, {})).toEqual({ ok: true })
    for (const [index, group] of groups.entries()) {
      const seenAt = (Date.now() - (60 - index) * 1000) as Instant
      const request = { person: null, entity: `Organization ${index}`, speaker: null, group, note: null, language: null, seenAt }
      const data = { ...request, kind: 'intervention', requestChannel: 'room' } as const
      expect(await staff.sendUntilAnswered('queue.add', data)).toEqual({ ok: true })
    }
    for (const language of Object.keys(catalogues)) pages.set(language, (await stage.visit(chair, 'chair', language)).page)
    for (const page of pages.values()) await waitForPage(page)
  })
  afterAll(async () => {
    staff.close()
    const { faults } = stage
    await stage.close()
    expect(faults).toEqual([])
  })

  test('[V388] at 1280 by 720 pixels with the questions open no cause is cut, and six rows are in view', async () => {
    const faults: string[] = []
    for (const [language, page] of pages) {
      await page.setViewportSize({ width: 1280, height: 720 })
      const name = catalogues[language]?.['questions.title'] ?? ''
      await page.getByRole('button', { name, exact: true }).click()
      await page.locator('#questions-title').waitFor()
      const find = async () => (await page.evaluate(findFaults)).map((fault) => `${language}: ${fault}`)
      await expect
        .poll(find, { timeout: 3000 })
        .toEqual([])
        .catch(async () => faults.push(...(await find())))
    }
    expect(faults.join('\n')).toBe('')
  })
})
