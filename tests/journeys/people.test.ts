/** People, from a list to the door: a session is made, a list imported, a link opened, the code used, and somebody let go. */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { readQr } from '../support/qr-reader.ts'
import { secretOf } from '../support/server-process.ts'
import { Caller } from '../support/test-client.ts'
import { Stage } from './stage.ts'

type Links = { readonly code: string; readonly join: string; readonly links: readonly { readonly role: string; readonly url: string }[] }

const list = (...rows: readonly string[]) => ({
  name: 'people.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['Organization,Group,Channel,Email', ...rows].join('\n')),
})
const federation = 'Library federation,civil-society,room,library@example.org'
const centre = 'University research centre,technical-academic,remote,'

describe.runIf(hasBrowser())('people', () => {
  let stage: Stage
  let home: Page
  let desk: Page
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
  const row = (entity: string) => desk.locator('[data-person]').filter({ hasText: entity })
  const act = async (entity: string, what: RegExp) => {
    await row(entity)
      .getByRole('button', { name: /^More actions/ })
      .click()
    await desk.getByRole('menuitem', { name: what }).click()
  }
  const linkOf = (role: string): string => links.links.find((link) => link.role === role)?.url ?? ''

  beforeAll(async () => {
    stage = await Stage.open()
    home = (await stage.visit(stage.links.organiser, 'desk')).page
  })
  afterAll(async () => {
    const { faults } = stage
    await stage.close()
    expect(faults).toEqual([])
  })

  it('a session is made; the QR code of the desk is covered first, and leads where its link leads', async () => {
    const before = (await stage.ask<{ sessions: { id: string }[] }>('/api/sessions')).sessions.map(({ id }) => id)
    await press(home, /Model session/)
    await press(home, 'Make the session')
    await home.getByRole('dialog').waitFor({ state: 'detached' })
    const after = (await stage.ask<{ sessions: { id: string }[] }>('/api/sessions')).sessions.map(({ id }) => id)
    made = after.find((id) => !before.includes(id)) ?? ''
    links = await stage.ask<Links>(`/api/sessions/${made}/links`)
    await sees(home, links.code.slice(0, 4))
    const desks = home.getByRole('article').filter({ hasText: 'Secretariat' })
    expect(await desks.locator(code).count()).toBe(0)
    await desks.getByRole('button', { name: /Show QR/ }).click()
    const link = await drawn(desks.locator(code))
    expect(link).toBe(linkOf('secretariat'))
    desk = (await stage.visit(link, 'desk')).page
    await press(desk, /^People/)
    // The seat of the panel is nobody in particular.
    await sees(desk, 'Nobody is registered yet')
    const chair = await Caller.join(stage.server.url, { link: secretOf(linkOf('chair')) })
    expect(await chair.insist('session.open', {})).toEqual({ ok: true })
    chair.close()
  })

  it('a list with a wrong row changes nothing and says which; put right, it is imported whole', async () => {
    await press(desk, 'Import list')
    const file = desk.locator('input[type=file]')
    await file.setInputFiles(list(federation, 'Regional commission,No such group,room,'))
    await sees(desk, /Line 3/)
    await press(desk, 'Cancel')
    await sees(desk, 'Nobody is registered yet')
    await press(desk, 'Import list')
    await file.setInputFiles(list(federation, centre))
    await press(desk, 'Import 2 people')
    await sees(desk, /Imported. Added: 2/)
    await press(desk, 'Done')
    await sees(desk, '2 people registered')
    await row('University research centre').waitFor()
  })

  it('a personal link joins: nothing is asked but whether it is right', async () => {
    await act('Library federation', /New link/)
    await press(desk, 'Make a new link')
    await press(desk, /Show QR/)
    const link = await drawn(desk.getByRole('dialog').locator(code))
    await press(desk, 'Done')
    phone = (await stage.visit(link, 'phone')).page
    await sees(phone, 'Is this right?')
    await sees(phone, 'Library federation')
    await press(phone, 'Yes, continue')
    await phone.waitForURL(/\/room$/)
    await sees(phone, 'Library federation')
  })

  it('the room screen shows the code as it stands, also once it has been made anew', async () => {
    const screen = (await stage.visit(linkOf('display'), 'screen')).page
    const typed = (joining: string) => `${joining.slice(0, 4)} ${joining.slice(4)}`
    await sees(screen, typed(links.code))
    const card = home.getByRole('article').filter({ hasText: 'Participants' })
    await card.getByRole('button', { name: 'New code' }).click()
    await press(home, 'Make a new code')
    await screen.getByText(typed(links.code)).waitFor({ state: 'detached' })
    const { code: anew, join } = await stage.ask<Links>(`/api/sessions/${made}/links`)
    await sees(screen, typed(anew))
    expect(await drawn(screen.locator(code))).toBe(join)
    links = { ...links, code: anew, join }
  })

  it('the code joins, and the desk finds whoever came by it', async () => {
    walkIn = (await stage.visit(links.join, 'phone')).page
    await press(walkIn, 'Continue')
    await walkIn.getByLabel(/Organization or delegation/).fill('Specialized agency')
    await walkIn.getByText('International org.').first().click()
    await press(walkIn, 'Continue')
    await press(walkIn, 'Enter the session')
    await sees(walkIn, 'Specialized agency')
    await desk.getByRole('searchbox').fill('special')
    await sees(desk, '1 person found')
    await row('Specialized agency').waitFor()
    await desk.getByRole('searchbox').fill('')
    await sees(desk, '3 people registered')
  })

  it('[P27] who has come is marked by the keyboard alone, and counts on the Chair’s screen', async () => {
    chair = (await stage.visit(linkOf('chair'), 'chair')).page
    const bar = () => chair.locator('header').first().textContent()
    // Phone and walk-in are on the line.
    await expect.poll(bar, { timeout: 10_000 }).toContain('2 in the room')
    expect(await bar()).toContain('0 remote')
    await desk.getByRole('searchbox').fill('')
    await press(desk, 'Add person')
    await desk.getByLabel(/Organization or delegation/).fill('Chamber of commerce')
    await desk.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click()
    await press(desk, 'Done')
    await row('Chamber of commerce').getByText('Not arrived').waitFor()
    await desk.getByRole('searchbox').focus()
    await desk.keyboard.type('chamber')
    await desk.keyboard.press('Enter')
    await desk.locator(':focus', { hasText: 'Mark as arrived' }).waitFor()
    await desk.keyboard.press('Enter')
    await row('Chamber of commerce').getByText('In the room').waitFor()
    await desk.locator('input[type=search]:focus').waitFor()
    await expect.poll(bar, { timeout: 10_000 }).toContain('3 in the room')
    await sees(desk, /3 in the room, 0 remote, 1 not arrived/)
    await desk.getByRole('searchbox').fill('')
    await act('Chamber of commerce', /Mark as not arrived/)
    await expect.poll(bar, { timeout: 10_000 }).toContain('2 in the room')
  })

  it('[P25] a consent that is given on the phone is seen at the desk', async () => {
    await desk.getByRole('searchbox').fill('')
    await act('Library federation', /Edit/)
    await desk.getByLabel(/^Name/).first().fill('Participant A')
    await press(desk, 'Save')
    await row('Library federation').getByText('Participant A').waitFor()
    await press(phone, 'How I appear')
    const dialog = phone.getByRole('dialog', { name: 'How I appear' })
    await dialog.getByText('You have not answered yet.').waitFor()
    await dialog.getByRole('radio', { name: /Organization and my name/ }).click()
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.getByText('Saved. The record may give your name.').waitFor()
    await phone.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await phone.locator(':focus').textContent()).toContain('How I appear')
    await desk.getByRole('searchbox').fill('library')
    await row('Library federation').getByText('named in the record').waitFor()
    await desk.getByRole('searchbox').fill('')
  })

  it('whoever is let go sees it without touching anything, and the link opens nothing any more', async () => {
    await act('Library federation', /End access/)
    await press(desk, 'End access')
    await phone.getByText('Your access has ended').waitFor()
    await row('Library federation').getByText('Access ended').waitFor()
    await phone.reload()
    await sees(phone, 'Your access has ended')
    await sees(walkIn, 'Specialized agency')
  })
})
