/** The booth on devices whose clocks are ten minutes wrong, and without a network in the middle of a turn. */
import type { GroupId } from '@rostrum/shared/contract/ids'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import { toInstant } from '@rostrum/shared/kernel/time'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { measurePage } from '../support/page-geometry.ts'
import { getSecret } from '../support/server-process.ts'
import { tellStory } from '../support/story.ts'
import { StrictProxy } from '../support/strict-proxy.ts'
import { TestClient } from '../support/test-client.ts'
import { Stage } from './stage.ts'

const patience = { timeout: 90_000 }
const minutes = 60_000
const line = 'les engagements ont été pris de bonne foi'

/** Puts every clock of the page `ahead` milliseconds ahead. Runs in the page before anything else. */
const shiftClock = (ahead: number) => {
  const RealDate = Date
  class ShiftedDate extends RealDate {
    constructor(...given: readonly []) {
      if (given.length === 0) super(RealDate.now() + ahead)
      else super(...given)
    }
    static override now = () => RealDate.now() + ahead
  }
  globalThis.Date = ShiftedDate as DateConstructor
  const origin = performance.timeOrigin + ahead
  Object.defineProperty(performance, 'timeOrigin', { get: () => origin })
}

const setClock = async (page: Page, ahead: number): Promise<void> => {
  await page.addInitScript(shiftClock, ahead)
}

/** Reads the times on the page: in the head, on the speaker's clock in seconds, and on air. */
const readTimes = () => {
  const read = (text: string | null | undefined) =>
    /(\d+):(\d\d)/
      .exec(text ?? '')
      ?.slice(1)
      .map(Number) ?? []
  const toSeconds = ([one = Number.NaN, other = Number.NaN]: number[]) => one * 60 + other
  const handover = document.querySelector('section[aria-label="Handover"]')
  return {
    head: toSeconds(read(document.querySelector('header')?.textContent)) * 60,
    clock: toSeconds(read(document.querySelector('[role="timer"]')?.textContent)),
    onAir: toSeconds(read(handover?.textContent)),
  }
}

const formatMinute = (at: Date): string => String(at.getUTCMinutes()).padStart(2, '0')

describe.runIf(hasBrowser())('the booth', () => {
  tellStory()

  let stage: Stage
  let proxy: StrictProxy
  let staff: TestClient
  let post: (seq: number) => Promise<unknown>
  let seq = 0
  const pages = new Map<'right' | 'fast' | 'slow', Page>()
  const getPage = (name: 'right' | 'fast' | 'slow') => pages.get(name) as Page
  const folder = process.env['ROSTRUM_BOOTH_PICTURES']
  const say = async (...[type, data]: Parameters<TestClient['sendUntilAnswered']>) =>
    expect([type, await staff.sendUntilAnswered(type, data)]).toEqual([type, { ok: true }])
  const getTurn = () => staff.getPart<{ current: { id: never } | null }>('floor').current?.id ?? (null as never)
  const callNext = async () => {
    const { next } = staff.getPart<{ next: never }>('queue')
    await say('floor.call', { entry: next, expectedCurrent: getTurn(), expectedNext: next })
    await say('floor.start', { turn: getTurn() })
  }
  /** Sends four lines at 165 words a minute. The first may belong to the time before the turn, because captions come late. */
  const speakFast = async () => {
    const begin = Date.now()
    for (const count of [0, 1, 2, 3]) {
      await new Promise((resolve) => setTimeout(resolve, begin + count * 2_910 - Date.now()))
      seq += 1
      await post(seq)
    }
  }
  const sees = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor()
  const press = (page: Page, name: string) => page.getByRole('button', { name }).first().click()

  beforeAll(async () => {
    stage = await Stage.open()
    const { id } = (await stage.callApi<{ sessions: { id: string }[] }>('/api/sessions')).sessions[0] ?? { id: '' }
    staff = await TestClient.join(stage.server.url, { link: getSecret(stage.links.secretariat) })
    proxy = await StrictProxy.open(Number(new URL(stage.server.url).port))
    proxy.refusesUpgrades = false
    const { url } = await stage.callApi<{ url: string }>(`/api/sessions/${id}/booths`, { language: 'en' })
    await say('session.open', {})
    await say('queue.open', {})
    await say('captions.add', { language: 'fr' as SpokenLanguage })
    for (const entity of ['First delegation', 'Second delegation', 'Third delegation'])
      await say('queue.add', {
        ...{ kind: 'intervention', person: null, entity, speaker: null, note: null, requestChannel: 'room' },
        ...{ group: 'government' as GroupId, language: 'fr' as SpokenLanguage, seenAt: toInstant(Date.now()) },
      })
    const answer = await fetch(`${stage.server.url}/api/staff/captions`, { headers: { authorization: `Bearer ${staff.ticket.ticket}` } })
    const { pathname, search } = new URL(((await answer.json()) as { tracks: { address: string }[] }).tracks[0]?.address ?? '')
    post = (number) =>
      fetch(`${stage.server.url}${pathname}${search}&seq=${number}`, {
        method: 'POST',
        headers: { 'content-type': 'text/plain' },
        body: line,
      })
    for (const [name, ahead] of [
      ['right', 0],
      ['fast', 10 * minutes],
      ['slow', -10 * minutes],
    ] as const) {
      // The fast device is behind a network that can go down.
      const link = name === 'fast' ? `${proxy.url}/enter${new URL(url).hash}` : url
      pages.set(name, (await stage.visit(link, 'laptop', 'en', (page) => setClock(page, ahead))).page)
    }
    for (const page of pages.values()) await sees(page, 'First delegation')
    await callNext()
  })
  afterAll(async () => {
    staff?.close()
    await proxy?.close()
    const { faults } = stage
    await stage.close()
    expect(faults).toEqual([])
  })

  test('[X74] shows the same times on a device whose clock is ten minutes fast or slow', patience, async () => {
    await press(getPage('fast'), 'Go on air')
    for (const name of ['right', 'slow'] as const) await sees(getPage(name), 'Partner on air')
    await getPage('slow').getByRole('textbox', { name: 'Message to your partner' }).fill('whose turn?')
    const pressedAt = new Date()
    await press(getPage('slow'), 'Send')
    for (const page of pages.values()) await sees(page, 'whose turn?')
    // The line was written between these times.
    const writtenAt = [pressedAt, new Date()]
    await speakFast()
    for (const page of pages.values()) {
      await page.getByText('Fast', { exact: true }).waitFor()
      await sees(page, 'Second delegation')
    }
    expect(await getPage('fast').evaluate(() => Date.now())).toBeGreaterThan(Date.now() + 9 * minutes)
    const read = async () => {
      const [right, fast, slow] = await Promise.all([...pages.values()].map((page) => page.evaluate(readTimes)))
      if (!right || !fast || !slow) throw new Error('no pages')
      expect(right.clock).toBeGreaterThan(60)
      return [fast, slow].flatMap((one) => (Object.keys(right) as (keyof typeof right)[]).map((what) => Math.abs(one[what] - right[what])))
    }
    // The pages are read one after the other, so a second or a minute may change in between.
    await expect.poll(async () => Math.max(...(await read())), { timeout: 15_000 }).toBeLessThanOrEqual(1)
    const written = await getPage('slow').getByRole('log', { name: 'Partner' }).textContent()
    expect(writtenAt.map(formatMinute)).toContain(/:(\d\d)/.exec(written ?? '')?.[1])
  })

  test(
    '[X75] without network in mid-turn it shows what is old; a visible line to the partner waits, and is sent once',
    patience,
    async () => {
      const [page, partner] = [getPage('fast'), getPage('slow')]
      proxy.isDown = true
      await sees(page, /Last update \d{1,2}:\d{2}:\d{2}/)
      const field = page.getByRole('textbox', { name: 'Message to your partner' })
      await field.fill('I have no picture')
      await field.press('Enter')
      await sees(page, 'Waiting to send')
      await callNext()
      await press(partner, 'Take over')
      await sees(partner, 'You are on air')
      expect(await partner.getByText('I have no picture').count()).toBe(0)
      // The page dims its old content, and nothing can be asked of a speaker who may have finished.
      const findBright = () =>
        page.evaluate(() =>
          ['First delegation', 'You are on air', 'Second delegation', 'words a minute'].filter((words) => {
            const found = [...document.querySelectorAll('main *')].filter((one) => one.textContent?.includes(words)).at(-1)
            return found?.closest('[class*="dimmed"]') === null
          }),
        )
      await expect.poll(findBright).toEqual([])
      for (const name of ['Slower', 'Closer to the microphone', 'Hand over'])
        await expect.poll(() => page.getByRole('button', { name }).getAttribute('aria-disabled')).toBe('true')
      for (const [width, height] of [
        [1280, 720],
        [1440, 900],
      ] as const) {
        await page.setViewportSize({ width, height })
        if (folder) await page.screenshot({ path: `${folder}/offline-${width}.png` })
        await expect.poll(async () => (await page.evaluate(measurePage)).faults.join('\n')).toBe('')
      }
      proxy.isDown = false
      await page.getByText(/Last update/).waitFor({ state: 'detached', timeout: 30_000 })
      await sees(page, 'Partner on air')
      await page.getByText('Waiting to send').waitFor({ state: 'detached' })
      await sees(partner, 'I have no picture')
      await expect.poll(() => page.locator('[class*="dimmed"]').count()).toBe(0)
      // The new content may come after the connection has opened.
      const compare = async () => {
        const [own, theirs] = await Promise.all([page, partner].map((one) => one.evaluate(readTimes)))
        if (!own || !theirs) throw new Error('no pages')
        return Math.max(Math.abs(own.clock - theirs.clock), Math.abs(own.onAir - theirs.onAir))
      }
      await expect.poll(compare).toBeLessThanOrEqual(1)
      await speakFast()
      await page.getByText('Fast', { exact: true }).waitFor()
      for (const one of [page, partner]) {
        await sees(one, 'Third delegation')
        await expect.poll(() => one.getByText('First delegation').count()).toBe(0)
        await expect.poll(() => one.getByRole('log', { name: 'Partner' }).getByText('I have no picture').count()).toBe(1)
      }
    },
  )
})
