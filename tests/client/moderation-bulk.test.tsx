// @vitest-environment jsdom
/** The moderation workplace: many questions are selected, and decided with one act. */
import { loadLanguage } from '@rostrum/client/text/text'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { reply, sent } from '../support/fake-connection.ts'
import { focusRow, getReviewText, openPage, press, queryButton, updateView } from '../support/question-page.tsx'

// jsdom lacks this browser API, and the UI kit needs it.
vi.stubGlobal('CSS', { escape: (text: string) => text })

const fiveQuestions = { a: {}, b: {}, c: {}, d: {}, e: {}, held: { status: 'on-hold' } } as const
const getCheckbox = (id: string) => document.querySelector<HTMLInputElement>(`[data-row="${id}"] input`) as HTMLInputElement
const countChecked = () => [...document.querySelectorAll<HTMLInputElement>('[data-row] input')].filter((one) => one.checked).length
const makeIds = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `q${index}`)

beforeEach(async () => {
  await loadLanguage('en', 'staff')
})
afterEach(cleanup)

describe('one act on many questions', () => {
  test('Shift selects a range of questions, and one press approves them', async () => {
    openPage(fiveQuestions)
    await userEvent.click(getCheckbox('b'))
    fireEvent.click(getCheckbox('d'), { shiftKey: true })
    expect(countChecked()).toBe(3)
    await press('Approve 3')
    expect(sent).toEqual([{ type: 'questions.decide-all', data: { questions: ['b', 'c', 'd'], decision: { kind: 'approve' } } }])
    const approved = { status: 'approved', number: 1 } as const
    updateView({ ...fiveQuestions, b: approved, c: approved, d: approved })
    await reply()
    expect(queryButton(/^Approve \d/)).toBeNull()
    expect(getReviewText()).toBe('Entity a')
  })

  test('Shift and an arrow key select from the keyboard', async () => {
    openPage(fiveQuestions)
    focusRow('a')
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}')
    expect(queryButton('Approve 3')).not.toBeNull()
    expect(getReviewText()).toBe('Entity c')
  })

  test('“select all” selects every listed question that waits, and none that is on hold', async () => {
    openPage(fiveQuestions)
    await userEvent.click(screen.getByRole('checkbox', { name: 'Select all 5 shown' }))
    expect(document.querySelector('[data-row="held"] input')).toBeNull()
    await press('Approve 5')
    expect(sent).toEqual([{ type: 'questions.decide-all', data: { questions: ['a', 'b', 'c', 'd', 'e'], decision: { kind: 'approve' } } }])
  })

  test('a question loses its selection when somebody else decides it, or when it no longer matches the search', async () => {
    openPage(fiveQuestions)
    for (const id of ['a', 'b', 'c']) await userEvent.click(getCheckbox(id))
    updateView({ ...fiveQuestions, b: { status: 'declined' } })
    await expect.poll(() => queryButton('Approve 2')).not.toBeNull()
    await userEvent.type(screen.getByRole('searchbox'), 'entity a')
    expect(queryButton('Approve 1')).not.toBeNull()
  })

  test('sends commands of a hundred questions each', async () => {
    openPage(Object.fromEntries(makeIds(230).map((id) => [id, {}])))
    for (let page = 0; page < 2; page += 1) {
      await userEvent.click(screen.getByRole('checkbox', { name: /^Select all/ }))
      await press('Later')
    }
    await press('Approve 230')
    expect(sent.map(({ data }) => (data as { questions: readonly string[] }).questions.length)).toEqual([100, 100, 30])
  })

  test('[T36] those selected are declined with a reason, held, put under an item, or merged into the one that is chosen', async () => {
    openPage(fiveQuestions)
    const choose = async (...ids: readonly string[]) => {
      for (const id of ids) if (!(getCheckbox(id) as HTMLInputElement).checked) await userEvent.click(getCheckbox(id))
    }
    const pick = async (menu: string, item: string | RegExp) => {
      await press(menu)
      await userEvent.click(await screen.findByRole('menuitem', { name: item }))
    }
    await choose('a', 'b')
    await pick('More', 'Off topic')
    expect(sent.at(-1)).toEqual({
      type: 'questions.decide-all',
      data: { questions: ['a', 'b'], decision: { kind: 'decline', reason: 'off-topic' } },
    })
    await reply()
    await choose('b', 'c', 'd')
    await pick('More', 'Merge into one')
    await userEvent.click(screen.getAllByRole('radio')[1] as HTMLElement)
    await press('Merge')
    expect(sent.at(-1)).toEqual({
      type: 'questions.decide-all',
      data: { questions: ['b', 'c', 'd'], decision: { kind: 'merge', into: 'c' } },
    })
  })
})
