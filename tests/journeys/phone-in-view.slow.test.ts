/** Place, topic, last call, captions and panel are in view without scrolling, on small phones and on a small laptop. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { getSecret } from '../support/server-process.ts'
import { TestClient } from '../support/test-client.ts'
import { Stage } from './stage.ts'

const sizes = [
  [320, 256],
  [320, 568],
  [375, 667],
  [844, 390],
] as const
const upright = sizes.filter(([, height]) => height > 500)
const panelRem = 17

describe.runIf(hasBrowser())('in view without scrolling', () => {
  let stage: Stage
  let staff: TestClient
  let owner: TestClient
  let far: TestClient
  let phone: Page
  let laptop: Page
  let captionsUrl: string

  const say = async (...[type, data]: Parameters<TestClient['sendUntilAnswered']>) => {
    expect([type, await staff.sendUntilAnswered(type, data)]).toEqual([type, { ok: true }])
  }
  const ask = async (who: TestClient) => {
    expect(await who.sendUntilAnswered('queue.join', { kind: 'intervention', topic: null })).toEqual({ ok: true })
  }
  const getMine = (who: TestClient) => who.getPart<{ entry: { id: never } | null }>('myQueue').entry?.id as never
  /** Tells whether the whole text is in the window and nothing covers it. */
  const isInView = (page: Page, text: string | RegExp) =>
    page
      .getByText(text)
      .last()
      .evaluate((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect()
        const found = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
        return top >= 0 && bottom <= innerHeight && found !== null && (element.contains(found) || found.contains(element))
      })
  const expectInView = async (text: string | RegExp, at: readonly (readonly [number, number])[]) => {
    for (const [width, height] of at) {
      await phone.setViewportSize({ width, height })
      await expect.poll(async () => [width, height, await isInView(phone, text)]).toEqual([width, height, true])
    }
  }
  const expectPanel = async () => {
    const panel = laptop.getByRole('region', { name: 'Panels' })
    const box = await panel.boundingBox()
    expect(Math.round(box?.height ?? 0)).toBeGreaterThanOrEqual(panelRem * 16)
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(630)
  }

  beforeAll(async () => {
    stage = await Stage.open()
    const { links, server } = stage
    staff = await TestClient.join(server.url, { link: getSecret(links.secretariat) })
    owner = await TestClient.join(server.url, { link: getSecret(links.room) })
    far = await TestClient.join(server.url, { link: getSecret(links.remote) })
    phone = (await stage.enter(links.room, 'phone')).page
    laptop = (await stage.enter(links.remote, 'laptop')).page
    await laptop.setViewportSize({ width: 1366, height: 630 })
    await say('session.open', { onAnyDay: true })
    await say('queue.open', {})
    await say('agenda.go', { to: 'topic-1' as never, expectedCurrent: 'opening' as never })
    await say('captions.add', { language: 'en' as never })
    await say('captions.set-delay', { delay: 0 as never })
    const answer = await fetch(`${server.url}/api/staff/captions`, { headers: { authorization: `Bearer ${staff.ticket.ticket}` } })
    const { tracks } = (await answer.json()) as { tracks: readonly { address: string }[] }
    captionsUrl = tracks[0]?.address ?? ''
  })
  afterAll(async () => {
    for (const client of [staff, owner, far]) client.close()
    const { faults } = stage
    await stage.close()
    expect(faults).toEqual([])
  })

  test('[V173] a last call stands on the main button, also under captions', async () => {
    await expectPanel()
    await say('queue.last-call', { for: 600_000 as never })
    await expectInView(/^The list closes in/, sizes)
    await expectPanel()
  })

  test('[V170, V174] who waits sees place and topic, and the remote page keeps its panel', async () => {
    await ask(owner)
    await ask(far)
    await expectInView('Guiding question', upright)
    await expectPanel()
  })

  test('[V174] the panel stays in every state of a request', async () => {
    await laptop.getByRole('heading', { name: 'One speaker before you' }).waitFor()
    await expectPanel()
    await say('session.suspend', {})
    await laptop.getByRole('heading', { name: 'The meeting is suspended' }).waitFor()
    await expectPanel()
    await say('session.resume', {})
    await say('queue.remove', { entry: getMine(owner), reason: 'time' })
    await laptop.getByRole('heading', { name: 'You are next' }).waitFor()
    await expectPanel()
    await say('queue.remove', { entry: getMine(far), reason: 'time' })
    await laptop.getByRole('heading', { name: 'Your request has been removed' }).waitFor()
    expect(await isInView(laptop, 'No time left')).toBe(true)
    await expectPanel()
  })

  test('[V173, V262] the newest line of the captions is in view at every size, whichever way the phone is turned', async () => {
    await phone.setViewportSize({ width: 375, height: 667 })
    await phone.getByRole('button', { name: 'Open Captions' }).click()
    const caption = async (from: number, to: number) => {
      for (let seq = from; seq <= to; seq += 1) {
        const body = `Line ${seq}, on the commitments made`
        const answer = await fetch(`${captionsUrl}&seq=${seq}&lang=en`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body })
        expect(answer.status).toBe(200)
      }
      const newest = new RegExp(`Line ${to},`)
      await phone.getByText(newest).last().waitFor()
      await expectInView(newest, sizes)
    }
    await caption(1, 8)
    await caption(9, 40)
    await caption(41, 41)
  })
})
