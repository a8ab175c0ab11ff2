// @vitest-environment jsdom
/** A list of people: read, corrected, and imported whole or not at all. */
import { readHeader } from '@rostrum/client/features/people/import/list-header'
import { loadLanguage } from '@rostrum/client/text/text'
import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  getChangeRequests,
  getPageText,
  makeRosterPage,
  openPeoplePage,
  type PageRequest,
  press,
  type RosterPageReply,
} from '../support/people-page.tsx'

vi.stubGlobal('CSS', { escape: (text: string) => text })
// jsdom cannot read the content of a File by itself.
Blob.prototype.text = function (this: Blob) {
  return new Promise((read) => {
    const reader = new FileReader()
    reader.onload = () => read(String(reader.result))
    reader.readAsText(this)
  })
}

const columns = {
  id: null,
  entity: 'Represents',
  name: null,
  email: null,
  group: 'Group',
  channel: 'Channel',
  language: null,
  nameInRecord: null,
}
const row = { line: 2, outcome: 'fresh', entity: 'Library federation', group: null, channel: 'room', name: null, email: null }
const makePreview = (details: object = {}): RosterPageReply => ({
  ok: true,
  value: {
    columns,
    ignored: [],
    counts: { rows: 1, fresh: 1, changed: 0, same: 0, revoked: 0 },
    repeated: false,
    sample: [row],
    faults: [],
    faultCount: 0,
    ...details,
  },
})
const makeListFile = (content: string) => new File([content], 'people.csv', { type: 'application/vnd.ms-excel' })
const importFile = async (file: File) => {
  await press('Import list')
  await screen.findByRole('dialog')
  await userEvent.upload(document.querySelector('input[type=file]') as HTMLInputElement, file)
}
const openWithAnswers = (answer: (request: PageRequest) => RosterPageReply) =>
  openPeoplePage((request) => (request.method === 'GET' ? makeRosterPage([]) : answer(request)))
const getPaths = () => getChangeRequests().map(({ path }) => decodeURIComponent(path))

beforeEach(async () => {
  await loadLanguage('en', 'all')
})
afterEach(cleanup)

describe('the header of a list', () => {
  test.each([
    ['commas', 'Organization,Group\nA,B', ['Organization', 'Group']],
    ['semicolons', 'Organization;Group;Name, in full\r\nA;B;C', ['Organization', 'Group', 'Name, in full']],
    ['tabs and a mark in front', '\uFEFFOrganization\tGroup', ['Organization', 'Group']],
    ['quotes', '"Organization, or ""delegation""","Gr\noup"\nA,B', ['Organization, or "delegation"', 'Gr\noup']],
  ])('is read with %s', async (_, content, header) => {
    expect(await readHeader(makeListFile(content))).toEqual(header)
  })
})

describe('an import', () => {
  test('asks which column is the organization, when no column name tells', async () => {
    await openWithAnswers(({ path }) =>
      path.includes('columns')
        ? makePreview()
        : { ok: false, reason: 'csv-column-missing', details: { reason: 'csv-column-missing', about: 'entity' } },
    )
    await importFile(makeListFile('Represents,Group,Channel\nLibrary federation,,room'))
    await screen.findByText('No column was found for Organization. Choose it below.')
    await userEvent.selectOptions(screen.getByLabelText('Organization'), 'Represents')
    await screen.findByText('Library federation')
    expect(getPaths()).toEqual(['/preview', '/preview?columns={"entity":"Represents"}'])
  })

  test('is sent once, with the same settings as the preview, and nothing changes before that', async () => {
    await openWithAnswers(({ path }) =>
      path.startsWith('/preview')
        ? makePreview()
        : { ok: true, value: { repeated: false, counts: { rows: 1, fresh: 1, changed: 0, same: 0, revoked: 0 } } },
    )
    await importFile(makeListFile('Organization,Group,Channel\nLibrary federation,,room'))
    const go = await screen.findByRole('button', { name: 'Import 1 person' })
    expect(getPaths()).toEqual(['/preview'])
    await userEvent.click(go)
    await screen.findByText(/Imported. Added: 1/)
    expect(getPaths()).toEqual(['/preview', '/import'])
    expect(getChangeRequests()[1]).toHaveProperty(['body', 'type'], 'text/csv')
  })

  test('is not possible while a row has an error; the error names line and column', async () => {
    const faults = [
      { line: 3, column: 'Group', reason: 'no-such-group' },
      { line: 4, column: 'Email', reason: 'email-twice', first: 2 },
      { line: 5, column: null, reason: 'row-width' },
    ]
    await openWithAnswers(() => makePreview({ faults, faultCount: 3 }))
    await importFile(makeListFile('Organization,Group,Channel'))
    await screen.findByText('3 things to correct first')
    const bare = getPageText()
    expect(bare).toContain('Line 3, Group: Choose one of the groups of this session.')
    expect(bare).toContain('Line 4, Email: The same is in line 2.')
    expect(bare).toContain('Line 5: This row has more or fewer cells than the first one.')
    await press('Import 1 person')
    expect(getPaths()).toEqual(['/preview'])
  })

  test('explains in words why a file is refused, and accepts another', async () => {
    await openWithAnswers(() => ({ ok: false, reason: 'csv-utf-16', details: { reason: 'csv-utf-16', about: null } }))
    await importFile(makeListFile('x'))
    await screen.findByText(/not in UTF-8/)
    expect(screen.queryByRole('button', { name: /^Import \d/ })).toBeNull()
    expect(screen.getByRole('button', { name: 'Choose another file' })).toBeTruthy()
  })

  test('does not send a file that is too large', async () => {
    await openWithAnswers(() => makePreview())
    await importFile(makeListFile('x'.repeat(2 * 1024 * 1024 + 1)))
    await screen.findByText(/larger than 2 MB/)
    expect(getChangeRequests()).toEqual([])
  })

  test('says so when the same list was imported before', async () => {
    await openWithAnswers(() => makePreview({ repeated: true }))
    await importFile(makeListFile('Organization,Group,Channel\nLibrary federation,,room'))
    await waitFor(() => expect(getPageText()).toContain('imported before. Nothing changes.'))
    await press(/^Import/)
    expect(getPaths()).toEqual(['/preview'])
  })
})
