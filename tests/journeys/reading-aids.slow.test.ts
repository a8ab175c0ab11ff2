/**
 * Pages for people who increase the spacing of text, or who use the keyboard alone. Nothing is cut off, and the focus is always in view.
 */
import { toInstant } from '@rostrum/shared/kernel/time'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { measurePage } from '../support/page-geometry.ts'
import { getSecret } from '../support/server-process.ts'
import { newCommandId, TestClient } from '../support/test-client.ts'
import { Stage, waitForPage } from './stage.ts'

/** Increases the spacing of text (WCAG 1.4.12). The content policy would refuse a style sheet in a tag. Runs in the page. */
const spaceText = () => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
  )
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}

/** Returns the focused element if it is completely covered or outside the window (WCAG 2.4.11). Runs in the page. */
const findHiddenFocus = (): string | null => {
  const focused = document.activeElement
  if (focused === null || focused === document.body) return null
  // A hidden control, such as a checkbox or radio button, is drawn by its label.
  const shown = focused.getBoundingClientRect().width > 2 ? focused : (focused.closest('label') ?? focused)
  const { left, right, top, bottom } = shown.getBoundingClientRect()
  const inset = (from: number, to: number) => [from + 2, (from + to) / 2, to - 2]
  const isAt = (x: number, y: number) => {
    const found = document.elementFromPoint(x, y)
    return found !== null && (shown.contains(found) || found.contains(shown))
  }
  return inset(left, right).some((x) => inset(top, bottom).some((y) => isAt(x, y))) ? null : shown.outerHTML.slice(0, 160)
}

const drawAgain = () => new Promise<void>((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn())))
const maxSteps = 80

describe.runIf(hasBrowser())('text set wider apart, and the keyboard alone', () => {
  let stage: Stage
  let staff: TestClient
  let panel = ''

  beforeAll(async () => {
    stage = await Stage.open()
    const { links } = stage
    const listed = await stage.callApi<{ links: { role: string; url: string }[] }>(`/api/sessions/${links.session}/links`)
    panel = listed.links.find(({ role }) => role === 'panellist')?.url ?? ''
    staff = await TestClient.join(stage.server.url, { link: getSecret(links.secretariat) })
    const say = async (...[type, data]: Parameters<TestClient['sendUntilAnswered']>) =>
      expect([type, await staff.sendUntilAnswered(type, data)]).toEqual([type, { ok: true }])
    await say('session.open', {})
    await say('queue.open', {})
    const ids = Array.from({ length: 12 }, () => newCommandId())
    for (const [index, id] of ids.entries()) {
      const data = { kind: 'intervention' as const, person: null, speaker: null, group: 'civil-society' as never, note: null }
      const its = {
        ...data,
        entity: `Delegation ${index}`,
        requestChannel: 'room' as const,
        seenAt: toInstant(Date.now() - 90_000 + index),
      }
      expect(await staff.sendUntilAnswered('queue.add', its, id)).toEqual({ ok: true })
    }
    const { next } = staff.getPart<{ next: never }>('queue')
    await say('floor.call', { entry: next, expectedCurrent: null, expectedNext: next })
    await say('floor.start', { turn: staff.getPart<{ current: { id: never } }>('floor').current.id })
    await say('cues.announce', { to: 'everyone', text: 'Channel 4 is being repaired. Please use channel 1.' })
  })
  afterAll(async () => {
    staff.close()
    const { faults } = stage
    await stage.close()
    expect(faults).toEqual([])
  })

  const stay = async () => undefined
  const goTo = (path: string) => async (page: Page) => {
    await page.waitForLoadState('networkidle')
    await page.goto(`${stage.links.url}${path}`)
  }
  const confirm = async (page: Page) => {
    await page.getByRole('button', { name: /^Yes/ }).click()
    await page.locator('[data-phase]').first().waitFor()
  }
  const pages: readonly [name: string, link: () => string, before: (page: Page) => Promise<unknown>][] = [
    ['organizer', () => stage.links.organizer, stay],
    ['plan', () => stage.links.organizer, (page) => page.getByRole('button', { name: 'See the plan' }).click()],
    ['code', () => `${stage.links.url}/join`, stay],
    ['chair', () => stage.links.chair, stay],
    ['lectern', () => stage.links.chair, goTo('/lectern')],
    ['questions', () => stage.links.secretariat, stay],
    ['list of speakers', () => stage.links.secretariat, (page) => page.getByRole('button', { name: /^List of speakers/ }).click()],
    ['people', () => stage.links.secretariat, (page) => page.getByRole('button', { name: /^People/ }).click()],
    ['notes', () => stage.links.secretariat, (page) => page.getByRole('button', { name: /^Notes/ }).click()],
    ['record', () => stage.links.secretariat, goTo('/record')],
    ['phone', () => stage.links.room, confirm],
    ['remote', () => stage.links.remote, confirm],
    ['panellist', () => panel, stay],
  ]

  test.each(pages)('[V108] %s', async (name, link, before) => {
    const isPhone = name === 'phone'
    const { page, context } = await stage.visit(link(), isPhone ? 'phone' : 'laptop')
    if (!isPhone) await page.setViewportSize({ width: 1280, height: 720 })
    await waitForPage(page)
    await before(page)
    await waitForPage(page)
    await page.waitForLoadState('networkidle')
    const hidden = new Set<string>()
    for (let step = 0; step < maxSteps; step += 1) {
      await page.keyboard.press('Tab')
      await page.evaluate(drawAgain)
      const found = await page.evaluate(findHiddenFocus)
      if (found !== null) hidden.add(`the focus is hidden: ${found}`)
    }
    // While it has the focus, the link that skips the head covers the page.
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
    await page.evaluate(spaceText)
    await page.evaluate(drawAgain)
    const measure = async () => (await page.evaluate(measurePage)).faults.filter((fault) => /^(cut off|outside|lies over)/.test(fault))
    expect([...hidden].join('\n')).toBe('')
    // Text that is fitted to its box may not have found its size yet.
    await expect.poll(async () => (await measure()).join('\n')).toBe('')
    await context.close()
  })

  test.each([
    [1280, 720],
    [1024, 768],
  ])('[V250] on a panellist’s page of %d×%d the clock is the largest text, however wide the text is set', async (width, height) => {
    const { page, context } = await stage.visit(panel, 'laptop')
    await page.setViewportSize({ width, height })
    await waitForPage(page)
    const clock = page.locator('main [role=timer]').first()
    await clock.waitFor()
    const getSizes = () =>
      clock.evaluate((digits) => {
        const getSize = (element: Element) => Number.parseFloat(getComputedStyle(element).fontSize)
        const others = [...document.querySelectorAll('body *')].filter((one) => !one.contains(digits) && one.textContent?.trim())
        return { digits: getSize(digits), others: Math.max(...others.map(getSize)) }
      })
    await page.evaluate(spaceText)
    await expect.poll(async () => (await getSizes()).digits).toBeGreaterThan(56)
    const { digits, others } = await getSizes()
    expect(digits).toBeGreaterThan(1.5 * others)
    await context.close()
  })
})
