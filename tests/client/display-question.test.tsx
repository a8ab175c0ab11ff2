// @vitest-environment jsdom
/** The question being answered on the room screen: large, in its own direction, with number, support and number of groups. */
import { DisplayFloor } from '@rostrum/client/features/floor/display/display-floor.tsx'
import { getLocalTime, measureWallAhead } from '@rostrum/client/session/server-clock'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import { loadLanguage } from '@rostrum/client/text/text'
import type { State } from '@rostrum/shared/contract/registry'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { afterNoon, createState, getPerson, plan } from '../support/fixtures.ts'
import { approve, ask, command, openSession, replay, toQuestionId, toTurnId } from '../support/given.ts'
import { getPageText } from '../support/participant-page.tsx'

vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))

beforeEach(() => loadLanguage('en', 'staff'))
afterEach(cleanup)

const firstQuestion = { question: toQuestionId('gov-1-asks') }
const updateDisplay = (state: State, at = 60) =>
  act(() =>
    useSessionStore.setState({
      ...initialStore,
      connectionStatus: { kind: 'live' },
      lastHeardAt: getLocalTime(),
      clockOffset: { offset: afterNoon(at) - getLocalTime(), uncertainty: 0, wallAhead: measureWallAhead() },
      view: {
        ...projectAudience(state, 'display').view,
        ...projectPerson(state, getPerson(state, 'screen')).view,
        presence: { room: 1, remote: 1 },
      },
    }),
  )
const makeHistory = (words: string, ...more: readonly ReturnType<typeof command>[]) => [
  openSession,
  ask('gov-1', words),
  approve('gov-1-asks'),
  ...more,
  command('chair', 'questions.show', { ...firstQuestion, expectedCurrent: null }, { id: 'answer' }),
]
const longPlanState = createState({ ...plan, questions: { ...plan.questions, length: 1000 } })
const openDisplay = (words: string, ...more: readonly ReturnType<typeof command>[]) => {
  updateDisplay(replay(makeHistory(words, ...more), longPlanState))
  render(<DisplayFloor />)
  return screen.getByText(words)
}

test('[V24] shows the question with panellist, author, number, support and number of groups, and updates the support', () => {
  const supported = command('civil-1', 'questions.support', firstQuestion)
  expect(openDisplay('Why now?', supported).getAttribute('dir')).toBe('auto')
  expect(getPageText()).toContain('Asked by Delegation 1Room')
  expect(getPageText()).toContain('Question 1, supported by 1 in 1 of 5 groups')
  updateDisplay(replay([...makeHistory('Why now?', supported), command('private-1', 'questions.support', firstQuestion)], longPlanState))
  expect(getPageText()).toContain('Question 1, supported by 2 in 2 of 5 groups')
})

test('[V351, V405] an answer has the badge of its phase, and nobody is said to answer before its clock starts', () => {
  const shown = replay(makeHistory('Why now?'), longPlanState)
  updateDisplay(shown)
  render(<DisplayFloor />)
  expect(getPageText()).toMatch(/To answer: the panelWaiting to start/)
  expect(getPageText()).not.toContain('Now answering')
  updateDisplay(replay([command('chair', 'floor.start', { turn: toTurnId('answer') }, { at: 30 })], shown))
  expect(getPageText()).toMatch(/Now answering: the panelAnswering/)
})

test('[V352] an answer over time is asked to conclude, and its overrun is said once', () => {
  const shown = replay(
    [...makeHistory('Why now?'), command('chair', 'floor.start', { turn: toTurnId('answer') }, { at: 30 })],
    longPlanState,
  )
  updateDisplay(shown, 600)
  render(<DisplayFloor />)
  const text = getPageText()
  expect(text).toContain('Please conclude')
  expect(text.match(/\d:\d\d/g)).toHaveLength(1)
})

test('shows no author if authors are hidden from the room', () => {
  updateDisplay(replay(makeHistory('Why now?'), createState({ ...plan, questions: { ...plan.questions, attribution: 'hidden' } })))
  render(<DisplayFloor />)
  expect(getPageText()).toContain('Why now?')
  expect(getPageText()).not.toContain('Delegation 1')
})

test('sets a longer question in smaller type; an ideograph counts as two characters', () => {
  const getSize = (words: string) => {
    const size = openDisplay(words).closest('section')?.dataset['size'] ?? 'large'
    cleanup()
    return size
  }
  const sizes = ['a'.repeat(40), 'a'.repeat(100), 'a'.repeat(200), 'a'.repeat(500), '问'.repeat(100)].map(getSize)
  expect(sizes).toEqual(['large', 'long', 'longer', 'longest', 'longer'])
})
