// @vitest-environment jsdom
/** The documents of a session, on the pages of participants and of the staff, and on the organizer's page. */
import { TopicDialog } from '@rostrum/client/features/agenda/staff/topic-dialog.tsx'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import { loadLanguage } from '@rostrum/client/text/text'
import { toPlanFile } from '@rostrum/server/services/template/write-plan'
import type { PlanFile } from '@rostrum/shared/contract/plan'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createState, getPerson, plan, planWithPapers } from '../support/fixtures.ts'
import { queueOpen, replay } from '../support/given.ts'
import { openParticipantPage } from '../support/participant-page.tsx'
import { openPlanPage, press, save, servePlan, typeInto, waitForSaved } from '../support/plan-page.tsx'

// jsdom lacks these browser APIs, and the UI kit needs them.
vi.stubGlobal('CSS', { escape: (text: string) => text })
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))

beforeEach(() => loadLanguage('en', 'staff'))
afterEach(cleanup)

const listLinks = (within: HTMLElement = document.body) =>
  [...within.querySelectorAll<HTMLAnchorElement>('a[target=_blank]')].filter(({ href }) => href.startsWith('https://docs.'))
const before = createState(planWithPapers)
const running = replay(queueOpen, before)

describe('a person', () => {
  test('[V340] in the room finds them in the agenda, each with its item, also before the opening', async () => {
    await openParticipantPage(before, 'gov-1')
    await userEvent.click(screen.getByRole('button', { name: 'Agenda' }))
    const agenda = await screen.findByRole('list', { name: 'Agenda' })
    expect(listLinks(agenda).map(({ textContent }) => textContent)).toEqual(['Summary of contributionsdocs.example.org/summary.pdf'])
    expect(agenda.querySelectorAll('li')[1]?.contains(listLinks(agenda)[0] ?? null)).toBe(true)
    expect(listLinks().map(({ textContent }) => textContent)).toEqual([
      'Summary of contributionsdocs.example.org/summary.pdf',
      'Note by the secretariatdocs.example.org/note',
    ])
  })

  test('[V341] opens each in a new tab, which cannot reach this page', async () => {
    await openParticipantPage(running, 'gov-1')
    await userEvent.click(screen.getByRole('button', { name: 'Agenda' }))
    await screen.findByRole('list', { name: 'Agenda' })
    for (const { href, rel } of listLinks()) expect([href, rel]).toEqual([expect.stringMatching(/^https:/), 'noopener noreferrer'])
    expect(listLinks()).toHaveLength(2)
  })

  test('[V340] taking part remotely finds those of the current item first, and no tab if there are none', async () => {
    await openParticipantPage(running, 'civil-1', 'remote')
    await userEvent.click(screen.getByRole('tab', { name: 'Documents' }))
    const panel = screen.getByRole('tabpanel')
    expect(listLinks(panel).map(({ pathname }) => pathname)).toEqual(['/note', '/summary.pdf'])
    cleanup()
    await openParticipantPage(createState(plan), 'civil-1', 'remote')
    expect(screen.queryByRole('tab', { name: 'Documents' })).toBeNull()
    expect(screen.queryByText('Documents')).toBeNull()
  })
})

test('[V340] the staff find them with the current item', () => {
  const view = { ...projectAudience(running, 'staff').view, ...projectPerson(running, getPerson(running, 'chair')).view }
  useSessionStore.setState({ ...initialStore, view: { ...view, presence: { room: 1, remote: 1 } } as never })
  render(<TopicDialog onClose={() => undefined} />)
  expect(listLinks(screen.getByRole('dialog')).map(({ pathname }) => pathname)).toContain('/note')
})

describe('the organizer', () => {
  const sent = JSON.parse(JSON.stringify(toPlanFile(plan))) as PlanFile

  test('[V340] writes them with their items, and reads that no files are stored', async () => {
    const { saved } = await servePlan(sent)
    await openPlanPage()
    expect(screen.getByText(/^No files are stored here\./)).toBeTruthy()
    await press('Add a document')
    const part = screen.getByRole('region', { name: /^Documents/ })
    await userEvent.type(within(part).getByLabelText('Title'), 'Summary')
    await userEvent.type(within(part).getByLabelText('Link'), 'https://Docs.Example.org')
    await userEvent.selectOptions(within(part).getByLabelText('Agenda item'), 'topic')
    await waitForSaved()
    expect(saved[0]?.papers).toEqual([{ title: 'Summary', address: 'https://docs.example.org/', segment: 'topic' }])
    await press(/^Remove: Summary/)
    await waitForSaved()
    expect(saved[1]?.papers).toEqual([])
  })

  test.each(['javascript:alert(1)', 'http://example.org/', 'https://docs.un.org@evil.example/', 'note.pdf'])(
    '[V341] reads at its field that %s is refused, and nothing is saved',
    async (address) => {
      const { saved } = await servePlan({ ...sent, papers: [{ title: 'Summary', address: 'https://example.org/' }] })
      await openPlanPage()
      typeInto('Link', address)
      await save()
      expect(screen.getAllByText(/^Enter a full link that starts with https:\/\//).length).toBeGreaterThan(0)
      expect(saved).toEqual([])
    },
  )
})
