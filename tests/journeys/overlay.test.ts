/** The overlay as a video mixer shows it: over a picture, at the address that the organizer's page builds. */
import { randomUUID } from 'node:crypto'
import type { EntryId, QuestionId, TurnId } from '@rostrum/shared/contract/ids'
import { maxEntityLength } from '@rostrum/shared/contract/lengths'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { FloorView } from '@rostrum/shared/projection/floor/parts'
import type { QueueView } from '@rostrum/shared/projection/queue/parts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { measurePage } from '../support/page-geometry.ts'
import { readPaint } from '../support/page-pixels.ts'
import { getSecret } from '../support/server-process.ts'
import { TcpProxy } from '../support/tcp-proxy.ts'
import { enter, newCommandId, TestClient } from '../support/test-client.ts'
import { type SessionLinks, Stage } from './stage.ts'

const sizes = [
  [1280, 720],
  [1920, 1080],
] as const
const languages = ['en', 'fr', 'es', 'ar', 'zh', 'ru'] as const
const minute = 60_000
const longNames = [
  'شبكة المنظمات العربية غير الحكومية للتنمية والتعاون الرقمي في منطقة الشرق الأوسط وشمال أفريقيا والساحل'.padEnd(
    maxEntityLength,
    ' والصحراء',
  ),
  'Women’s digital rights network of the Pacific small island developing States'.padEnd(maxEntityLength, ' and of the Caribbean'),
]
const question =
  'How will the review fund connectivity in rural areas and in small island developing States, and who will report each year on what has been spent, by whom, on which infrastructure and with what effect for women, older persons and persons with disabilities?'
/** With a folder here, a picture of each state is written to it. */
const pictures = process.env['ROSTRUM_OVERLAY_PICTURES']

describe.runIf(hasBrowser())('the overlay', () => {
  let stage: Stage
  let links: SessionLinks
  let secretariat: TestClient
  let pages: ReadonlyMap<string, Page>

  const open = async (options: string, at = links.overlay) => {
    const { page } = await stage.visit(at.replace('#', `${options}#`), 'display')
    return page
  }
  const done: TestClient['sendUntilAnswered'] = async (type, data, id = newCommandId()) => {
    const reply = await secretariat.sendUntilAnswered(type, data, id)
    expect([type, reply]).toEqual([type, { ok: true }])
    return reply
  }
  const add = async (entity: string, kind: 'intervention' | 'point-of-order' = 'intervention', group = 'government') => {
    const id = newCommandId()
    const data = { kind, person: null, entity, speaker: null, group: group as never, requestChannel: 'room' as const, note: null }
    await done('queue.add', { ...data, seenAt: (Date.now() - minute) as Instant }, id)
    return id as string as EntryId
  }
  const getFloor = () => secretariat.getPart<FloorView>('floor')
  const getTurn = (): TurnId | null => getFloor().current?.id ?? null
  const call = async (entry: EntryId) => {
    const before = getTurn()
    await done('floor.call', { entry, expectedCurrent: before, expectedNext: secretariat.getPart<QueueView>('queue').next })
    await expect.poll(getTurn).not.toBe(before)
    await done('floor.start', { turn: getTurn() as TurnId })
  }
  const everywhere = (selector: string) => Promise.all([...pages.values()].map((page) => page.locator(selector).first().waitFor()))

  /** At both sizes: whole and readable, nothing behind it, and no letter smaller than 2 of 120 parts of the picture. */
  const findFaults = async (language: string, page: Page, state: string): Promise<readonly string[]> => {
    const faults: string[] = []
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height })
      const { faults: found } = await page.evaluate(measurePage)
      const paint = await readPaint(page, '[data-part]')
      const smallest = await page.evaluate(() =>
        Math.min(...[...document.querySelectorAll('main *')].map((one) => Number.parseFloat(getComputedStyle(one).fontSize))),
      )
      if (smallest < (2 * width) / 120 - 0.01) faults.push(`letters of ${smallest} px`)
      if (paint.outside > 0 || paint.shining > 0 || paint.painted === 0) faults.push(JSON.stringify(paint))
      if (pictures) await page.screenshot({ omitBackground: true, path: `${pictures}/${state}-${language}-${width}.png` })
      faults.push(...found.map((fault) => `${language} ${width}: ${fault}`))
    }
    return faults
  }
  const expectWhole = async (state: string) =>
    expect((await Promise.all([...pages].map(([language, page]) => findFaults(language, page, state)))).flat()).toEqual([])

  beforeAll(async () => {
    stage = await Stage.open()
    links = await stage.newSession(new Date(Date.now() - 3 * minute))
    secretariat = await TestClient.join(stage.server.url, { link: getSecret(links.secretariat) })
    pages = new Map(await Promise.all(languages.map(async (language) => [language, await open(`?lang=${language}`)] as [string, Page])))
  }, 60_000)
  afterAll(async () => {
    secretariat.close()
    await stage.close()
  })

  test('[X20] before the opening and while nobody has the floor nothing is painted, in a dark system neither', {
    timeout: 60_000,
  }, async () => {
    const expectNothing = async () => {
      for (const colorScheme of ['light', 'dark'] as const)
        for (const page of ['en', 'ar'].flatMap((language) => pages.get(language) ?? [])) {
          await page.emulateMedia({ colorScheme })
          expect(await readPaint(page, 'main')).toMatchObject({ painted: 0 })
        }
    }
    await Promise.all([...pages.values()].map((page) => page.locator('main').waitFor({ state: 'attached' })))
    await expectNothing()
    await done('session.open', { onAnyDay: true })
    await Promise.all([...pages.values()].map((page) => page.locator('main:not([data-hidden])').waitFor({ state: 'attached' })))
    await expectNothing()
    for (const page of pages.values()) await page.emulateMedia({ colorScheme: 'light' })
  })

  test.each<readonly [string, () => Promise<unknown>]>([
    [
      'speaking',
      async () => {
        await done('queue.open', {})
        const first = await add('Delegation of a Member State')
        await add('University research centre', 'intervention', 'technical-academic')
        await call(first)
        await everywhere('[data-phase=speak]')
      },
    ],
    [
      'a point of order',
      async () => {
        const entry = await add('Permanent mission', 'point-of-order')
        await done('floor.recognize', { entry, expectedCurrent: getTurn() })
        await expect.poll(() => getFloor().interrupted).not.toBeNull()
        await everywhere('[data-phase=paused]')
      },
    ],
    [
      'over time',
      async () => {
        await done('floor.end', { turn: getTurn() as TurnId })
        await done('floor.set-limit', { scope: { kind: 'everyone' }, limit: 15_000 as never, expectedLimit: 180_000 as never })
        await add('Regional commission', 'intervention', 'international')
        await call(secretariat.getPart<QueueView>('queue').next as EntryId)
        await Promise.all([...pages.values()].map((page) => page.locator('[data-phase=over]').waitFor({ timeout: 40_000 })))
      },
    ],
    [
      'long names',
      async () => {
        const [first, second] = [await add(longNames[0] ?? ''), await add(longNames[1] ?? '')]
        await done('floor.set-limit', { scope: { kind: 'everyone' }, limit: 180_000 as never, expectedLimit: 15_000 as never })
        await call(secretariat.getPart<QueueView>('queue').next as EntryId)
        await call(first)
        expect(secretariat.getPart<QueueView>('queue').next).toBe(second)
        await everywhere('[data-phase=speak]:has-text("والصحراء")')
      },
    ],
    [
      'answering',
      async () => {
        await done('floor.end', { turn: getTurn() as TurnId })
        const person = { entity: 'Community networks alliance', group: 'civil-society', channel: 'room', nameInRecord: false }
        const asker = await TestClient.join(stage.server.url, { link: (await enter(stage.server.url, { code: links.code, person })).link })
        const asked = newCommandId() as string as QuestionId
        expect(await asker.sendUntilAnswered('questions.ask', { text: question, receipt: null }, asked as never)).toEqual({ ok: true })
        asker.close()
        await done('questions.approve', { question: asked })
        await done('questions.show', { question: asked, expectedCurrent: null })
        await everywhere('main p[dir=auto]:has-text("How will the review fund")')
      },
    ],
  ])(
    '[V90] %s: whole, readable and over nothing but the picture, at both sizes, in six languages',
    { timeout: 90_000 },
    async (state, reach) => {
      await reach()
      await expectWhole(state)
      expect(stage.faults).toEqual([])
    },
  )

  test('[X21] the address says which parts are shown, how large and in which language; a part that is left out leaves no gap', {
    timeout: 60_000,
  }, async () => {
    await done('floor.end', { turn: getTurn() as TurnId })
    for (const name of ['Library federation', 'Chamber of commerce']) await add(name)
    await call(secretariat.getPart<QueueView>('queue').next as EntryId)
    const measure = async (options: string) => {
      const page = await open(options)
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
    expect((await measure('?parts=clock')).boxes).toMatchObject([
      { text: expect.stringMatching(/^Now speakingSpeaking\d:\d\d$/), left, bottom },
    ])
    expect((await measure('?parts=next,else')).boxes).toMatchObject([{ text: expect.stringMatching(/^Next/), left, bottom }])
    expect((await measure('?parts=clock')).boxes[0]?.width).toBeLessThan(1_000)
    expect((await measure('?parts=speaker&size=large')).boxes[0]?.width).toBeCloseTo(1.2 * 80 * 16, 0)
    expect(await measure('?lang=ar&size=none')).toMatchObject({ lang: 'ar', dir: 'rtl' })
    expect(await measure('?lang=none')).toMatchObject({ lang: 'en' })
  })

  /** What the overlay has shown of the floor, without the digits, one text after the other. Empty where it showed nothing. */
  const watch = (page: Page) =>
    page.evaluateHandle(() => {
      const seen: string[] = []
      const look = () => {
        const main = document.querySelector('main')
        const isShown = main !== null && getComputedStyle(main).visibility === 'visible'
        const name = (isShown && main.querySelector('[data-part=floor] > div > p + p')?.textContent) || ''
        if (seen.at(-1) !== name) seen.push(name)
        requestAnimationFrame(look)
      }
      look()
      return seen
    })
  const hidden = (page: Page) => page.locator('main[data-hidden]').waitFor({ state: 'attached', timeout: 15_000 })
  const getName = () => getFloor().current?.speaker?.entity ?? ''
  const callNext = async () => {
    await add(`Delegation ${randomUUID()}`)
    await call(secretariat.getPart<QueueView>('queue').next as EntryId)
  }

  test('[X22] after five seconds without the server nothing is painted; it comes back by itself, and what it shows then is new', {
    timeout: 60_000,
  }, async () => {
    const proxy = await TcpProxy.open(stage.server.port)
    const page = await open('?lang=fr', links.overlay.replace(`:${stage.server.port}`, `:${proxy.port}`))
    const old = getName()
    await page.getByText(old, { exact: true }).first().waitFor()
    const seen = await watch(page)
    proxy.stall()
    const began = performance.now()
    await callNext()
    await hidden(page)
    expect(performance.now() - began).toBeLessThan(7_000)
    expect(await readPaint(page, 'main')).toMatchObject({ painted: 0 })
    await callNext()
    proxy.resume()
    await page.locator('main:not([data-hidden])').getByText(getName(), { exact: true }).first().waitFor({ timeout: 20_000 })
    expect(await seen.jsonValue()).toEqual([old, '', getName()])
    await page.close()
    await proxy.close()
  })

  test('[X22] over a restart of the server it shows nothing once that takes longer, and goes on by itself', {
    timeout: 90_000,
  }, async () => {
    const page = await open('?lang=ar')
    await page.getByText(getName(), { exact: true }).first().waitFor()
    const seen = await watch(page)
    await stage.server.stop()
    await hidden(page)
    expect(await readPaint(page, 'main')).toMatchObject({ painted: 0 })
    await stage.server.restart()
    await page.locator('main:not([data-hidden])').getByText(getName(), { exact: true }).first().waitFor({ timeout: 30_000 })
    expect(await seen.jsonValue()).toEqual([getName(), '', getName()])
    await page.close()
  })

  test('[X23] whoever has a link that is wrong or was renewed sees nothing, and why in the title; a new one works at once', {
    timeout: 60_000,
  }, async () => {
    const page = await open('')
    await page.locator('[data-part]').first().waitFor()
    const renewed = await stage.callApi<{ url: string }>(`/api/sessions/${secretariat.ticket.session}/links/overlay/renew`, {})
    await page.locator('[data-part]').first().waitFor({ state: 'detached', timeout: 20_000 })
    expect(await readPaint(page, 'body')).toMatchObject({ painted: 0 })
    await expect.poll(() => page.title()).not.toMatch(/Overlay/)
    await page.evaluate((link) => location.assign(link), renewed.url)
    await page.locator('[data-part]').first().waitFor()
    links = { ...links, overlay: renewed.url }
    await page.close()
  })

  test('[X21] the organizer’s page builds the address, which then shows what was chosen', { timeout: 60_000 }, async () => {
    const { page } = await stage.visit(stage.links.organizer, 'staff')
    const card = page.getByRole('article').filter({ hasText: 'Overlay for video' })
    await card.getByRole('button', { name: 'Choose what it shows' }).click()
    const dialog = page.getByRole('dialog')
    for (const part of ['Next speaker', 'Question that is answered']) await dialog.getByLabel(part).uncheck()
    await dialog.getByRole('radio', { name: 'Large' }).click()
    await dialog.getByLabel('Language').selectOption('ar')
    const address = (await dialog.getByRole('code').textContent()) ?? ''
    expect(address).toMatch(/\/overlay\?parts=speaker,clock&size=large&lang=ar#[\w-]{32}$/)
    expect(await dialog.getByRole('link', { name: 'Open' }).getAttribute('href')).toBe(address)
    if (pictures) await page.screenshot({ path: `${pictures}/builder.png` })
    await dialog.getByLabel('Clock').uncheck()
    expect(await dialog.getByLabel('Who has the floor').isDisabled()).toBe(true)
    // A message that a page sends while its connection closes is lost and sent again. The browser logs that.
    expect(stage.faults.filter((fault) => !fault.includes('already in CLOSING'))).toEqual([])
  })
})
