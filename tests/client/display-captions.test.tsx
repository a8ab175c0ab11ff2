// @vitest-environment jsdom
/** Captions on the room screen as time passes: old lines go, and the band says since when there are none. */
import {
  DisplayCaptionChoice,
  DisplayCaptions,
  OverlayCaptions,
  useDisplayCaptions,
} from '@rostrum/client/features/captions/display/display-captions.tsx'
import { showCaptions } from '@rostrum/client/session/caption-store'
import { useSessionStore } from '@rostrum/client/session/store'
import { loadLanguage } from '@rostrum/client/text/text'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { setDisplayView } from '../support/display-view.ts'
import { afterNoon } from '../support/fixtures.ts'
import { call, command, join, queueOpen, replay, type SentCommand, toTurnId } from '../support/given.ts'
import { getPageText } from '../support/participant-page.tsx'

beforeEach(() => loadLanguage('en', 'staff'))
afterEach(cleanup)

const language = 'en' as SpokenLanguage
const turn = { id: toTurnId('turn-gov-1') as string, who: 'Delegation 1', language: null }
const start = (who: string, at: number) => command('chair', 'floor.start', { turn: toTurnId(`turn-${who}`) }, { at })
const speaking = [
  ...queueOpen,
  command('desk', 'captions.add', { language }),
  join('gov-1'),
  join('civil-1'),
  call('gov-1'),
  start('gov-1', 5),
]
const suspended = [...speaking, command('chair', 'session.suspend', {}, { at: 20 })]
const ended = [...speaking, command('chair', 'floor.end', { turn: toTurnId('turn-gov-1') }, { at: 20 })]
const nextCalled = [...ended, call('civil-1')]

/** Shows what is so after these commands, `at` seconds after noon. */
const set = (history: readonly SentCommand[], at: number) => {
  const state = replay(history)
  setDisplayView(state, at)
}

/** Two lines of the first speaker arrive 10 and 18 seconds after noon. */
const open = (Captions: typeof DisplayCaptions | typeof OverlayCaptions) => {
  set(speaking, 19)
  render(<Captions language={language} />)
  const lines = [
    { id: '1', text: 'Thank you, Chair.', at: afterNoon(10), turn },
    { id: '2', text: 'We support the text.', at: afterNoon(18), turn },
  ]
  act(() => showCaptions({ language, lines }))
  expect(getPageText()).toBe('Thank you, Chair.We support the text.')
}

test.each([
  ['room screen', DisplayCaptions],
  ['overlay', OverlayCaptions],
] as const)('[V288] on the %s each line goes half a minute after it came, also while nobody speaks', (_, Captions) => {
  open(Captions)
  set(suspended, 39)
  expect(getPageText()).toBe('Thank you, Chair.We support the text.')
  set(suspended, 42)
  expect(getPageText()).toBe('We support the text.')
  set(suspended, 50)
  expect(getPageText()).toBe('')
})

test('[V353] in a suspension the band goes with its last line, and comes with a late one', () => {
  open(DisplayCaptions)
  const band = () => screen.queryByRole('region', { name: 'Captions' })
  set(suspended, 42)
  expect(band()).not.toBeNull()
  set(suspended, 50)
  expect(band()).toBeNull()
  act(() => showCaptions({ language, lines: [{ id: '3', text: 'Thank you.', at: afterNoon(49), turn }] }))
  expect(band()?.textContent).toBe('Thank you.')
})

test('[V433] while nobody has the floor the band goes with its last line, and is back with the next call', () => {
  open(DisplayCaptions)
  const band = () => screen.queryByRole('region', { name: 'Captions' })
  set(ended, 42)
  expect(band()).not.toBeNull()
  set(ended, 50)
  expect(band()).toBeNull()
  set(nextCalled, 52)
  expect(band()?.textContent).toBe('')
})

test('[V404] before the first line the captions take no band, until they are missed', () => {
  const band = () => screen.queryByRole('region', { name: 'Captions' })
  set(speaking, 19)
  render(<DisplayCaptions language={language} />)
  expect(band()).toBeNull()
  set(speaking, 60)
  expect(band()?.textContent).toBe('No captions yet')
})

test('[V353] without network the band goes with its last line, and claims nothing of captions that it cannot get', () => {
  open(DisplayCaptions)
  set(speaking, 60)
  expect(getPageText()).toContain('No captions since')
  act(() => useSessionStore.setState({ connectionStatus: { kind: 'offline' } }))
  expect(screen.queryByRole('region', { name: 'Captions' })).toBeNull()
})

test('[V288] with the call of the next speaker the lines of the one before go, and do not come back', () => {
  open(DisplayCaptions)
  set(nextCalled, 25)
  expect(getPageText()).toBe('')
  set([...nextCalled, start('civil-1', 60)], 70)
  act(() =>
    showCaptions({
      language,
      lines: [{ id: '3', text: 'We have concerns.', at: afterNoon(69), turn: { ...turn, id: toTurnId('turn-civil-1') } }],
    }),
  )
  expect(getPageText()).toBe('We have concerns.')
})

test('[V289] half a minute after the last line of a speaker the room screen says since when there are no captions', () => {
  open(DisplayCaptions)
  set(speaking, 48)
  expect(getPageText()).toBe('We support the text.')
  set(speaking, 50)
  expect(getPageText()).toBe('No captions since 12:00')
})

const french = 'fr' as SpokenLanguage
const addFrench = [...speaking, command('desk', 'captions.add', { language: french })]
const display = (shown: SpokenLanguage | null) => command('desk', 'captions.display', { language: shown })
const Shown = () => (
  <>
    <output>{useDisplayCaptions() ?? 'none'}</output>
    <DisplayCaptionChoice className={undefined} />
  </>
)
const getShown = () => screen.getByRole('status').textContent
const openAt = (search: string, history: readonly SentCommand[]) => {
  localStorage.clear()
  window.history.replaceState(null, '', `/display${search}`)
  set(history, 19)
  render(<Shown />)
}

test('[V298] a room screen shows the captions that the secretariat chooses, until a choice is made on it', () => {
  openAt('', addFrench)
  expect(getShown()).toBe('none')
  set([...addFrench, display(french)], 19)
  expect(getShown()).toBe('fr')
  fireEvent.click(screen.getByRole('button', { name: 'Captions: English' }))
  expect(getShown()).toBe('en')
  fireEvent.click(screen.getByRole('button', { name: 'No captions' }))
  expect(getShown()).toBe('none')
  fireEvent.click(screen.getByRole('button', { name: 'As the secretariat sets' }))
  expect(getShown()).toBe('fr')
  set([...addFrench, display(french), command('desk', 'captions.remove', { language: french })], 19)
  expect(getShown()).toBe('none')
})

test.each([
  ['?captions=en', 'en'],
  ['?captions=none', 'none'],
  ['?captions=ru', 'none'],
])('[V299] the address of a room screen sets its captions, whatever is chosen elsewhere: %s', (search, shown) => {
  openAt(search, [...addFrench, display(french)])
  expect(getShown()).toBe(shown)
  expect(screen.queryByRole('button')).toBeNull()
})
