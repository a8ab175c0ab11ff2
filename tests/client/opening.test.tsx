// @vitest-environment jsdom
/** The opening of a session that has been rehearsed. The Chair reads beforehand what it will delete. */
import { ConnectionContext } from '@rostrum/client/session/hooks.tsx'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import { useStaffDialogs } from '@rostrum/client/surfaces/staff/use-staff-dialogs.tsx'
import { loadLanguage } from '@rostrum/client/text/text'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answerRequests } from '../support/answer-requests.ts'
import { clearSent, makeConnection, sent } from '../support/fake-connection.ts'
import { createState, getPerson } from '../support/fixtures.ts'

vi.stubGlobal('CSS', { escape: (text: string) => text })
beforeEach(() => {
  clearSent()
  return loadLanguage('en', 'staff')
})
afterEach(cleanup)

const Page = () => {
  const { menu, dialog } = useStaffDialogs()
  return (
    <>
      {menu}
      {dialog}
    </>
  )
}

const openPage = async (rehearsal: string | null): Promise<void> => {
  const state = createState()
  const staff = projectAudience(state, 'staff').view
  // The session opens on its planned day, so that the day alone would not ask.
  const session = { ...staff.session, startsAt: Date.now() }
  const view = { ...staff, ...projectPerson(state, getPerson(state, 'chair')).view, session, presence: { room: 0, remote: 0 } }
  useSessionStore.setState({ ...initialStore, connectionStatus: { kind: 'live' }, view: view as never })
  const asked: string[] = []
  const request = answerRequests(({ path }) => {
    asked.push(path)
    return { ok: true, value: { phase: rehearsal } }
  })
  await act(async () => {
    render(
      <ConnectionContext value={makeConnection({ storageKey: 'session.person', request })}>
        <Page />
      </ConnectionContext>,
    )
  })
  await waitFor(() => expect(asked).toContain('/api/staff/rehearsal'))
  await userEvent.click(screen.getByRole('button', { name: 'Session menu' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: /^Open the meeting/ }))
}

test.each([
  ['closed', 'deleted, together with its record. If you want to keep that record, save it first.'],
  ['open', 'is still running. It will be ended and deleted, together with its record.'],
  ['planned', 'The rehearsal of this session will be deleted.'],
])('[S16] [V46] with a rehearsal that is %s the Chair reads what goes and what stays before the opening', async (phase, words) => {
  await openPage(phase)
  const text = (await screen.findByRole('dialog')).textContent
  expect(text).toContain(words)
  expect(text).toContain('People, links and the plan are kept')
  expect(sent).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: 'Open the meeting' }))
  expect(sent).toEqual([{ type: 'session.open', data: {} }])
})

test('[S16] without a rehearsal the press opens at once', async () => {
  await openPage(null)
  expect(sent).toEqual([{ type: 'session.open', data: {} }])
})
