// @vitest-environment jsdom
/** The moderation workplace with many questions: search, and every question with its outcome. */
import { loadLanguage } from '@rostrum/client/text/text'
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { sent } from '../support/fake-connection.ts'
import {
  findRowButton,
  focusRow,
  getListedIds,
  getReviewText,
  makeCounts,
  openPage,
  press,
  type RowTable,
  updateView,
} from '../support/question-page.tsx'

// jsdom lacks this browser API, and the UI kit needs it.
vi.stubGlobal('CSS', { escape: (text: string) => text })

const fiveQuestions = { a: {}, b: {}, c: {}, d: {}, e: {}, held: { status: 'on-hold' } } as const
const choosePill = (name: RegExp) => userEvent.click(screen.getByRole('radio', { name }))
const getOutcomeRows = () => screen.getAllByRole('listitem').filter((one) => !one.dataset['row'])
const stripMarks = (text: string | null | undefined) => (text ?? '').replace(/[\u2066-\u2069]/g, '')
const makeIds = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `q${index}`)

beforeEach(async () => {
  await loadLanguage('en', 'staff')
})
afterEach(cleanup)

describe('2,000 questions', () => {
  const many: RowTable = Object.fromEntries(
    makeIds(2000).map((id, index) => [id, { text: index === 1700 ? 'Où est la bibliothèque ?' : `Question ${index} on open networks?` }]),
  )

  test('are drawn as a few rows, and the arrow keys continue across the pages', async () => {
    openPage(many)
    expect(getListedIds()).toHaveLength(200)
    focusRow('q0')
    await userEvent.keyboard('{End}')
    expect([getReviewText(), document.activeElement]).toEqual(['Entity q1999', findRowButton('q1999')])
    expect(stripMarks(screen.getByText(/of 2000/).textContent)).toBe('1801–2000 of 2000')
    await press('Earlier')
    expect([getListedIds()[0], getReviewText()]).toEqual(['q1600', 'Entity q1999'])
    await press('See all')
    await choosePill(/^All 2000/)
    expect(document.querySelectorAll('li').length).toBeLessThan(300)
  })

  test('are searched from the field that the search key focuses', () => {
    openPage(many)
    const field = document.querySelector<HTMLInputElement>('[data-shortcut="find"]') as HTMLInputElement
    fireEvent.change(field, { target: { value: 'OU EST LA BIBLIOTHEQUE' } })
    expect(getListedIds()).toEqual(['q1700'])
    expect(screen.getByText('1 to review; 0 others found')).not.toBeNull()
  })
})

describe('a search for questions', () => {
  const mixed = {
    a: { text: 'Who pays?', segment: 'failures', staff: { tags: ['money'] }, from: { entity: 'Bank', group: 'private', channel: 'room' } },
    b: { text: 'Who pays for ramps?', from: { entity: 'Network', group: 'civil', channel: 'remote' } },
    c: { text: 'Who pays later?', status: 'approved', number: 12, staff: { tags: ['money'] } },
    d: { text: 'When?', status: 'declined', staff: { reason: 'time' } },
  } as unknown as RowTable

  test('counts the matches to review and the other matches separately, and can be cleared', async () => {
    openPage(mixed)
    await userEvent.type(screen.getByRole('searchbox'), 'PAYS who')
    expect(screen.getByText('2 to review; 1 other found')).not.toBeNull()
    await userEvent.clear(screen.getByRole('searchbox'))
    await userEvent.type(screen.getByRole('searchbox'), 'q12')
    expect(getListedIds()).toEqual([])
    expect(screen.getByText('No question awaiting review matches. Clear the search to see all.')).not.toBeNull()
    await press('Clear the search')
    expect(getListedIds()).toEqual(['a', 'b'])
  })

  test('narrows by segment, group and tag', async () => {
    openPage(mixed)
    await press('Filter')
    const staff = screen.getByRole('region', { name: /^To review/ })
    const choose = (name: string, value: string) => userEvent.selectOptions(within(staff).getByRole('combobox', { name }), value)
    await choose('Agenda item', 'Failures')
    expect(getListedIds()).toEqual(['a'])
    await choose('Agenda item', 'No item')
    expect(getListedIds()).toEqual(['b'])
    await choose('Agenda item', 'All')
    await choose('Group', 'civil')
    expect(getListedIds()).toEqual(['b'])
    await choose('Group', 'All')
    await choose('Tag', 'money')
    expect([getListedIds(), screen.getByText('1 to review; 1 other found') !== null]).toEqual([['a'], true])
  })

  test('leaves the question under review in place', async () => {
    openPage(mixed)
    await userEvent.type(screen.getByRole('searchbox'), 'ramps')
    expect([getListedIds(), getReviewText()]).toEqual([['b'], 'Bank'])
  })
})

describe('all questions', () => {
  const every = {
    waits: {},
    q12: { status: 'approved', number: 12, text: 'Twelve?', merged: 1, total: 3 },
    q13: { status: 'approved', number: 13, text: 'Thirteen?', total: 9 },
    child: { status: 'merged', text: 'Twelve, too?', staff: { mergedInto: 'q12' } },
    other: { status: 'merged', text: 'Waits, too?', staff: { mergedInto: 'waits' } },
    no: { status: 'declined', staff: { reason: 'off-topic' } },
    live: { status: 'answered', number: 2, answer: 'live' },
    paper: { status: 'answered', number: 3, answer: 'in-writing' },
    floor: { status: 'moved-to-queue' },
    gone: { status: 'withdrawn' },
  } as unknown as RowTable
  const openAll = async () => {
    openPage(every, {
      questionCounts: makeCounts({
        received: 10,
        pending: 1,
        published: 2,
        merged: 2,
        movedToQueue: 1,
        withdrawn: 1,
        declined: { 'off-topic': 1, duplicate: 0, 'not-a-question': 0, conduct: 0, time: 0 },
        answered: { live: 1, 'in-writing': 1, 'taken-on-notice': 0 },
      }),
    })
    await press('See all')
  }

  test('are grouped by outcome, each outcome with its count', async () => {
    await openAll()
    expect(screen.getAllByRole('radio').map((one) => stripMarks(one.textContent))).toEqual([
      'Published 2',
      'Answered 2',
      'To review 1',
      'Declined 1',
      'Asked with another 2',
      'On the list of speakers 1',
      'Withdrawn 1',
      'Not reached 0',
      'All 10',
    ])
    expect(getOutcomeRows().map((one) => one.querySelector('button')?.textContent)).toEqual(['Thirteen?', 'Twelve?'])
    expect(getOutcomeRows()[1]?.textContent).toContain('1 other is asked with it')
  })

  test('have their counts in a sentence that adds up', async () => {
    await openAll()
    const line = (await screen.findByText(/questions received/)).textContent ?? ''
    const [received = 0, ...parts] = (stripMarks(line).match(/\d+/g) ?? []).map(Number)
    expect([received, parts.reduce((sum, part) => sum + part, 0)]).toEqual([10, 10])
  })

  test('can be separated from the question that they are merged into', async () => {
    await openAll()
    await choosePill(/^Asked with another/)
    expect(getOutcomeRows().map((one) => one.textContent?.includes('Asked with Q12'))).toEqual([true, false])
    expect(getOutcomeRows()[1]?.textContent).toContain('Asked with Text of waits?')
    await press(/^Separate ?Twelve, too/)
    expect(sent).toEqual([{ type: 'questions.unmerge', data: { question: 'child' } }])
  })

  test('can be reviewed again after they have been declined', async () => {
    await openAll()
    await choosePill(/^Declined/)
    expect(getOutcomeRows()[0]?.textContent).toContain('Declined: Off topic')
    await press(/^Review again/)
    expect(sent).toEqual([{ type: 'questions.reopen', data: { question: 'no' } }])
  })

  test('show their outcome', async () => {
    await openAll()
    await choosePill(/^Answered/)
    expect(getOutcomeRows().map((one) => /Answered live|To be answered in writing/.exec(one.textContent ?? '')?.[0])).toEqual([
      'Answered live',
      'To be answered in writing',
    ])
  })

  test('can be opened, and can be declined even when published', async () => {
    await openAll()
    await press('Twelve?')
    expect(getReviewText()).toBe('Entity q12')
    await choosePill(/^Against the rules of conduct/)
    await press('Decline: Against the rules of conduct')
    expect(sent).toEqual([{ type: 'questions.decline', data: { question: 'q12', reason: 'conduct' } }])
  })
})

describe('the moderation switch', () => {
  const makeQuestionRules = (moderated: boolean) => ({ questionRules: { moderated, length: 280, cap: null, attribution: 'named' } })
  const name = 'A moderator reviews questions first'

  test('explains its effect before it is switched, and sends the expected current mode', async () => {
    openPage(fiveQuestions)
    await press('See all')
    await userEvent.click(screen.getByRole('checkbox', { name }))
    expect(screen.getByRole('dialog').textContent).toContain('From now on, everyone will see a question as soon as it is asked.')
    expect(sent).toEqual([])
    await press('Publish at once')
    expect(sent).toEqual([{ type: 'questions.set-moderation', data: { moderation: 'none', expectedModeration: 'before' } }])
  })

  test('sends nothing when the staff leave it as it is', async () => {
    openPage(fiveQuestions, makeQuestionRules(false))
    await press('See all')
    const box = screen.getByRole<HTMLInputElement>('checkbox', { name })
    expect(box.checked).toBe(false)
    await userEvent.click(box)
    await press('Cancel')
    expect([sent, box.checked]).toEqual([[], false])
  })

  test('closes when somebody else has switched it', async () => {
    openPage(fiveQuestions)
    await press('See all')
    await userEvent.click(screen.getByRole('checkbox', { name }))
    updateView(fiveQuestions, makeQuestionRules(false))
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})
