/** The Chair's prompt over a picture: while people can respond to it, and the published result. */
import type { PromptId } from '@rostrum/shared/contract/ids'
import type { CommandData } from '@rostrum/shared/contract/registry'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { closeSentence, confirmAll, Responder, waitForTurnout } from '../support/sense-room.ts'
import { getSecret } from '../support/server-process.ts'
import { tellStory } from '../support/story.ts'
import { TcpProxy } from '../support/tcp-proxy.ts'
import { newCommandId, TestClient } from '../support/test-client.ts'
import { findOverlayFaults, OverlayStage } from './overlay-stage.ts'

/** Another one each time: the same words cannot be put again at once. */
const sentences = [
  { en: 'The summary should say how each input was addressed.', ar: 'ينبغي أن يبيّن الموجز كيف جرى تناول كل مساهمة.' },
  { en: 'Each input should be answered in the summary.', ar: 'ينبغي الرد في الموجز على كل مساهمة.' },
  { en: 'The summary should answer each input.', ar: 'ينبغي أن يرد الموجز على كل مساهمة.' },
]
/** A formulation of the maximum length. */
const longText = 'The summary should say of each contribution by whom it was made and how it was addressed, '.repeat(3).slice(0, 239).trim()
const sense = '[data-part=sense]'

/**
 * Waits until the part is gone. Returns whether everything in the overlay is hidden then, as it soon is on a silent line. Runs in the page.
 */
const waitUntilGone = (part: string) =>
  new Promise<boolean>((resolve) => {
    const changes = new MutationObserver(() => {
      if (document.querySelector(part) !== null) return
      changes.disconnect()
      resolve(document.querySelector('main')?.hasAttribute('data-hidden') ?? true)
    })
    changes.observe(document, { childList: true, subtree: true })
  })

describe.runIf(hasBrowser())('the sense of the room over a picture', () => {
  tellStory()

  let overlay: OverlayStage
  let chair: TestClient
  let crowd: readonly Responder[]
  let pages: ReadonlyMap<string, Page>
  let written = -1

  const put = async (changes: Partial<CommandData<'sense.put'>> = {}): Promise<PromptId> => {
    const id = newCommandId()
    written += 1
    const text = changes.text ?? sentences[written % sentences.length] ?? ''
    const data = { one: 'person' as const, length: 60_000 as never, ...changes, text }
    await overlay.done('sense.put', data, id)
    return id as string as PromptId
  }
  const publish = async (prompt: PromptId) =>
    expect(await chair.sendUntilAnswered('sense.publish', { prompt, irrevocable: true })).toEqual({ ok: true })
  const respond = async (prompt: PromptId) => {
    for (const [index, one] of crowd.entries()) expect(await one.respond(prompt, index % 12 === 0 ? 4 : index % 2)).toEqual({ ok: true })
    await waitForTurnout(chair, 'nearly-all')
  }
  const everywhere = (state: 'visible' | 'detached', selector = sense) =>
    Promise.all([...pages.values()].map((page) => page.locator(selector).first().waitFor({ state })))
  const expectWhole = async (state: string) =>
    expect((await Promise.all([...pages].map(([language, page]) => findOverlayFaults(language, page, state)))).flat()).toEqual([])
  const read = (language: string) => pages.get(language)?.locator(sense).textContent()
  const measureFloor = () =>
    pages
      .get('en')
      ?.locator('[data-part=floor]')
      .evaluate((box) => box.getBoundingClientRect().bottom)

  beforeAll(async () => {
    overlay = await OverlayStage.open()
    await overlay.done('session.open', { onAnyDay: true })
    await overlay.done('queue.open', {})
    chair = await TestClient.join(overlay.stage.server.url, { link: getSecret(overlay.links.chair) })
    crowd = await Promise.all(
      Array.from({ length: 24 }, (_, index) =>
        Responder.join(overlay.stage.server.url, overlay.links.code, `Organization ${index}`, index < 12 ? 'government' : 'civil-society'),
      ),
    )
    await confirmAll(chair, crowd)
    pages = await overlay.visitInAllLanguages()
  })
  afterAll(async () => {
    for (const { client } of crowd ?? []) client.close()
    chair?.close()
    await overlay.close()
  })

  test('[E21] while it is open: the prompt in the overlay’s language, the time, how many have responded; nothing after the close', async () => {
    const prompt = await put()
    await everywhere('visible')
    await respond(prompt)
    await expect.poll(() => read('en')).toMatch(/Nearly all have responded/)
    expect(await read('en')).toMatch(
      /^The Chair seeks your viewThe summary should say how each input was addressed\.This is not a vote\. Nearly all have responded\.[0-1]:\d\d$/,
    )
    expect(await read('ar')).toContain(sentences[0]?.ar)
    await expectWhole('sense-open')
    await closeSentence(chair, prompt)
    await everywhere('detached')
    await publish(prompt)
    await everywhere('visible')
    await overlay.done('sense.take-down', { prompt })
    await everywhere('detached')
  })

  test('[E21, X83] once published: the result in words, never a number of people, until it is taken down or needs the place of a speaker', async () => {
    const long = await put({ text: longText })
    await everywhere('visible')
    await expectWhole('sense-open-long')
    await overlay.done('sense.withdraw', { prompt: long })
    await everywhere('detached')
    const prompt = await put()
    await everywhere('visible')
    await respond(prompt)
    await closeSentence(chair, prompt)
    await publish(prompt)
    // Until a page knows of the result, it shows the prompt as it was asked.
    await everywhere('visible', `${sense} dd`)
    const lines = await pages.get('en')?.locator(`${sense} dd`).allTextContents()
    expect(lines?.map((line) => line.trim())).toEqual(['many', 'many', ...Array(3).fill('fewer than three')])
    await expectWhole('sense-result')
    await overlay.add('Delegation of a Member State')
    await overlay.add('University research centre')
    await overlay.call()
    await everywhere('visible', '[data-part=floor]')
    await expectWhole('sense-result-with-speaker')
    const bottom = await measureFloor()
    await overlay.done('sense.take-down', { prompt })
    await everywhere('detached')
    expect(await measureFloor()).toBe(bottom)
    expect(overlay.stage.faults).toEqual([])
  })

  test('[E21] as large as the picture has space for, and nothing if there is no space', async () => {
    const page = await overlay.visit('?lang=en&parts=sense')
    const prompt = await put({ text: longText.slice(0, 110) })
    await page.locator(sense).waitFor()
    const leave = (place: string) => page.locator('main').evaluate((main, top) => main.style.setProperty('padding-block-start', top), place)
    // The paper may end a pixel beyond the place, because a browser rounds heights. A text may not.
    const isWhole = () =>
      page.locator(sense).evaluate((block) => {
        const end = block.parentElement?.getBoundingClientRect().bottom ?? 0
        const texts = [...block.querySelectorAll('h1, p')].map((text) => text.getBoundingClientRect().bottom)
        return block.getBoundingClientRect().bottom <= end + 1 && texts.length > 2 && Math.max(...texts) <= end
      })
    const heights: number[] = []
    // The height of the text depends on the fonts of the machine.
    for (const place of [0, 1, 2, 3, 3.5, 4, 4.5, 5, 6, 7, 9]) {
      await leave(`${place}rem`)
      await expect.poll(isWhole).toBe(true)
      heights.push(await page.locator(sense).evaluate((block) => block.getBoundingClientRect().height))
    }
    expect(heights).toEqual(heights.toSorted((a, b) => b - a))
    expect(new Set(heights).size).toBeGreaterThan(2)
    expect(heights.at(-1)).toBe(0)
    await overlay.done('sense.withdraw', { prompt })
    await page.locator(sense).waitFor({ state: 'detached' })
    await page.close()
  })

  test('[E21] it is gone when its time is over, even without the server’s message; the address can leave it out', async () => {
    const { port } = overlay.stage.server
    const proxy = await TcpProxy.open(port)
    const page = await overlay.visit('?parts=sense', overlay.links.overlay.replace(`:${port}`, `:${proxy.port}`))
    const without = await overlay.visit('?parts=speaker,clock,next,question')
    const prompt = await put()
    await page.locator(sense).waitFor()
    await without.locator('[data-part=floor]').waitFor()
    expect(await without.locator(sense).count()).toBe(0)
    const box = await page.locator(sense).boundingBox()
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo(1080 - 56, 0)
    await overlay.done('sense.last-call', { prompt })
    const isHiddenWhenGone = page.evaluate(waitUntilGone, sense)
    // A single second may be over before the test sees it.
    await page
      .locator(sense)
      .filter({ hasText: /0:0[12]/ })
      .waitFor({ timeout: 20_000 })
    proxy.stall()
    expect(await isHiddenWhenGone).toBe(false)
    for (const one of [page, without]) await one.close()
    await proxy.close()
  })
})
