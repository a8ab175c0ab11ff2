// @vitest-environment jsdom
/** Captions on a phone are one press away in every state of a meeting, and the newest words stand next to my own clock. */
import { showCaptions } from '@rostrum/client/session/caption-store'
import { loadLanguage } from '@rostrum/client/text/text'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import { act, cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { afterNoon } from '../support/fixtures.ts'
import { call, command, join, queueOpen, raisePoint, replay, type SentCommand, toEntryId, toTurnId } from '../support/given.ts'
import { getPageText, openParticipantPage, press, queryButton, updateParticipantPage } from '../support/participant-page.tsx'

vi.stubGlobal('CSS', { escape: (text: string) => text })
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))
beforeEach(async () => {
  localStorage.clear()
  await loadLanguage('en', 'staff')
})
afterEach(cleanup)

const language = 'en' as SpokenLanguage
const idle = [...queueOpen, command('desk', 'captions.add', { language })]
const second = [...idle, join('civil-1'), join('gov-1')]
const next = [...idle, join('gov-1')]
const called = [...next, call('gov-1')]
const speaking = [...called, command('chair', 'floor.start', { turn: toTurnId('turn-gov-1') })]
const interrupted = [
  ...speaking,
  raisePoint('agency-1'),
  command('chair', 'floor.recognize', { entry: toEntryId('agency-1-point'), expectedCurrent: toTurnId('turn-gov-1') }, { id: 'point' }),
]
const speak = (text: string) => act(() => showCaptions({ language, lines: [{ id: '1', text, at: afterNoon(59), turn: null }] }))

test.each<[string, readonly SentCommand[]]>([
  ['idle', idle],
  ['second', second],
  ['next', next],
  ['called', called],
  ['speaking', speaking],
  ['interrupted', interrupted],
])('[V203] the captions open with one press that is always in view: %s', async (_, history) => {
  openParticipantPage(replay(history), 'gov-1')
  ;(await screen.findByRole('button', { name: 'Captions' })).click()
  await screen.findByRole('log', { name: 'Captions' })
  speak('I raise a point of order.')
  expect(getPageText()).toContain('I raise a point of order.')
  await press('Close')
  expect(screen.queryByRole('log', { name: 'Captions' })).toBeNull()
})

test.each<[string, readonly SentCommand[]]>([
  ['called', called],
  ['speaking', speaking],
  ['interrupted', interrupted],
])('[V203] the newest words stand on the page of my own turn: %s', async (_, history) => {
  openParticipantPage(replay(history), 'gov-1')
  await screen.findByRole('button', { name: 'Captions' })
  speak('I raise a point of order.')
  expect(getPageText()).toContain('I raise a point of order.')
})

test('[V203] the page of captions says that my turn is paused, and keeps the button by which I end it', async () => {
  openParticipantPage(replay(speaking), 'gov-1')
  ;(await screen.findByRole('button', { name: 'Captions' })).click()
  await screen.findByRole('log', { name: 'Captions' })
  expect(queryButton('I have finished')).not.toBeNull()
  updateParticipantPage(replay(interrupted), 'gov-1')
  expect(getPageText()).toContain('Your turn is paused')
  expect(screen.queryByRole('log', { name: 'Captions' })).not.toBeNull()
})

test.each<[string, readonly SentCommand[], readonly string[]]>([
  ['idle', idle, ['Request the floor']],
  ['second', second, ['I am ready', 'Put on hold', 'More']],
  ['next', next, ['I am ready', 'Put on hold', 'More']],
  ['on hold', [...next, command('gov-1', 'queue.hold', { entry: toEntryId('gov-1') })], ['Back to the list']],
])('[V409] the page of captions keeps the buttons of my status: %s', async (_, history, names) => {
  openParticipantPage(replay(history), 'gov-1')
  ;(await screen.findByRole('button', { name: 'Captions' })).click()
  await screen.findByRole('log', { name: 'Captions' })
  for (const name of names) await screen.findByRole('button', { name })
})

test('[V413] the page of captions says their language', async () => {
  openParticipantPage(replay(idle), 'gov-1')
  ;(await screen.findByRole('button', { name: 'Captions' })).click()
  await screen.findByRole('log', { name: 'Captions' })
  expect(screen.getAllByRole('heading').map(({ textContent }) => textContent)).toContain('Captions: English')
})

test('[V203] the captions stay open while somebody looks at the questions, where the newest words are too', async () => {
  openParticipantPage(replay(second), 'gov-1')
  ;(await screen.findByRole('button', { name: 'Captions' })).click()
  await screen.findByRole('log', { name: 'Captions' })
  await press('Questions')
  await screen.findByRole('heading', { name: 'Questions' })
  speak('We come to the questions.')
  await waitFor(() => expect(getPageText()).toContain('We come to the questions.'))
  await press('Floor')
  expect(screen.queryByRole('log', { name: 'Captions' })).not.toBeNull()
})

test.each([
  ['room', 'gov-1'],
  ['room', 'civil-1'],
  ['podium', 'panel'],
  ['remote', 'civil-1'],
] as const)('[V320] captions that have stopped while somebody speaks say since when, and resume: %s, %s', async (where, person) => {
  const speakAt = (seconds: number) =>
    act(() => showCaptions({ language, lines: [{ id: '1', text: 'As I said.', at: afterNoon(seconds), turn: null }] }))
  openParticipantPage(replay(speaking), person, where, 60)
  await waitFor(() => expect(getPageText()).toContain('No captions yet'))
  speakAt(55)
  expect(getPageText()).toContain('As I said.')
  expect(getPageText()).not.toContain('No captions since')
  updateParticipantPage(replay(speaking), person, where, 300)
  await waitFor(() => expect(getPageText()).toContain('No captions since 12:00'))
  if (where !== 'remote') expect(getPageText()).not.toContain('As I said.')
})

test.each([
  ['room', 'gov-1'],
  ['podium', 'panel'],
] as const)('[X102] words of an earlier turn are not shown in the next: %s, %s', async (where, person) => {
  const lines = [
    { id: '1', text: 'Words of before.', at: afterNoon(50), turn: { id: toTurnId('before'), who: 'Library federation', language: null } },
    { id: '2', text: 'As I said.', at: afterNoon(55), turn: { id: toTurnId('turn-gov-1'), who: 'Delegation 1', language: null } },
  ]
  openParticipantPage(replay(speaking), person, where, 60)
  await waitFor(() => expect(getPageText()).toContain('No captions yet'))
  act(() => showCaptions({ language, lines }))
  expect(getPageText()).toContain('As I said.')
  expect(getPageText()).not.toContain('Words of before.')
})

test('[V390] words that are spoken after a turn do not stand under the name of its speaker', async () => {
  openParticipantPage(replay(second), 'gov-1')
  ;(await screen.findByRole('button', { name: 'Captions' })).click()
  const log = await screen.findByRole('log', { name: 'Captions' })
  const turn = { id: toTurnId('turn'), who: 'Library federation', language: null }
  const lines = [
    { text: 'Welcome.', turn: null },
    { text: 'We thank the Chair.', turn },
    { text: 'Thank you.', turn: null },
    { text: 'I rule that we go on.', turn: null },
    { text: 'We go on.', turn },
  ].map((line, index) => ({ ...line, id: String(index), at: afterNoon(59) }))
  act(() => showCaptions({ language, lines }))
  const paragraphs = [...log.querySelectorAll('p')].map(({ textContent }) => textContent?.replace(/[\u2066-\u2069]/g, ''))
  expect(paragraphs).toEqual([
    ...['Welcome.', 'Library federation', 'We thank the Chair.', 'Between speakers', 'Thank you.', 'I rule that we go on.'],
    ...['Library federation', 'We go on.'],
  ])
})
