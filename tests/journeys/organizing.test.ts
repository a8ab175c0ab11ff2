/** A session from its template to its end: created, edited by keyboard, seen by its Chair, copied, archived and deleted. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { getSecret } from '../support/server-process.ts'
import { tellStory } from '../support/story.ts'
import { TestClient } from '../support/test-client.ts'
import { Stage } from './stage.ts'

type ListedSession = { readonly id: string; readonly title: string; readonly archived: boolean }
type Links = { readonly links: readonly { readonly role: string; readonly url: string }[] }

const title = 'Review of the action lines'

describe.runIf(hasBrowser())('organizing', () => {
  tellStory()

  let stage: Stage
  let home: Page
  let chair: Page
  let made = ''

  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
  const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()
  const listSessions = async () => (await stage.callApi<{ sessions: ListedSession[] }>('/api/sessions')).sessions
  const act = async (what: RegExp) => {
    await press(home, /^More actions for/)
    await home.getByRole('menuitem', { name: what }).click()
  }
  /** Moves the focus with the tab key only, from its current place. */
  const tabTo = async (name: string) => {
    const reached = () => home.evaluate((wanted) => document.activeElement?.getAttribute('aria-label') === wanted, name)
    for (let count = 0; count < 200 && !(await reached()); count += 1) await home.keyboard.press('Tab')
    expect(await reached(), name).toBe(true)
  }
  /** The page moves the focus into a new field after it has drawn it. */
  const writing = () => home.locator('input:focus').waitFor()
  const typeInto = async (label: string, text: string) => {
    await home.getByLabel(label, { exact: true }).first().focus()
    await home.keyboard.press('ControlOrMeta+a')
    await home.keyboard.type(text)
  }

  beforeAll(async () => {
    stage = await Stage.open()
    home = (await stage.visit(stage.links.organizer, 'staff')).page
  })
  afterAll(async () => {
    const { faults } = stage
    await stage.close()
    expect(faults).toEqual([])
  })

  test('is created from a template, and its chair sees the agenda of the template', async () => {
    await press(home, /^Open consultation/)
    await home.getByLabel(/^Title/).fill(title)
    await press(home, 'Create the session')
    await home.getByRole('heading', { name: title }).waitFor()
    made = (await listSessions()).find((session) => session.title === title)?.id ?? ''
    const { links } = await stage.callApi<Links>(`/api/sessions/${made}/links`)
    chair = (await stage.visit(links.find(({ role }) => role === 'chair')?.url ?? '', 'chair')).page
    await sees(chair, title)
  })

  test('agenda, groups and limits are edited by keyboard only, and errors are shown before anything is sent', async () => {
    await home.getByRole('button', { name: 'Edit session' }).focus()
    await home.keyboard.press('Enter')
    await home.getByRole('heading', { name: /^Edit session/ }).waitFor()
    await typeInto('Time per speaker', '0:05')
    await home.keyboard.press('Enter')
    await home.getByRole('alert').filter({ hasText: 'Enter minutes and seconds' }).waitFor()
    await typeInto('Time per speaker', '2:00')
    const first = await home.getByRole('region', { name: 'Agenda' }).getByLabel('Title').first().inputValue()
    await home.getByRole('heading', { name: 'Agenda' }).focus()
    await tabTo(`Move down: ${first}`)
    await home.keyboard.press('Enter')
    await home.keyboard.press('Enter')
    await home.getByRole('button', { name: 'Add an item' }).focus()
    await home.keyboard.press('Enter')
    await writing()
    await home.keyboard.type('Written statements')
    await sees(home, /min too long/)
    await home.getByRole('button', { name: 'Add a group' }).focus()
    await home.keyboard.press('Enter')
    await writing()
    await home.keyboard.type('Press')
    await home.keyboard.press('Enter')
    await sees(home, /^Saved\./)
    const { plan } = await stage.callApi<{ plan: { segments: { title: string }[]; groups: { id: string }[]; floor: { limit: number } } }>(
      `/api/sessions/${made}/plan`,
    )
    expect([plan.segments[2]?.title, plan.segments.at(-1)?.title]).toEqual([first, 'Written statements'])
    expect([plan.groups.at(-1)?.id, plan.floor.limit]).toEqual(['press', 120])
  })

  test('the chair’s screen shows the new plan without a reload', async () => {
    await sees(chair, 'Written statements')
  })

  test('the page asks about unsaved changes; without any it goes back', async () => {
    await typeInto('Title', 'Something else')
    await home.goBack()
    await sees(home, 'Leave without saving?')
    await press(home, /^Leave without saving$/)
    await home.getByRole('heading', { name: title }).waitFor()
  })

  test('is copied, and the copy has the new plan', async () => {
    await act(/^Copy this session/)
    await home.getByLabel(/^Title/).fill('Second review')
    await press(home, 'Create the session')
    await home.getByRole('heading', { name: 'Second review' }).waitFor()
    const copy = (await listSessions()).find((session) => session.title === 'Second review')
    const { plan } = await stage.callApi<{ plan: { segments: { title: string }[] } }>(`/api/sessions/${copy?.id ?? ''}/plan`)
    expect(plan.segments.at(-1)?.title).toBe('Written statements')
  })

  test('[S17] a copy without a title of its own is called a copy, and the list names the original', async () => {
    await home.getByRole('listitem').filter({ hasText: title }).getByRole('button', { name: /^Open/ }).first().click()
    await home.getByRole('heading', { name: title, exact: true }).waitFor()
    await act(/^Copy this session/)
    await sees(home, `If left empty: Copy of ${title}`)
    await press(home, 'Create the session')
    await home.getByRole('heading', { name: `Copy of ${title}` }).waitFor()
    await home.getByRole('listitem').filter({ hasText: 'Second review' }).getByRole('button', { name: /^Open/ }).first().click()
    await home.getByRole('heading', { name: 'Second review' }).waitFor()
  })

  test('is archived, and is deleted for good after its name was typed', async () => {
    await act(/^Archive/)
    await sees(home, /^Archived$/)
    // The menu shows the same text while it closes.
    await expect.poll(async () => (await listSessions()).find((session) => session.title === 'Second review')?.archived).toBe(true)
    await act(/^Delete/)
    await home.getByLabel(/to confirm/).fill('Second review')
    await press(home, 'Delete permanently')
    await home.getByRole('dialog').waitFor({ state: 'detached' })
    expect((await listSessions()).map((session) => session.title)).not.toContain('Second review')
    expect((await listSessions()).map((session) => session.title)).toContain(title)
  })

  test('[S18] a finished rehearsal leads to its record, which is marked as that of a rehearsal', async () => {
    const rehearsal = await stage.callApi<Links & { session: string }>(`/api/sessions/${made}/rehearsal`, { people: 2 })
    const link = rehearsal.links.find(({ role }) => role === 'chair')?.url ?? ''
    const player = await TestClient.join(new URL(link).origin, { link: getSecret(link) })
    expect(await player.sendUntilAnswered('session.open', {})).toEqual({ ok: true })
    expect(await player.sendUntilAnswered('session.close', {})).toEqual({ ok: true })
    player.close()
    await home.reload()
    const row = home.getByRole('listitem').filter({ hasText: `Rehearsal of ${title}` })
    await row.getByRole('link', { name: /^Record of the rehearsal/ }).click()
    await sees(home, 'Rehearsal with simulated people')
    await home.goBack()
    await home.getByRole('heading', { name: 'Sessions', exact: true }).waitFor()
  })

  test('[P64] [P68] another organizer works with their own link, and is sent out when it is revoked', async () => {
    await press(home, /^Show.*Organizers/)
    await home.getByLabel('Function').fill('Conference services')
    await press(home, 'Create a link')
    const link = (await home.locator('code').textContent()) ?? ''
    const other = (await stage.visit(link, 'staff')).page
    await other.getByRole('heading', { name: 'Sessions', exact: true }).waitFor()
    await press(other, 'Edit session')
    await other.getByLabel('Title', { exact: true }).first().fill('Written while the access ends')
    await press(home, /^End access Conference services/)
    await sees(home, /Their link will stop working at once/)
    await home.getByRole('dialog').getByRole('button', { name: 'End access' }).click()
    await home.getByRole('dialog').waitFor({ state: 'detached' })
    await press(other, 'Save the plan')
    await sees(other, 'This organizer’s link no longer works')
    const asked: string[] = []
    other.on('dialog', (dialog) => {
      asked.push(dialog.type())
      void dialog.accept()
    })
    await other.goto(stage.links.organizer)
    await other.getByRole('heading', { name: 'Sessions', exact: true }).waitFor()
    expect(asked).toEqual([])
  })
})
