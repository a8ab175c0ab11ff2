// @vitest-environment jsdom
/** The question that is being answered on the room screen: large, in its own direction, with number, support and breadth. */
import { ScreenFloor } from '@rostrum/client/features/floor/display/display-floor.tsx'
import { ownTime } from '@rostrum/client/session/server-clock'
import { emptyScreen, useScreen } from '@rostrum/client/session/store'
import { load } from '@rostrum/client/text/text'
import type { State } from '@rostrum/shared/contract/registry'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/registry'
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { founded, personIn, plan, sinceNoon } from '../support/fixtures.ts'
import { approves, asks, open, questionOf, said, stateAfter } from '../support/given.ts'
import { text } from '../support/participant-page.tsx'

vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))

beforeEach(() => load('en', 'all'))
afterEach(cleanup)

const one = { question: questionOf('gov-1-asks') }
const comesIn = (state: State) =>
  act(() =>
    useScreen.setState({
      ...emptyScreen,
      line: { kind: 'live' },
      heardAt: ownTime(),
      offset: { by: sinceNoon(60) - ownTime(), give: 0 },
      view: {
        ...projectAudience(state, 'display').view,
        ...projectPerson(state, personIn(state, 'screen')).view,
        presence: { room: 1, remote: 1 },
      },
    }),
  )
const answering = (words: string, ...more: readonly ReturnType<typeof said>[]) => [
  open,
  asks('gov-1', words),
  approves('gov-1-asks'),
  ...more,
  said('chair', 'questions.show', { ...one, expectedCurrent: null }),
]
const long = founded({ ...plan, questions: { ...plan.questions, length: 1000 } })
const shows = (words: string, ...more: readonly ReturnType<typeof said>[]) => {
  comesIn(stateAfter(answering(words, ...more), long))
  render(<ScreenFloor />)
  return screen.getByText(words)
}

it('shows it with whose it is, its number, its support and from how many groups, and follows the support', () => {
  const supported = said('civil-1', 'questions.support', one)
  expect(shows('Why now?', supported).getAttribute('dir')).toBe('auto')
  expect(text()).toContain('Now answering')
  expect(text()).toContain('Delegation 1Room')
  expect(text()).toContain('Question 1, supported by 1 in 1 of 5 groups')
  comesIn(stateAfter([...answering('Why now?', supported), said('private-1', 'questions.support', one)], long))
  expect(text()).toContain('Question 1, supported by 2 in 2 of 5 groups')
})

it('names nobody where authors are hidden from the room', () => {
  comesIn(stateAfter(answering('Why now?'), founded({ ...plan, questions: { ...plan.questions, attribution: 'hidden' } })))
  render(<ScreenFloor />)
  expect(text()).toContain('Why now?')
  expect(text()).not.toContain('Delegation 1')
})

it('a long one is set smaller, the longer the smaller, and ideographs count for two', () => {
  const sizeOf = (words: string) => {
    const size = /long\w*/.exec(shows(words).className)?.[0] ?? 'large'
    cleanup()
    return size
  }
  const sizes = ['a'.repeat(40), 'a'.repeat(100), 'a'.repeat(200), 'a'.repeat(500), '问'.repeat(100)].map(sizeOf)
  expect(sizes.map((size) => size.replace(/_.*$/, ''))).toEqual(['large', 'long', 'longer', 'longest', 'longer'])
})
