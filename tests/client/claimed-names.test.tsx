// @vitest-environment jsdom
/** A name that somebody claims is marked on every page that shows it. */
import { Display } from '@rostrum/client/surfaces/display/display.tsx'
import { Overlay } from '@rostrum/client/surfaces/overlay/overlay.tsx'
import { loadLanguage } from '@rostrum/client/text/text'
import { describePicture } from '@rostrum/server/doors/application/picture'
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { setDisplayView } from '../support/display-view.ts'
import { afterNoon, allPeople, createState, makeAdmission, plan } from '../support/fixtures.ts'
import { approve, ask, call, command, join, queueOpen, replay, type SentCommand, toQuestionId, toTurnId } from '../support/given.ts'
import { getPageText, openParticipantPage } from '../support/participant-page.tsx'
import { getReview, openPage } from '../support/question-page.tsx'

vi.stubGlobal('CSS', { escape: (text: string) => text })
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))

beforeEach(async () => {
  await loadLanguage('en', 'staff')
})
afterEach(cleanup)

const claims = { ...makeAdmission('claims', 'participant', 'Delegation 1', 'government', 'room'), walkIn: true } as const
const start = createState({ ...plan, walkIns: true, questions: { ...plan.questions, attribution: 'named' } }, [...allPeople, claims])
const waiting = replay([...queueOpen, ask('claims', 'When?'), approve('claims-asks'), join('claims')], start)
const speaking = replay([call('claims'), command('chair', 'floor.start', { turn: toTurnId('turn-claims') })], waiting)
const show: SentCommand = command('chair', 'questions.show', { question: toQuestionId('claims-asks'), expectedCurrent: null })
const answering = replay([show], waiting)
const confirm = (state: State): State => replay([command('desk', 'people.confirm', { person: 'claims' as PersonId })], state)

const marked = 'Delegation 1 · To be confirmed'
const ticket = { joining: { code: 'K7M4PX2Q', url: 'https://rostrum.example/join', renewed: 0 } } as never
const openDisplay = (state: State) => {
  setDisplayView(state, 60)
  render(<Display ticket={ticket} />)
}
const openOverlay = (state: State) => {
  setDisplayView(state, 60)
  render(
    <Overlay options={{ parts: ['speaker', 'clock', 'next', 'question'], at: 'bottom', size: 'normal', language: null, captions: null }} />,
  )
}
const openRoom = (state: State) => openParticipantPage(state, 'gov-1')
const openPodium = (state: State) => openParticipantPage(state, 'panel', 'podium')

test.each<readonly [string, (state: State) => void, State, string]>([
  ['the room screen, the speaker', openDisplay, speaking, marked],
  ['the room screen, who is next', openDisplay, waiting, marked],
  ['the room screen, who asked', openDisplay, answering, 'Delegation 1, To be confirmed'],
  ['the overlay, the speaker', openOverlay, speaking, marked],
  ['the overlay, who is next', openOverlay, waiting, marked],
  ['a phone, the speaker', openRoom, speaking, marked],
  ['a phone, who asked', openRoom, answering, 'Delegation 1, To be confirmed'],
  ['the podium, the speaker', openPodium, speaking, marked],
  ['the podium, who asked', openPodium, answering, 'To be confirmed'],
])('[P120] marked until it is confirmed: %s', (_, open, state, text) => {
  open(state)
  expect(getPageText()).toContain(text)
  cleanup()
  open(confirm(state))
  expect(getPageText()).toContain('Delegation 1')
  expect(getPageText()).not.toContain('To be confirmed')
})

test('[P120] the moderator sees under review that the author is to be confirmed', () => {
  const from = { entity: 'Delegation 1', group: null, channel: 'room' } as const
  openPage({ a: { from: { ...from, toConfirm: true } } })
  expect(getReview().textContent).toContain('To be confirmed')
  cleanup()
  openPage({ a: { from } })
  expect(screen.queryByText('To be confirmed')).toBeNull()
})

test('[P120] the picture of the floor says it of the speaker and of who is next', () => {
  const read = (state: State) => describePicture(state, afterNoon(60))
  expect(read(speaking).speaker).toMatchObject({ name: 'Delegation 1', toConfirm: true })
  expect(read(waiting).next).toMatchObject({ name: 'Delegation 1', toConfirm: true })
  expect(read(confirm(speaking)).speaker).toMatchObject({ name: 'Delegation 1', toConfirm: false })
})
