// @vitest-environment jsdom
/** The secretariat sees who was not reached, who is invited, and how many words each person has submitted. */
import { loadLanguage } from '@rostrum/client/text/text'
import type { GroupId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sent } from '../support/fake-connection.ts'
import { afterNoon, createState, plan } from '../support/fixtures.ts'
import { command, join, queueOpen, replay, type SentCommand } from '../support/given.ts'
import { openNotesPage, updateNotesPage } from '../support/notes-page.tsx'

vi.stubGlobal('CSS', { escape: (text: string) => text })

beforeEach(() => loadLanguage('en', 'staff'))
afterEach(() => {
  cleanup()
  localStorage.clear()
})

const paperRequest = command('desk', 'queue.add', {
  kind: 'intervention',
  person: null,
  entity: 'Library federation',
  speaker: null,
  group: 'civil' as GroupId,
  requestChannel: 'paper',
  seenAt: afterNoon(50),
  note: null,
})
const afterClose: readonly SentCommand[] = [
  ...queueOpen,
  join('gov-1', 40),
  paperRequest,
  join('private-1', 60),
  command('chair', 'session.close', {}, { at: 3600 }),
]
const makeState = (...more: readonly SentCommand[]): State =>
  replay([...afterClose, ...more], createState({ ...plan, statements: { words: 100, anytime: true } }))
const submitStatement = (by: string, at: number): SentCommand =>
  command(by, 'statements.submit', { text: 'What I would have said', expectedVersion: 0 }, { at })

const getCard = () => screen.getByRole('region', { name: 'Not reached' })
const getRows = (): readonly string[] =>
  within(getCard())
    .queryAllByRole('listitem')
    .map(({ textContent }) => (textContent ?? '').replace(/[\u2066-\u2069]/g, ''))
const getSummary = (): string => getCard().querySelector('p')?.textContent ?? ''

test('reports that everyone was reached, until somebody is not reached', async () => {
  await openNotesPage(replay(queueOpen))
  expect([getSummary(), getRows()]).toEqual(['So far, everyone has been reached. No statement has been submitted.', []])
})

test('lists everybody who was not reached in the order of request; each person with a device is invited', async () => {
  await openNotesPage(makeState())
  expect(getSummary()).toBe('3 speakers were not reached. No statement has been submitted.')
  expect(getRows()).toEqual([
    expect.stringMatching(/^Delegation 1.*InvitedEnter a statement$/),
    expect.stringMatching(/^Library federation.*No device: ask for a statementEnter a statement$/),
    expect.stringMatching(/^Company 1.*InvitedEnter a statement$/),
  ])
  expect(within(getCard()).queryByRole('link')).toBeNull()
})

test('[N7] shows time and word count of each statement, even from people who did not wait, and leaves the text to the record', async () => {
  await openNotesPage(makeState(submitStatement('private-1', 3900)))
  await updateNotesPage(makeState(submitStatement('private-1', 3900), submitStatement('civil-1', 3960)))
  expect(getSummary()).toBe('3 speakers were not reached. 2 statements have been submitted.')
  expect(getRows().slice(2)).toEqual([
    expect.stringMatching(/^Company 1.*Submitted at 13:055 words$/),
    expect.stringMatching(/^Organization 1.*Submitted on their own initiative.*Submitted at 13:065 words$/),
  ])
  expect(getCard().textContent).not.toContain('would have said')
  expect(within(getCard()).getByRole('link', { name: 'Read in the record' }).getAttribute('href')).toBe('/record')
})

test('[R83] a statement on paper is entered for somebody without a device; nobody enters one over an author’s own', async () => {
  await openNotesPage(makeState(submitStatement('gov-1', 3700)))
  const [first, second] = within(getCard()).queryAllByRole('listitem')
  if (!first || !second) throw new Error('nobody is listed')
  expect(within(first).queryByRole('button')).toBeNull()
  await userEvent.click(within(second).getByRole('button', { name: 'Enter a statement' }))
  const dialog = within(screen.getByRole('dialog', { name: /Library federation/ }))
  await userEvent.type(dialog.getByLabelText('The text as it was received'), 'Handed in')
  await userEvent.click(dialog.getByRole('button', { name: 'Enter a statement' }))
  expect(sent).toMatchObject([{ type: 'statements.enter', data: { by: { kind: 'entry' }, text: 'Handed in', expectedVersion: 0 } }])
})
