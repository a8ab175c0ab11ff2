// @vitest-environment jsdom
/** The organizer finds and corrects people on the page of sessions, without a connection to a session. */
import { PeopleList } from '@rostrum/client/features/people/prepare/people-list.tsx'
import { loadLanguage } from '@rostrum/client/text/text'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answerRequests, type SentRequest } from '../support/answer-requests.ts'
import { makeRosterPage, makeRosterRow } from '../support/people-page.tsx'

vi.stubGlobal('CSS', { escape: (text: string) => text })

const rows = [
  makeRosterRow('a', { entity: 'Library federation', name: 'Clerk', email: 'clerk@example.org', channel: 'remote' }),
  makeRosterRow('b', { entity: 'Institute', revoked: true }),
]
let requests: SentRequest[] = []
let onChanged = vi.fn()

beforeEach(async () => {
  await loadLanguage('en', 'staff')
  requests = []
  onChanged = vi.fn()
  const request = answerRequests((sent) => {
    requests.push(sent)
    const page = makeRosterPage(rows)
    return sent.method === 'GET' ? { ...page, value: { ...(page as { value: object }).value, groups: [] } } : { ok: true, value: rows[0] }
  })
  render(<PeopleList session="s" request={request as never} onClose={() => undefined} onChanged={onChanged} />)
  await screen.findByText('Library federation')
})
afterEach(cleanup)

test('[P100] the organizer sees who is registered, with address and channel, and finds somebody', async () => {
  expect(screen.getAllByRole('listitem').map((line) => line.textContent)).toEqual([
    'Library federationClerkNo group · Remote · clerk@example.org',
    expect.stringContaining('Institute'),
  ])
  await userEvent.type(screen.getByRole('searchbox'), 'clerk')
  await expect.poll(() => requests.at(-1)?.path).toContain('find=clerk')
})

test('[P100] the organizer corrects a person, and only what was changed is sent', async () => {
  await userEvent.click(screen.getByRole('button', { name: 'More actions for Clerk' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: /^Edit|^Correct/ }))
  const name = await screen.findByLabelText(/^Name(?! in)/)
  await userEvent.clear(name)
  await userEvent.type(name, 'Director')
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  await expect.poll(() => onChanged.mock.calls.length).toBe(1)
  expect(requests.find(({ method }) => method === 'PATCH')).toMatchObject({
    path: expect.stringContaining('/people/a'),
    body: { name: 'Director' },
  })
})
