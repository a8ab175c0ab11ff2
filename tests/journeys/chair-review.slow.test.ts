/** The review of questions on the Chair's page, on a small laptop: what the Chair needs for a decision is in view. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { catalogues } from '../support/catalogues.ts'
import { getSecret } from '../support/server-process.ts'
import { enter, TestClient } from '../support/test-client.ts'
import { Stage, waitForPage } from './stage.ts'

const asked = ['How will the fund pay for community networks?', 'Which regulators have opened spectrum for local networks?']

/** Finds what is cut, and what is out of view. Runs in the page. */
const findFaults = () => {
  // Less than a line is the space of letters of another script.
  const isCut = (one: Element) => one.scrollHeight > one.clientHeight + 8 || one.scrollWidth > one.clientWidth + 1
  const isInView = (one: Element) => {
    const { left, right, top, bottom } = one.getBoundingClientRect()
    const [x, first, last] = [
      (left + right) / 2,
      document.elementFromPoint(left + 8, top + 4),
      document.elementFromPoint(right - 8, bottom - 4),
    ]
    return x > 0 && one.contains(first) && one.contains(last)
  }
  const titles = [...document.querySelectorAll('li[data-row] button > :first-child')]
  const decline = document.querySelector('[data-reasons] button:not([role=radio])')
  const lists = titles[0]?.closest('section')
  const hint = lists?.querySelector('ul ~ div > p')
  return [
    ...(titles.length === 0 ? ['no questions'] : []),
    ...titles.filter(isCut).map((one) => `cut: ${one.textContent}`),
    ...(decline && isInView(decline) ? [] : ['no button to decline in view']),
    ...(hint && isInView(hint) && !isCut(hint) ? [] : ['no whole hint']),
  ]
}

describe.runIf(hasBrowser())('the review on the Chair’s page', () => {
  let stage: Stage
  const pages = new Map<string, Page>()
  const people: TestClient[] = []

  beforeAll(async () => {
    stage = await Stage.open()
    const { code, chair } = await stage.newSession(new Date(Date.now() - 5 * 60_000))
    const presiding = await TestClient.join(stage.server.url, { link: getSecret(chair) })
    people.push(presiding)
    expect(await presiding.sendUntilAnswered('session.open', {})).toEqual({ ok: true })
    for (const [index, text] of asked.entries()) {
      const entity = `Community network ${index}`
      const ticket = await enter(stage.server.url, {
        code,
        person: { entity, group: 'civil-society', channel: 'room', nameInRecord: false },
      })
      const person = new TestClient(stage.server.url, ticket)
      await person.waitUntilReady()
      people.push(person)
      expect(await person.sendUntilAnswered('questions.ask', { text, receipt: null })).toEqual({ ok: true })
    }
    for (const language of Object.keys(catalogues)) pages.set(language, (await stage.visit(chair, 'chair', language)).page)
    for (const page of pages.values()) await waitForPage(page)
  })
  afterAll(async () => {
    for (const client of people) client.close()
    const { faults } = stage
    await stage.close()
    expect(faults).toEqual([])
  })

  test('[V387] at 1280 by 720 pixels titles are whole, and so is the hint, and the button to decline is in view', async () => {
    const faults: string[] = []
    for (const [language, page] of pages) {
      await page.setViewportSize({ width: 1280, height: 720 })
      await page.locator('[data-opens-review]').click()
      await page.locator('li[data-row]').nth(1).waitFor()
      faults.push(...(await page.evaluate(findFaults)).map((fault) => `${language}: ${fault}`))
    }
    expect(faults.join('\n')).toBe('')
  })
})
