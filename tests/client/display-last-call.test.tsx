// @vitest-environment jsdom
/** The room screen tells the truth about the list at a last call and after the last speaker: with and without network, and suspended. */
import { useSessionStore } from '@rostrum/client/session/store'
import { Display } from '@rostrum/client/surfaces/display/display.tsx'
import { loadLanguage } from '@rostrum/client/text/text'
import { act, cleanup, render } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { setDisplayView } from '../support/display-view.ts'
import { createState, plan } from '../support/fixtures.ts'
import { command, join, queueOpen, replay as replayIn, type SentCommand, toEntryId } from '../support/given.ts'
import { getPageText } from '../support/participant-page.tsx'

vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))

beforeEach(() => loadLanguage('en', 'staff'))
afterEach(cleanup)

const start = createState({ ...plan, walkIns: true })
const ticket = { joining: { code: 'K7M4PX2Q', url: 'https://rostrum.example/join', renewed: 0 } } as never

/** The text of the room screen `at` seconds after the planned start. */
const showDisplay = (history: readonly SentCommand[], at: number): string => {
  setDisplayView(replayIn(history, start), at)
  render(<Display ticket={ticket} />)
  return getPageText()
}

const lastSpeaker = [
  ...queueOpen,
  join('gov-1'),
  join('gov-2'),
  command('chair', 'floor.call-last', { entry: toEntryId('gov-1'), expectedCurrent: null, expectedNext: toEntryId('gov-1') }),
]
test('[V333] after the last speaker was called, nobody reads that others on the list will be called', () => {
  const text = showDisplay(lastSpeaker, 90)
  expect(text).toContain('The last speaker has been calledNobody else on the list will be called.')
  for (const words of ['remains on the list', 'Order']) expect(text).not.toContain(words)
})

const lastCall = command('desk', 'queue.last-call', { for: 60_000 as never }, { at: 60 })
test('[V334] without network the time of a last call is not certain, and after it the screen claims nothing of the list', () => {
  expect(showDisplay([...queueOpen, join('gov-1'), lastCall], 90)).toContain('closes in 0:30')
  act(() => useSessionStore.setState({ connectionStatus: { kind: 'offline' } }))
  expect(getPageText()).toContain('closes in ≈0:30')
  cleanup()
  showDisplay([...queueOpen, join('gov-1'), lastCall], 130)
  act(() => useSessionStore.setState({ connectionStatus: { kind: 'offline' } }))
  for (const words of ['closes in', 'Ask for the floor', 'Ask a question']) expect(getPageText()).not.toContain(words)
})

test('[V334] a suspension during a last call tells the time that is left after it', () => {
  const text = showDisplay([...queueOpen, join('gov-1'), lastCall, command('chair', 'session.suspend', {}, { at: 70 })], 300)
  expect(text).toContain('Last call for the list of speakers0:50 left after the suspension. No place is lost.')
})
