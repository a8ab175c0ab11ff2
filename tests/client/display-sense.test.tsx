// @vitest-environment jsdom
/** A sentence on the room screen: open, closed and not decided, next to other states, and without network. */
import { useSessionStore } from '@rostrum/client/session/store'
import { Display } from '@rostrum/client/surfaces/display/display.tsx'
import { loadLanguage } from '@rostrum/client/text/text'
import type { PromptId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sentence } from '../support/command-scenarios.ts'
import { setDisplayView } from '../support/display-view.ts'
import { createState, plan } from '../support/fixtures.ts'
import {
  call,
  command,
  join,
  openSession,
  queueOpen,
  raisePoint,
  replay as replayIn,
  type SentCommand,
  toCommandId,
  toEntryId,
  toTurnId,
} from '../support/given.ts'
import { getPageText } from '../support/participant-page.tsx'

vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))

beforeEach(() => loadLanguage('en', 'staff'))
afterEach(cleanup)

const start = createState({ ...plan, walkIns: true })
const replay = (history: readonly SentCommand[]): State => replayIn(history, start)
const ticket = { joining: { code: 'K7M4PX2Q', url: 'https://rostrum.example/join', renewed: 0 } } as never

/** The text of the room screen `at` seconds after the planned start. */
const showDisplay = (state: State, at: number): string => {
  setDisplayView(state, at)
  render(<Display ticket={ticket} />)
  return getPageText()
}

const toTopic = command('chair', 'agenda.go', { to: 'topic' as never, expectedCurrent: 'opening' as never }, { at: 100 })
const withTopic = (...more: readonly SentCommand[]) => replay([...queueOpen, join('gov-1'), toTopic, ...more])
const startTurn = command('chair', 'floor.start', { turn: toTurnId('turn-gov-1') })
const speaking = [...queueOpen, join('gov-1'), call('gov-1'), startTurn]
const recognize = command(
  'chair',
  'floor.recognize',
  { entry: toEntryId('gov-2-point'), expectedCurrent: toTurnId('turn-gov-1') },
  { id: 'turn-gov-2-point' },
)
const interrupted = [...queueOpen, join('gov-1'), toTopic, call('gov-1'), startTurn, raisePoint('gov-2'), recognize]
const suspend = command('chair', 'session.suspend', {}, { at: 110 })
const put = command('desk', 'sense.put', sentence, { id: 'sense' })
const closeSense = command('desk', 'sense.close', { prompt: toCommandId('sense') as string as PromptId }, { at: 20 })
const closedSense = [openSession, put, closeSense]
const closedText = 'Sense of the room: responses are closedThe Chair is looking at the result. This is not a vote.'
test('[V230] once responses are closed, the screen does not say that they can be changed', () => {
  expect(showDisplay(replay([openSession, put]), 5)).toContain('Registered participants respond on their own device.')
  cleanup()
  const text = showDisplay(replay(closedSense), 30)
  expect(text).toContain('This is not a vote.')
  expect(text).not.toContain('respond on their own device')
})

test('[V380] the possible responses stand next to the sentence, under the time that is left', () => {
  showDisplay(replay([openSession, put]), 5)
  const side = screen.getByText('time left to respond').closest('aside')
  expect([...(side?.querySelectorAll('li') ?? [])].map(({ textContent }) => textContent)).toEqual([
    'Comfortable',
    'Could live with it',
    'Concerns',
    'Need more discussion',
    'No view',
  ])
})

test.each<readonly [string, readonly SentCommand[], readonly string[]]>([
  ['while nobody speaks', closedSense, ['Open consultation', 'The list of speakers is', 'K7M4']],
  ['while somebody speaks', [...speaking, put, closeSense], ['Delegation 1', 'Next', 'K7M4']],
  ['in a suspension', [...closedSense, suspend], ['The meeting is suspended', 'K7M4']],
])('[V350] once responses are closed, a line says so, and the floor, the list and the code are back: %s', (_, history, back) => {
  const text = showDisplay(replay(history), 130)
  for (const words of [closedText, ...back]) expect(text).toContain(words)
  for (const words of ['Could live with it', sentence.text]) expect(text).not.toContain(words)
  act(() => useSessionStore.setState({ connectionStatus: { kind: 'offline' } }))
  expect(getPageText()).not.toContain('looking at the result')
})

test('[V350] the line goes when the Chair has decided on the result', () => {
  const discard = command('chair', 'sense.discard', { prompt: toCommandId('sense') as string as PromptId }, { at: 40 })
  expect(showDisplay(replay([...closedSense, discard]), 50)).not.toContain('responses are closed')
})

test('[V287] a screen without network invites nobody to respond, and marks the time that is left as uncertain', () => {
  showDisplay(replay([openSession, put]), 5)
  const goOffline = () => act(() => useSessionStore.setState({ connectionStatus: { kind: 'offline' } }))
  const prompt = screen.getByRole('region', { name: 'Sense of the room' })
  expect(prompt.closest('[class*=dimmed]')).toBeNull()
  expect(prompt.textContent).not.toContain('≈')
  goOffline()
  expect(screen.getByRole('region', { name: 'Sense of the room' }).closest('[class*=dimmed]')).not.toBeNull()
  expect(screen.getByText('Nobody has the floor').closest('[class*=dimmed]')).not.toBeNull()
  const stale = screen.getByRole('region', { name: 'Sense of the room' }).textContent
  expect(stale).toContain('≈')
  expect(stale).not.toContain('respond on their own device')
  cleanup()
  showDisplay(replay([openSession, put]), 600)
  goOffline()
  expect(getPageText()).not.toContain('time left to respond')
})

test('[V434] a screen without network says so once, in words', () => {
  showDisplay(replay([openSession]), 5)
  act(() => useSessionStore.setState({ connectionStatus: { kind: 'offline' } }))
  expect(getPageText()).toContain('Not updated since')
  expect(getPageText()).not.toContain('Offline')
})

const putAt = (at: number) => command('desk', 'sense.put', sentence, { id: 'sense', at })
test('[V293] a sentence that is put has the screen before a new topic', () => {
  const text = showDisplay(withTopic(putAt(103)), 105)
  expect(text).toContain('time left to respond')
  expect(text).toContain('Registered participants respond on their own device.')
})

test('[V336] while a sentence is open, the screen shows no code: whom it lets in cannot respond', () => {
  const text = showDisplay(replay([openSession, put]), 5)
  expect(text).not.toContain('K7M4')
  expect(screen.queryByRole('img', { name: 'QR code to join' })).toBeNull()
})

test.each<readonly [string, readonly SentCommand[]]>([
  ['a point of order', [...interrupted, putAt(108)]],
  ['a suspension', [...interrupted, putAt(108), suspend]],
])('[V293] while %s has the screen, a line says that a sentence is open, and how long', (_, history) => {
  const text = showDisplay(replay(history), 112)
  expect(text).toMatch(/Sense of the room: open for responses\d:\d\d time left to respond/)
  act(() => useSessionStore.setState({ connectionStatus: { kind: 'offline' } }))
  expect(getPageText()).not.toContain('open for responses')
})
