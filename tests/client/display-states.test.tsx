// @vitest-environment jsdom
/** The text of the room screen before the opening, at a new topic, with a closed list and at a last call. */
import { showCaptions } from '@rostrum/client/session/caption-store'
import { useSessionStore } from '@rostrum/client/session/store'
import { Display } from '@rostrum/client/surfaces/display/display.tsx'
import { loadLanguage } from '@rostrum/client/text/text'
import type { State } from '@rostrum/shared/contract/registry'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sentence } from '../support/command-scenarios.ts'
import { setDisplayView } from '../support/display-view.ts'
import { afterNoon, createState, plan } from '../support/fixtures.ts'
import {
  call,
  command,
  join,
  openSession,
  queueOpen,
  raisePoint,
  replay as replayIn,
  type SentCommand,
  toEntryId,
  toTurnId,
} from '../support/given.ts'
import { getPageText } from '../support/participant-page.tsx'

vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))

beforeEach(() => loadLanguage('en', 'staff'))
afterEach(cleanup)

/** A session that people may join by code. */
const start = createState({ ...plan, walkIns: true })
const replay = (history: readonly SentCommand[]): State => replayIn(history, start)

const ticket = { joining: { code: 'K7M4PX2Q', url: 'https://rostrum.example/join', renewed: 0 } } as never

/** The text of the room screen `at` seconds after the planned start. */
const showDisplay = (state: State, at: number): string => {
  setDisplayView(state, at)
  render(<Display ticket={ticket} />)
  return getPageText()
}

test.each([
  ['a minute before', -60, 'Starts at 12:00, Hall 1 time.'],
  ['three minutes after', 180, 'Starting soon.'],
  ['on another day', -86_400, 'Starts on Monday, 6 May 2030 at 12:00, Hall 1 time.'],
])('[V27] before the opening, %s the planned start', (_, at, sentence) => {
  expect(showDisplay(start, at)).toContain(`${sentence}Join with your phone`)
  expect(screen.queryByText('planned for', { exact: false })).toBeNull()
})

test.each<readonly [string, readonly SentCommand[], number]>([
  ['before the opening', [], -60],
  ['in the opening', [openSession], 60],
])('[V356] the title of the session is on the screen once: %s', (_, history, at) => {
  expect(showDisplay(replay(history), at).match(/consultation/gi)).toHaveLength(1)
})

const toTopic = command('chair', 'agenda.go', { to: 'topic' as never, expectedCurrent: 'opening' as never }, { at: 100 })
const noWalkIns = createState()
const topicShown = replayIn([...queueOpen, join('gov-1'), toTopic], noWalkIns)
test.each<readonly [string, State, number]>([
  ['before the opening', noWalkIns, -60],
  ['with an open list', replayIn([...queueOpen, join('gov-1')], noWalkIns), 75],
  ['at a new topic', topicShown, 105],
  ['in a suspension', replayIn([...queueOpen, command('chair', 'session.suspend', {}, { at: 110 })], noWalkIns), 120],
])('[V226] where the code lets nobody in, the screen shows no code, no address and no invitation, once: %s', (_, state, at) => {
  const text = showDisplay(state, at)
  expect(text.split('Registered participants use their personal link.')).toHaveLength(2)
  for (const words of ['K7M4', 'rostrum.example', 'Join with your phone']) expect(text).not.toContain(words)
  expect(screen.queryByRole('img', { name: 'QR code to join' })).toBeNull()
})

const startTurn = command('chair', 'floor.start', { turn: toTurnId('turn-gov-1') })
const speaking = [...queueOpen, join('gov-1'), call('gov-1'), startTurn]
const verdicts = ['Over time', 'Please conclude', 'Time is up']
test.each<readonly [string, number]>([
  ['just past the limit', 186],
  ['long past it', 400],
])('[V228] a screen without network says of nobody that their time is over: %s', (_, at) => {
  const text = showDisplay(replay(speaking), at)
  expect(verdicts.some((words) => text.includes(words))).toBe(true)
  act(() => useSessionStore.setState({ connectionStatus: { kind: 'offline' } }))
  const stale = getPageText()
  expect(stale).toContain('Now speaking')
  for (const words of [...verdicts, '+']) expect(stale).not.toContain(words)
  expect(document.querySelector('[data-phase="over"], [data-phase="final"]')).toBeNull()
})

test('[V229] a planned end that has passed is not on the screen', () => {
  expect(showDisplay(replay(queueOpen), 60)).toContain('ends ')
  cleanup()
  expect(showDisplay(replay(queueOpen), (plan.endsAt - plan.startsAt) / 1000)).not.toContain('ends ')
})

const announce = command('desk', 'cues.announce', { to: 'everyone', text: 'Lunch is at one.' })
const withTopic = (...more: readonly SentCommand[]) => replay([...queueOpen, join('gov-1'), toTopic, ...more])

test.each<readonly [string, readonly SentCommand[], number, boolean]>([
  ['for 20 s', [], 119, true],
  ['not longer', [], 121, false],
  ['until somebody is called', [call('gov-1')], 105, false],
  ['with an announcement', [announce], 105, true],
])('[V25] a new topic fills the screen with its guiding question: %s', (_, more, at, fills) => {
  const text = showDisplay(withTopic(...more), at)
  expect(text.includes('Nobody has the floor') || text.includes('Called to speak')).toBe(!fills)
  for (const words of ['Topic 1', 'What next?', 'K7M4', 'rostrum.example']) expect(text).toContain(words)
  expect(screen.getAllByRole('img', { name: 'QR code to join' })).toHaveLength(1)
})

test('[V25] an announcement hides neither the topic nor its question nor the current speaker', () => {
  const text = showDisplay(withTopic(announce, call('gov-1')), 105)
  for (const words of ['Lunch is at one.', 'Topic 1', 'topic', 'What next?', 'Delegation 1']) expect(text).toContain(words)
})

const closeList = command('chair', 'queue.close', {})
const callLast = command('chair', 'queue.last-call', { for: 60_000 as never }, { at: 60 })
test.each<readonly [string, readonly SentCommand[], readonly string[], readonly string[]]>([
  ['open', [], ['2 waiting, list open', 'Ask for the floor'], ['closed']],
  ['closed', [closeList], ['The list of speakers is closed', '2 speakers remain on the list', 'Ask a question'], ['Ask for the floor']],
  ['in its last call', [callLast], ['Last call: the list of speakers closes in', '0:45', 'Ask for the floor'], ['list open']],
])('[V26] the list is %s', (_, more, said, unsaid) => {
  const text = showDisplay(replay([...queueOpen, join('gov-1'), join('civil-1'), ...more]), 75)
  for (const words of said) expect(text).toContain(words)
  for (const words of unsaid) expect(text).not.toContain(words)
})

test('[V354] a speaker whom the Chair has paused is not asked to conclude, and is again after that', () => {
  const turn = toTurnId('turn-gov-1')
  const conclude = command('chair', 'cues.give', { turn, cue: 'conclude' }, { id: 'cue', at: 40 })
  const pause = command('chair', 'floor.pause', { turn }, { at: 50 })
  const resume = command('chair', 'floor.resume', { turn }, { at: 60 })
  expect(showDisplay(replay([...speaking, conclude, pause]), 55)).not.toContain('Please conclude')
  cleanup()
  expect(showDisplay(replay([...speaking, conclude, pause, resume]), 65)).toContain('Please conclude')
})

test('[V381] the kept time of a speaker who was over time is not read as time that is left', () => {
  const [turn, point] = [toTurnId('turn-gov-1'), toTurnId('turn-gov-2-point')]
  const raised = [...speaking, raisePoint('gov-2')]
  const recognize = command(
    'chair',
    'floor.recognize',
    { entry: toEntryId('gov-2-point'), expectedCurrent: turn },
    { id: 'turn-gov-2-point', at: 260 },
  )
  const endPoint = command('chair', 'floor.end', { turn: point }, { id: 'end-point', at: 270 })
  const suspend = command('chair', 'session.suspend', {}, { at: 280 })
  const resume = command('chair', 'session.resume', {}, { at: 290 })
  for (const history of [
    [...raised, recognize],
    [...raised, recognize, endPoint],
    [...speaking, suspend],
    [...speaking, suspend, resume],
  ]) {
    expect(showDisplay(replay(history), 300)).toMatch(/Over time/)
    cleanup()
    expect(showDisplay(replay([...speaking, command('chair', 'floor.pause', { turn }, { at: 50 })]), 55)).not.toContain('Over time')
    cleanup()
  }
})

const askOwnReply = command('gov-2', 'queue.join', { kind: 'right-of-reply', topic: null }, { id: 'gov-2' })
const advance = command('chair', 'queue.advance-replies', {})
test.each<readonly [string, readonly SentCommand[], string]>([
  ['after the list', [join('gov-1')], '1 right of reply, after the list'],
  ['before the list, if the Chair takes it first', [join('gov-1'), advance], '1 right of reply, before the list'],
  ['at last, if nobody else waits', [], '1 right of reply to come'],
])('[V355] the screen says when a right of reply comes: %s', (_, more, said) => {
  expect(showDisplay(replay([...queueOpen, askOwnReply, ...more]), 60)).toContain(said)
})

test('[V355] a right of reply that is called has the word of a statement that is called', () => {
  const text = showDisplay(replay([...queueOpen, askOwnReply, call('gov-2')]), 60)
  for (const words of ['Called to speak', 'Right of reply']) expect(text).toContain(words)
  expect(text).not.toContain('Waiting to start')
})

test('[V24] a right of reply is named as soon as it is called', () => {
  const ask = command('gov-1', 'queue.join', { kind: 'right-of-reply', topic: null }, { id: 'gov-1' })
  expect(showDisplay(replay([openSession, ask, call('gov-1')]), 60).toLowerCase()).toContain('right of reply')
})

const recognize = command(
  'chair',
  'floor.recognize',
  { entry: toEntryId('gov-2-point'), expectedCurrent: toTurnId('turn-gov-1') },
  { id: 'turn-gov-2-point' },
)
const interrupted = [...queueOpen, join('gov-1'), toTopic, call('gov-1'), startTurn, raisePoint('gov-2'), recognize]
const suspend = (until: number | null) =>
  command('chair', 'session.suspend', until === null ? {} : { until: afterNoon(until) }, { at: 110 })

test('[V149] a point of order is named and flagged, and the interrupted speaker and the kept time stay in view', () => {
  const text = showDisplay(replay(interrupted), 100)
  for (const words of ['Point of order', 'Delegation 2']) expect(text).toContain(words)
  expect(screen.getByRole('region', { name: 'Interrupted, continues after the ruling' }).textContent).toMatch(/Delegation 1.*\d:\d\d/)
  expect(text).not.toContain('Now speaking')
})

const rule = command('chair', 'floor.end', { turn: toTurnId('turn-gov-2-point') }, { at: 105 })
test.each<readonly [string, readonly SentCommand[]]>([
  ['while the Chair rules', []],
  ['while the meeting is suspended', [suspend(null)]],
])('[V297] %s, the screen still says who raised the point of order, next to the speaker who waits', (_, more) => {
  const text = showDisplay(replay([...interrupted, rule, ...more]), 120)
  expect(screen.getByRole('region', { name: 'Point of order' }).textContent).toBe('Point of orderDelegation 2')
  expect(text).toContain('Delegation 1')
})

test('[V297] after the ruling the point of order is no longer on the screen', () => {
  const resume = command('chair', 'floor.resume', { turn: toTurnId('turn-gov-1') }, { at: 110 })
  const text = showDisplay(replay([...interrupted, rule, resume]), 120)
  expect(text).toContain('Delegation 1')
  expect(screen.queryByRole('region', { name: 'Point of order' })).toBeNull()
})

const suspendClosed = [...queueOpen, join('gov-1'), closeList, suspend(null)]
test.each<readonly [string, State, number, readonly string[]]>([
  ['a new topic', withTopic(closeList), 105, []],
  ['a suspension', replay(suspendClosed), 120, ['Places on the list are kept.']],
])('[V290] with a closed list, %s says so, and that the code is for questions', (_, state, at, more) => {
  const text = showDisplay(state, at)
  for (const words of ['The list of speakers is closed', 'Ask a question', 'K7M4', ...more]) expect(text).toContain(words)
  expect(text).not.toContain('Ask for the floor')
})

test.each<readonly [string, number | null, string]>([
  ['until when the Chair said', 900, 'The meeting is suspended until12:15'],
  ['without a time', null, 'The meeting is suspended'],
])('[V149] a suspension fills the screen, %s, with the topic, the kept turns and the code', (_, until, title) => {
  const text = showDisplay(replay([...interrupted, suspend(until)]), 120)
  expect(text).toContain(title)
  expect(text.includes('until')).toBe(until !== null)
  for (const words of ['The list stays open. No place is lost.', 'K7M4', 'Delegation 1', 'Delegation 2', 'What next?'])
    expect(text).toContain(words)
  expect(text).not.toContain('Next')
})

test.each<readonly [string, readonly SentCommand[], boolean]>([
  ['during the session, above the captions', [], false],
  ['in a suspension without a line, at the foot', [suspend(null)], true],
])('[V353] with captions the topic is %s', (_, more, isAtFoot) => {
  localStorage.setItem('rostrum.display.captions', 'en')
  showDisplay(replay([...interrupted, command('desk', 'captions.add', { language: 'en' as SpokenLanguage }), ...more]), 120)
  act(() => showCaptions({ language: 'en' as SpokenLanguage, lines: [{ id: '1', text: 'Thank you.', at: afterNoon(60), turn: null }] }))
  localStorage.clear()
  expect(screen.getByRole('region', { name: 'Guiding question' }).closest('footer') !== null).toBe(isAtFoot)
  expect(screen.queryByRole('region', { name: 'Captions' }) === null).toBe(isAtFoot)
})

test('[V229] a suspension whose time has passed is shown without it', () => {
  const text = showDisplay(replay([...interrupted, suspend(900)]), 901)
  expect(text).toContain('The meeting is suspended')
  expect(text).not.toContain('until')
})

const put = command('desk', 'sense.put', sentence, { id: 'sense' })
const askReply = command('gov-1', 'queue.join', { kind: 'right-of-reply', topic: null }, { id: 'gov-1' })
const replying = [...queueOpen, askReply, call('gov-1'), startTurn]
test.each<readonly [string, readonly SentCommand[]]>([
  ['while a sentence is open', [put]],
  ['while a point of order interrupts it', [raisePoint('gov-2'), recognize]],
  ['while the meeting is suspended', [suspend(null)]],
])('[V24] a right of reply is named %s', (_, more) => {
  expect(showDisplay(replay([...replying, ...more]), 120)).toContain('Right of reply')
})

const closeSession = command('chair', 'session.close', {})
test.each<readonly [string, readonly SentCommand[], boolean]>([
  ['during the session', [openSession], true],
  ['after the close', [openSession, closeSession], false],
])('[V292] a screen without network refers to the Chair only while there is one to follow: %s', (_, history, refers) => {
  showDisplay(replay(history), 120)
  act(() => useSessionStore.setState({ connectionStatus: { kind: 'offline' } }))
  const text = screen.getByText('Not updated since', { exact: false }).textContent
  expect(text?.includes('follow the Chair')).toBe(refers)
})

test('[V150] after the close no code is shown, and the screen says who has the record', () => {
  const text = showDisplay(replay([openSession, closeSession]), 120)
  expect(text).toContain('The record comes from the secretariat.')
  expect(text).not.toContain('K7M4')
  expect(screen.queryByRole('img', { name: 'QR code to join' })).toBeNull()
})

test('[V148] while nobody has the floor, the topic and its question take its place, once', () => {
  const text = showDisplay(withTopic(), 130)
  expect(text).toContain('Nobody has the floor')
  expect(text.split('What next?')).toHaveLength(2)
})

test('[V151] its regions have names', () => {
  showDisplay(replay([...queueOpen, join('gov-1'), join('civil-1'), toTopic, call('gov-1')]), 130)
  for (const name of ['Called to speak', 'Next', 'QR code to join', 'Guiding question']) screen.getByRole('region', { name })
})
