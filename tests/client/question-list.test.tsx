// @vitest-environment jsdom
/** The audience's list of questions on a phone: it holds still, support is a toggle, and in the end all are accounted for. */
import { useScreen } from '@rostrum/client/session/store'
import { load } from '@rostrum/client/text/text'
import type { CommandId } from '@rostrum/shared/contract/ids'
import { act, cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { approves, asks, commandOf, open, questionOf, said, stateAfter } from '../support/given.ts'
import { button, comesIn, press, sees, sent, text } from '../support/participant-page.tsx'

// The kit asks the browser for these, and jsdom has none.
vi.stubGlobal('CSS', { escape: (text: string) => text })
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))

beforeEach(async () => {
  await load('en', 'all')
  sent.length = 0
  localStorage.clear()
})
afterEach(cleanup)

const published = (by: string, words: string, id = `${by}-asks`) => [asks(by, words, id), approves(id)]
const supports = (by: string, id: string) => said(by, 'questions.support', { question: questionOf(id) })
const two = [open, ...published('gov-1', 'First?'), ...published('civil-1', 'Second?')]
const order = () => screen.getAllByRole('article').map((row) => /First|Second|Third|No longer/.exec(row.textContent ?? '')?.[0])
const atQuestions = async (history: Parameters<typeof stateAfter>[0], person = 'gov-2') => {
  sees(stateAfter(history), person)
  await press('Questions')
}
const goesOn = (history: Parameters<typeof stateAfter>[0], person = 'gov-2') => comesIn(stateAfter(history), person)

describe('nothing moves under the finger', () => {
  it('a new order waits; one press brings it, and focus is at the head of the list', async () => {
    await atQuestions(two)
    expect(order()).toEqual(['First', 'Second'])
    goesOn([...two, supports('private-1', 'civil-1-asks')])
    expect(order()).toEqual(['First', 'Second'])
    expect(button(/^Support Q02, 1 supporter/)).not.toBeNull()
    await press('Update the order')
    expect(order()).toEqual(['Second', 'First'])
    expect(button('Update the order')).toBeNull()
    expect(document.activeElement?.textContent).toBe('Most supported first')
  })

  it('new ones wait and are counted', async () => {
    await atQuestions(two)
    goesOn([...two, ...published('private-1', 'Third?'), ...published('agency-1', 'Third again?')])
    expect(order()).toEqual(['First', 'Second'])
    await press('2 new')
    expect(order()).toEqual(['First', 'Second', 'Third', 'Third'])
  })

  it('one that is withdrawn leaves its place and nothing of its words, and keeps the focus that was in it', async () => {
    await atQuestions(two)
    act(() => screen.getByRole('button', { name: /^Support Q01/ }).focus())
    goesOn([...two, said('gov-1', 'questions.withdraw', { question: questionOf('gov-1-asks') })])
    expect(order()).toEqual(['No longer', 'Second'])
    expect(text()).not.toContain('First?')
    expect(document.activeElement).toBe(screen.getAllByRole('article')[0])
    await press('Update the order')
    expect(order()).toEqual(['Second'])
  })

  it('one that is answered changes where it stands, and can be supported no more', async () => {
    await atQuestions(two)
    goesOn([...two, said('chair', 'questions.settle', { question: questionOf('gov-1-asks'), answer: 'in-writing' })])
    expect(order()).toEqual(['First', 'Second'])
    expect(text()).toContain('Answered in writing')
    expect(screen.getByRole('button', { name: /^Support Q01/ }).getAttribute('aria-disabled')).toBe('true')
  })

  it('the first ones appear by themselves', async () => {
    await atQuestions([open])
    expect(text()).toContain('No questions yet')
    goesOn([open, ...published('gov-1', 'First?')])
    expect(order()).toEqual(['First'])
  })
})

describe('support', () => {
  it('is given and taken back by one button, whose count is the session’s', async () => {
    await atQuestions(two)
    const first = () => screen.getByRole('button', { name: /^Support Q01/ })
    expect(first().getAttribute('aria-pressed')).toBe('false')
    await userEvent.click(first())
    expect(sent).toEqual([{ type: 'questions.support', data: { question: questionOf('gov-1-asks') } }])
    expect(first().getAttribute('aria-pressed')).toBe('false')
    goesOn([...two, supports('gov-2', 'gov-1-asks')])
    expect(first().getAttribute('aria-pressed')).toBe('true')
    expect(first().textContent).toBe('1')
    await userEvent.click(first())
    expect(sent.at(-1)).toEqual({ type: 'questions.unsupport', data: { question: questionOf('gov-1-asks') } })
  })

  it('says that it is on its way, and is not sent twice', async () => {
    await atQuestions(two)
    const envelope = { id: commandOf('s') as CommandId, type: 'questions.support', data: { question: questionOf('gov-1-asks') } } as const
    act(() => useScreen.setState({ pending: [{ envelope, pressedAt: 0, standing: 'waiting' }] }))
    const first = screen.getByRole('button', { name: /^Support Q01.*Waiting to send/ })
    expect(first.getAttribute('aria-busy')).toBe('true')
    await userEvent.click(first)
    expect(sent).toEqual([])
    expect(screen.getByRole('button', { name: /^Support Q02/ }).getAttribute('aria-busy')).toBeNull()
  })

  it('shows from how many groups it comes', async () => {
    await atQuestions([...two, supports('private-1', 'gov-1-asks'), supports('technical-1', 'gov-1-asks')])
    expect(screen.getAllByRole('article')[0]?.textContent).toContain('2 of 5 groups')
  })
})

it('after the close every question is accounted for, in a sentence', async () => {
  const history = [
    ...two,
    ...published('private-1', 'Third?'),
    asks('agency-1', 'Fourth?'),
    asks('guest-1', 'Fifth?'),
    said('desk', 'questions.decline', { question: questionOf('agency-1-asks'), reason: 'conduct' }),
    said('chair', 'questions.settle', { question: questionOf('gov-1-asks'), answer: 'live' }),
    said('desk', 'questions.merge', { into: questionOf('civil-1-asks'), question: questionOf('private-1-asks') }),
  ]
  await atQuestions(history)
  expect(text()).not.toContain('received')
  goesOn([...history, said('chair', 'session.close', {})])
  expect(text()).toContain('5 questions received: 1 answered live, 1 asked with another, 2 not reached, and 1 declined (conduct).')
})
