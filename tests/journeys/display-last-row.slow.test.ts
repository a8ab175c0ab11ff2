/** The room screen as somebody reads it in the last row of a hall: what is large, what is small, and whether every word can be read. */
import type { EntryId, TurnId } from '@rostrum/shared/contract/ids'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { FloorView } from '@rostrum/shared/projection/floor/parts'
import type { QueueView } from '@rostrum/shared/projection/queue/parts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { drawnLanguages as languages } from '../support/long-language.ts'
import { confirmAll, getPrompt, Responder } from '../support/sense-room.ts'
import { getSecret } from '../support/server-process.ts'
import { tellStory } from '../support/story.ts'
import { newCommandId, TestClient } from '../support/test-client.ts'
import { atLongAddress, drawAgain, findFaults, measureOnce, sizes } from './room-screen.ts'
import { type SessionLinks, Stage } from './stage.ts'

const names = [
  'International Federation of Library Associations and Institutions',
  'Permanent Mission of the Plurinational State of Bolivia, Geneva',
  'Réseau francophone des établissements universitaires',
  'Telecom operators association',
]
const short = 'The summary should say how each input was addressed.'
const long =
  'The summary should say for each input how it was addressed, by whom it was made, which paragraph of the outcome takes it up, and why an input that is not taken up was left aside by those who prepared the text of the outcome document.'
const line = Array.from({ length: 45 }, (_, index) => `caption${index}`).join(' ')

/** The sizes of visible texts, as shares of the height of the screen. Runs in the page. */
const readSizes = () => {
  const isSeen = (element: Element) => {
    const { width, height } = element.getBoundingClientRect()
    return width > 1 && height > 1 && !getComputedStyle(element).clipPath.startsWith('inset(50%')
  }
  const found: { text: string; share: number; isClock: boolean }[] = []
  const walker = document.createTreeWalker(document.querySelector('main') as Element, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement as Element
    if (!node.textContent?.trim() || !isSeen(element) || element.closest('.sr')) continue
    const share = Number.parseFloat(getComputedStyle(element).fontSize) / innerHeight
    found.push({ text: node.textContent, share, isClock: element.closest('[role=timer]') !== null })
  }
  return found
}
/** The share of the height of a box that its content takes. Runs in the page. */
const readUse = ({ firstElementChild: first, lastElementChild: last, clientHeight }: Element) =>
  ((last?.getBoundingClientRect().bottom ?? 0) - (first?.getBoundingClientRect().top ?? 0)) / clientHeight
/** The width of the QR code in the column, in pixels, and whether its words are shown. Runs in the page. */
const readCode = () => {
  const code = document.querySelector('aside svg[role=img]')
  return {
    width: code?.getBoundingClientRect().width ?? 0,
    words: (code?.parentElement?.querySelector('p > span') as HTMLElement | null)?.offsetHeight ?? 0,
  }
}

/** Each measures seven languages in several sizes, and takes six times as long while other tests run. */
const patience = { timeout: 600_000 }

describe.runIf(hasBrowser())('the room screen from the last row', () => {
  tellStory()

  let stage: Stage
  let links: SessionLinks
  let chair: TestClient
  let crowd: readonly Responder[]
  const pages = new Map<string, Page>()
  const done = async (...[type, data, id = newCommandId()]: Parameters<TestClient['sendUntilAnswered']>) =>
    expect([type, await chair.sendUntilAnswered(type, data, id)]).toEqual([type, { ok: true }])
  const getTurn = () => chair.getPart<FloorView>('floor').current?.id ?? null
  const everywhere = async (selector: string) =>
    Promise.all([...pages.values()].map((page) => page.locator(selector).first().waitFor({ timeout: 30_000 })))
  /** One language is looked at in every size, and each other one in the smallest of each shape. */
  const atEverySize = async (look: (page: Page, where: string) => Promise<unknown>, which?: readonly (readonly [number, number])[]) => {
    for (const [language, page] of pages)
      for (const [width, height] of which ?? (language === 'en' ? sizes : fewSizes)) {
        await page.setViewportSize({ width, height })
        await page.evaluate(drawAgain)
        await look(page, `${language} ${width}×${height}`)
      }
  }
  const findSmall = async (which?: readonly (readonly [number, number])[]) => {
    const small: string[] = []
    await atEverySize(async (page, where) => {
      for (const { text, share } of await page.evaluate(readSizes)) if (share < 0.025) small.push(`${where}: ${text}`)
    }, which)
    return small
  }
  const expectWhole = async () =>
    expect
      .soft((await Promise.all([...pages].map(([language, page]) => findFaults(language, page, undefined, fewSizes)))).flat())
      .toEqual([])
  /**
   * The smallest of each shape: text that has its place there has it on a larger screen. A prompt is open for 90 seconds at most, and large
   * pages are drawn slowly.
   */
  const fewSizes = [sizes[0], sizes[4]]
  const put = async (text: string) => {
    const before = getPrompt(chair)?.id
    await done('sense.put', { text, one: 'person', length: 90_000 } as never)
    await expect.poll(() => getPrompt(chair)?.id).not.toBe(before)
    const prompt = getPrompt(chair)?.id as never
    await expect.poll(() => crowd.every(({ client }) => getPrompt(client)?.id === prompt)).toBe(true)
    for (const [index, one] of crowd.entries()) expect(await one.respond(prompt, index < 16 ? 0 : 1)).toEqual({ ok: true })
    await everywhere('h1#display-sense')
    return prompt
  }

  beforeAll(async () => {
    stage = await Stage.open()
    links = await stage.newSession(new Date(Date.now() - 60_000))
    chair = await TestClient.join(stage.server.url, { link: getSecret(links.chair) })
    crowd = await Promise.all(
      Array.from({ length: 24 }, (_, index) =>
        Responder.join(
          stage.server.url,
          links.code,
          `Body ${index}`,
          index % 2 ? 'government' : 'civil-society',
          index % 3 ? 'room' : 'remote',
        ),
      ),
    )
    await confirmAll(chair, crowd)
    for (const language of languages) pages.set(language, (await stage.visit(links.display, 'display', language, atLongAddress)).page)
    await done('session.open', {})
    await done('queue.open', {})
  })
  afterAll(async () => {
    for (const { client } of crowd) client.close()
    chair.close()
    const { faults } = stage
    await stage.close()
    expect(faults).toEqual([])
  })

  const codes = new Map<string, number>()
  test('[V247, V251] while somebody speaks, the clock is the largest text, and no text is below a fortieth of the height', async () => {
    const entries: EntryId[] = []
    for (const entity of names) {
      const id = newCommandId()
      const data = { kind: 'intervention', person: null, entity, speaker: null, group: 'government', requestChannel: 'room', note: null }
      await done('queue.add', { ...data, seenAt: (Date.now() - 30_000) as Instant } as never, id)
      entries.push(id as string as EntryId)
    }
    await expect.poll(() => chair.getPart<QueueView>('queue').next).not.toBeNull()
    await done('agenda.go', { to: 'topic-1' as never, expectedCurrent: 'opening' as never })
    await done('floor.call', { entry: entries[0] as EntryId, expectedCurrent: null, expectedNext: chair.getPart<QueueView>('queue').next })
    await expect.poll(getTurn).not.toBeNull()
    await done('floor.start', { turn: getTurn() as TurnId })
    await everywhere('[data-phase=speak]')
    expect(await findSmall()).toEqual([])
    const wrong: string[] = []
    await atEverySize(async (page, where) => {
      const texts = await page.evaluate(readSizes)
      const clock = texts.find(({ isClock }) => isClock)?.share ?? 0
      if (clock < 0.16 || texts.some(({ isClock, share }) => !isClock && share > clock / 2)) wrong.push(`${where}: ${clock}`)
      codes.set(where, (await page.evaluate(readCode)).width)
    })
    expect(wrong).toEqual([])
  })

  test('[V248] at the last call the code is at least as large as before, with its words', async () => {
    await done('queue.last-call', { for: 300_000 as never })
    await everywhere('aside [data-last-call]')
    const wrong: string[] = []
    await atEverySize(async (page, where) => {
      const { width, words } = await page.evaluate(readCode)
      const before = codes.get(where) ?? 0
      if (before < 100 || width < before || words === 0) wrong.push(`${where}: ${before} px, then ${width} px, words ${words} px`)
    })
    expect(wrong).toEqual([])
  })

  test('[V23] a screen that stands upright shows everything too', async () => {
    for (const [language, page] of pages) {
      await page.setViewportSize({ width: 1080, height: 1920 })
      await expect.poll(async () => [language, ...(await measureOnce(page))]).toEqual([language])
    }
  })

  test('[V246] a short sentence and how many have responded fill the screen', patience, async () => {
    const prompt = await put(short)
    await everywhere('[data-turnout=nearly-all]')
    const wrong: string[] = []
    await atEverySize(async (page, where) => {
      const texts = await page.evaluate(readSizes)
      const sentence = texts.find(({ text }) => /The summary/.test(text))?.share ?? 0
      const count = await page
        .locator('[data-turnout]')
        .evaluate((note) => Number.parseFloat(getComputedStyle(note).fontSize) / innerHeight)
      const used = await page.locator('main [data-column]').first().evaluate(readUse)
      if (sentence < 0.05 || count < 0.025 || used < 0.65) wrong.push(`${where}: ${[sentence, count, used]}`)
    }, fewSizes)
    expect(wrong).toEqual([])
    await done('sense.close', { prompt })
    await Promise.all([...pages.values()].map((page) => page.locator('#display-sense').waitFor({ state: 'detached' })))
    await expectWhole()
    await done('sense.publish', { prompt, irrevocable: true })
    await everywhere('main table')
    expect(await findSmall()).toEqual([])
    await expectWhole()
    await done('sense.take-down', { prompt })
  })

  test('[V246] a sentence of the most characters is whole, open and as a result', patience, async () => {
    const prompt = await put(long)
    expect(await findSmall(fewSizes)).toEqual([])
    await expectWhole()
    await done('sense.close', { prompt })
    await done('sense.publish', { prompt, irrevocable: true })
    await everywhere('main table')
    expect(await findSmall()).toEqual([])
    await expectWhole()
    await done('sense.take-down', { prompt })
  })

  test('[V249] every word of a long line of captions is in view, for four seconds at least', async () => {
    await done('captions.add', { language: 'en' as never })
    await done('captions.set-delay', { delay: 0 as never })
    const answer = await fetch(`${stage.server.url}/api/staff/captions`, { headers: { authorization: `Bearer ${chair.ticket.ticket}` } })
    const { tracks } = (await answer.json()) as { tracks: readonly { address: string }[] }
    const page = pages.get('en') as Page
    await page.setViewportSize({ width: 1024, height: 768 })
    await page.evaluate(() => localStorage.setItem('rostrum.display.captions', 'en'))
    await page.reload()
    // Somebody has spoken for longer than half a minute, so a line takes the place of the words that there are no captions.
    const captions = page.getByRole('region', { name: 'Captions' })
    await captions.waitFor()
    const body = { method: 'POST', headers: { 'content-type': 'text/plain' }, body: line }
    /** How long each word was in view, in milliseconds. Runs in the page, from before the line is sent. */
    const watched = captions.evaluate(async (region) => {
      const box = await new Promise<Element>((resolve) => {
        const find = () => {
          const area = region.querySelector('div[lang=en]')
          if (area?.querySelector('p')) resolve(area)
        }
        new MutationObserver(find).observe(region, { childList: true, subtree: true })
        find()
      })
      const seen = new Map<string, number>()
      const words = (box.textContent ?? '').split(' ')
      const ranges = words.map((word) => {
        const text = box.querySelector('p')?.firstChild as Text
        const range = document.createRange()
        const at = text.data.indexOf(`${word} `) === -1 ? text.data.length - word.length : text.data.indexOf(`${word} `)
        range.setStart(text, at)
        range.setEnd(text, at + word.length)
        return [word, range] as const
      })
      const until = performance.now() + 20_000
      let gap = 0
      for (let last = performance.now(); last < until; ) {
        await new Promise((drawn) => requestAnimationFrame(drawn))
        const now = performance.now()
        const edge = box.getBoundingClientRect()
        for (const [word, range] of ranges) {
          const { top, bottom } = range.getBoundingClientRect()
          if ((top + bottom) / 2 > edge.top && (top + bottom) / 2 < edge.bottom) seen.set(word, (seen.get(word) ?? 0) + now - last)
        }
        gap = Math.max(gap, now - last)
        last = now
      }
      return [words.map((word) => [word, seen.get(word) ?? 0] as const), gap] as const
    })
    expect((await fetch(`${tracks[0]?.address}&seq=1&lang=en`, body)).status).toBe(200)
    const [times, longestGap] = await watched
    expect(times).toHaveLength(45)
    // A row is drawn at the next frame, which is late on a busy machine, and counted until the frame before it rolls away.
    expect(times.filter(([, inView]) => inView < 3_500 - longestGap)).toEqual([])
  })
})
