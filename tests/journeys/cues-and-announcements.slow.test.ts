/** Cues to the speaker and their status, announcements, and the blanked room screen. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { tellStory } from '../support/story.ts'
import { readClock, waitForSameClock } from './page-clock.ts'
import { Stage } from './stage.ts'

describe.runIf(hasBrowser())('cues and announcements', () => {
  tellStory()

  let stage: Stage
  let chair: Page
  let secretariat: Page
  let phone: Page
  let laptop: Page
  let display: Page

  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
  const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()
  const choose = async (page: Page, menu: string, item: RegExp) => {
    await press(page, menu)
    await page.getByRole('menuitem', { name: item }).click()
  }
  /** Finds an announcement that the page shows, not the text in its live region. */
  const findAnnouncement = (page: Page, text: string) =>
    (page === chair ? chair.locator('[data-box=alerts]') : page.getByRole('region', { name: 'Announcements' })).getByText(text)

  beforeAll(async () => {
    stage = await Stage.open()
    const { links } = stage
    chair = (await stage.visit(links.chair, 'chair')).page
    secretariat = (await stage.visit(links.secretariat, 'staff')).page
    display = (await stage.visit(links.display, 'display')).page
    phone = (await stage.enter(links.room, 'phone')).page
    laptop = (await stage.enter(links.remote, 'laptop')).page
    await press(chair, /Open the meeting/)
    await press(chair, /List closed/)
    await chair.getByRole('menuitem', { name: /Open the list/ }).click()
    await press(phone, 'Request the floor')
    await press(chair, /Call next/)
    await sees(phone, 'The Chair has called you')
    await press(chair, /Start the clock/)
    await sees(phone, 'You have the floor')
  })
  afterAll(async () => {
    await stage.close()
  })

  test('the chair asks to conclude: the speaker’s own phone and the display show it, and nobody else sees it', async () => {
    await press(chair, 'Ask to conclude')
    await phone.getByRole('button', { name: 'Seen' }).waitFor()
    await sees(phone, 'Please conclude')
    await sees(display, 'Please conclude')
    await chair.getByRole('button', { name: 'Asked, delivered' }).waitFor()
    await expect.poll(() => phone.locator('[aria-live=assertive]').textContent()).toContain('Please conclude')
    expect(await laptop.getByText('Please conclude').count()).toBe(0)
  })

  test('the speaker confirms a cue with a press', async () => {
    await press(phone, 'Seen')
    const asked = chair.getByRole('button', { name: 'Asked, seen' })
    await asked.waitFor()
    expect(await asked.getAttribute('aria-disabled')).toBe('true')
    await phone.getByRole('button', { name: 'Seen' }).waitFor({ state: 'detached' })
  })

  test('the other cues need one press and reach the same screens', async () => {
    await choose(chair, 'More cues for the speaker', /Slower, please, for the interpreters/)
    await sees(phone, 'Slower, please, for the interpreters')
    await sees(display, 'Slower, please, for the interpreters')
    await press(phone, 'Seen')
    await phone.getByRole('button', { name: 'Seen' }).waitFor({ state: 'detached' })
    await press(chair, 'More cues for the speaker')
    await chair.getByRole('menuitem', { name: /Slower, please, for the interpreters.*seen/ }).waitFor()
    await chair.keyboard.press('Escape')
  })

  test('an announcement to remote people reaches the laptop once it is sent, and never the phone or the room screen', async () => {
    const text = 'The captions are back.'
    await choose(secretariat, 'Session menu', /Make an announcement/)
    const dialog = secretariat.getByRole('dialog')
    await dialog.getByRole('radio', { name: 'Remote' }).click()
    await dialog.getByRole('textbox', { name: 'Announcement' }).fill(text)
    await dialog.getByRole('paragraph').filter({ hasText: text }).waitFor()
    expect(await laptop.getByText(text).count()).toBe(0)
    await dialog.getByRole('button', { name: 'Send the announcement' }).click()
    await findAnnouncement(laptop, text).waitFor()
    await dialog.getByRole('button', { name: `Take down: ${text}` }).waitFor()
    for (const page of [phone, display]) expect(await page.getByText(text).count()).toBe(0)
    await press(laptop, 'Hide this announcement')
    await findAnnouncement(laptop, text).waitFor({ state: 'detached' })
  })

  test('an announcement to everyone reaches all screens, and disappears from all when it is removed', async () => {
    const text = 'Lunch is at one o’clock.'
    const dialog = secretariat.getByRole('dialog')
    await dialog.getByRole('radio', { name: 'Everyone' }).click()
    await dialog.getByRole('textbox', { name: 'Announcement' }).fill(text)
    await dialog.getByRole('button', { name: 'Send the announcement' }).click()
    for (const page of [chair, phone, laptop]) await findAnnouncement(page, text).waitFor()
    await sees(display, text)
    expect(await readClock(display)).toBeGreaterThan(0)
    await dialog.getByRole('button', { name: `Take down: ${text}` }).click()
    for (const page of [chair, phone, laptop]) await findAnnouncement(page, text).waitFor({ state: 'detached' })
    await display.getByText(text).waitFor({ state: 'detached' })
    await secretariat.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })

  test('the room screen is blanked at once, chair and secretariat are reminded, and it returns with the clock running', async () => {
    await choose(chair, 'Session menu', /Blank the room screen/)
    await display.getByRole('region', { name: 'The screen is blank' }).waitFor()
    expect(await display.locator('main').textContent()).toBe('')
    for (const page of [chair, secretariat]) await sees(page, 'The room screen is blank.')
    const before = await readClock(chair)
    await press(chair, '+30 s')
    // The other page's press may arrive first. Then the two clocks would agree without the added time.
    await expect.poll(() => readClock(chair)).toBeGreaterThan(before + 10)
    await press(secretariat, 'Show the room screen again')
    await sees(display, 'Now speaking')
    await waitForSameClock(display, chair)
    for (const page of [chair, secretariat]) await page.getByText('The room screen is blank.').waitFor({ state: 'detached' })
    expect(stage.faults).toEqual([])
  })
})
