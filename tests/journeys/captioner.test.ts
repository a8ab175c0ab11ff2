/** The page of a captioner in real browsers: typing and correcting, in English and in Arabic, with and without network. */
import type { SegmentId } from '@rostrum/shared/contract/ids'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { findViolations } from '../support/axe.ts'
import { hasBrowser } from '../support/browser.ts'
import { getSecret } from '../support/server-process.ts'
import { tellStory } from '../support/story.ts'
import { TestClient } from '../support/test-client.ts'
import { Stage, type Visitor } from './stage.ts'

const lines = {
  en: [
    'The commitments of 2003 and 2005 were made in good faith,',
    'and we recognize that access has grown faster than expected,',
    'But access alone has not closed the distance',
  ],
  ar: ['قُطعت التزامات عامي 2003 و2005 بحسن نية،', 'ونقرّ بأن النفاذ نما أسرع مما توقعنا،', 'غير أن النفاذ وحده لم يقلص المسافة'],
}

describe.runIf(hasBrowser())('a captioner', () => {
  tellStory()

  let stage: Stage
  let staff: TestClient
  const visitors = new Map<'en' | 'ar', Visitor>()
  const get = (language: 'en' | 'ar'): Visitor => {
    const visitor = visitors.get(language)
    if (!visitor) throw new Error(`nobody captions in ${language}`)
    return visitor
  }
  const look = async (page: Page, name: string) => {
    const folder = process.env['ROSTRUM_CAPTION_PICTURES']
    if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
  }
  const readTracks = async () => {
    const answer = await fetch(`${stage.server.url}/api/staff/captions`, { headers: { authorization: `Bearer ${staff.ticket.ticket}` } })
    return ((await answer.json()) as { tracks: readonly { language: string; page: string; lines: number }[] }).tracks
  }

  const say = async (...[type, data]: Parameters<TestClient['sendUntilAnswered']>) =>
    expect([type, await staff.sendUntilAnswered(type, data)]).toEqual([type, { ok: true }])

  beforeAll(async () => {
    stage = await Stage.open()
    const links = await stage.newSession(new Date(Date.now() - 25 * 60_000))
    staff = await TestClient.join(stage.server.url, { link: getSecret(links.secretariat) })
    await say('session.open', { onAnyDay: true })
    await say('queue.open', {})
    await say('agenda.go', { to: 'topic-1' as SegmentId, expectedCurrent: 'opening' as SegmentId })
    for (const language of ['en', 'ar']) await say('captions.add', { language: language as never })
    const names = [
      'Delegation of a Member State',
      'University research centre',
      'Telecom operators association',
      'Regional commission',
      'Regional group of Member States',
    ]
    for (const [index, entity] of names.entries())
      await say('queue.add', {
        ...{ kind: 'intervention', person: null, entity, speaker: null, group: 'government', note: null },
        ...{ requestChannel: index % 2 ? 'remote' : 'room', seenAt: Date.now() },
        language: (['fr', 'en', 'en', 'ar', 'es'] as const)[index],
      } as never)
    const next = staff.getPart<{ next: never }>('queue').next
    await say('floor.call', { entry: next, expectedCurrent: null, expectedNext: next })
    await vi.waitUntil(() => staff.getPart<{ current: object | null }>('floor').current !== null, 10_000)
    await say('floor.start', { turn: staff.getPart<{ current: { id: never } }>('floor').current.id })
    for (const { language, page } of await readTracks()) visitors.set(language as 'en' | 'ar', await stage.visit(page, 'laptop', language))
  })
  afterAll(async () => {
    staff.close()
    const { faults } = stage
    await stage.close()
    expect(faults).toEqual([])
  })

  test.each(['en', 'ar'] as const)('[X62] types, sends and corrects by keyboard alone, in %s', async (language) => {
    const { page } = get(language)
    const field = page.getByRole('textbox')
    await field.focus()
    for (const [index, line] of lines[language].entries()) {
      await page.keyboard.type(line)
      await page.keyboard.press('Enter')
      await page.getByRole('listitem').filter({ hasText: line }).getByRole('button').waitFor()
      expect(await field.inputValue(), String(index)).toBe('')
    }
    await page.keyboard.press('ArrowUp')
    await page.keyboard.type(' ✓')
    await page.keyboard.press('Enter')
    await page
      .getByRole('listitem')
      .filter({ hasText: `${lines[language][2]} ✓` })
      .first()
      .waitFor()
    await field.fill(lines[language][0] ?? '')
    await look(page, `captioner-${language}`)
    await page.emulateMedia({ colorScheme: 'dark' })
    await look(page, `captioner-${language}-dark`)
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 1280, height: 720 })
    await look(page, `captioner-${language}-720`)
    expect(
      await page.evaluate('document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight'),
    ).toBe(true)
    expect(await findViolations(page)).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    await look(page, `captioner-${language}-390`)
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    await page.setViewportSize({ width: 1280, height: 800 })
    await field.fill('')
    expect((await readTracks()).find((one) => one.language === language)?.lines).toBe(3)
  })

  test('[X62] without a network, lines wait on the page, and each is stored once afterwards', async () => {
    const { page, context } = get('en')
    const before = (await readTracks()).find(({ language }) => language === 'en')?.lines ?? 0
    await context.setOffline(true)
    for (const text of ['one', 'two']) {
      await page.getByRole('textbox').fill(text)
      await page.getByRole('button', { name: 'Send line' }).click()
    }
    await page.getByText('Not connected. Lines wait here').waitFor()
    await look(page, 'captioner-offline')
    await context.setOffline(false)
    await expect
      .poll(async () => (await readTracks()).find(({ language }) => language === 'en')?.lines, { timeout: 15_000 })
      .toBe(before + 2)
    await page.getByText('Waiting to send').first().waitFor({ state: 'detached' })
  })

  test('[X76] two captioners write in one track at the same time, and no line replaces another', async () => {
    const { page: link = '' } = (await readTracks()).find(({ language }) => language === 'en') ?? {}
    const [one, other] = [get('en').page, (await stage.visit(link, 'laptop', 'en')).page]
    const written = Array.from({ length: 6 }, (_, index) => [`first ${index}`, `second ${index}`] as const)
    for (const texts of written)
      await Promise.all(
        [one, other].map(async (page, index) => {
          await page.getByRole('textbox').fill(texts[index] ?? '')
          await page.keyboard.press('Enter')
        }),
      )
    for (const page of [one, other])
      for (const text of written.flat()) await page.getByRole('listitem').filter({ hasText: text }).first().waitFor()
    for (const page of [one, other]) await page.getByText('Waiting to send').first().waitFor({ state: 'detached' })
    await look(other, 'captioner-pair')
    await other.close()
  })

  test('[X60] a renewed link opens nothing, and says so', async () => {
    await say('captions.renew', { language: 'ar' as never })
    const { page } = get('ar')
    await page.getByRole('heading', { name: 'لم يعد هذا الرابط صالحاً' }).waitFor()
    await look(page, 'captioner-over')
  })
})
