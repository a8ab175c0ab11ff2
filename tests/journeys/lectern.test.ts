/**
 * The Chair's script on the chair's page and on the lectern, in a real browser. Its words are right, nothing is cut off, and an old
 * sentence disappears.
 */
import type { SegmentId } from '@rostrum/shared/contract/ids'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { getSecret } from '../support/server-process.ts'
import { tellStory } from '../support/story.ts'
import { TestClient } from '../support/test-client.ts'
import { type SessionLinks, Stage } from './stage.ts'

const tablet = { width: 1024, height: 768 }
const longName = 'Commission régionale pour le développement numérique, la connectivité et les services postaux universels'
const screens = process.env['ROSTRUM_SCREENSHOTS']

describe.runIf(hasBrowser())('the Chair’s script', () => {
  tellStory()

  let stage: Stage
  let links: SessionLinks
  let staff: TestClient
  let chair: Page
  let lectern: Page

  const say = async <C extends Parameters<TestClient['sendUntilAnswered']>[0]>(
    type: C,
    data: Parameters<typeof staff.sendUntilAnswered<C>>[1],
  ) => {
    expect(await staff.sendUntilAnswered(type, data)).toEqual({ ok: true })
  }
  const add = (entity: string, kind: 'intervention' | 'point-of-order' = 'intervention') =>
    say('queue.add', {
      kind,
      person: null,
      entity,
      speaker: null,
      group: 'government' as never,
      requestChannel: 'room',
      seenAt: Date.now() as Instant,
      note: null,
    })
  const getTurn = () => staff.getPart<{ current: { id: never } | null }>('floor').current?.id ?? null

  const open = async (page: Page, link: string) => {
    await page.setViewportSize(tablet)
    await page.goto(new URL('/lectern', link).href)
    await page.locator('blockquote').waitFor()
    await page.evaluate('document.fonts.ready')
  }

  /** Expects that both pages show the same words, and that the lectern shows all of them without scrolling. */
  const expectSaid = async (name: string, words: RegExp) => {
    for (const [place, page] of Object.entries({ chair, lectern })) {
      await page.locator('blockquote').filter({ hasText: words }).waitFor()
      if (screens) await page.screenshot({ path: `${screens}/script-${name}-${place}.png` })
    }
    const findOverflow = () =>
      lectern.evaluate(() =>
        [document.documentElement, ...document.querySelectorAll('main')]
          .map((box) => box.scrollHeight - box.clientHeight)
          .filter((by) => by > 0),
      )
    await expect.poll(findOverflow).toEqual([])
  }

  beforeAll(async () => {
    stage = await Stage.open()
    links = await stage.newSession(new Date())
    staff = await TestClient.join(stage.server.url, { link: getSecret(links.secretariat) })
    chair = (await stage.visit(links.chair, 'chair')).page
    await chair.setViewportSize({ width: 1280, height: 720 })
    lectern = (await stage.visit(links.chair, 'chair')).page
    await lectern.locator('blockquote').waitFor()
    await open(lectern, links.chair)
  })
  afterAll(async () => {
    staff.close()
    const { faults } = stage
    await stage.close()
    expect(faults).toEqual([])
  })

  test('[F37] it contains the guiding question of a topic', async () => {
    await expectSaid('before', /Please take your seats/)
    await say('session.open', {})
    await say('agenda.go', { to: 'topic-1' as SegmentId, expectedCurrent: 'opening' as SegmentId })
    await expectSaid('topic', /We now turn to .+\. The guiding question is: .+/)
  })

  test('[F37, F39, F63, P73] it follows the floor in words that can be said, and the chair’s clock and buttons do not move', async () => {
    await say('queue.open', {})
    await chair
      .getByText(/^List open/)
      .first()
      .waitFor()
    const measure = (names: readonly string[]) =>
      chair.evaluate(
        (boxes) => boxes.map((name) => JSON.stringify([name, document.querySelector(`[data-box=${name}]`)?.getBoundingClientRect()])),
        names,
      )
    const measureButtons = () => measure(['main', 'controls', 'last'])
    const measureTurn = () => measure(['clock', 'sentence', 'main', 'controls', 'last'])
    const before = await measureButtons()
    await add('University research centre')
    await add(longName)
    const next = staff.getPart<{ next: never }>('queue').next
    await say('floor.call', { entry: next, expectedCurrent: null, expectedNext: next })
    await expectSaid(
      'called',
      /I give the floor to the representative of the University research centre, for three minutes, to be followed by the representative of Commission régionale/,
    )
    await expect.poll(measureButtons).toEqual(before)
    const called = await measureTurn()
    await say('floor.start', { turn: getTurn() as never })
    await expectSaid('speaking', /I thank the representative of the University research centre\./)
    await add('BOLIVIA', 'point-of-order')
    await expectSaid('raised', /A point of order has been raised\./)
    await expect.poll(measureTurn).toEqual(called)
    const [entry] = staff.getPart<never[]>('pointsOfOrder')
    await say('floor.recognize', { entry: entry as never, expectedCurrent: getTurn() })
    await expectSaid('point', /I give the floor to the representative of the Plurinational State of Bolivia on a point of order\./)
    await say('floor.end', { turn: getTurn() as never })
    await expectSaid('resumes', /I rule that …\. I invite the representative of the University research centre to continue\./)
    expect(await lectern.locator('mark').textContent()).toBe('…')
  })

  test('[F39] it can be hidden, and the clock gets its height back', async () => {
    const height = () => chair.locator('[data-box=clock]').evaluate((box) => box.clientHeight)
    const before = await height()
    const choose = async (entry: string) => {
      await chair.getByRole('button', { name: 'Session menu' }).click()
      await chair.getByRole('menuitem', { name: entry }).click()
    }
    await choose('Hide the sentence to say')
    await expect.poll(() => chair.locator('blockquote').count()).toBe(0)
    await expect.poll(height).toBeGreaterThan(before)
    await choose('Show the sentence to say')
    await chair.locator('blockquote').waitFor()
    await expect.poll(height).toBe(before)
  })

  test('[F37] the language in which the Chair presides is chosen on the lectern, and the chair’s page keeps its own', async () => {
    const [large] = await Promise.all([chair.context().waitForEvent('page'), chair.getByRole('link', { name: 'Large' }).click()])
    await large.setViewportSize(tablet)
    await large.locator('blockquote').waitFor()
    await large.getByLabel('Language of the script: English').selectOption('ar')
    await large.locator('blockquote:lang(ar)').filter({ hasText: 'University research centre' }).waitFor()
    await expect.poll(() => large.locator('html').getAttribute('dir')).toBe('rtl')
    await chair.locator('blockquote:lang(ar)').waitFor()
    expect(await chair.locator('html').getAttribute('lang')).toBe('en')
    await large.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'))
    if (screens) {
      await large.screenshot({ path: `${screens}/script-arabic-lectern.png` })
      await chair.screenshot({ path: `${screens}/script-arabic-chair.png` })
    }
    await large.close()
  })

  test('[F39] the text can be larger, and the longest sentence still fits', async () => {
    const larger = lectern.getByRole('button', { name: 'Larger text' })
    await larger.click()
    await larger.click()
    await expect.poll(() => larger.getAttribute('aria-disabled')).toBe('true')
    const waiting = staff.getPart<{ interrupted: { id: never } }>('floor').interrupted.id
    await say('floor.end', { turn: waiting })
    const next = staff.getPart<{ next: never }>('queue').next
    await add(longName.replace('régionale', 'interrégionale'))
    await say('floor.call', { entry: next, expectedCurrent: null, expectedNext: next })
    await chair.evaluate(() => localStorage.setItem('rostrum.script.language', 'en'))
    await chair.reload()
    await expectSaid('longest', /to be followed by the representative of Commission interrégionale/)
  })

  test('[F39] when it is out of date, the sentence disappears and the time of the last update remains', async () => {
    await lectern.context().setOffline(true)
    await lectern.getByText(/Not updated since \d\d:\d\d:\d\d/).waitFor({ timeout: 20_000 })
    await expect.poll(() => lectern.locator('blockquote').count()).toBe(0)
    if (screens) await lectern.screenshot({ path: `${screens}/script-stale-lectern.png` })
    await lectern.context().setOffline(false)
    await lectern.locator('blockquote').waitFor({ timeout: 20_000 })
  })
})
