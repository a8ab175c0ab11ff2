/** Speaking to people: what is asked of the speaker and how far it came, announcements to some, and the room screen that is blanked. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { Stage } from './stage.ts'

describe.runIf(hasBrowser())('speaking to people', () => {
  let stage: Stage
  let chair: Page
  let desk: Page
  let phone: Page
  let laptop: Page
  let screen: Page

  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
  const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()
  const choose = async (page: Page, menu: string, item: RegExp) => {
    await press(page, menu)
    await page.getByRole('menuitem', { name: item }).click()
  }
  const clockOn = async (page: Page): Promise<number> => {
    const [minutes = '0', seconds = '0'] = ((await page.getByRole('timer').first().textContent()) ?? '').replace(/[^\d:]/g, '').split(':')
    return Number(minutes) * 60 + Number(seconds)
  }
  /** Announcements as they stand on a page, not what its announcer says. */
  const told = (page: Page, text: string) => page.getByRole('region', { name: 'Announcements' }).getByText(text)

  beforeAll(async () => {
    stage = await Stage.open()
    const { links } = stage
    chair = (await stage.visit(links.chair, 'chair')).page
    desk = (await stage.visit(links.secretariat, 'desk')).page
    screen = (await stage.visit(links.display, 'screen')).page
    phone = (await stage.enter(links.room, 'phone')).page
    laptop = (await stage.enter(links.remote, 'laptop')).page
    await press(chair, /Open the session/)
    await press(chair, /List closed/)
    await chair.getByRole('menuitem', { name: /Open the list/ }).click()
    await press(phone, 'Request the floor')
    await press(chair, /Call next/)
    await sees(phone, 'You are called')
    await press(chair, /Start the clock/)
    await sees(phone, 'You have the floor')
  })
  afterAll(async () => {
    await stage.close()
  })

  it('the chair asks to conclude: the speaker’s own phone and the room screen say it, and nobody else is told', async () => {
    await press(chair, 'Ask to conclude')
    await phone.getByRole('button', { name: 'Seen' }).waitFor()
    await sees(phone, 'Please conclude')
    await sees(screen, 'Please conclude')
    await chair.getByRole('button', { name: 'Asked, arrived' }).waitFor()
    expect(await phone.locator('[aria-live=assertive]').textContent()).toContain('Please conclude')
    expect(await laptop.getByText('Please conclude').count()).toBe(0)
  })

  it('that it was seen is said by a press of the speaker', async () => {
    await press(phone, 'Seen')
    const asked = chair.getByRole('button', { name: 'Asked, seen' })
    await asked.waitFor()
    expect(await asked.getAttribute('aria-disabled')).toBe('true')
    await phone.getByRole('button', { name: 'Seen' }).waitFor({ state: 'detached' })
  })

  it('the other cues are one press away, and come to the same places', async () => {
    await choose(chair, 'More for the speaker', /Slower for the interpreters/)
    await sees(phone, 'Slower for the interpreters')
    await sees(screen, 'Slower for the interpreters')
    await press(phone, 'Seen')
    await phone.getByRole('button', { name: 'Seen' }).waitFor({ state: 'detached' })
    await press(chair, 'More for the speaker')
    await chair.getByRole('menuitem', { name: /Slower for the interpreters.*seen/ }).waitFor()
    await chair.keyboard.press('Escape')
  })

  it('an announcement to remote people reaches the laptop, when it is sent and not before, and neither phone nor room screen', async () => {
    const text = 'The captions are back.'
    await choose(desk, 'Session menu', /Make an announcement/)
    const dialog = desk.getByRole('dialog')
    await dialog.getByRole('radio', { name: 'Remote' }).click()
    await dialog.getByRole('textbox', { name: 'Announcement' }).fill(text)
    await dialog.getByRole('paragraph').filter({ hasText: text }).waitFor()
    expect(await laptop.getByText(text).count()).toBe(0)
    await dialog.getByRole('button', { name: 'Send the announcement' }).click()
    await told(laptop, text).waitFor()
    await dialog.getByRole('button', { name: `Take down: ${text}` }).waitFor()
    for (const page of [phone, screen]) expect(await page.getByText(text).count()).toBe(0)
    await press(laptop, 'Hide this announcement')
    await told(laptop, text).waitFor({ state: 'detached' })
  })

  it('one to everyone reaches all, and goes from all when it is taken down', async () => {
    const text = 'Lunch is at one o’clock.'
    const dialog = desk.getByRole('dialog')
    await dialog.getByRole('radio', { name: 'Everyone' }).click()
    await dialog.getByRole('textbox', { name: 'Announcement' }).fill(text)
    await dialog.getByRole('button', { name: 'Send the announcement' }).click()
    for (const page of [chair, phone, laptop]) await told(page, text).waitFor()
    await sees(screen, text)
    expect(await clockOn(screen)).toBeGreaterThan(0)
    await dialog.getByRole('button', { name: `Take down: ${text}` }).click()
    for (const page of [chair, phone, laptop]) await told(page, text).waitFor({ state: 'detached' })
    await screen.getByText(text).waitFor({ state: 'detached' })
    await desk.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })

  it('the room screen is blanked at once, both who drive are reminded, and it comes back with the clock as it ran', async () => {
    await choose(chair, 'Session menu', /Blank the room screen/)
    await screen.getByRole('region', { name: 'The screen is blank' }).waitFor()
    expect(await screen.locator('main').textContent()).toBe('')
    for (const page of [chair, desk]) await sees(page, 'The room screen is blank.')
    await press(chair, '+30 s')
    await press(desk, 'Show the room screen again')
    await sees(screen, 'Now speaking')
    expect(Math.abs((await clockOn(screen)) - (await clockOn(chair)))).toBeLessThanOrEqual(1)
    for (const page of [chair, desk]) await page.getByText('The room screen is blank.').waitFor({ state: 'detached' })
    expect(stage.faults).toEqual([])
  })
})
