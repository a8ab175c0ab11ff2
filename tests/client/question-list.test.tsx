// @vitest-environment jsdom
/** The audience’s list of questions on a phone. Nothing moves unasked, support is a toggle, and each question has an outcome. */
import { useSessionStore } from '@rostrum/client/session/store'
import { loadLanguage } from '@rostrum/client/text/text'
import type { CommandId } from '@rostrum/shared/contract/ids'
import { makeFinalCounts } from '@rostrum/shared/projection/questions/counts'
import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { click } from '../support/click.ts'
import { approve, ask, command, openSession, replay, toCommandId, toQuestionId } from '../support/given.ts'
import { getPageText, openParticipantPage, press, queryButton, sent, updateParticipantPage } from '../support/participant-page.tsx'

// jsdom lacks these browser APIs, and the UI kit needs them.
vi.stubGlobal('CSS', { escape: (text: string) => text })
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))

beforeEach(async () => {
  await loadLanguage('en', 'staff')
  sent.length = 0
  localStorage.clear()
})
afterEach(cleanup)

const publish = (by: string, words: string, id = `${by}-asks`) => [ask(by, words, id), approve(id)]
const support = (by: string, id: string) => command(by, 'questions.support', { question: toQuestionId(id) })
const twoQuestions = [openSession, ...publish('gov-1', 'First?'), ...publish('civil-1', 'Second?')]
const getOrder = () => screen.getAllByRole('article').map((row) => /First|Second|Third|No longer/.exec(row.textContent ?? '')?.[0])
const openQuestions = async (history: Parameters<typeof replay>[0], person = 'gov-2') => {
  openParticipantPage(replay(history), person)
  await press('Questions')
  await screen.findByRole('heading', { name: 'Questions' })
}
const updatePage = (history: Parameters<typeof replay>[0], person = 'gov-2') => updateParticipantPage(replay(history), person)

describe('nothing moves under the finger', () => {
  test('a new order waits; one press shows it, and the focus goes to the head of the list', async () => {
    await openQuestions(twoQuestions)
    expect(getOrder()).toEqual(['First', 'Second'])
    updatePage([...twoQuestions, support('private-1', 'civil-1-asks')])
    expect(getOrder()).toEqual(['First', 'Second'])
    expect(queryButton(/^Support Q02, 1 supporter/)).not.toBeNull()
    await press('Refresh the order')
    expect(getOrder()).toEqual(['Second', 'First'])
    expect(queryButton('Refresh the order')).toBeNull()
    expect(document.activeElement?.textContent).toBe('Most supported first')
  })

  test('new questions wait and are counted', async () => {
    await openQuestions(twoQuestions)
    updatePage([...twoQuestions, ...publish('private-1', 'Third?'), ...publish('agency-1', 'Third again?')])
    expect(getOrder()).toEqual(['First', 'Second'])
    await press('2 new')
    expect(getOrder()).toEqual(['First', 'Second', 'Third', 'Third'])
  })

  test('a withdrawn question leaves an empty row without its text, which keeps the focus', async () => {
    await openQuestions(twoQuestions)
    act(() => screen.getByRole('button', { name: /^Support Q01/ }).focus())
    updatePage([...twoQuestions, command('gov-1', 'questions.withdraw', { question: toQuestionId('gov-1-asks') })])
    expect(getOrder()).toEqual(['No longer', 'Second'])
    expect(getPageText()).not.toContain('First?')
    expect(document.activeElement).toBe(screen.getAllByRole('article')[0])
    await press('Refresh the order')
    expect(getOrder()).toEqual(['Second'])
  })

  test('an answered question changes in place, and can no longer get support', async () => {
    await openQuestions(twoQuestions)
    updatePage([
      ...twoQuestions,
      command('chair', 'questions.mark-answered', { question: toQuestionId('gov-1-asks'), answer: 'in-writing' }),
    ])
    expect(getOrder()).toEqual(['First', 'Second'])
    expect(getPageText()).toContain('To be answered in writing')
    expect(screen.getByRole('button', { name: /^Support Q01/ }).getAttribute('aria-disabled')).toBe('true')
  })

  test('the first questions appear automatically', async () => {
    await openQuestions([openSession])
    expect(getPageText()).toContain('No question has been published yet')
    updatePage([openSession, ...publish('gov-1', 'First?')])
    expect(getOrder()).toEqual(['First'])
  })
})

describe('support', () => {
  test('is given and withdrawn by one button, which shows the count of the session', async () => {
    await openQuestions(twoQuestions)
    const getSupportButton = () => screen.getByRole('button', { name: /^Support Q01/ })
    expect(getSupportButton().getAttribute('aria-pressed')).toBe('false')
    await click(getSupportButton())
    expect(sent).toEqual([{ type: 'questions.support', data: { question: toQuestionId('gov-1-asks') } }])
    expect(getSupportButton().getAttribute('aria-pressed')).toBe('false')
    updatePage([...twoQuestions, support('gov-2', 'gov-1-asks')])
    expect(getSupportButton().getAttribute('aria-pressed')).toBe('true')
    expect(getSupportButton().textContent).toBe('1')
    await click(getSupportButton())
    expect(sent.at(-1)).toEqual({ type: 'questions.unsupport', data: { question: toQuestionId('gov-1-asks') } })
  })

  test('shows that it is being sent, and is not sent twice', async () => {
    await openQuestions(twoQuestions)
    const envelope = {
      id: toCommandId('s') as CommandId,
      type: 'questions.support',
      data: { question: toQuestionId('gov-1-asks') },
    } as const
    act(() => useSessionStore.setState({ pending: [{ envelope, area: 'question-list', pressedAt: 0, status: 'waiting' }] }))
    const first = screen.getByRole('button', { name: /^Support Q01.*Waiting to send/ })
    expect(first.getAttribute('aria-busy')).toBe('true')
    await click(first)
    expect(sent).toEqual([])
    expect(screen.getByRole('button', { name: /^Support Q02/ }).getAttribute('aria-busy')).toBeNull()
  })

  test('shows how many groups it comes from', async () => {
    await openQuestions([...twoQuestions, support('private-1', 'gov-1-asks'), support('technical-1', 'gov-1-asks')])
    expect(screen.getAllByRole('article')[0]?.textContent).toContain('2 of 5 groups')
  })
})

test('after the close one sentence counts the questions by outcome', async () => {
  const history = [
    ...twoQuestions,
    ...publish('private-1', 'Third?'),
    ask('agency-1', 'Fourth?'),
    ask('guest-1', 'Fifth?'),
    command('desk', 'questions.decline', { question: toQuestionId('agency-1-asks'), reason: 'conduct' }),
    command('chair', 'questions.mark-answered', { question: toQuestionId('gov-1-asks'), answer: 'live' }),
    command('desk', 'questions.merge', { into: toQuestionId('civil-1-asks'), question: toQuestionId('private-1-asks') }),
  ]
  await openQuestions(history)
  expect(getPageText()).not.toContain('received')
  const closed = [...history, command('chair', 'session.close', {})]
  updatePage(closed)
  // The counts come once the close can no longer be taken back.
  expect(getPageText()).not.toContain('received')
  const final = makeFinalCounts(replay(closed), 'public')
  act(() => useSessionStore.setState(({ view }) => ({ view: view === null ? null : { ...view, ...final } })))
  await screen.findByText(
    '5 questions received: 1 answered live, 1 asked with another, 2 not reached and 1 declined (against the rules of conduct).',
  )
})
