/**
 * From an empty home to a report. A session is created, three hundred people are invited, officers work side by side, and the report is
 * opened.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { convert, convertToPdf, hasOffice } from '../support/libreoffice.ts'
import { type MailServer, startMailServer } from '../support/mail-server.ts'
import { getSecret } from '../support/server-process.ts'
import { tellStory } from '../support/story.ts'
import { TestClient } from '../support/test-client.ts'
import { makeWorkbook } from '../support/xlsx-workbook.ts'
import { Stage } from './stage.ts'

type RehearsalLinks = { readonly session: string; readonly links: readonly { readonly role: string; readonly url: string }[] }
type Links = { readonly links: readonly { readonly office: { readonly office: string } | null; readonly url: string }[] }

const title = 'Review of the action lines'
const peopleCount = 300
const groups = ['government', 'private-sector', 'civil-society', 'technical-academic', 'international']
const list = Buffer.from(
  makeWorkbook({
    People: [
      ['Reg. No.', 'Family name', 'Given name(s)', 'E-mail', 'Delegation', 'Stakeholder group', 'Participation', 'Consent'],
      ...Array.from({ length: peopleCount }, (_, index) => [
        `R-${index}`,
        `Family ${index}`,
        `Given ${index}`,
        `p${index}@example.org`,
        `Organization ${index % 90}`,
        groups[index % groups.length] ?? null,
        index % 3 === 0 ? 'Online' : 'In person',
        index % 2 === 0 ? 'yes' : 'no',
      ]),
    ],
  }),
)

/** While other tests run, three hundred mails take longer. */
const patience = { timeout: 300_000 }

describe.runIf(hasBrowser() && hasOffice())('from an empty home to a report', () => {
  tellStory()

  let stage: Stage
  let mailServer: MailServer
  let home: Page
  let session = ''
  /** The number of presses and texts of the organizer. */
  let steps = 0

  const press = async (name: string | RegExp) => {
    steps += 1
    await home.getByRole('button', { name }).first().click()
  }
  const write = async (label: string | RegExp, text: string) => {
    steps += 1
    await home.getByLabel(label).first().fill(text)
  }

  beforeAll(async () => {
    mailServer = await startMailServer()
    stage = await Stage.open((url) => ({ ...mailServer.variables, ROSTRUM_PUBLIC_URL: url }))
    home = (await stage.visit(stage.links.organizer, 'laptop')).page
  })
  afterAll(async () => {
    const { faults } = stage
    await stage.close()
    await mailServer.close()
    expect(faults).toEqual([])
  })

  test('[P57] a session of five parts is created and three hundred people are invited in at most sixty steps', patience, async () => {
    await press(/^Open consultation/)
    await write(/^Title/, title)
    await press('Create the session')
    await home.getByRole('heading', { name: title, exact: true }).waitFor()
    session =
      (await stage.callApi<{ sessions: { id: string; title: string }[] }>('/api/sessions')).sessions.find((one) => one.title === title)
        ?.id ?? ''
    const { plan } = await stage.callApi<{ plan: { segments: readonly object[] } }>(`/api/sessions/${session}/plan`)
    expect(plan.segments).toHaveLength(5)
    for (const _ of ['rapporteur', 'rapporteur']) {
      await press('Add an officer')
      steps += 1
      await home.getByRole('dialog').getByRole('button', { name: 'Add an officer' }).click()
      await home.getByRole('dialog').waitFor({ state: 'detached' })
    }
    await press('Import list')
    steps += 1
    await home
      .locator('[role=dialog] input[type=file]')
      .setInputFiles({ name: 'people.xlsx', mimeType: 'application/octet-stream', buffer: list })
    await press(`Import ${peopleCount} people`)
    await home.getByText(`Imported. New: ${peopleCount}.`).waitFor()
    await press('Done')
    await press('Invitations')
    await press(`Send ${peopleCount} invitations`)
    await vi.waitUntil(() => mailServer.received.length === peopleCount, { timeout: 180_000 })
    expect(new Set(mailServer.received.flatMap(({ to }) => to)).size).toBe(peopleCount)
    console.info(`from nothing to ${peopleCount} invitations: ${steps} steps`)
    expect(steps).toBeLessThanOrEqual(60)
    await home.keyboard.press('Escape')
  })

  test('[P50] [N8] the officers work side by side, each with their own link', async () => {
    const { links } = await stage.callApi<Links>(`/api/sessions/${session}/links`)
    const rapporteurs = links.filter(({ office }) => office?.office === 'rapporteur')
    const [first, second] = await Promise.all(rapporteurs.map(async ({ url }) => (await stage.visit(url, 'staff')).page))
    if (!first || !second) throw new Error('there are no two rapporteurs')
    for (const [page, text] of [
      [first, 'Access grew most in rural areas.'],
      [second, 'Funds for schools are missing.'],
    ] as const) {
      await page.getByRole('button', { name: /Notes/ }).first().click()
      await page.locator('[data-note-field] textarea').fill(text)
      await page.keyboard.press('Enter')
    }
    await first.locator('[data-point]').filter({ hasText: 'Funds for schools' }).getByText('Rapporteur (2)').waitFor()
    await second.locator('[data-point]').filter({ hasText: 'Access grew most' }).getByText('Rapporteur (1)').waitFor()
  })

  test('[S60] a difficult rehearsal plays to its end, and its report is a document in every language', { timeout: 240_000 }, async () => {
    const rehearsal = await stage.callApi<RehearsalLinks>(`/api/sessions/${session}/rehearsal`, {
      speed: 60,
      people: 20,
      cast: 'difficult',
    })
    const chair = await TestClient.join(stage.server.url, {
      link: getSecret(rehearsal.links.find(({ role }) => role === 'chair')?.url ?? ''),
    })
    await vi.waitUntil(() => chair.getPart<{ phase: string }>('session').phase === 'closed', { timeout: 200_000, interval: 500 })
    const { ticket } = chair
    chair.close()
    const readFile = async (language: string) => {
      const answer = await fetch(`${stage.server.url}/api/sessions/${rehearsal.session}/record.docx?language=${language}`, {
        headers: { authorization: `Bearer ${ticket.ticket}` },
      })
      expect(answer.status).toBe(200)
      return [`${language}.docx`, new Uint8Array(await answer.arrayBuffer())] as const
    }
    const files = new Map(await Promise.all(['en', 'fr', 'es', 'ar'].map(readFile)))
    const documents = await convert(files, 'fodt')
    for (const [, document] of documents) {
      expect(document.getElementsByTagName('table:table').length).toBeGreaterThan(4)
      expect(document.getElementsByTagName('draw:frame').length).toBeGreaterThan(0)
    }
    const text = documents.get('en.docx')?.documentElement.textContent ?? ''
    expect(text).toContain('Rehearsal with simulated people')
    expect(text).toContain('3:00')
    for (const [, bytes] of await convertToPdf(files)) expect(bytes.length).toBeGreaterThan(20_000)
  })
})
