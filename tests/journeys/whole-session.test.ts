/** The model session from opening to close: chair, room phone, remote laptop, desk and room screen together. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { Stage } from './stage.ts'

const room = 'Delegation of a Member State'
const remote = 'University research centre'

describe.runIf(hasBrowser())('a whole session', () => {
  let stage: Stage
  let chair: Page
  let desk: Page
  let phone: Page
  let laptop: Page
  let screen: Page

  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
  const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()
  /** What every clock shows, in seconds. */
  const clockOn = async (page: Page): Promise<number> => {
    const text = ((await page.getByRole('timer').first().textContent()) ?? '').replace(/[^\d:]/g, '')
    const [minutes = '0', seconds = '0'] = text.split(':')
    return Number(minutes) * 60 + Number(seconds)
  }

  beforeAll(async () => {
    stage = await Stage.open()
    const { links } = stage
    chair = (await stage.visit(links.chair, 'chair')).page
    desk = (await stage.visit(links.secretariat, 'desk')).page
    screen = (await stage.visit(links.display, 'screen')).page
    phone = (await stage.enter(links.room, 'phone')).page
    laptop = (await stage.enter(links.remote, 'laptop')).page
  })
  afterAll(async () => {
    await stage.close()
  })

  it('opens: the room screen goes from the code to the session, and the list is opened', async () => {
    await sees(screen, stage.links.code.slice(0, 4))
    await press(chair, /Open the session/)
    await sees(screen, 'Nobody has the floor')
    await press(chair, /List closed/)
    await chair.getByRole('menuitem', { name: /Open the list/ }).click()
    await sees(screen, /list open/)
  })

  it('two people ask, each sees place and reason, and the chair sees both', async () => {
    await press(phone, 'Request the floor')
    await sees(phone, /You are next|Withdraw/)
    await press(laptop, 'Request the floor')
    await sees(laptop, /Why 2nd\?/)
    await sees(chair, /2 waiting/)
    await sees(screen, room)
    await sees(screen, remote)
  })

  it('called, started: one clock on every screen', async () => {
    await press(chair, /Call next/)
    await sees(phone, 'You are called')
    await press(chair, /Start the clock/)
    await sees(phone, 'You have the floor')
    await sees(screen, 'Now speaking')
    const read = await Promise.all([chair, phone, laptop, screen].map(clockOn))
    expect(Math.max(...read) - Math.min(...read), read.join(' ')).toBeLessThanOrEqual(1)
    expect(Math.max(...read)).toBeGreaterThan(150)
  })

  it('paused, resumed, extended', async () => {
    await press(chair, 'Pause')
    await sees(screen, 'Paused')
    const stood = await clockOn(screen)
    await press(chair, 'Resume')
    await sees(screen, 'Speaking')
    await press(chair, '+30 s')
    await expect.poll(() => clockOn(chair)).toBeGreaterThan(stood + 20)
  })

  it('a point of order pauses the clock and gives it back', async () => {
    await press(laptop, 'Point of order')
    await chair.getByRole('alert').getByText('Point of order').waitFor()
    const before = await clockOn(chair)
    await press(chair, /Recognize/)
    await sees(screen, remote)
    await press(chair, /End point of order/)
    await sees(screen, 'Speaking')
    await expect.poll(async () => before - (await clockOn(chair)), { timeout: 5000 }).toBeLessThan(8)
    expect(before - (await clockOn(chair))).toBeGreaterThanOrEqual(0)
  })

  it('a question is asked, moderated, supported, put on the screen and answered', async () => {
    await phone.getByRole('button', { name: 'I have finished' }).click()
    await sees(phone, 'Thank you')
    await phone
      .getByRole('link', { name: 'Questions' })
      .or(phone.getByRole('tab', { name: 'Questions' }))
      .or(phone.getByRole('button', { name: 'Questions' }))
      .first()
      .click()
    await phone.getByRole('textbox').fill('Who reports on accessibility?')
    await press(phone, 'Send')
    await sees(phone, 'With the co-chair')
    await sees(desk, 'Who reports on accessibility?')
    expect(await laptop.getByText('Who reports on accessibility?').count()).toBe(0)
    await press(desk, 'Approve')
    await sees(laptop, 'Who reports on accessibility?')
    await laptop.getByRole('button', { name: /^Support Q01/ }).click()
    await press(chair, 'Make next')
    await press(chair, 'Show and answer')
    await sees(screen, 'Now answering')
    await sees(screen, 'Who reports on accessibility?')
    await press(chair, /^Answered/)
    await sees(screen, remote)
  })

  it('a late speaker goes to the end once, and may withdraw', async () => {
    await press(chair, 'Not here')
    await sees(laptop, /called and not there|You are next/)
    await press(laptop, 'Withdraw')
    await laptop
      .getByRole('button', { name: /^Withdraw/ })
      .last()
      .click()
    await sees(chair, 'Nobody is waiting')
  })

  it('moves on through the agenda', async () => {
    await press(chair, 'Session menu')
    await chair.getByRole('menuitem', { name: /Go to/ }).first().click()
    await chair.getByRole('dialog').getByRole('button', { name: /Go to/ }).first().click()
    await sees(screen, 'Topic 1: Successes')
  })

  it('closes: who still waits is told that they were not reached', async () => {
    await press(phone, 'Floor')
    await press(phone, /Request the floor/)
    await sees(chair, /1 waiting/)
    await press(chair, 'Session menu')
    await chair.getByRole('menuitem', { name: 'Close the session' }).click()
    await sees(chair, /1 speaker not reached/)
    await chair.getByRole('alertdialog').or(chair.getByRole('dialog')).getByRole('button', { name: 'Close the session' }).click()
    await sees(phone, 'You were not reached')
    await sees(screen, 'Session closed')
    expect(stage.faults).toEqual([])
  })
})
