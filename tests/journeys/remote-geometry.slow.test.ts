/**
 * A remote participant's page as it is drawn, with long names and questions, in every language. It is also zoomed to the width of a phone.
 */
import type { EntryId, QuestionId, SegmentId } from '@rostrum/shared/contract/ids'
import { maxEntityLength } from '@rostrum/shared/contract/lengths'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { findInFamilies } from '../support/font-families.ts'
import { drawnLanguages as languages } from '../support/long-language.ts'
import { measurePage } from '../support/page-geometry.ts'
import { getSecret } from '../support/server-process.ts'
import { enter, newCommandId, TestClient } from '../support/test-client.ts'
import { Stage } from './stage.ts'

const sizes = [
  [1024, 768],
  [1280, 720],
  [1440, 900],
] as const
const zoomedSizes = [
  [320, 568],
  [640, 400],
] as const
const longName = 'شبكة المنظمات العربية غير الحكومية للتنمية والتعاون الرقمي'.padEnd(maxEntityLength, ' وشمال أفريقيا')
const question = 'How will the review fund connectivity for the communities that are not connected yet, and who reports on it? '.repeat(2)
const patience = { timeout: 90_000 }

/** Finds links below the floor that are out of the window. Runs in the page. */
const findHiddenLinks = () =>
  [...document.querySelectorAll('main > section:nth-of-type(2) > div:first-child > *')]
    .filter((one) => one.getBoundingClientRect().bottom > window.innerHeight)
    .map((one) => `out of view: ${one.textContent}`)

describe.runIf(hasBrowser())('the geometry of a remote participant’s page', () => {
  let stage: Stage
  let staff: TestClient
  let other: TestClient
  const pages = new Map<string, Page>()
  const getTurn = () => staff.getPart<{ current: { id: never } | null }>('floor').current?.id as never
  const say = async (...[type, data]: Parameters<TestClient['sendUntilAnswered']>) => {
    expect([type, await staff.sendUntilAnswered(type, data)]).toEqual([type, { ok: true }])
  }
  const expectDrawn = async (selector: string) => {
    const faults: string[] = []
    for (const [language, page] of pages) {
      await page.locator(selector).first().waitFor()
      for (const [width, height] of [...sizes, ...zoomedSizes]) {
        await page.setViewportSize({ width, height })
        const isZoomed = width < 1024
        const found = await findInFamilies(page, async () => [
          // A zoomed page is one column that scrolls from top to bottom.
          ...(await page.evaluate(measurePage)).faults.filter((fault) => !(isZoomed && fault.endsWith('px tall'))),
          ...(isZoomed ? [] : await page.evaluate(findHiddenLinks)),
        ])
        faults.push(...found.map((fault) => `${language} ${width}×${height}: ${fault}`))
      }
    }
    expect.soft(faults.join('\n')).toBe('')
  }

  beforeAll(async () => {
    stage = await Stage.open()
    const { links } = stage
    staff = await TestClient.join(stage.server.url, { link: getSecret(links.secretariat) })
    for (const language of languages) {
      const { page } = await stage.visit(links.remote, 'laptop', language)
      await page.locator('[data-thumb] button, main button').first().click()
      await page.locator('[data-phase]').first().waitFor()
      pages.set(language, page)
    }
    await say('session.open', {})
    await say('queue.open', {})
    await say('captions.add', { language: 'en' as never })
    await say('agenda.go', { to: 'topic-1' as SegmentId, expectedCurrent: 'opening' as SegmentId })
    const person = { entity: longName, group: 'civil-society', channel: 'remote', nameInRecord: false }
    other = new TestClient(stage.server.url, await enter(stage.server.url, { code: links.code, person }))
    await other.waitUntilReady()
    expect(await other.sendUntilAnswered('queue.join', { kind: 'intervention', topic: null })).toEqual({ ok: true })
  })
  afterAll(async () => {
    for (const client of [staff, other]) client.close()
    const { faults } = stage
    await stage.close()
    expect(faults).toEqual([])
  })

  test('[V63, V100, V101] nobody has the floor, and a person with a long name is waiting', patience, () =>
    expectDrawn('[data-phase=empty]'),
  )

  test('[V63, V113] a person who waits behind a long name can say without scrolling that they are ready', patience, async () => {
    const own = await TestClient.join(stage.server.url, { link: getSecret(stage.links.remote) })
    const request = newCommandId()
    expect(await own.sendUntilAnswered('queue.join', { kind: 'intervention', topic: null }, request)).toEqual({ ok: true })
    await expectDrawn('main button[class*=_main_]')
    // Pages in the long language may scroll.
    for (const [language, page] of [...pages].filter(([language]) => language !== 'long'))
      for (const [width, height] of sizes) {
        await page.setViewportSize({ width, height })
        const box = await page.locator('main button[class*=_main_]').boundingBox()
        expect([language, width, box !== null && box.y + box.height <= height]).toEqual([language, width, true])
      }
    expect(await own.sendUntilAnswered('queue.withdraw', { entry: request as string as EntryId })).toEqual({ ok: true })
    own.close()
  })

  test('[V63, V100, V101] a person with a long name has the floor', patience, async () => {
    const { next } = staff.getPart<{ next: never }>('queue')
    await say('floor.call', { entry: next, expectedCurrent: null, expectedNext: next })
    await say('floor.start', { turn: getTurn() })
    await expectDrawn('[data-phase=speak]')
  })

  test('[V63, V100, V101] a long question by a person with a long name is being answered', patience, async () => {
    await say('floor.end', { turn: getTurn() })
    const asked = newCommandId()
    expect(await other.sendUntilAnswered('questions.ask', { text: question.trim(), receipt: null }, asked)).toEqual({ ok: true })
    await say('questions.approve', { question: asked as string as QuestionId })
    await say('questions.show', { question: asked as string as QuestionId, expectedCurrent: null })
    await expectDrawn('[data-phase=ready],[data-phase=speak]')
  })

  test('[V63, V100, V101] closed', patience, async () => {
    await say('session.close', {})
    await expectDrawn('[data-phase=empty]')
  })
})
