// @vitest-environment jsdom
/** The text for the report on the page of the record: drafts, what is accepted or changed, and what no longer agrees. */
import { loadLanguage } from '@rostrum/client/text/text'
import { buildRecord } from '@rostrum/server/services/record/build-record'
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeRecordPage, openRecordPage, press } from '../support/record-page.tsx'
import { buildScriptedLog } from '../support/scripted-log.ts'

const record = buildRecord('s' as SessionId, buildScriptedLog({ requests: 32, closes: true }))
const [first, second] = makeRecordPage(record).points
if (!first || !second) throw new Error('there are no points')

const withSentence = (text: string, organizations: number | null): SessionRecord => ({
  ...record,
  notes: record.notes.map((note) =>
    note.id === first.id ? { ...note, sentences: [{ language: 'en', text, basis: { ...first.basis, organizations } }] } : note,
  ),
})
const openFold = () => press(/^Text for the report/)
const findRow = (note: string) => {
  const row = document.querySelector<HTMLElement>(`[data-sentence="${note}"]`)
  if (!row) throw new Error('the point is not on the page')
  return within(row)
}
const pressIn = (note: string, name: RegExp) => userEvent.click(findRow(note).getByRole('button', { name }))
const readSent = (calls: Awaited<ReturnType<typeof openRecordPage>>['calls']) =>
  calls.flatMap(({ path, json }) => (path.endsWith('/commands') ? [json] : []))

beforeEach(async () => {
  await loadLanguage('en', 'staff')
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test('[R94] each point has its draft, marked as one, and a press accepts it as it is', async () => {
  const { calls } = await openRecordPage(record)
  await openFold()
  expect(findRow(first.id).getByText('Draft')).toBeTruthy()
  expect(findRow(first.id).getByText(first.draft)).toBeTruthy()
  await pressIn(first.id, /^Accept/)
  await waitFor(() => expect(findRow(first.id).getByText('In the report')).toBeTruthy())
  expect(readSent(calls)).toMatchObject([
    {
      type: 'notes.set-sentence',
      data: { note: first.id, language: 'en', text: first.draft, basis: first.basis, expectedText: null },
    },
  ])
  expect(screen.getByRole('button', { name: /^Text for the report/ }).textContent).toContain('1 of')
  expect(findRow(second.id).getByText('Draft')).toBeTruthy()
})

test('[R94] a draft is changed before it goes into the report, and the text is taken out again', async () => {
  const { calls } = await openRecordPage(record)
  await openFold()
  await pressIn(first.id, /^Change/)
  const field = findRow(first.id).getByRole('textbox', { name: 'Text for the report' })
  expect(document.activeElement).toBe(field)
  await userEvent.clear(field)
  expect(findRow(first.id).getByRole('button', { name: 'Save' }).getAttribute('aria-disabled')).toBe('true')
  await userEvent.type(field, 'In our own words.')
  await pressIn(first.id, /^Save/)
  await waitFor(() => expect(findRow(first.id).getByText('In our own words.')).toBeTruthy())
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Change'))
  await pressIn(first.id, /^Take out/)
  await waitFor(() => expect(findRow(first.id).getByText('Draft')).toBeTruthy())
  expect(readSent(calls)).toMatchObject([
    { data: { text: 'In our own words.', expectedText: null } },
    { data: { text: null, expectedText: 'In our own words.' } },
  ])
})

test('[R97] a text that no longer agrees with its point says so, next to the new draft', async () => {
  await openRecordPage(withSentence('As it was.', 40))
  expect(screen.getByRole('button', { name: /^Text for the report/ }).textContent).toContain('1 no longer agrees')
  await openFold()
  const row = findRow(first.id)
  for (const text of ['No longer agrees', 'As it was.', 'New draft', first.draft]) expect(row.getByText(text)).toBeTruthy()
  await pressIn(first.id, /^Accept/)
  await waitFor(() => expect(findRow(first.id).getByText('In the report')).toBeTruthy())
  cleanup()
  await openRecordPage(withSentence('As it is.', first.basis.organizations))
  await openFold()
  expect(findRow(first.id).getByText('In the report')).toBeTruthy()
})

test('[R97] a text that a joined note brought is there once the text before it is taken out', async () => {
  const text = 'As it is.'
  const one = withSentence(text, first.basis.organizations)
  const { basis } = first
  const brought = { id: 'brought', into: first.id, sentences: [{ language: 'en', text: 'Of the other note.', basis }] } as const
  const notes = one.notes.flatMap((note) => (note.id === first.id ? [note, { ...note, ...brought }] : [note]))
  const { calls } = await openRecordPage({ ...one, notes })
  await openFold()
  await pressIn(first.id, /^Take out/)
  await waitFor(() => expect(findRow(first.id).getByText('Of the other note.')).toBeTruthy())
  await pressIn(first.id, /^Take out/)
  await waitFor(() => expect(findRow(first.id).getByText('Draft')).toBeTruthy())
  expect(readSent(calls)).toMatchObject([
    { data: { note: first.id, text: null, expectedText: text } },
    { data: { note: 'brought', text: null, expectedText: 'Of the other note.' } },
  ])
})

test('[R99] a refused text stays a draft, and the page says why', async () => {
  const { answers } = await openRecordPage(record)
  answers.command = () => Response.json({ reason: 'conflict' }, { status: 409 })
  await openFold()
  await pressIn(first.id, /^Accept/)
  expect((await findRow(first.id).findByRole('alert')).textContent).toBe(
    'This text has changed in the meantime. Update the record to see it.',
  )
  expect(findRow(first.id).getByText('Draft')).toBeTruthy()
})
