// @vitest-environment jsdom
/** A list of people: read, corrected, and imported as a whole or not at all. */
import { loadLanguage } from '@rostrum/client/text/text'
import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { SentRequest } from '../support/answer-requests.ts'
import { getChangeRequests, getPageText, makeRosterPage, openPeoplePage, press, type RosterPageReply } from '../support/people-page.tsx'

vi.stubGlobal('CSS', { escape: (text: string) => text })

const columns = {
  id: null,
  entity: 'Represents',
  name: null,
  givenName: null,
  familyName: null,
  email: null,
  group: 'Group',
  channel: 'Channel',
  language: null,
  nameInRecord: null,
}
const csvSource = { format: 'csv', encoding: 'utf-8', separator: ',' }
const row = { line: 2, outcome: 'fresh', entity: 'Library federation', group: null, channel: 'room', name: null, email: null }
const makePreview = (details: object = {}): RosterPageReply => ({
  ok: true,
  value: {
    source: csvSource,
    headers: ['Represents', 'Group', 'Channel'],
    columns,
    nameOrder: 'given-first',
    ignored: [],
    counts: { rows: 1, fresh: 1, changed: 0, same: 0, revoked: 0, leftOut: 0 },
    repeated: false,
    sample: [row],
    groups: [],
    groupNames: ['Governments', 'none'],
    unclear: [],
    values: [],
    likely: [],
    likelyCount: 0,
    faults: [],
    faultCount: 0,
    ...details,
  },
})
const refuseColumns = (columnFaults: readonly object[]): RosterPageReply => ({
  ok: false,
  reason: 'columns-refused',
  details: { reason: 'columns-refused', about: null, columnFaults, headers: ['Represents', 'Group', 'Channel'], source: csvSource },
})
const makeListFile = (content: string) => new File([content], 'people.csv', { type: 'application/vnd.ms-excel' })
const importFile = async (file: File) => {
  await press('Import list')
  await screen.findByRole('dialog')
  await userEvent.upload(document.querySelector('input[type=file]') as HTMLInputElement, file)
}
const openWithAnswers = (answer: (request: SentRequest) => RosterPageReply) =>
  openPeoplePage((request) => (request.method === 'GET' ? makeRosterPage([]) : answer(request)))
const getPaths = () => getChangeRequests().map(({ path }) => decodeURIComponent(path))

beforeEach(async () => {
  await loadLanguage('en', 'staff')
})
afterEach(cleanup)

describe('an import', () => {
  test('asks which column is the organization if no column name tells it', async () => {
    await openWithAnswers(({ path }) =>
      path.includes('columns')
        ? makePreview()
        : refuseColumns([
            { reason: 'column-missing', field: 'entity', header: null },
            { reason: 'column-twice', field: 'email', header: 'Mail' },
          ]),
    )
    await importFile(makeListFile('Represents,Group,Channel\nLibrary federation,,room'))
    await screen.findByText('No column was found for “Organization”. Choose it below.')
    expect(getPageText()).toContain('More than one column could be “Email”, including “Mail”.')
    await userEvent.selectOptions(screen.getByLabelText('Organization'), 'Represents')
    await screen.findByText('Library federation')
    expect(getPaths()).toEqual(['/preview', '/preview?columns={"entity":"Represents"}'])
  })

  test('is sent once, with the same settings as the preview, and nothing changes before that', async () => {
    await openWithAnswers(({ path }) =>
      path.startsWith('/preview')
        ? makePreview()
        : { ok: true, value: { repeated: false, counts: { rows: 1, fresh: 1, changed: 0, same: 0, revoked: 0, leftOut: 0 } } },
    )
    await importFile(makeListFile('Organization,Group,Channel\nLibrary federation,,room'))
    const go = await screen.findByRole('button', { name: 'Import 1 person' })
    expect(getPaths()).toEqual(['/preview'])
    await userEvent.click(go)
    await screen.findByText(/Imported. New: 1/)
    expect(getPaths()).toEqual(['/preview', '/import'])
    expect(getChangeRequests()[1]).toHaveProperty(['body', 'type'], 'application/octet-stream')
  })

  test('[P7] is not possible while a row has an error, which names the cell, its value and what is allowed', async () => {
    const faults = [
      { line: 3, column: 'Group', letter: 'B', value: 'Martians', reason: 'no-such-group' },
      { line: 4, column: 'Email', letter: 'D', value: 'a@b.org', reason: 'email-twice', first: 2 },
      { line: 5, column: null, letter: null, value: null, reason: 'row-width' },
    ]
    await openWithAnswers(() => makePreview({ faults, faultCount: 3 }))
    await importFile(makeListFile('Organization,Group,Channel'))
    await screen.findByText('3 errors to correct first')
    const bare = getPageText()
    expect(bare).toContain('B3, Group: Martians This session has no such group. Use one of: Governments · none')
    expect(bare).toContain('D4, Email: a@b.org Line 2 has the same value.')
    expect(bare).toContain('Line 5: This row does not have the same number of cells as the first row.')
    await press('Import 1 person')
    expect(getPaths()).toEqual(['/preview'])
  })

  test('explains in words why a file is refused, and accepts another', async () => {
    await openWithAnswers(() => ({ ok: false, reason: 'list-old-workbook', details: { reason: 'list-old-workbook', about: null } }))
    await importFile(makeListFile('x'))
    await screen.findByText(/old workbook, or it has a password/)
    expect(screen.queryByRole('button', { name: /^Import \d/ })).toBeNull()
    expect(screen.getByRole('button', { name: 'Choose another file' })).toBeTruthy()
  })

  test('[P35] shows how the file was read, and reads it in another encoding, even after one that was refused', async () => {
    await openWithAnswers(({ path }) =>
      path.includes('koi8-r')
        ? { ok: false, reason: 'list-wrong-encoding', details: { reason: 'list-wrong-encoding', about: 'koi8-r' } }
        : makePreview({ source: { format: 'csv', encoding: 'windows-1252', separator: ';' } }),
    )
    await importFile(makeListFile('x'))
    const choice = await screen.findByLabelText<HTMLSelectElement>('Character encoding')
    expect(choice.selectedOptions[0]?.textContent?.replace(/[\u2066-\u2069]/g, '')).toBe('Western Europe (Windows-1252)')
    expect(getPageText()).toContain('Separated by semicolons.')
    await userEvent.selectOptions(choice, 'koi8-r')
    await screen.findByText('The file cannot be read with this encoding. Choose another encoding below.')
    await userEvent.selectOptions(screen.getByLabelText('Character encoding'), 'windows-1251')
    await waitFor(() => expect(getPaths()).toEqual(['/preview', '/preview?encoding=koi8-r', '/preview?encoding=windows-1251']))
  })

  test('[P34] offers all sheets of a workbook', async () => {
    await openWithAnswers(({ path }) =>
      makePreview({ source: { format: 'xlsx', sheet: path.includes('Two') ? 'Two' : 'One', sheets: ['One', 'Two'] } }),
    )
    await importFile(makeListFile('x'))
    await userEvent.selectOptions(await screen.findByLabelText('Sheet'), 'Two')
    await waitFor(() => expect(getPaths()).toEqual(['/preview', '/preview?sheet=Two']))
    await waitFor(() => expect(screen.getByLabelText<HTMLSelectElement>('Sheet').value).toBe('Two'))
  })

  test('[P36] asks for the order of a name in two columns, and can leave a column out', async () => {
    await openWithAnswers(() => makePreview({ columns: { ...columns, givenName: 'First', familyName: 'Last', email: 'Mail' } }))
    await importFile(makeListFile('x'))
    await press('Columns')
    await userEvent.selectOptions(await screen.findByLabelText('Order of the name'), 'Family name first')
    await waitFor(() => expect(getPaths().at(-1)).toBe('/preview?nameOrder=family-first'))
    await userEvent.selectOptions(screen.getByLabelText(/^Email/), 'Not in the list')
    await waitFor(() => expect(getPaths().at(-1)).toBe('/preview?columns={"email":null}&nameOrder=family-first'))
  })

  test('does not send a file that is too large', async () => {
    await openWithAnswers(() => makePreview())
    await importFile(makeListFile('x'.repeat(2 * 1024 * 1024 + 1)))
    await screen.findByText(/larger than 2 MB/)
    expect(getChangeRequests()).toEqual([])
  })

  test('reports that the same list was imported before', async () => {
    await openWithAnswers(() => makePreview({ repeated: true }))
    await importFile(makeListFile('Organization,Group,Channel\nLibrary federation,,room'))
    await waitFor(() => expect(getPageText()).toContain('has already been imported. Nothing will change.'))
    await press(/^Import/)
    expect(getPaths()).toEqual(['/preview'])
  })
})

describe('an unknown value', () => {
  test('[P96] is chosen once for each value, and the list is read again', async () => {
    let isMatched = false
    const unclear = { field: 'group', written: 'Société civile', rows: 85 }
    const fault = { line: 2, column: 'Group', letter: 'B', value: 'SOCIÉTÉ CIVILE', reason: 'no-such-group' }
    await openWithAnswers(({ path }) => {
      if (path !== '/values') return makePreview(isMatched ? {} : { unclear: [unclear], faults: [fault], faultCount: 85 })
      isMatched = true
      return { ok: true, value: { values: [] } }
    })
    await importFile(makeListFile('Organization,Group,Channel'))
    await screen.findByText('What does this value mean?')
    expect(getPageText()).not.toContain('to correct first')
    expect(screen.getByRole('button', { name: /^Import/ }).getAttribute('aria-disabled')).toBe('true')
    await userEvent.selectOptions(screen.getByLabelText('Société civile (85 rows)'), 'No group')
    await screen.findByRole('button', { name: 'Import 1 person' })
    expect(getChangeRequests().map(({ path, body }) => (path === '/values' ? body : path))).toEqual([
      '/preview',
      { field: 'group', written: 'Société civile', value: 'none' },
      '/preview',
    ])
    expect(screen.queryByText('What does this value mean?')).toBeNull()
  })

  test('[P98, P99] is read with the number of those left out, and with those who are probably one person', async () => {
    const likely = [
      { line: 4, entity: 'Institute', name: 'Given Family', first: 2 },
      { line: 7, entity: 'Mission', name: null, first: null },
    ]
    await openWithAnswers(() =>
      makePreview({ counts: { rows: 9, fresh: 8, changed: 0, same: 0, revoked: 0, leftOut: 1 }, likely, likelyCount: 2 }),
    )
    await importFile(makeListFile('Organization,Group,Channel'))
    await screen.findByText('2 people are probably on the list or registered twice')
    expect(getPageText()).toContain('Line 4: Given Family, Institute The same name and organization as in line 2.')
    expect(getPageText()).toContain('Line 7: Mission Already registered under another ID or address.')
    expect(getPageText()).toContain('1 person is left out: their registration was withdrawn, refused or is not yet decided.')
    expect(screen.getByRole('button', { name: 'Import 8 people' }).getAttribute('aria-disabled')).not.toBe('true')
  })
})
