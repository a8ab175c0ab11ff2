// @vitest-environment jsdom
/** The text of the room screen before the opening, at a new topic, with a closed list and at a last call. */

import { getLocalTime, measureWallAhead } from '@rostrum/client/session/server-clock'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import { Display } from '@rostrum/client/surfaces/display/display.tsx'
import { loadLanguage } from '@rostrum/client/text/text'
import type { State } from '@rostrum/shared/contract/registry'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import { act, cleanup, render } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { afterNoon, createState, getPerson } from '../support/fixtures.ts'
import { call, command, join, openSession, queueOpen, replay, type SentCommand } from '../support/given.ts'
import { getPageText } from '../support/participant-page.tsx'

vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))

beforeEach(() => loadLanguage('en', 'staff'))
afterEach(cleanup)

const ticket = { joining: { code: 'K7M4PX2Q', url: 'https://rostrum.example/join', renewed: 0 } } as never

/** The text of the room screen `at` seconds after the planned start. */
const showDisplay = (state: State, at: number): string => {
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
  render(<Display ticket={ticket} />)
  return getPageText()
}

test.each([
  ['a minute before', -60, 'Starts at 12:00, Hall 1 time.'],
  ['three minutes after', 180, 'Starting soon; planned for 12:00, Hall 1 time.'],
  ['on another day', -86_400, 'Starts on Monday, 6 May 2030 at 12:00, Hall 1 time.'],
])('[V27] before the opening, %s the planned start', (_, at, sentence) => {
  expect(showDisplay(createState(), at)).toContain(sentence)
})

const toTopic = command('chair', 'agenda.go', { to: 'topic' as never, expectedCurrent: 'opening' as never }, { at: 100 })
const announce = command('desk', 'cues.announce', { to: 'everyone', text: 'Lunch is at one.' })
const withTopic = (...more: readonly SentCommand[]) => replay([...queueOpen, join('gov-1'), toTopic, ...more])

test.each<readonly [string, readonly SentCommand[], number, boolean]>([
  ['for 12 s', [], 111, true],
  ['not longer', [], 113, false],
  ['until somebody is called', [call('gov-1')], 105, false],
  ['with an announcement', [announce], 105, true],
])('[V25] a new topic fills the screen with its guiding question: %s', (_, more, at, fills) => {
  const text = showDisplay(withTopic(...more), at)
  expect(text.includes('Nobody has the floor') || text.includes('Called to speak')).toBe(!fills)
  expect(text).toContain('What next?')
})

test('[V25] an announcement hides neither the topic nor its question nor the current speaker', () => {
  const text = showDisplay(withTopic(announce, call('gov-1')), 105)
  for (const words of ['Lunch is at one.', 'Topic 1: topic', 'What next?', 'Delegation 1']) expect(text).toContain(words)
})

const closeList = command('chair', 'queue.close', {})
const callLast = command('chair', 'queue.last-call', { for: 60_000 as never }, { at: 60 })
test.each<readonly [string, readonly SentCommand[], readonly string[], readonly string[]]>([
  ['open', [], ['2 waiting, list open', 'Ask for the floor'], ['closed']],
  ['closed', [closeList], ['The list of speakers is closed', '2 speakers remain on the list.', 'Ask a question'], ['Ask for the floor']],
  ['in its last call', [callLast], ['Last call: the list of speakers closes in', '0:45', 'Ask for the floor'], ['list open']],
])('[V26] the list is %s', (_, more, said, unsaid) => {
  const text = showDisplay(replay([...queueOpen, join('gov-1'), join('civil-1'), ...more]), 75)
  for (const words of said) expect(text).toContain(words)
  for (const words of unsaid) expect(text).not.toContain(words)
})

test('[V24] a right of reply is named as soon as it is called', () => {
  const ask = command('gov-1', 'queue.join', { kind: 'right-of-reply', topic: null }, { id: 'gov-1' })
  expect(showDisplay(replay([openSession, ask, call('gov-1')]), 60).toLowerCase()).toContain('right of reply')
})
