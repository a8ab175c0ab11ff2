// @vitest-environment jsdom
/** The record page: what it shows first, what can be downloaded, and that it changes only on request. */
import { loadLanguage } from '@rostrum/client/text/text'
import { buildRecord } from '@rostrum/server/services/record/build-record'
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { answerWithFile, getPageText, getTableRows, openRecordPage, press } from '../support/record-page.tsx'
import { buildScriptedLog } from '../support/scripted-log.ts'

const buildScriptedRecord = (requests: number, closes = true): SessionRecord =>
  buildRecord('s' as SessionId, buildScriptedLog({ requests, closes }))
const modelRecord = buildScriptedRecord(32)

beforeEach(async () => {
  await loadLanguage('en', 'staff')
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('the content', () => {
  test('starts with the outcomes of the requests, and leaves out outcomes that did not occur', async () => {
    await openRecordPage(modelRecord)
    expect(getPageText()).toContain(
      '27 of 32 requests for the floor were heard. 2 were not reached, and those speakers are invited to submit written statements. 3 were withdrawn. 3 questions were answered live.',
    )
    expect(getPageText()).not.toMatch(/removed from the list|joint statement|still waiting/)
    await vi.waitFor(() => expect(document.title).toBe('Record of WSIS at 20: Successes, Failures, and Expectations'))
  })

  test('[R41] shows the words of each turn in the reader’s or the chosen language, and no trace if there are none', async () => {
    const [first, second] = modelRecord.turns
    if (!first || !second) throw new Error('nobody spoke')
    await openRecordPage({
      ...modelRecord,
      captions: { languages: ['ar', 'en'], words: 'cut' },
      turns: [
        {
          ...first,
          words: [
            { language: 'ar', text: 'شكراً', cut: false },
            { language: 'en', text: 'Thank you, Chair.', cut: true },
          ],
        },
        { ...second, words: [{ language: 'ar', text: 'أشكركم', cut: false }] },
      ],
    })
    const part = within(screen.getByRole('region', { name: 'Text of captions' }))
    expect(part.getByText('Thank you, Chair.').getAttribute('lang')).toBe('en')
    expect(part.getByText('The rest is in the caption files.')).toBeTruthy()
    expect(part.queryByText('شكراً')).toBeNull()
    await userEvent.selectOptions(part.getByRole('combobox', { name: 'Language' }), 'ar')
    expect(part.getByText('أشكركم').getAttribute('lang')).toBe('ar')
    expect(part.queryByText('Thank you, Chair.')).toBeNull()
    cleanup()
    await openRecordPage(modelRecord)
    expect(getPageText()).not.toContain('Text of captions')
  })

  test('[R26] shows who served and presided, who made each decision, and how many took part by group and channel', async () => {
    const { session, statistics, decisions } = modelRecord
    const officers = (['chair', 'co-chair', 'rapporteur'] as const).map((office) => ({ office, number: 1, entity: office }))
    const presided = (['chair', 'co-chair'] as const).map((office, index) => ({
      from: `2026-03-12T09:${String(30 + index)}:00.000Z`,
      office,
      number: 1,
    }))
    const [first] = statistics.registered.groups
    if (!first) throw new Error('nobody is registered')
    const present = { room: 2, remote: 1, groups: [{ group: first.group, room: 2, remote: 1 }] }
    await openRecordPage({
      ...modelRecord,
      session: { ...session, officers, presided },
      statistics: { ...statistics, present },
      decisions: decisions.map((decision) => ({ ...decision, by: 'co-chair' as const })),
    })
    expect(getPageText()).toMatch(
      /Officers: Chair, Co-Chair,? and Rapporteur\. In the chair: Chair from \d\d:30 and Co-Chair from \d\d:31\./,
    )
    expect(decisions.length).toBeGreaterThan(0)
    expect(getPageText()).toContain('(the Co-Chair)')
    const [head, row, ...others] = getTableRows('Attendance')
    expect(head).toEqual(['Group', 'Registered, in person', 'Registered, remotely', 'Took part, in person', 'Took part, remotely'])
    expect(row?.slice(1)).toEqual([String(first.room), String(first.remote), '2', '1'])
    expect(others.at(-1)?.slice(0, 1)).toEqual(['Total'])
    expect(others.at(-1)?.slice(3)).toEqual(['2', '1'])
  })

  test('has its headings in order, and a single primary button', async () => {
    await openRecordPage(modelRecord)
    const levels = screen.getAllByRole('heading').map(({ tagName }) => Number(tagName.slice(1)))
    levels.forEach((level, index) => {
      expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1)
    })
    expect(document.querySelectorAll('button[class*=primary]')).toHaveLength(1)
  })

  test('shows notes and interventions by topic and group, and lists them when the number is pressed', async () => {
    await openRecordPage(modelRecord)
    const [head, government] = getTableRows('What was said, by topic and group')
    expect(head).toEqual(['Group', '1 Successes9 interventions', '2 Failures13 interventions', '3 Expectations5 interventions'])
    expect(government?.[0]).toBe('Government8 heard of 10')
    const cell = screen.getAllByText('3 interventions')[0]?.closest('details')
    expect(cell?.open).toBe(false)
    await userEvent.click(within(cell as HTMLElement).getByText('3 interventions'))
    expect(cell?.open).toBe(true)
    expect(within(cell as HTMLElement).getAllByRole('listitem')).toHaveLength(3)
  })

  test('explains each chart in a sentence and in a table whose rows add up', async () => {
    await openRecordPage(modelRecord)
    expect(getPageText()).toContain('Room: 63% of the requests and 68% of the time.')
    expect(getTableRows('Room and remote')).toEqual([
      ['Where', 'Requests', 'Heard', 'Not reached', 'Withdrawn', 'Time'],
      ['Room', '20', '19', '1', '0', '37:00'],
      ['Remote', '12', '8', '1', '3', '17:40'],
      ['Total', '32', '27', '2', '3', '54:40'],
    ])
    expect(getPageText()).toContain('The meeting started 1 min late. It ended 1 min early.')
    expect(getPageText()).toContain('12:13: limit set to 2:00')
    expect(screen.getAllByRole('img').every((one) => (one.getAttribute('aria-label') ?? '').length > 10)).toBe(true)
  })

  test('names who was not reached, and shows their statements', async () => {
    await openRecordPage(modelRecord)
    expect(getTableRows('Not reached')).toHaveLength(3)
    const button = screen.getByRole('button', { name: 'Received: statement of Delegation 31' })
    await userEvent.click(button)
    expect(button.getAttribute('aria-expanded')).toBe('true')
    expect(getTableRows('Not reached').flat().join()).toContain('We support one reporting calendar for all.')
  })

  test('counts the questions by outcome, and lists every intervention and every question', async () => {
    await openRecordPage(modelRecord)
    const tally = [...document.querySelectorAll('dl > div')].map((row) => row.textContent?.replace(/[\u2066-\u2069]/g, ''))
    expect(tally).toEqual(['Received8', 'Answered live3', 'Not reached2', 'Declined (off topic: 3)3', 'Total8'])
    expect(getTableRows('Every intervention')).toHaveLength(modelRecord.turns.length + 2)
    expect(getTableRows('Every question')).toHaveLength(modelRecord.questions.length + 1)
    expect(getPageText()).toContain(`${modelRecord.log.commits} entries`)
    expect(getPageText()).toContain(modelRecord.log.head)
  })

  test('reports if there were no requests', async () => {
    await openRecordPage(buildScriptedRecord(0))
    expect(getPageText()).toContain('Nobody asked for the floor. No question was asked.')
    for (const said of ['Nobody has spoken, and no note has been written.', 'Everyone was reached.', 'No statement has been received.'])
      expect(getPageText()).toContain(said)
  })

  test('works in every language', async () => {
    await loadLanguage('fr', 'staff')
    await openRecordPage(modelRecord)
    expect(getPageText()).toContain('27 demandes de parole sur 32 ont été satisfaites.')
  })

  test('shows an author’s text as plain text', async () => {
    const text_ = '<img src=x onerror="alert(1)"> <b>bold</b>'
    await openRecordPage({ ...modelRecord, notes: modelRecord.notes.map((note) => ({ ...note, text: text_ })) })
    expect(getPageText()).toContain(text_)
    expect(document.querySelector('img')).toBeNull()
  })
})

describe('while the session runs', () => {
  const running = buildScriptedRecord(32, false)

  test('[R13] shows the record so far, with the time at which it was built', async () => {
    await openRecordPage(running)
    expect(getPageText()).toMatch(/The record so far, as at \d\d:\d\d:\d\d\./)
    expect(getPageText()).toContain('2 are still waiting.')
  })

  test('[R13] is built again on request, and stays unchanged when that fails', async () => {
    const { answers, calls } = await openRecordPage(running)
    answers.record = modelRecord
    const made = () => calls.filter(({ path }) => path.endsWith('/record'))
    expect(made()).toHaveLength(1)
    await press('Update the record')
    await waitFor(() => expect(getPageText()).toContain('2 were not reached'))
    expect(made()).toHaveLength(2)
    answers.record = 'refused'
    await press('Update the record')
    expect((await screen.findByRole('alert')).textContent).toContain('The record could not be updated')
    expect(getPageText()).toContain('2 were not reached')
  })
})

describe('downloads', () => {
  test('use the bearer token, the chosen language and version, and the file name from the server', async () => {
    const { calls, savedFiles: saved } = await openRecordPage(modelRecord)
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

  test('explain what the public version leaves out, and include the notes only on request', async () => {
    const { calls, savedFiles: saved } = await openRecordPage(modelRecord)
    const version = screen.getByRole('checkbox', { name: /Public version/ })
    expect(getPageText()).toContain(
      'Leaves out unpublished questions, the names of hidden authors, reasons given to one person, the notes, and the text of captions.',
    )
    await userEvent.click(version)
    await userEvent.click(screen.getByRole('checkbox', { name: /With the notes/ }))
    await userEvent.click(version)
    await userEvent.click(version)
    await press('JSON')
    await waitFor(() => expect(saved).toHaveLength(1))
    expect(calls.at(-1)?.path).toBe('/api/sessions/s/record.json?language=en&public=true')
  })

  test('that fail are explained in words, and can be tried again', async () => {
    const { answers, savedFiles: saved } = await openRecordPage(modelRecord)
    answers.files = () => Response.json({ reason: 'unavailable' }, { status: 503 })
    await press('CSV')
    expect((await screen.findByRole('alert')).textContent).toBe('The record could not be prepared. Try again.')
    expect(saved).toEqual([])
    answers.files = answerWithFile('record.zip')
    await press('CSV')
    await waitFor(() => expect(saved).toEqual(['record.zip']))
    expect(screen.queryByRole('alert')).toBeNull()
  })
})
