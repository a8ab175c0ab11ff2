// @vitest-environment jsdom
/** A list of people: understood, put right, and imported whole or not at all. */
import { headerOf } from '@rostrum/client/features/people/import/list-header'
import { load } from '@rostrum/client/text/text'
import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Asked, changes, opens, pageOf, press, type Said, text } from '../support/people-page.tsx'

vi.stubGlobal('CSS', { escape: (text: string) => text })
// jsdom's files cannot be read by themselves.
Blob.prototype.text = function (this: Blob) {
  return new Promise((read) => {
    const reader = new FileReader()
    reader.onload = () => read(String(reader.result))
    reader.readAsText(this)
  })
}

const columns = { id: null, entity: 'Represents', name: null, email: null, group: 'Group', channel: 'Channel', language: null, named: null }
const row = { line: 2, outcome: 'fresh', entity: 'Library federation', group: null, channel: 'room', name: null, email: null }
const preview = (more: object = {}): Said => ({
  ok: true,
  value: {
    columns,
    ignored: [],
    counts: { rows: 1, fresh: 1, changed: 0, same: 0, revoked: 0 },
    repeated: false,
    sample: [row],
    faults: [],
    faultCount: 0,
    ...more,
  },
})
const list = (content: string) => new File([content], 'people.csv', { type: 'application/vnd.ms-excel' })
const give = async (file: File) => {
  await press('Import list')
  await screen.findByRole('dialog')
  await userEvent.upload(document.querySelector('input[type=file]') as HTMLInputElement, file)
}
const serve = (door: (asked: Asked) => Said) => opens((asked) => (asked.method === 'GET' ? pageOf([]) : door(asked)))
const paths = () => changes().map(({ path }) => decodeURIComponent(path))

beforeEach(async () => {
  await load('en', 'all')
})
afterEach(cleanup)

describe('the header of a list', () => {
  it.each([
    ['commas', 'Organization,Group\nA,B', ['Organization', 'Group']],
    ['semicolons', 'Organization;Group;Name, in full\r\nA;B;C', ['Organization', 'Group', 'Name, in full']],
    ['tabs and a mark in front', '\uFEFFOrganization\tGroup', ['Organization', 'Group']],
    ['quotes', '"Organization, or ""delegation""","Gr\noup"\nA,B', ['Organization, or "delegation"', 'Gr\noup']],
  ])('is read with %s', async (_, content, header) => {
    expect(await headerOf(list(content))).toEqual(header)
  })
})

describe('an import', () => {
  it('asks which column is the organization, where no name says so', async () => {
    await serve(({ path }) =>
      path.includes('columns') ? preview() : { ok: false, why: 'csv-column-missing', more: { why: 'csv-column-missing', about: 'entity' } },
    )
    await give(list('Represents,Group,Channel\nLibrary federation,,room'))
    await screen.findByText('No column was found for Organization. Choose it below.')
    await userEvent.selectOptions(screen.getByLabelText('Organization'), 'Represents')
    await screen.findByText('Library federation')
    expect(paths()).toEqual(['/preview', '/preview?columns={"entity":"Represents"}'])
  })

  it('is sent once, the same way, after the preview; nothing is changed before', async () => {
    await serve(({ path }) =>
      path.startsWith('/preview')
        ? preview()
        : { ok: true, value: { repeated: false, counts: { rows: 1, fresh: 1, changed: 0, same: 0, revoked: 0 } } },
    )
    await give(list('Organization,Group,Channel\nLibrary federation,,room'))
    const go = await screen.findByRole('button', { name: 'Import 1 person' })
    expect(paths()).toEqual(['/preview'])
    await userEvent.click(go)
    await screen.findByText(/Imported. Added: 1/)
    expect(paths()).toEqual(['/preview', '/import'])
    expect(changes()[1]).toHaveProperty(['body', 'type'], 'text/csv')
  })

  it('is not possible while a row is wrong, and says line and column', async () => {
    const faults = [
      { line: 3, column: 'Group', why: 'no-such-group' },
      { line: 4, column: 'Email', why: 'email-twice', first: 2 },
      { line: 5, column: null, why: 'row-width' },
    ]
    await serve(() => preview({ faults, faultCount: 3 }))
    await give(list('Organization,Group,Channel'))
    await screen.findByText('3 things to correct first')
    const bare = text()
    expect(bare).toContain('Line 3, Group: Choose one of the groups of this session.')
    expect(bare).toContain('Line 4, Email: The same is in line 2.')
    expect(bare).toContain('Line 5: This row has more or fewer cells than the first one.')
    await press('Import 1 person')
    expect(paths()).toEqual(['/preview'])
  })

  it('says in words why a file is refused, and takes another', async () => {
    await serve(() => ({ ok: false, why: 'csv-utf-16', more: { why: 'csv-utf-16', about: null } }))
    await give(list('x'))
    await screen.findByText(/not in UTF-8/)
    expect(screen.queryByRole('button', { name: /^Import \d/ })).toBeNull()
    expect(screen.getByRole('button', { name: 'Choose another file' })).toBeTruthy()
  })

  it('does not send a file that is too large', async () => {
    await serve(() => preview())
    await give(list('x'.repeat(2 * 1024 * 1024 + 1)))
    await screen.findByText(/larger than 2 MB/)
    expect(changes()).toEqual([])
  })

  it('says so where the very list was imported before', async () => {
    await serve(() => preview({ repeated: true }))
    await give(list('Organization,Group,Channel\nLibrary federation,,room'))
    await waitFor(() => expect(text()).toContain('imported before. Nothing changes.'))
    await press(/^Import/)
    expect(paths()).toEqual(['/preview'])
  })
})
