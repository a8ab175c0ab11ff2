// @vitest-environment jsdom
/** The record page: what it says first, what can be taken along, and that it changes only when somebody asks. */
import { load } from '@rostrum/client/text/text'
import { recordOf } from '@rostrum/server/record/build-record'
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fileNamed, opensRecord, press, rowsOf, text } from '../support/record-page.tsx'
import { consultation } from '../support/scripted-log.ts'

const made = (requests: number, closes = true): SessionRecord => recordOf('s' as SessionId, consultation({ requests, closes }))
const model = made(32)

beforeEach(async () => {
  await load('en', 'all')
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('what it says', () => {
  it('begins with what became of the requests, and with nothing that did not happen', async () => {
    await opensRecord(model)
    expect(text()).toContain(
      '27 of 32 requests for the floor were heard. 2 were not reached, and those speakers are invited to submit in writing. 3 were withdrawn. 3 questions were answered live.',
    )
    expect(text()).not.toMatch(/taken off the list|joint statement|still waiting/)
    await vi.waitFor(() => expect(document.title).toBe('Record of WSIS at 20: Successes, Failures, and Expectations'))
  })

  it('has its headings in order, and one filled button', async () => {
    await opensRecord(model)
    const levels = screen.getAllByRole('heading').map(({ tagName }) => Number(tagName.slice(1)))
    levels.forEach((level, index) => {
      expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1)
    })
    expect(document.querySelectorAll('button[class*=primary]')).toHaveLength(1)
  })

  it('shows points and interventions by topic and group, and which they were when the number is pressed', async () => {
    await opensRecord(model)
    const [head, government] = rowsOf('What was said, by topic and group')
    expect(head).toEqual(['Group', '1 Successes9 interventions', '2 Failures13 interventions', '3 Expectations5 interventions'])
    expect(government?.[0]).toBe('Government8 heard of 10')
    const cell = screen.getAllByText('3 interventions')[0]?.closest('details')
    expect(cell?.open).toBe(false)
    await userEvent.click(within(cell as HTMLElement).getByText('3 interventions'))
    expect(cell?.open).toBe(true)
    expect(within(cell as HTMLElement).getAllByRole('listitem')).toHaveLength(3)
  })

  it('says each chart in a sentence and as a table whose rows add up', async () => {
    await opensRecord(model)
    expect(text()).toContain('Room had 68 % of the time, against 63 % of the requests.')
    expect(rowsOf('Room and remote')).toEqual([
      ['Where', 'Asked', 'Heard', 'Not reached', 'Withdrew', 'Time'],
      ['Room', '20', '19', '1', '0', '37:00'],
      ['Remote', '12', '8', '1', '3', '17:40'],
      ['Total', '32', '27', '2', '3', '54:40'],
    ])
    expect(text()).toContain('The session started 1 min late. It ended 1 min early.')
    expect(text()).toContain('12:13: limit set to 2:00')
    expect(screen.getAllByRole('img').every((one) => (one.getAttribute('aria-label') ?? '').length > 10)).toBe(true)
  })

  it('tells who was not reached, and shows the text that came instead', async () => {
    await opensRecord(model)
    expect(rowsOf('Not reached')).toHaveLength(3)
    const button = screen.getByRole('button', { name: 'Received: statement of Delegation 31' })
    await userEvent.click(button)
    expect(button.getAttribute('aria-expanded')).toBe('true')
    expect(rowsOf('Not reached').flat().join()).toContain('We support one reporting calendar for all.')
  })

  it('accounts for the questions, and lists every intervention and every question', async () => {
    await opensRecord(model)
    const tally = [...document.querySelectorAll('dl > div')].map((row) => row.textContent?.replace(/[\u2066-\u2069]/g, ''))
    expect(tally).toEqual(['Received8', 'Answered live3', 'Not reached2', 'Declined: off topic 33', 'Together8'])
    expect(rowsOf('Every intervention')).toHaveLength(model.turns.length + 2)
    expect(rowsOf('Every question')).toHaveLength(model.questions.length + 1)
    expect(text()).toContain(`${model.log.commits} commits`)
    expect(text()).toContain(model.log.head)
  })

  it('says of a session without requests that there were none', async () => {
    await opensRecord(made(0))
    expect(text()).toContain('Nobody asked for the floor. No question was asked.')
    for (const said of ['Nobody has spoken, and no note has been written.', 'Everyone was reached.', 'No statement has been received.'])
      expect(text()).toContain(said)
  })

  it('speaks every language', async () => {
    await load('fr', 'all')
    await opensRecord(model)
    expect(text()).toContain('27 demandes de parole sur 32 ont été satisfaites.')
  })

  it('shows text that somebody wrote as text', async () => {
    const text_ = '<img src=x onerror="alert(1)"> <b>bold</b>'
    await opensRecord({ ...model, notes: model.notes.map((note) => ({ ...note, text: text_ })) })
    expect(text()).toContain(text_)
    expect(document.querySelector('img')).toBeNull()
  })
})

describe('while the session runs', () => {
  const running = made(32, false)

  it('[R13] is the record so far, with the time at which it was made', async () => {
    await opensRecord(running)
    expect(text()).toMatch(/The record so far, made at \d\d:\d\d:\d\d\./)
    expect(text()).toContain('2 are still waiting.')
  })

  it('[R13] is made anew when somebody asks, and stays as it was where that fails', async () => {
    const { doors, calls } = await opensRecord(running)
    doors.record = model
    expect(calls).toHaveLength(1)
    await press('Make it again')
    await waitFor(() => expect(text()).toContain('2 were not reached'))
    expect(calls).toHaveLength(2)
    doors.record = 'refused'
    await press('Make it again')
    expect((await screen.findByRole('alert')).textContent).toContain('It could not be made again')
    expect(text()).toContain('2 were not reached')
  })
})

describe('files', () => {
  it('come with the bearer, in the language and the version that were wished for, under the name that the server gives', async () => {
    const { calls, saved } = await opensRecord(model)
    await press('Word document')
    await waitFor(() => expect(saved).toEqual(['record.docx']))
    expect(calls.at(-1)).toEqual({ path: '/api/sessions/s/record.docx?language=en', bearer: 'Bearer secret' })
    await userEvent.selectOptions(screen.getByLabelText('Language of the document'), 'ar')
    await userEvent.click(screen.getByRole('checkbox', { name: /Public version/ }))
    await userEvent.click(screen.getByRole('checkbox', { name: /With the notes/ }))
    await press('Spreadsheet')
    await waitFor(() => expect(saved).toHaveLength(2))
    expect(calls.at(-1)?.path).toBe('/api/sessions/s/record.xlsx?language=ar&public=true&notes=true')
  })

  it('say what the public version leaves out, and never leave the points in by themselves', async () => {
    const { calls, saved } = await opensRecord(model)
    const version = screen.getByRole('checkbox', { name: /Public version/ })
    expect(text()).toContain('Leaves out unpublished questions, hidden authors, reasons told to one person, and the notes.')
    await userEvent.click(version)
    await userEvent.click(screen.getByRole('checkbox', { name: /With the notes/ }))
    await userEvent.click(version)
    await userEvent.click(version)
    await press('JSON')
    await waitFor(() => expect(saved).toHaveLength(1))
    expect(calls.at(-1)?.path).toBe('/api/sessions/s/record.json?language=en&public=true')
  })

  it('that do not come are told in words, and can be asked for again', async () => {
    const { doors, saved } = await opensRecord(model)
    doors.files = () => Response.json({ why: 'unavailable' }, { status: 503 })
    await press('CSV')
    expect((await screen.findByRole('alert')).textContent).toBe('The record could not be made now. Try again.')
    expect(saved).toEqual([])
    doors.files = fileNamed('record.zip')
    await press('CSV')
    await waitFor(() => expect(saved).toEqual(['record.zip']))
    expect(screen.queryByRole('alert')).toBeNull()
  })
})
