/** Officers side by side. They are added on the organizer's page, and their duties change while they work. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { tellStory } from '../support/story.ts'
import { Stage } from './stage.ts'

type Links = { readonly links: readonly { readonly office: { readonly office: string } | null; readonly url: string }[] }

describe.runIf(hasBrowser())('officers', () => {
  tellStory()

  let stage: Stage
  let home: Page
  let secretariat: Page
  let rapporteur: Page

  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()

  beforeAll(async () => {
    stage = await Stage.open()
    home = (await stage.visit(stage.links.organizer, 'staff')).page
    secretariat = (await stage.visit(stage.links.secretariat, 'staff')).page
  })
  afterAll(async () => {
    const { faults } = stage
    await stage.close()
    expect(faults).toEqual([])
  })

  test('[P50] a rapporteur is added without a name, and the secretariat sees them arrive', async () => {
    await press(home, 'Add an officer')
    await home.getByRole('dialog').getByRole('button', { name: 'Add an officer' }).click()
    await home.getByRole('heading', { name: 'Rapporteur' }).waitFor()
    const session = (await stage.callApi<{ sessions: { id: string }[] }>('/api/sessions')).sessions[0]?.id ?? ''
    const { links } = await stage.callApi<Links>(`/api/sessions/${session}/links`)
    rapporteur = (await stage.visit(links.find(({ office }) => office?.office === 'rapporteur')?.url ?? '', 'staff')).page
    await secretariat.getByText(/Also connected: .*Rapporteur/).waitFor()
  })

  test('[N8] the secretariat sees that a note is by the rapporteur', async () => {
    await press(rapporteur, /Notes/)
    await rapporteur.locator('[data-note-field] textarea').fill('Access grew most in rural areas.')
    await rapporteur.keyboard.press('Enter')
    await press(secretariat, /Notes/)
    await secretariat.locator('[data-point]').filter({ hasText: 'Access grew most' }).getByText('Rapporteur').waitFor()
    const own = rapporteur.locator('[data-point]').filter({ hasText: 'Access grew most' })
    await own.waitFor()
    expect(await own.getByText('Rapporteur').count()).toBe(0)
  })

  test('[P51] duties are changed on the page, and the open screen changes at once', async () => {
    const runs = rapporteur.getByRole('button', { name: /Run the session/ })
    expect(await runs.count()).toBe(0)
    await press(home, 'Duties: Rapporteur')
    const dialog = home.getByRole('dialog')
    await dialog.getByRole('checkbox', { name: /floor/i }).check()
    await dialog.getByRole('button', { name: 'Save duties' }).click()
    await home.getByText(/Can change only: .*floor/i).waitFor()
    await runs.first().waitFor()
  })
})
