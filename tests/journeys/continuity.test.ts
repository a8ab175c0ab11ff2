/** What breaks on the way: a server that is killed, a phone that goes offline, a chair whose laptop dies. */
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { secretOf } from '../support/server-process.ts'
import { Caller } from '../support/test-client.ts'
import { Stage } from './stage.ts'

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
const sees = (page: Page, text: string | RegExp, timeout = 10_000) => page.getByText(text).first().waitFor({ timeout })
const clockOn = async (page: Page): Promise<number> => {
  const [minutes = '0', seconds = '0'] = ((await page.getByRole('timer').first().textContent()) ?? '').replace(/[^\d:]/g, '').split(':')
  return Number(minutes) * 60 + Number(seconds)
}

describe.runIf(hasBrowser())('when something breaks', () => {
  let stage: Stage

  /** Opened, the room's delegate speaking, the remote one waiting, a question of the remote one published and next. */
  const prepare = async () => {
    const { links, server } = stage
    const [chair, desk, room, remote] = (await Promise.all(
      [links.chair, links.secretariat, links.room, links.remote].map((link) => Caller.join(server.url, { link: secretOf(link) })),
    )) as [Caller, Caller, Caller, Caller]
    await chair.insist('session.open', {})
    await chair.insist('queue.open', {})
    await room.insist('queue.join', { kind: 'intervention', topic: null })
    await remote.insist('queue.join', { kind: 'intervention', topic: null })
    await remote.insist('questions.ask', { text: 'Who reports on accessibility?', receipt: null }, 'remote-asks-one-question' as never)
    await desk.insist('questions.approve', { question: 'remote-asks-one-question' as never })
    await chair.insist('questions.queue', { question: 'remote-asks-one-question' as never })
    const [first] = chair.view<{ entry: never }[]>('line')
    await chair.insist(
      'floor.call',
      { entry: first?.entry as never, expectedCurrent: null, expectedNext: first?.entry as never },
      'the-turn-of-the-delegate' as never,
    )
    await chair.insist('floor.start', { turn: 'the-turn-of-the-delegate' as never })
    for (const caller of [chair, desk, room, remote]) caller.close()
  }

  beforeEach(async () => {
    stage = await Stage.open()
    await prepare()
  }, 60_000)
  afterEach(async () => {
    await stage.close()
  })

  it('a server killed and started again: four screens go on with queue, clock and question unchanged', { timeout: 90_000 }, async () => {
    const { links } = stage
    const chair = (await stage.visit(links.chair, 'chair')).page
    const screen = (await stage.visit(links.display, 'screen')).page
    const phone = (await stage.enter(links.room, 'phone')).page
    const laptop = (await stage.enter(links.remote, 'laptop')).page
    await sees(phone, 'You have the floor')
    await sees(laptop, 'Who reports on accessibility?')
    const shown = async () => ({
      waiting: await chair.getByText(/1 waiting/).count(),
      next: await chair.getByText('Who reports on accessibility?').count(),
      who: await screen.getByText('Delegation of a Member State').count(),
    })
    const [before, clock] = [await shown(), await clockOn(chair)]
    const began = Date.now()
    await stage.server.kill()
    await sees(chair, /No connection/)
    await sees(screen, /Not updated since/, 15_000)
    await stage.server.restart()
    for (const page of [chair, phone, laptop, screen])
      await page
        .getByText(/No connection|Not updated since/)
        .first()
        .waitFor({ state: 'detached', timeout: 20_000 })
    expect(await shown()).toEqual(before)
    const gone = (Date.now() - began) / 1000
    const clocks = await Promise.all([chair, phone, laptop, screen].map(clockOn))
    for (const one of clocks) expect(Math.abs(clock - gone - one), clocks.join(' ')).toBeLessThan(2.5)
    await press(chair, /End and call next/)
    await sees(laptop, 'You are called')
    expect(stage.faults).toEqual([])
  })

  it('a phone offline: what is pressed waits visibly, survives a reload, is sent once', { timeout: 90_000 }, async () => {
    const chair = (await stage.visit(stage.links.chair, 'chair')).page
    const { page: phone, context } = await stage.enter(stage.links.room, 'phone')
    await press(phone, 'I have finished')
    await sees(phone, 'Thank you')
    await context.setOffline(true)
    await sees(phone, /No connection/, 30_000)
    await press(phone, /Request the floor/)
    await sees(phone, 'Waiting to send')
    await sees(phone, /saved on this device/)
    await phone.close()
    await context.setOffline(false)
    const again = await context.newPage()
    await again.goto(`${stage.links.url}/room`)
    await sees(again, /Withdraw|You are next/, 30_000)
    await sees(chair, /2 waiting/)
    expect(stage.faults).toEqual([])
  })

  it('the chair’s laptop dies: the desk ends the turn and calls the next', { timeout: 90_000 }, async () => {
    const chair = await stage.visit(stage.links.chair, 'chair')
    const desk = (await stage.visit(stage.links.secretariat, 'desk')).page
    const screen = (await stage.visit(stage.links.display, 'screen')).page
    await sees(chair.page, 'Now speaking')
    await chair.context.close()
    await press(desk, 'Run the session')
    await press(desk, /End and call next/)
    await sees(screen, 'University research centre')
    await press(desk, /Start the clock/)
    await sees(screen, 'Speaking')
  })
})
