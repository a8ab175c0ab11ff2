/** The model session from opening to close, with Chair, phone in the room, remote laptop, secretariat and display. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { tellStory } from '../support/story.ts'
import { readClock, waitForSameClock } from './page-clock.ts'
import { Stage } from './stage.ts'

const room = 'Delegation of a Member State'
const remote = 'University research centre'

describe.runIf(hasBrowser())('a whole session', () => {
  tellStory()

  let stage: Stage
  let chair: Page
  let secretariat: Page
  let phone: Page
  let laptop: Page
  let display: Page

  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
  const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()

  beforeAll(async () => {
    stage = await Stage.open()
    const { links } = stage
    chair = (await stage.visit(links.chair, 'chair')).page
    secretariat = (await stage.visit(links.secretariat, 'staff')).page
    display = (await stage.visit(links.display, 'display')).page
    phone = (await stage.enter(links.room, 'phone')).page
    laptop = (await stage.enter(links.remote, 'laptop')).page
  })
  afterAll(async () => {
    await stage.close()
  })

  test('opening: the room screen changes from the code to the session, and the list is opened', async () => {
    await sees(display, stage.links.code.slice(0, 4))
    await press(chair, /Open the meeting/)
    await sees(display, 'Opening')
    await press(chair, /List closed/)
    await chair.getByRole('menuitem', { name: /Open the list/ }).click()
    await sees(display, 'The list of speakers is open')
  })

  test('two people request the floor, each sees position and cause, and the chair sees both', async () => {
    await press(phone, 'Request the floor')
    await sees(phone, /You are next|Withdraw/)
    await press(laptop, 'Request the floor')
    await sees(laptop, /Why am I 2nd\?/)
    await sees(chair, /2 waiting/)
    await sees(display, room)
    await sees(display, remote)
  })

  test('after a call and a start, every screen shows the same clock', async () => {
    await press(chair, /Call next/)
    await sees(phone, 'The Chair has called you')
    await press(chair, /Start the clock/)
    await sees(phone, 'You have the floor')
    for (const page of [chair, laptop, display]) await sees(page, 'Now speaking')
    await waitForSameClock(chair, phone, laptop, display)
    expect(await readClock(chair)).toBeGreaterThan(150)
  })

  test('a turn is paused, resumed and extended', async () => {
    await press(chair, 'Pause')
    await sees(display, 'Paused')
    const stood = await readClock(display)
    await press(chair, 'Resume')
    await sees(display, 'Speaking')
    await press(chair, '+30 s')
    await expect.poll(() => readClock(chair)).toBeGreaterThan(stood + 20)
  })

  test('a point of order pauses the clock, which continues after the ruling', async () => {
    await press(laptop, 'More')
    await press(laptop, 'Point of order')
    await press(laptop, 'Raise it now')
    await chair.getByRole('alert').getByText('Point of order').waitFor()
    const before = await readClock(chair)
    await press(chair, /Recognize/)
    await sees(display, remote)
    await press(chair, /End point of order/)
    await press(chair, /^Continue/)
    await sees(display, 'Speaking')
    await chair.getByRole('button', { name: /^Continue/ }).waitFor({ state: 'detached' })
    const after = await readClock(chair)
    expect([before - after < 8, before - after >= 0]).toEqual([true, true])
  })

  test('a question is asked, moderated, supported, shown and answered', async () => {
    await phone.getByRole('button', { name: 'I have finished' }).click()
    await phone.getByRole('button', { name: 'End my turn' }).click()
    await sees(phone, 'Thank you')
    await phone
      .getByRole('link', { name: 'Questions' })
      .or(phone.getByRole('tab', { name: 'Questions' }))
      .or(phone.getByRole('button', { name: 'Questions' }))
      .first()
      .click()
    await phone.getByRole('textbox').fill('Who reports on accessibility?')
    await press(phone, 'Send')
    await sees(phone, 'Waiting for review')
    await sees(secretariat, 'Who reports on accessibility?')
    expect(await laptop.getByText('Who reports on accessibility?').count()).toBe(0)
    await press(secretariat, 'Approve')
    await sees(laptop, 'Who reports on accessibility?')
    await laptop.getByRole('button', { name: /^Support Q01/ }).click()
    await press(chair, 'Make next')
    await press(chair, 'Show and answer')
    await sees(display, 'Who reports on accessibility?')
    await press(chair, /^Start the clock/)
    await sees(display, 'Now answering')
    await press(chair, /^Mark answered/)
    await sees(display, remote)
  })

  test('a late speaker goes to the end once, and may withdraw', async () => {
    // Before the laptop learns of its call it shows that it is next, and afterwards it does so again. Text for screen readers is not a
    // heading, and remains.
    const called = laptop.getByRole('heading', { name: 'The Chair has called you' })
    await called.waitFor()
    await press(chair, 'Not here')
    await called.waitFor({ state: 'detached' })
    await sees(laptop, /called but were not there|You are next/)
    await press(laptop, 'More')
    await press(laptop, 'Withdraw')
    await laptop
      .getByRole('button', { name: /^Withdraw/ })
      .last()
      .click()
    await sees(chair, 'Nobody is waiting')
  })

  test('the chair moves on through the agenda', async () => {
    await press(chair, 'Session menu')
    await chair.getByRole('menuitem', { name: /Go to/ }).first().click()
    await chair.getByRole('dialog').getByRole('button', { name: /Go to/ }).first().click()
    for (const text of ['Topic 1', 'Successes', /^To what extent/]) await sees(display, text)
  })

  test('closing: people who are still waiting see that they were not reached', async () => {
    await press(phone, 'Floor')
    await press(phone, /Request the floor/)
    await sees(chair, /1 waiting/)
    await press(chair, 'Session menu')
    await chair.getByRole('menuitem', { name: 'Close the meeting' }).click()
    await sees(chair, /1 speaker not reached/)
    await chair.getByRole('alertdialog').or(chair.getByRole('dialog')).getByRole('button', { name: 'Close the meeting' }).click()
    await sees(phone, 'Your last request was not reached')
    await sees(display, 'Meeting closed')
    expect(stage.faults).toEqual([])
  })
})
