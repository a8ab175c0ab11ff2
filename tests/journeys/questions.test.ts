/** Questions from both ends: two moderators at once, an author who is told, a list that holds still, the room screen, and the count in the end. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { Stage, type Visitor } from './stage.ts'

const first = 'Who reports on accessibility?'
const offTopic = 'What is for lunch?'
const rough = 'Who pays for it all?'
const edited = 'Who funds connectivity in rural areas?'
const alike = 'Who funds the connectivity in rural areas?'

describe.runIf(hasBrowser())('questions', () => {
  let stage: Stage
  let chair: Page
  let desk: Page
  let other: Visitor
  let phone: Page
  let laptop: Page
  let screen: Page

  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
  const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()
  const ask = async (page: Page, text: string) => {
    await page.getByRole('textbox', { name: 'Ask a question' }).fill(text)
    // One question a person in ten seconds: what was refused stays written and is sent again.
    const waits = page.getByText('With the co-chair').first()
    await expect
      .poll(
        async () => {
          await press(page, 'Send')
          return await waits.waitFor({ timeout: 2000 }).then(
            () => true,
            () => false,
          )
        },
        { timeout: 20_000 },
      )
      .toBe(true)
    await sees(desk, text)
  }
  /** Where a question stands in the list of whoever reads it. */
  const placeOf = async (page: Page, text: string) => (await page.getByRole('article').filter({ hasText: text }).boundingBox())?.y

  beforeAll(async () => {
    stage = await Stage.open()
    const { links } = stage
    chair = (await stage.visit(links.chair, 'chair')).page
    desk = (await stage.visit(links.secretariat, 'desk')).page
    other = await stage.visit(links.secretariat, 'desk')
    screen = (await stage.visit(links.display, 'screen')).page
    phone = (await stage.enter(links.room, 'phone')).page
    laptop = (await stage.enter(links.remote, 'laptop')).page
    await press(chair, /Open the session/)
    await press(phone, 'Questions')
  })
  afterAll(async () => {
    await stage.close()
  })

  it('before one asks, it is said how one appears', async () => {
    for (const page of [phone, laptop]) await sees(page, 'Shown with the name of your organization.')
  })

  it('of two moderators the second is told what the first did, also after a press that came too late', { timeout: 90_000 }, async () => {
    await ask(phone, first)
    await sees(other.page, first)
    await other.context.setOffline(true)
    await other.page
      .getByText(/No connection/)
      .first()
      .waitFor({ timeout: 30_000 })
    await press(desk, /^Approve$/)
    await sees(phone, 'Published')
    await press(other.page, 'Hold for later')
    await other.context.setOffline(false)
    await other.page
      .getByText(/Already decided\. Approved by the secretariat/)
      .first()
      .waitFor({ timeout: 30_000 })
    await sees(other.page, first)
    await sees(laptop, first)
    expect(await phone.getByText('On hold').count()).toBe(0)
  })

  it('an author is told the reason, and may ask again', { timeout: 40_000 }, async () => {
    await ask(phone, offTopic)
    await desk.getByRole('radio', { name: 'Off topic' }).click()
    await press(desk, 'Decline: Off topic')
    await sees(phone, 'Declined: off topic. You may ask again.')
    for (const page of [laptop, screen]) expect(await page.getByText(offTopic).count()).toBe(0)
  })

  it('what comes in waits beside a list that holds still, until it is asked for', async () => {
    const before = await placeOf(laptop, first)
    await ask(phone, rough)
    await desk.getByRole('textbox', { name: 'Text of the question' }).fill(edited)
    await press(desk, 'Save and approve')
    await laptop.getByRole('button', { name: '1 new' }).waitFor()
    expect(await laptop.getByText(edited).count()).toBe(0)
    expect(await placeOf(laptop, first)).toBe(before)
    await press(laptop, /^Support Q01/)
    const support = laptop.getByRole('button', { name: 'Support Q01, 1 supporter' })
    await support.waitFor()
    expect(await support.getAttribute('aria-pressed')).toBe('true')
    expect(await placeOf(laptop, first)).toBe(before)
    await press(laptop, '1 new')
    await sees(laptop, edited)
    expect(await laptop.evaluate(() => document.activeElement?.textContent)).toBe('Most supported first')
    expect(await placeOf(laptop, first)).toBe(before)
  })

  it('an author sees both texts where a moderator has changed the question', async () => {
    await sees(phone, 'Edited by a moderator')
    await sees(phone, edited)
    await sees(phone, rough)
    expect(await laptop.getByText(rough).count()).toBe(0)
  })

  it('a question that is much the same is found as it comes in, and its author is told with which it is asked', async () => {
    await ask(laptop, alike)
    await press(desk, 'Merge into Q02')
    await desk.getByRole('dialog').getByRole('button', { name: 'Merge' }).click()
    await sees(laptop, 'Asked together with Q02')
    expect(await phone.getByText(alike).count()).toBe(0)
  })

  it('one’s own question cannot be supported', async () => {
    const own = phone.getByRole('button', { name: /^Your own question Q01/ })
    await own.waitFor()
    expect(await own.getAttribute('aria-disabled')).toBe('true')
  })

  it('the room reads what is answered, with number, support and breadth', async () => {
    await press(chair, /^Make next Q01/)
    await press(chair, 'Show and answer')
    await sees(screen, 'Now answering')
    await sees(screen, first)
    await sees(screen, 'Question 1, supported by 1 in 1 of 5 groups')
    await sees(chair, 'On the screen now')
    await press(chair, 'Take off the screen')
    await sees(screen, 'Nobody has the floor')
  })

  it('in the end every question is accounted for', async () => {
    await press(chair, 'Session menu')
    await chair.getByRole('menuitem', { name: 'Close the session' }).click()
    await chair.getByRole('alertdialog').or(chair.getByRole('dialog')).getByRole('button', { name: 'Close the session' }).click()
    const words = '4 questions received: 1 asked with another, 2 not reached, and 1 declined (off topic).'
    for (const page of [phone, laptop]) await sees(page, words)
    expect(stage.faults).toEqual([])
  })
})
