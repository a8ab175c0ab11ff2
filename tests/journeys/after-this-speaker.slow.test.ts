/**
 * Acts that the Chair puts off until the speaker has finished appear on every screen of the staff. One press does two acts, and one Undo
 * takes both back. A chair without a secretariat reviews questions.
 */
import type { GroupId } from '@rostrum/shared/contract/ids'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { measurePage } from '../support/page-geometry.ts'
import { getSecret } from '../support/server-process.ts'
import { tellStory } from '../support/story.ts'
import { enter, TestClient } from '../support/test-client.ts'
import { type SessionLinks, Stage } from './stage.ts'

const group = 'government' as GroupId
const patience = { timeout: 120_000 }

describe.runIf(hasBrowser())('after this speaker', () => {
  tellStory()

  let stage: Stage
  let links: SessionLinks
  let chair: Page
  let second: Page
  let secretariat: TestClient

  const say = async <C extends Parameters<TestClient['sendUntilAnswered']>[0]>(
    type: C,
    data: Parameters<typeof secretariat.sendUntilAnswered<C>>[1],
  ) => expect(await secretariat.sendUntilAnswered(type, data)).toEqual({ ok: true })
  const add = (kind: 'intervention' | 'point-of-order', entity: string) =>
    say('queue.add', {
      ...{ kind, entity, group, person: null, speaker: null, requestChannel: 'room', note: null },
      seenAt: Date.now() as Instant,
    })
  /** A control that rests after a change would not take the press. */
  const press = (page: Page, name: string | RegExp) =>
    page.getByRole('button', { name }).and(page.locator(':not([data-resting])')).first().click()
  const main = (page: Page) => page.locator('[data-shortcut=next]')
  const offers = (page: Page, text: string) => expect.poll(() => main(page).textContent()).toContain(text)
  const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()

  beforeAll(async () => {
    stage = await Stage.open()
    links = await stage.newSession(new Date(Date.now() - 60_000))
    secretariat = await TestClient.join(stage.server.url, { link: getSecret(links.secretariat) })
    await say('session.open', {})
    await say('queue.open', {})
    for (const entity of ['Library federation', 'Chamber of commerce']) await add('intervention', entity)
    chair = (await stage.visit(links.chair, 'chair')).page
    second = (await stage.visit(links.secretariat, 'staff')).page
    await press(chair, /Call next/)
    await press(chair, /Start the clock/)
    await sees(chair, 'Now speaking')
  })
  afterAll(async () => {
    secretariat.close()
    const { faults } = stage
    await stage.close()
    expect(faults).toEqual([])
  })

  test('[F41] every screen shows that a point of order is put off, even after a reload', patience, async () => {
    await add('point-of-order', 'Permanent mission')
    await press(chair, 'After this speaker')
    for (const page of [chair, second]) await sees(page, /after this speaker/)
    await chair.reload()
    await sees(chair, /Permanent mission, after this speaker/)
    await offers(chair, 'then the point of order: Permanent mission')
  })

  test('[F41] one press ends the turn, and the point of order comes before the next speaker', patience, async () => {
    await main(chair).click()
    await offers(chair, 'Recognize')
    await chair.locator('[data-shortcut=undo]').click()
    await sees(chair, 'Now speaking')
    await sees(chair, /Permanent mission, after this speaker/)
    await offers(chair, 'then the point of order: Permanent mission')
    await main(chair).click()
    await offers(chair, 'Recognize')
    await main(chair).click()
    await offers(chair, 'End point of order')
    await main(chair).click()
    await offers(chair, 'Call next')
  })

  test('[F40, F41] every screen offers to go on to the next segment after this speaker, in one step', patience, async () => {
    await press(chair, /Call next/)
    await press(chair, /Start the clock/)
    await sees(chair, 'Now speaking')
    await press(chair, 'More cues for the speaker')
    await chair
      .locator('[role=menuitem]:not([data-resting])')
      .filter({ hasText: /^End and go to/ })
      .click()
    await chair
      .getByRole('dialog')
      .getByRole('button', { name: /^After this speaker/ })
      .click()
    await press(second, 'Run the session')
    await expect.poll(() => main(second).textContent()).toMatch(/End and go to .*As you chose/)
    await main(second).click()
    await expect.poll(() => secretariat.getPart<{ current: string }>('progress').current).toBe('topic-1')
    await press(chair, 'Undo both')
    await expect.poll(() => secretariat.getPart<{ current: string }>('progress').current).toBe('opening')
    await expect.poll(() => main(chair).textContent()).toMatch(/End and go to/)
  })

  test('[P45, F42, V20] an alert that covers nothing shows the phone number of a called remote speaker who is away', patience, async () => {
    const { ticket, session } = secretariat.ticket
    const answer = await fetch(`${stage.server.url}/api/sessions/${session}/people`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ticket}`, 'content-type': 'application/json' },
      body: JSON.stringify({ entity: 'Regional commission', group: 'technical-academic', channel: 'remote', phone: '+41 22 917 00 00' }),
    })
    const { url } = (await answer.json()) as { url: string }
    const remote = await TestClient.join(stage.server.url, { link: getSecret(url) })
    expect(await remote.sendUntilAnswered('queue.join', { kind: 'intervention', topic: null })).toEqual({ ok: true })
    // The secretariat's own connection may hear of it later.
    const findEntry = () =>
      Object.entries(secretariat.getPart<Record<string, { entity: string }>>('entries')).find(
        ([, row]) => row.entity === 'Regional commission',
      )?.[0]
    await expect.poll(findEntry).toBeDefined()
    const expectedNext = secretariat.getPart<{ next: never }>('queue').next
    const expectedCurrent = secretariat.getPart<{ current: { id: never } }>('floor').current.id
    await say('floor.call', { entry: findEntry() as never, expectedCurrent, expectedNext })
    await sees(chair, 'Not ready yet')
    await chair.setViewportSize({ width: 1280, height: 720 })
    await expect.poll(async () => (await chair.evaluate(measurePage)).faults).toEqual([])
    remote.close()
    await sees(chair, 'Phone: +41 22 917 00 00')
    await sees(second, 'Phone: +41 22 917 00 00')
    await chair
      .getByText(/^No signal for \D?\d/)
      .first()
      .waitFor({ timeout: 30_000 })
    await expect.poll(async () => (await chair.evaluate(measurePage)).faults).toEqual([])
  })

  test(
    '[T31] without the secretariat the chair reviews questions, and the floor and the next action keep their places',
    patience,
    async () => {
      const ask = async (text: string) => {
        const person = { entity: 'Community network', group, channel: 'room', nameInRecord: false }
        const client = new TestClient(stage.server.url, await enter(stage.server.url, { code: links.code, person }))
        await client.waitUntilReady()
        expect(await client.sendUntilAnswered('questions.ask', { text, receipt: null })).toEqual({ ok: true })
        client.close()
      }
      for (const text of ['Who pays?', 'Who reports?']) await ask(text)
      await press(chair, /^Questions/)
      await sees(chair, '2 in review: Secretariat')
      await second.close()
      await sees(chair, '2 in review: Secretariat')
      secretariat.close()
      const measure = async () => {
        await chair.waitForTimeout(400)
        return await chair.evaluate(measurePage)
      }
      for (const [width, height] of [
        [1024, 768],
        [1280, 720],
        [1440, 900],
      ] as const) {
        await chair.setViewportSize({ width, height })
        // The page must have noticed that the secretariat has gone.
        await chair.getByRole('button', { name: 'Review 2 questions' }).first().waitFor()
        const before = await measure()
        await press(chair, 'Review 2 questions')
        const after = await measure()
        expect([width, after.faults]).toEqual([width, []])
        for (const box of ['main', 'clock', 'controls', 'last'] as const) expect([box, after.boxes[box]]).toEqual([box, before.boxes[box]])
        await press(chair, 'Back to the list of speakers')
      }
      await press(chair, 'Review 2 questions')
      await press(chair, 'Approve')
      await sees(chair, 'Who reports?')
      await press(chair, 'Approve')
      await press(chair, 'Back to the list of speakers')
      await chair
        .getByRole('button', { name: /^Review/ })
        .first()
        .waitFor({ state: 'detached' })
    },
  )
})
