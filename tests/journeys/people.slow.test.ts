/** People: a session is created, a list imported, a link opened, the code used, and access revoked. */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { readQr } from '../support/qr-reader.ts'
import { getSecret } from '../support/server-process.ts'
import { tellStory } from '../support/story.ts'
import { TestClient } from '../support/test-client.ts'
import { Stage } from './stage.ts'

type Links = { readonly code: string; readonly join: string; readonly links: readonly { readonly role: string; readonly url: string }[] }

const makeListFile = (...rows: readonly string[]) => ({
  name: 'people.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['Organization,Group,Channel,Email', ...rows].join('\n')),
})
const federationRow = 'Library federation,civil-society,room,library@example.org'
const centreRow = 'University research centre,technical-academic,remote,'

describe.runIf(hasBrowser())('people', () => {
  tellStory()

  let stage: Stage
  let home: Page
  let secretariat: Page
  let phone: Page
  let links: Links
  let walkIn: Page
  let chair: Page
  let made = ''

  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
  const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()
  const code = 'svg[role=img]'
  const drawn = async (svg: Locator): Promise<string> => {
    await svg.waitFor()
    return readQr((await svg.getAttribute('viewBox')) ?? '', await svg.innerHTML())
  }
  const row = (entity: string) => secretariat.locator('[data-person]').filter({ hasText: entity })
  /** A menu closes when its row moves, so the whole list must be there before one is opened. */
  const showAll = async () => {
    await secretariat.getByRole('searchbox').fill('')
    await expect.poll(() => secretariat.locator('[data-person]').count()).toBeGreaterThan(2)
  }
  const act = async (entity: string, what: RegExp) => {
    await row(entity)
      .getByRole('button', { name: /^More actions/ })
      .and(secretariat.locator(':not([data-resting])'))
      .click()
    await secretariat.getByRole('menuitem', { name: what }).click()
  }
  const findLink = (role: string): string => links.links.find((link) => link.role === role)?.url ?? ''

  beforeAll(async () => {
    stage = await Stage.open()
    home = (await stage.visit(stage.links.organizer, 'staff')).page
  })
  afterAll(async () => {
    const { faults } = stage
    await stage.close()
    expect(faults).toEqual([])
  })

  test('a session is created; the QR code of the secretariat is covered first, and contains the secretariat’s link', async () => {
    const before = (await stage.callApi<{ sessions: { id: string }[] }>('/api/sessions')).sessions.map(({ id }) => id)
    await press(home, /Model session/)
    await press(home, 'Create the session')
    await home.getByRole('dialog').waitFor({ state: 'detached' })
    const after = (await stage.callApi<{ sessions: { id: string }[] }>('/api/sessions')).sessions.map(({ id }) => id)
    made = after.find((id) => !before.includes(id)) ?? ''
    links = await stage.callApi<Links>(`/api/sessions/${made}/links`)
    await sees(home, links.code.slice(0, 4))
    const staffPages = home.getByRole('article').filter({ hasText: 'Secretariat' })
    expect(await staffPages.locator(code).count()).toBe(0)
    await staffPages.getByRole('button', { name: /Show QR/ }).click()
    const link = await drawn(staffPages.locator(code))
    expect(link).toBe(findLink('secretariat'))
    secretariat = (await stage.visit(link, 'staff')).page
    await press(secretariat, /^People/)
    // The panel's own link is not a person of the roster.
    await sees(secretariat, 'Nobody is registered yet')
    const chair = await TestClient.join(stage.server.url, { link: getSecret(findLink('chair')) })
    expect(await chair.sendUntilAnswered('session.open', {})).toEqual({ ok: true })
    chair.close()
  })

  test('a list with a wrong row changes nothing and names the row; after correction the whole list is imported', async () => {
    await press(secretariat, 'Import list')
    const file = secretariat.locator('input[type=file]')
    await file.setInputFiles(makeListFile(federationRow, 'Regional commission,No such group,room,no address'))
    await sees(secretariat, /D3, Email:/)
    await sees(secretariat, 'What does this value mean?')
    await sees(secretariat, /No such group.* \(1 row\)/)
    await press(secretariat, 'Cancel')
    await sees(secretariat, 'Nobody is registered yet')
    await press(secretariat, 'Import list')
    await file.setInputFiles(makeListFile(federationRow, centreRow))
    await press(secretariat, 'Import 2 people')
    await sees(secretariat, /Imported. New: 2/)
    await press(secretariat, 'Done')
    await sees(secretariat, '2 people registered')
    await row('University research centre').waitFor()
  })

  test('a person joins with a personal link, and only confirms who they are', async () => {
    await act('Library federation', /New link/)
    await press(secretariat, 'Create a new link')
    await press(secretariat, /Show QR/)
    const link = await drawn(secretariat.getByRole('dialog').locator(code))
    await press(secretariat, 'Done')
    phone = (await stage.visit(link, 'phone')).page
    await sees(phone, 'Is this correct?')
    await sees(phone, 'Library federation')
    await press(phone, 'Yes, continue')
    await phone.waitForURL(/\/room$/)
    await sees(phone, 'Library federation')
  })

  test('[V105] the display shows the current code, even after it is renewed, and the QR code even with the widest letters', async () => {
    const display = (await stage.visit(findLink('display'), 'display')).page
    const typed = (joining: string) => `${joining.slice(0, 4)} ${joining.slice(4)}`
    await sees(display, typed(links.code))
    const card = home.getByRole('article').filter({ hasText: 'Participants' })
    await card.getByRole('button', { name: 'New code' }).click()
    await press(home, 'Create a new code')
    await display.getByText(typed(links.code)).waitFor({ state: 'detached' })
    const { code: renewed, join } = await stage.callApi<Links>(`/api/sessions/${made}/links`)
    await sees(display, typed(renewed))
    await expect.poll(() => drawn(display.locator(code))).toBe(join)
    links = { ...links, code: renewed, join }
    await display.locator('[data-column] strong.num').evaluate((strong) => {
      strong.textContent = 'WWWW WWWW'
    })
    // Waits until the screen has checked again what fits.
    await display.waitForFunction(() => document.querySelector('[data-column]:has(strong.num)')?.getAttribute('data-fit') === '0')
    expect(await display.locator(code).isVisible()).toBe(true)
  })

  test('a person joins with the code, and the secretariat finds them', async () => {
    walkIn = (await stage.visit(links.join, 'phone')).page
    await walkIn.getByLabel(/Organization or delegation/).fill('Specialized agency')
    await walkIn.getByText('International organizations').first().click()
    await walkIn.getByRole('radio', { name: /In the room/ }).click()
    await walkIn.getByRole('button', { name: /^Enter/ }).click()
    await sees(walkIn, 'Specialized agency')
    await secretariat.getByRole('searchbox').fill('special')
    await sees(secretariat, '1 person found')
    await row('Specialized agency').waitFor()
    await showAll()
    await sees(secretariat, '3 people registered')
  })

  test('[P27] the secretariat checks a person in by keyboard only, and the Chair’s screen counts them', async () => {
    chair = (await stage.visit(findLink('chair'), 'chair')).page
    const bar = () => chair.locator('header').first().textContent()
    // The phone and the person who joined with the code are connected.
    await expect.poll(bar, { timeout: 10_000 }).toContain('2 in the room')
    expect(await bar()).toContain('0 remote')
    await showAll()
    await press(secretariat, 'Add person')
    await secretariat.getByLabel(/Organization or delegation/).fill('Chamber of commerce')
    await secretariat.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click()
    await press(secretariat, 'Done')
    await row('Chamber of commerce').getByText('Not arrived').waitFor()
    await secretariat.getByRole('searchbox').focus()
    await secretariat.keyboard.type('chamber')
    await secretariat.keyboard.press('Enter')
    await secretariat.locator(':focus', { hasText: 'Mark as arrived' }).waitFor()
    await secretariat.keyboard.press('Enter')
    await row('Chamber of commerce').getByText('In the room').waitFor()
    await secretariat.locator('input[type=search]:focus').waitFor()
    await expect.poll(bar, { timeout: 10_000 }).toContain('3 in the room')
    await sees(secretariat, /3 in the room, 0 remote, 1 not arrived/)
    await showAll()
    await act('Chamber of commerce', /Mark as not arrived/)
    await expect.poll(bar, { timeout: 10_000 }).toContain('2 in the room')
  })

  test('[P25] the secretariat sees a consent given on the phone', async () => {
    await showAll()
    await act('Library federation', /Edit/)
    await secretariat.getByLabel(/^Name/).first().fill('Participant A')
    await press(secretariat, 'Save')
    await row('Library federation').getByText('Participant A').waitFor()
    await press(phone, 'How I am listed')
    const dialog = phone.getByRole('dialog', { name: 'How I am listed' })
    await dialog.getByText('You have not answered yet.').waitFor()
    await dialog.getByRole('radio', { name: /Organization and my name/ }).click()
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.getByText('Saved. Your name may appear in the record.').waitFor()
    await phone.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await phone.locator(':focus', { hasText: 'How I am listed' }).waitFor()
    await secretariat.getByRole('searchbox').fill('library')
    await row('Library federation').getByText('named in the record').waitFor()
    await showAll()
  })

  test('a person whose access ends sees it at once, and the link no longer works', async () => {
    await act('Library federation', /End access/)
    await press(secretariat, 'End access')
    await phone.getByText('Your access has ended').waitFor()
    await row('Library federation').getByText('Access ended').waitFor()
    await phone.reload()
    await sees(phone, 'Your access has ended')
    await sees(walkIn, 'Specialized agency')
  })
})
