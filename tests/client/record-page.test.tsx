// @vitest-environment jsdom
/** The record page: what it shows first, what can be downloaded, and that it changes only on request. */
import { loadLanguage } from '@rostrum/client/text/text'
import { buildRecord } from '@rostrum/server/services/record/build-record'
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { getPageText, getTableRows, openRecordPage, press } from '../support/record-page.tsx'
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
      'There were 32 requests for the floor, of which 27 were heard, 3 were withdrawn and 2 were not reached. The participants not reached were invited to submit written statements; two had done so.',
    )
    expect(getPageText()).toContain('of which three were answered during the session')
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
    expect(screen.getByRole('heading', { name: /Text of captions/ })).toBeTruthy()
    expect(screen.getByText('Thank you, Chair.').getAttribute('lang')).toBe('en')
    expect(getPageText()).toContain('The rest is in the caption files.')
    expect(screen.queryByText('شكراً')).toBeNull()
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Language' }), 'ar')
    expect(screen.getByText('أشكركم').getAttribute('lang')).toBe('ar')
    expect(screen.queryByText('Thank you, Chair.')).toBeNull()
    cleanup()
    await openRecordPage(modelRecord)
    expect(getPageText()).not.toContain('Text of captions')
  })

  test('[R26] shows who served and presided, who made each decision, and how many took part by group and channel', async () => {
    const { session, statistics, decisions } = modelRecord
    const officers = (['chair', 'co-chair', 'rapporteur'] as const).map((office) => ({ office, number: 1, entity: `${office} of the day` }))
    const presided = (['chair', 'co-chair'] as const).map((office, index) => ({
      from: `2026-03-12T09:${String(30 + index)}:00.000Z`,
      office,
      number: 1,
      entity: null,
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
    expect(getPageText()).toMatch(/Chair\tchair of the day.*Co-Chair\tco-chair of the day.*Rapporteur\trapporteur of the day/)
    expect(getPageText()).toMatch(/Co-Chair \(from \d+\.\d\d/)
    const decided = getTableRows('Decisions on the list and the time')
    expect(decided.filter((row) => row.at(-1) === 'Co-Chair').length).toBe(decisions.length)
    expect(decisions.length).toBeGreaterThan(0)
    const [head, row, ...others] = getTableRows(/^Registered participants and those who took part/)
    expect(head?.slice(1)).toEqual(['In the room', 'Remote', 'Registered', 'Took part, in person', 'Took part, remotely', 'Took part'])
    expect(row?.slice(1)).toEqual([...[first.room, first.remote, (first.room ?? 0) + (first.remote ?? 0)].map(String), '2', '1', '3'])
    expect(others.at(-1)?.[0]).toBe('Total')
    expect(others.at(-1)?.slice(4)).toEqual(['2', '1', '3'])
  })

  test('has its headings in order, and a single primary button', async () => {
    await openRecordPage(modelRecord)
    const levels = screen.getAllByRole('heading').map(({ tagName }) => Number(tagName.slice(1)))
    levels.forEach((level, index) => {
      expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1)
    })
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    expect(document.querySelectorAll('button[class*=primary]')).toHaveLength(1)
  })

  test('names every table and picture, and the head of each column and row', async () => {
    await openRecordPage(modelRecord)
    const tables = screen.getAllByRole('table')
    expect(tables.length).toBeGreaterThan(10)
    for (const table of tables) {
      expect(table.getAttribute('aria-label')?.length).toBeGreaterThan(5)
      expect(table.parentElement?.tabIndex).toBe(0)
      for (const head of table.querySelectorAll('thead th')) expect(head.getAttribute('scope')).toBe('col')
      for (const row of table.querySelectorAll('tbody tr')) expect(row.querySelectorAll('th[scope=row]')).toHaveLength(1)
    }
    expect(screen.getAllByRole('img').every((one) => (one.getAttribute('aria-label') ?? '').length > 10)).toBe(true)
  })

  test('shows notes by topic and group, with the numbers of their interventions, which lead to them', async () => {
    await openRecordPage(modelRecord)
    const [head, government] = getTableRows('Points by topic and group')
    expect(head).toEqual(['Group', 'Topic 1. Successes', 'Topic 2. Failures', 'Topic 3. Expectations'])
    expect(government?.[0]).toBe('Governments8 heard of 10')
    const source = modelRecord.notes.flatMap(({ sources }) => sources).find(({ kind }) => kind === 'turn')
    const link = document.querySelector(`td a[href="#${source?.turn}"]`)
    expect(link?.textContent).toBe(String(modelRecord.turns.find(({ id }) => id === source?.turn)?.number))
    expect(document.getElementById(source?.turn ?? '')?.closest('tr')?.textContent).toContain(source?.entity)
  })

  test('gives each picture as a table whose rows add up, and the use of time in words', async () => {
    await openRecordPage(modelRecord)
    const rows = getTableRows('Requests, interventions and time, by group and channel')
    expect(rows.slice(-3).map((row) => row.slice(0, 6))).toEqual([
      ['Total', '32', '27', '3', '2', '54:40'],
      ['In the room', '20', '19', '—', '1', '37:00'],
      ['Remote', '12', '8', '3', '1', '17:40'],
    ])
    expect(getPageText()).toContain('The meeting began one minute late and ended one minute early')
    expect(getTableRows('Decisions on the list and the time').flat()).toContain('Limit set to 2:00 (everyone)')
  })

  test('names who was not reached, and leads to their statements', async () => {
    await openRecordPage(modelRecord)
    expect(getTableRows('Requests not reached')).toHaveLength(3)
    const row = screen.getByRole('row', { name: /Delegation 31/ })
    const link = within(row).getByRole('link', { name: /Received/ })
    expect(document.getElementById(link.getAttribute('href')?.slice(1) ?? '')?.textContent).toContain('Delegation 31')
    expect(getPageText()).toContain('We support one reporting calendar for all.')
  })

  test('counts the questions by outcome, and lists every intervention and every question', async () => {
    await openRecordPage(modelRecord)
    expect(getPageText()).toContain(
      'Of eight questions received, three were answered during the session, two were not reached and three were declined (off topic: 3).',
    )
    expect(getTableRows('Questions and their outcome')).toHaveLength(modelRecord.questions.length + 1)
    for (const { number, entity, usedSeconds } of modelRecord.turns.filter((turn) => turn.number > 0)) {
      const minutes = `${Math.floor(usedSeconds / 60)}:${String(usedSeconds % 60).padStart(2, '0')}`
      expect(
        screen
          .getAllByRole('table')
          .some((table) =>
            [...table.querySelectorAll('tr')].some(
              ({ cells: [first, ...rest] }) =>
                first?.textContent === `${number}` &&
                rest.some((cell) => cell.textContent === entity) &&
                rest.some((cell) => cell.textContent === minutes),
            ),
          ),
      ).toBe(true)
    }
    expect(getPageText()).toContain(`${modelRecord.log.commits} entries`)
    expect(getPageText()).toContain(modelRecord.log.head)
  })

  test('reports if there were no requests', async () => {
    await openRecordPage(buildScriptedRecord(0))
    expect(getPageText()).toContain('There were no requests for the floor.')
    expect(getPageText()).not.toMatch(/Requests not reached|Questions and their outcome|Written statements/)
  })

  test('is asked for in the language of the page, and again when that changes', async () => {
    await loadLanguage('fr', 'staff')
    const { calls } = await openRecordPage(modelRecord)
    expect(getPageText()).toContain('Il y a eu 32 demandes de parole')
    await loadLanguage('en', 'staff')
    await waitFor(() => expect(getPageText()).toContain('There were 32 requests for the floor'))
    expect(calls.flatMap(({ path }) => (path.includes('/record/page') ? [path] : []))).toEqual(
      ['fr', 'en'].map((id) => `/api/sessions/s/record/page?language=${id}`),
    )
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
    expect(getPageText()).toContain('2 are waiting')
  })

  test('[R13] is built again on request, and stays unchanged when that fails', async () => {
    const { answers, calls } = await openRecordPage(running)
    answers.record = modelRecord
    const made = () => calls.filter(({ path }) => path.includes('/record/page'))
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
