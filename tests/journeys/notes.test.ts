/** Two note-takers while a person speaks, conflicting edits, the close, and a statement of a person who was not reached. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { tellStory } from '../support/story.ts'
import { Stage, type Visitor } from './stage.ts'

describe.runIf(hasBrowser())('notes and statements', () => {
  tellStory()

  let stage: Stage
  let chair: Page
  let one: Page
  let two: Page
  let phone: Visitor
  let laptop: Page

  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
  const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()
  const point = (page: Page, text: string) => page.locator('[data-point]').filter({ hasText: text })
  const field = (page: Page) => page.locator('[data-note-field] textarea')
  /** Finds the heading “Note on …”. */
  const aim = (page: Page) => page.locator('[data-note-field] h3')
  /** Waits until typed text goes to the field. */
  const hasFocus = (page: Page) => page.locator('[data-note-field] textarea:focus').waitFor()

  beforeAll(async () => {
    stage = await Stage.open()
    const { links } = stage
    chair = (await stage.visit(links.chair, 'chair')).page
    one = (await stage.visit(links.secretariat, 'staff')).page
    two = (await stage.visit(links.secretariat, 'staff')).page
    phone = await stage.enter(links.room, 'phone')
    laptop = (await stage.enter(links.remote, 'laptop')).page
  })
  afterAll(async () => {
    await stage.close()
  })

  test('notes on the whole segment can be written before the opening', async () => {
    for (const secretariat of [one, two]) await press(secretariat, 'Notes')
    await hasFocus(one)
    await one.keyboard.type('Room is ready')
    await one.keyboard.press('Enter')
    await point(two, 'Room is ready').waitFor()
  })

  test('the field has the focus, the subject follows the speaker, and a key chooses the tag', async () => {
    await press(chair, /Open the meeting/)
    await press(chair, /List closed/)
    await chair.getByRole('menuitem', { name: /Open the list/ }).click()
    await press(phone.page, /Request the floor/)
    await sees(chair, /1 waiting/)
    await press(laptop, /Request the floor/)
    await sees(chair, /2 waiting/)
    await press(chair, /Call next/)
    await press(chair, /Start the clock/)
    await sees(one, 'Speaking now')
    await expect.poll(() => aim(one).textContent()).toContain('Note on')
    await hasFocus(one)
    await one.keyboard.press('Alt+Digit1')
    await one.keyboard.type('Access grew')
    await one.keyboard.press('Shift+Enter')
    await one.keyboard.type('everywhere')
    await one.keyboard.press('Enter')
    await point(two, 'Access grew').getByText('Success').waitFor()
    await expect.poll(() => field(one).inputValue()).toBe('')
    await hasFocus(one)
  })

  test('a note that is being typed stays with its speaker, after a reload and after a visit to another workplace', async () => {
    const before = await aim(two).textContent()
    await hasFocus(two)
    await two.keyboard.type('Not money to run')
    await press(chair, /End and call next/)
    await press(chair, /Start the clock/)
    await expect.poll(() => aim(one).textContent()).not.toBe(before)
    await sees(two, 'Kept for the person who was speaking when you began')
    await press(two, 'List of speakers')
    await two.reload()
    await press(two, 'Notes')
    await expect.poll(() => aim(two).textContent()).toBe(before)
    await expect.poll(() => field(two).inputValue()).toBe('Not money to run')
    await hasFocus(two)
    await two.keyboard.type(' them')
    await two.keyboard.press('Enter')
    await point(one, 'Not money to run them').waitFor()
  })

  test('when two people edit at once, the second sees both texts and chooses', async () => {
    for (const [secretariat, words] of [
      [one, 'Connectivity grew'],
      [two, 'Access and skills grew'],
    ] as const) {
      await point(secretariat, 'Access grew').getByRole('button', { name: /Edit/ }).click()
      await secretariat.getByRole('textbox', { name: 'Note', exact: true }).fill(words)
    }
    await one.keyboard.press('Enter')
    await sees(two, 'Someone else changed this note')
    await sees(two, 'Connectivity grew')
    await press(two, 'Continue with my edit')
    await press(two, 'Save the note')
    await point(one, 'Access and skills grew').waitFor()
  })

  test('a removed note can be restored for a few seconds', async () => {
    await point(one, 'Room is ready')
      .getByRole('button', { name: /Remove/ })
      .click()
    await press(one, 'Undo')
    await point(one, 'Room is ready').waitFor()
    expect(await point(two, 'Room is ready').count()).toBe(1)
  })

  test('at the close a person who was not reached is invited on the same screen, and the draft survives', async () => {
    await press(phone.page, /Request the floor/)
    await sees(chair, /1 waiting/)
    await press(chair, 'Session menu')
    await chair.getByRole('menuitem', { name: 'Close the meeting' }).click()
    await chair
      .getByRole('alertdialog')
      .or(chair.getByRole('dialog'))
      .getByRole('button', { name: /^Close (the session|now)/ })
      .click()
    await sees(phone.page, 'You are invited to submit your statement in writing.')
    await sees(one, '1 speaker was not reached.')
    await phone.page.getByRole('textbox', { name: 'Your statement' }).fill('What I would')
    await phone.page.reload()
    await expect.poll(() => phone.page.getByRole('textbox', { name: 'Your statement' }).inputValue()).toBe('What I would')
  })

  test('a statement submitted offline is sent once, and the secretariat sees it', { timeout: 120_000 }, async () => {
    await phone.page.getByRole('textbox', { name: 'Your statement' }).fill('What I would have said')
    await phone.context.setOffline(true)
    await phone.page
      .getByText(/No connection/)
      .first()
      .waitFor({ timeout: 40_000 })
    await press(phone.page, 'Submit my statement')
    await sees(phone.page, 'Waiting to send')
    await phone.context.setOffline(false)
    await phone.page
      .getByText(/Submitted at/)
      .first()
      .waitFor({ timeout: 30_000 })
    await sees(one, '1 statement has been submitted.')
    const row = one.getByRole('region', { name: 'Not reached' }).getByRole('listitem')
    await row.getByText('5 words').waitFor()
    expect(await row.count()).toBe(1)
  })

  test('a statement submitted again replaces the one before, and notes can be written after the close too', async () => {
    await press(phone.page, 'Edit')
    await phone.page.getByRole('textbox', { name: 'Your statement' }).fill('What I would have said, shorter')
    await press(phone.page, 'Submit the new text')
    await one.getByText('6 words').waitFor()
    await field(one).click()
    await hasFocus(one)
    await one.keyboard.type('Closed in good order')
    await one.keyboard.press('Enter')
    await point(two, 'Closed in good order').waitFor()
    expect(stage.faults).toEqual([])
  })
})
