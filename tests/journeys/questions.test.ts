/** Questions: two moderators at once, feedback to the author, a list that stays still, the display, and the final count. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { tellStory } from '../support/story.ts'
import { Stage, type Visitor } from './stage.ts'

const first = 'Who reports on accessibility?'
const offTopic = 'What is for lunch?'
const rough = 'Who pays for it all?'
const edited = 'Who funds connectivity in rural areas?'
const alike = 'Who funds the connectivity in rural areas?'

describe.runIf(hasBrowser())('questions', () => {
  tellStory()

  let stage: Stage
  let chair: Page
  let secretariat: Page
  let other: Visitor
  let phone: Page
  let laptop: Page
  let display: Page

  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
  const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()
  const ask = async (page: Page, text: string) => {
    const field = page.getByRole('textbox', { name: 'Ask a question' })
    await field.fill(text)
    // A person may ask one question every ten seconds. A refused one returns to the field and is sent again.
    const waits = page.getByText('Waiting for review')
    await expect
      .poll(
        async () => {
          if ((await field.inputValue()) === text) await press(page, 'Send')
          return await waits.count()
        },
        { timeout: 40_000, interval: 500 },
      )
      .toBeGreaterThan(0)
    await sees(secretariat, text)
  }
  /** Returns the position of a question in a reader's list. */
  const getTop = async (page: Page, text: string) => (await page.getByRole('article').filter({ hasText: text }).boundingBox())?.y

  beforeAll(async () => {
    stage = await Stage.open()
    const { links } = stage
    chair = (await stage.visit(links.chair, 'chair')).page
    secretariat = (await stage.visit(links.secretariat, 'staff')).page
    other = await stage.visit(links.secretariat, 'staff')
    display = (await stage.visit(links.display, 'display')).page
    phone = (await stage.enter(links.room, 'phone')).page
    laptop = (await stage.enter(links.remote, 'laptop')).page
    await press(chair, /Open the meeting/)
    await press(phone, 'Questions')
  })
  afterAll(async () => {
    await stage.close()
  })

  test('before a person asks, the page says how their name will appear', async () => {
    for (const page of [phone, laptop]) await sees(page, 'Your organization’s name will be shown.')
  })

  test('with two moderators, the second sees what the first did, even after pressing too late', async () => {
    await ask(phone, first)
    await sees(other.page, first)
    await other.context.setOffline(true)
    await other.page
      .getByText(/No connection/)
      .first()
      .waitFor({ timeout: 30_000 })
    await press(secretariat, /^Approve$/)
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

  test('an author sees the reason, and may ask again', async () => {
    await ask(phone, offTopic)
    await secretariat.getByRole('radio', { name: 'Off topic' }).click()
    await press(secretariat, 'Decline: Off topic')
    await sees(phone, 'Declined: off topic. You may ask again.')
    for (const page of [laptop, display]) expect(await page.getByText(offTopic).count()).toBe(0)
  })

  test('[V41] new questions stay outside the list until the reader asks for them, and buttons do not move during an edit', async () => {
    const before = await getTop(laptop, first)
    await ask(phone, rough)
    const text = secretariat.getByRole('textbox', { name: 'Text of the question' })
    const hold = secretariat.getByRole('button', { name: 'Hold for later' })
    await expect.poll(() => text.inputValue()).toBe(rough)
    const place = (await hold.boundingBox())?.y
    for (const typed of [edited.repeat(7), edited]) {
      await text.fill(typed)
      await secretariat.getByRole('button', { name: 'Save and approve' }).waitFor()
      expect((await hold.boundingBox())?.y).toBe(place)
    }
    await press(secretariat, 'Save and approve')
    await laptop.getByRole('button', { name: '1 new' }).waitFor()
    expect(await laptop.getByText(edited).count()).toBe(0)
    expect(await getTop(laptop, first)).toBe(before)
    await press(laptop, /^Support Q01/)
    const support = laptop.getByRole('button', { name: 'Support Q01, 1 supporter' })
    await support.waitFor()
    await expect.poll(() => support.getAttribute('aria-pressed')).toBe('true')
    expect(await getTop(laptop, first)).toBe(before)
    await press(laptop, '1 new')
    await sees(laptop, edited)
    await expect.poll(() => laptop.evaluate(() => document.activeElement?.textContent)).toBe('Most supported first')
    expect(await getTop(laptop, first)).toBe(before)
  })

  test('an author sees both texts if a moderator has changed the question', async () => {
    await sees(phone, 'Edited by a moderator')
    await sees(phone, edited)
    await sees(phone, rough)
    expect(await laptop.getByText(rough).count()).toBe(0)
  })

  test('a similar question is found when it arrives, and its author sees which one it is merged into', async () => {
    await ask(laptop, alike)
    await press(secretariat, 'Merge into Q02')
    await secretariat.getByRole('dialog').getByRole('button', { name: 'Merge' }).click()
    await sees(laptop, 'Asked together with Q02')
    expect(await phone.getByText(alike).count()).toBe(0)
  })

  test('nobody can support their own question', async () => {
    const own = phone.getByRole('button', { name: /^Your own question Q01/ })
    await own.waitFor()
    expect(await own.getAttribute('aria-disabled')).toBe('true')
  })

  test('the room screen shows the question that is being answered, with its number, support and groups', async () => {
    await press(chair, /^Make next Q01/)
    await press(chair, 'Show and answer')
    await sees(display, 'To answer: the panel')
    await sees(display, first)
    await sees(display, 'Question 1, supported by 1 in 1 of 5 groups')
    await sees(chair, 'On the screen now')
    await press(chair, 'Take off the screen')
    await sees(display, /Topic 1/)
  })

  test('at the end the counts include every question', async () => {
    await press(chair, 'Session menu')
    await chair.getByRole('menuitem', { name: 'Close the meeting' }).click()
    await chair.getByRole('alertdialog').or(chair.getByRole('dialog')).getByRole('button', { name: 'Close the meeting' }).click()
    const words = '4 questions received: 1 asked with another, 2 not reached and 1 declined (off topic).'
    await sees(secretariat, words)
    // Everybody else gets them a minute later, once the close can no longer be taken back.
    for (const page of [phone, laptop]) {
      await sees(page, /Meeting closed|The meeting is closed/)
      expect(await page.getByText(words).count()).toBe(0)
    }
    expect(stage.faults).toEqual([])
  })
})
