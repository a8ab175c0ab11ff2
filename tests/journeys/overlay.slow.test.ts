/** The overlay as a video mixer shows it: over a picture, at the address that the organizer's page builds. */
import type { QuestionId, TurnId } from '@rostrum/shared/contract/ids'
import { maxEntityLength } from '@rostrum/shared/contract/lengths'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { readPaint } from '../support/page-pixels.ts'
import { tellStory } from '../support/story.ts'
import { enter, newCommandId, TestClient } from '../support/test-client.ts'
import { findOverlayFaults, OverlayStage, overlayPictures } from './overlay-stage.ts'

const longNames = [
  'شبكة المنظمات العربية غير الحكومية للتنمية والتعاون الرقمي في منطقة الشرق الأوسط وشمال أفريقيا والساحل'.padEnd(
    maxEntityLength,
    ' والصحراء',
  ),
  'Women’s digital rights network of the Pacific small island developing States'.padEnd(maxEntityLength, ' and of the Caribbean'),
]
const question =
  'How will the review fund connectivity in rural areas and in small island developing States, and who will report each year on what has been spent, by whom, on which infrastructure and with what effect for women, older persons and persons with disabilities?'

describe.runIf(hasBrowser())('the overlay', () => {
  tellStory()

  let overlay: OverlayStage
  let pages: ReadonlyMap<string, Page>

  const everywhere = (selector: string) => Promise.all([...pages.values()].map((page) => page.locator(selector).first().waitFor()))

  /** A clock may change between the measurement and the painting. */
  const expectWhole = (state: string) =>
    expect
      .poll(async () => (await Promise.all([...pages].map(([language, page]) => findOverlayFaults(language, page, state)))).flat(), {
        timeout: 60_000,
      })
      .toEqual([])

  beforeAll(async () => {
    overlay = await OverlayStage.open()
    pages = await overlay.visitInAllLanguages()
  })
  afterAll(() => overlay.close())

  test('[X20] before the opening and while nobody has the floor, nothing is painted, even on a dark system', async () => {
    const expectNothing = async () => {
      for (const colorScheme of ['light', 'dark'] as const)
        for (const page of ['en', 'ar'].flatMap((language) => pages.get(language) ?? [])) {
          await page.emulateMedia({ colorScheme })
          expect(await readPaint(page, 'main')).toMatchObject({ painted: 0 })
        }
    }
    await Promise.all([...pages.values()].map((page) => page.locator('main').waitFor({ state: 'attached' })))
    await expectNothing()
    await overlay.done('session.open', { onAnyDay: true })
    await Promise.all([...pages.values()].map((page) => page.locator('main:not([data-hidden])').waitFor({ state: 'attached' })))
    await expectNothing()
    for (const page of pages.values()) await page.emulateMedia({ colorScheme: 'light' })
  })

  test.each<readonly [string, () => Promise<unknown>]>([
    [
      'speaking',
      async () => {
        await overlay.done('queue.open', {})
        const first = await overlay.add('Delegation of a Member State')
        await overlay.add('University research centre', 'intervention', 'technical-academic')
        await overlay.call(first)
        await everywhere('[data-phase=speak]')
      },
    ],
    [
      'a point of order',
      async () => {
        const entry = await overlay.add('Permanent mission', 'point-of-order')
        await overlay.done('floor.recognize', { entry, expectedCurrent: overlay.turn })
        await expect.poll(() => overlay.floor.interrupted).not.toBeNull()
        await everywhere('[data-phase=paused] ~ [data-part=next]')
        expect(await pages.get('en')?.locator('[data-part=next]').textContent()).toMatch(/^Continues after it./)
      },
    ],
    [
      'over time',
      async () => {
        await overlay.done('floor.end', { turn: overlay.turn as TurnId })
        // The Chair has ruled.
        await overlay.done('floor.resume', { turn: overlay.floor.interrupted?.id as TurnId })
        await overlay.done('floor.set-limit', { scope: { kind: 'everyone' }, limit: 15_000 as never, expectedLimit: 180_000 as never })
        await overlay.add('Regional commission', 'intervention', 'international')
        await overlay.call()
        await Promise.all([...pages.values()].map((page) => page.locator('[data-phase=over]').waitFor({ timeout: 40_000 })))
      },
    ],
    [
      'long names',
      async () => {
        const [first, second] = [await overlay.add(longNames[0] ?? ''), await overlay.add(longNames[1] ?? '')]
        await overlay.done('floor.set-limit', { scope: { kind: 'everyone' }, limit: 180_000 as never, expectedLimit: 15_000 as never })
        await overlay.call()
        await overlay.call(first)
        expect(overlay.next).toBe(second)
        await everywhere('[data-phase=speak]:has-text("والصحراء")')
      },
    ],
    [
      'answering',
      async () => {
        await overlay.done('floor.end', { turn: overlay.turn as TurnId })
        const person = { entity: 'Community networks alliance', group: 'civil-society', channel: 'room', nameInRecord: false }
        const asker = await TestClient.join(overlay.stage.server.url, {
          link: (await enter(overlay.stage.server.url, { code: overlay.links.code, person })).link,
        })
        const asked = newCommandId() as string as QuestionId
        expect(await asker.sendUntilAnswered('questions.ask', { text: question, receipt: null }, asked as never)).toEqual({ ok: true })
        asker.close()
        await overlay.done('questions.approve', { question: asked })
        await overlay.done('questions.show', { question: asked, expectedCurrent: null })
        await everywhere('main p[dir=auto]:has-text("How will the review fund")')
        expect(await pages.get('en')?.locator('[data-part=floor]').textContent()).toMatch(/^The panel answersHow will/)
      },
    ],
  ])(
    '[V90, X83] %s: whole, readable, over nothing but the picture and at most a quarter of it, at both sizes, in six languages',
    { timeout: 90_000 },
    async (state, reach) => {
      await reach()
      await expectWhole(state)
      expect(overlay.stage.faults).toEqual([])
    },
  )

  test('[X21] the address sets the parts, the size and the language; a part that is left out leaves no gap', async () => {
    await overlay.done('floor.start', { turn: overlay.turn as TurnId })
    await overlay.done('floor.end', { turn: overlay.turn as TurnId })
    for (const name of ['Library federation', 'Chamber of commerce']) await overlay.add(name)
    await overlay.call()
    const measure = async (options: string) => {
      const page = await overlay.visit(options)
      await page.locator('[data-part]').first().waitFor()
      const boxes = await page.locator('[data-part]').evaluateAll((parts) =>
        parts.map((part) => ({
          text: part.textContent ?? '',
          ...(({ left, bottom, width }) => ({ left, bottom, width }))(part.getBoundingClientRect()),
        })),
      )
      const [lang, dir] = await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])
      await page.close()
      return { boxes, lang, dir }
    }
    const name = new RegExp(longNames[1] ?? '')
    const [left, bottom] = [80, 1080 - 56]
    expect(await measure('')).toMatchObject({
      lang: 'en',
      boxes: [{ text: expect.stringMatching(name), left }, { text: expect.stringMatching(/^Next/) }],
    })
    expect((await measure('?parts=speaker')).boxes).toMatchObject([{ text: expect.not.stringMatching(/\d:\d\d/), left, bottom }])
    expect((await measure('?parts=clock')).boxes).toMatchObject([{ text: expect.stringMatching(/^≈?\d:\d\d$/), left, bottom }])
    expect((await measure('?parts=next,else')).boxes).toMatchObject([{ text: expect.stringMatching(/^Next/), left, bottom }])
    expect((await measure('?parts=clock')).boxes[0]?.width).toBeLessThan(1_000)
    expect((await measure('?parts=speaker&size=large')).boxes).toMatchObject([
      { left: expect.closeTo(1.2 * left, 0), bottom: expect.closeTo(1080 - 1.2 * 56, 0) },
    ])
    const top = (await measure('?at=top&parts=speaker')).boxes[0]
    expect([top?.left, top?.bottom]).toEqual([left, expect.toSatisfy((edge: number) => edge > 56 && edge < 56 + 270)])
    const [start, end] = [(await measure('?at=start')).boxes[0], (await measure('?at=end')).boxes[0]]
    expect([start?.left, start?.bottom, end?.bottom]).toEqual([left, bottom, bottom])
    expect([start?.width, (end?.left ?? 0) + (end?.width ?? 0)]).toEqual([66 * 16, 1920 - left])
    expect(await measure('?lang=ar&size=none')).toMatchObject({ lang: 'ar', dir: 'rtl' })
    const slashed = await overlay.visit('', overlay.links.overlay.replace('/overlay', '/overlay/'))
    await slashed.locator('[data-part]').first().waitFor()
    expect(await readPaint(slashed, '[data-part]')).toMatchObject({ outside: 0 })
    await slashed.close()
    expect(await measure('?lang=none')).toMatchObject({ lang: 'en' })
  })

  test('[X21] the organizer’s page builds the address, which then shows the chosen parts', async () => {
    const { page } = await overlay.stage.visit(overlay.stage.links.organizer, 'staff')
    const card = page.getByRole('article').filter({ hasText: 'Overlay for video' })
    await card.getByRole('button', { name: 'Set up' }).click()
    const dialog = page.getByRole('dialog')
    for (const part of ['Next speaker', 'Question being answered', 'Sense of the room']) await dialog.getByLabel(part).uncheck()
    await dialog.getByRole('radio', { name: 'Large' }).click()
    await dialog.getByLabel('Language').selectOption('ar')
    const address = (await dialog.getByRole('code').textContent()) ?? ''
    expect(address).toMatch(/\/overlay\?parts=speaker,clock&size=large&lang=ar#[\w-]{32}$/)
    expect(await dialog.getByRole('link', { name: 'Open' }).getAttribute('href')).toBe(address)
    if (overlayPictures) await page.screenshot({ path: `${overlayPictures}/builder.png` })
    await dialog.getByLabel('Clock').uncheck()
    expect(await dialog.getByLabel('Who has the floor').isDisabled()).toBe(true)
    expect(overlay.stage.faults).toEqual([])
  })
})
