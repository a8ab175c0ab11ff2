/** Failures: a server that is killed, a phone that goes offline, a Chair whose laptop fails. */

import type { EntryId } from '@rostrum/shared/contract/ids'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { getSecret } from '../support/server-process.ts'
import { tellStory } from '../support/story.ts'
import { TestClient } from '../support/test-client.ts'
import { readClock } from './page-clock.ts'
import { Stage } from './stage.ts'

const pressButton = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
const waitForText = (page: Page, text: string | RegExp, timeout = 10_000) => page.getByText(text).first().waitFor({ timeout })

describe.runIf(hasBrowser())('when something breaks', () => {
  tellStory()

  let stage: Stage

  /** Opens the session. The delegate in the room speaks. The remote delegate waits, and has a published question that is next. */
  const prepare = async () => {
    const { links, server } = stage
    const [chair, secretariat, room, remote] = (await Promise.all(
      [links.chair, links.secretariat, links.room, links.remote].map((link) => TestClient.join(server.url, { link: getSecret(link) })),
    )) as [TestClient, TestClient, TestClient, TestClient]
    await chair.sendUntilAnswered('session.open', {})
    await chair.sendUntilAnswered('queue.open', {})
    await room.sendUntilAnswered('queue.join', { kind: 'intervention', topic: null })
    await remote.sendUntilAnswered('queue.join', { kind: 'intervention', topic: null })
    await remote.sendUntilAnswered(
      'questions.ask',
      { text: 'Who reports on accessibility?', receipt: null },
      'remote-asks-one-question' as never,
    )
    await secretariat.sendUntilAnswered('questions.approve', { question: 'remote-asks-one-question' as never })
    await chair.sendUntilAnswered('questions.set-next', { question: 'remote-asks-one-question' as never })
    const [first] = chair.getPart<EntryId[]>('order')
    await chair.sendUntilAnswered(
      'floor.call',
      { entry: first as EntryId, expectedCurrent: null, expectedNext: first as EntryId },
      'the-turn-of-the-delegate' as never,
    )
    await chair.sendUntilAnswered('floor.start', { turn: 'the-turn-of-the-delegate' as never })
    for (const client of [chair, secretariat, room, remote]) client.close()
  }

  beforeEach(async () => {
    stage = await Stage.open()
    await prepare()
  })
  afterEach(async () => {
    await stage.close()
  })

  test('after the server is killed and started again, four screens continue with queue, clock and question unchanged', async () => {
    const { links } = stage
    const chair = (await stage.visit(links.chair, 'chair')).page
    const display = (await stage.visit(links.display, 'display')).page
    const phone = (await stage.enter(links.room, 'phone')).page
    const laptop = (await stage.enter(links.remote, 'laptop')).page
    await waitForText(phone, 'You have the floor')
    await waitForText(laptop, 'Who reports on accessibility?')
    const shown = async () => ({
      waiting: await chair.getByText(/1 waiting/).count(),
      next: await chair.getByText('Who reports on accessibility?').count(),
      who: await display.getByText('Delegation of a Member State').count(),
    })
    for (const [page, text] of [
      [chair, /1 waiting/],
      [chair, 'Who reports on accessibility?'],
      [display, 'Delegation of a Member State'],
    ] as const)
      await waitForText(page, text)
    const before = await shown()
    const [clock, began] = [await readClock(chair), Date.now()]
    await stage.server.kill()
    await waitForText(chair, /No connection/)
    await waitForText(display, /Not updated since/, 15_000)
    await stage.server.restart()
    for (const page of [chair, phone, laptop, display])
      await page
        .getByText(/No connection|Not updated since/)
        .first()
        .waitFor({ state: 'detached', timeout: 20_000 })
    await expect.poll(shown).toEqual(before)
    // A page may not yet show what it has just received. All four can be read within the tolerance only if the machine is free.
    const findLateClocks = async () => {
      const clocks = await Promise.all([chair, phone, laptop, display].map(readClock))
      const gone = (Date.now() - began) / 1000
      return clocks.filter((one) => Math.abs(clock - gone - one) >= 2.5)
    }
    await expect.poll(findLateClocks).toEqual([])
    await pressButton(chair, /End and call next/)
    await waitForText(laptop, 'The Chair has called you')
    expect(stage.faults).toEqual([])
  })

  test('a request pressed on an offline phone waits visibly, survives a reload and is sent once', async () => {
    const chair = (await stage.visit(stage.links.chair, 'chair')).page
    const { page: phone, context } = await stage.enter(stage.links.room, 'phone')
    await pressButton(phone, 'I have finished')
    await pressButton(phone, 'End my turn')
    await waitForText(phone, 'Thank you')
    await context.setOffline(true)
    await waitForText(phone, /No connection/, 30_000)
    await pressButton(phone, /Request the floor/)
    await waitForText(phone, 'Waiting to send')
    await waitForText(phone, /saved on this device/)
    await phone.close()
    await context.setOffline(false)
    const again = await context.newPage()
    await again.goto(`${stage.links.url}/room`)
    await waitForText(again, /Put on hold|You are next/, 30_000)
    await waitForText(chair, /2 waiting/)
    expect(stage.faults).toEqual([])
  })

  test('if the chair’s laptop fails, the secretariat ends the turn and calls the next speaker', async () => {
    const chair = await stage.visit(stage.links.chair, 'chair')
    const secretariat = (await stage.visit(stage.links.secretariat, 'staff')).page
    const display = (await stage.visit(stage.links.display, 'display')).page
    await waitForText(chair.page, 'Now speaking')
    await chair.context.close()
    await pressButton(secretariat, 'Run the session')
    await pressButton(secretariat, /End and call next/)
    await waitForText(display, 'University research centre')
    await pressButton(secretariat, /Start the clock/)
    await display.locator('[data-phase=speak] section[data-column]').getByText('University research centre').first().waitFor()
  })
})
