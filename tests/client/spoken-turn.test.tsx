// @vitest-environment jsdom
/** Announcements to a speaker about their own turn: not too many, always still true, and polite or urgent as needed. */
import { useSessionStore } from '@rostrum/client/session/store'
import { loadLanguage } from '@rostrum/client/text/text'
import { ScreenReader, screenReader } from '@rostrum/client/ui/screen-reader'
import { act, cleanup } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { call, command, join, queueOpen, raisePoint, replay, toEntryId, toTurnId } from '../support/given.ts'
import { openParticipantPage, updateParticipantPage } from '../support/participant-page.tsx'

// jsdom lacks these browser APIs, and the UI kit needs them.
vi.stubGlobal('CSS', { escape: (text: string) => text })
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))

const turn = { turn: toTurnId('turn-gov-1') }
const waiting = [...queueOpen, join('gov-1'), join('civil-1')]
const called = [...waiting, call('gov-1')]
const speaking = [...called, command('chair', 'floor.start', turn)]
const interrupted = [
  ...speaking,
  raisePoint('civil-1'),
  command('chair', 'floor.recognize', { entry: toEntryId('civil-1-point'), expectedCurrent: turn.turn }, { id: 'point' }),
]
const resumed = [...interrupted, command('chair', 'floor.end', { turn: toTurnId('point') })]
const ended = [...speaking, command('gov-1', 'floor.end', turn)]

const spies = () => ({ say: vi.spyOn(screenReader, 'say'), interrupt: vi.spyOn(screenReader, 'interrupt') })

beforeEach(() => loadLanguage('en', 'staff'))
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

test('[V34] a turn of three minutes makes at most six announcements for its speaker', () => {
  const { say, interrupt } = spies()
  openParticipantPage(replay(called), 'gov-1', 'room', 0)
  say.mockClear()
  for (let second = 0; second <= 240; second += 1) updateParticipantPage(replay(speaking), 'gov-1', 'room', second)
  const spoken = [...interrupt.mock.calls, ...say.mock.calls].map(([text]) => text)
  expect(spoken[0]).toBe('You have the floor.')
  updateParticipantPage(replay(ended), 'gov-1')
  expect(spoken.length).toBeLessThanOrEqual(5)
})

test('[V34] somebody who has been called hears no more about the wait', () => {
  vi.useFakeTimers()
  const reader = new ScreenReader(() => Date.now())
  reader.say('You are 2nd.', 'mine')
  reader.say('One speaker before you.', 'near')
  reader.forget('mine', 'near')
  reader.say('The Chair has called you to speak.', 'mine')
  vi.advanceTimersByTime(6000)
  expect(reader.getText().polite).toBe('The Chair has called you to speak.')
  vi.useRealTimers()
  const forget = vi.spyOn(screenReader, 'forget')
  openParticipantPage(replay(waiting), 'gov-1')
  updateParticipantPage(replay(called), 'gov-1')
  expect(forget).toHaveBeenCalledWith('mine', 'near')
})

test('[V34] a speaker whom a point of order interrupts hears the pause and the return', () => {
  const { interrupt } = spies()
  openParticipantPage(replay(speaking), 'gov-1')
  updateParticipantPage(replay(interrupted), 'gov-1')
  updateParticipantPage(replay(resumed), 'gov-1')
  expect(interrupt.mock.calls.map(([text]) => text)).toEqual(['Your turn is paused for a point of order.', 'You have the floor again.'])
})

test('[V34] "I have finished" is answered politely; an end by the Chair is announced at once', () => {
  const { say, interrupt } = spies()
  openParticipantPage(replay(speaking), 'gov-1')
  updateParticipantPage(replay(ended), 'gov-1')
  expect(interrupt.mock.calls).toEqual([['The Chair has ended your turn.']])
  cleanup()
  interrupt.mockClear()
  openParticipantPage(replay(speaking), 'gov-1')
  const pending = { envelope: { type: 'floor.end', data: turn }, status: 'sending', pressedAt: 0 }
  act(() => useSessionStore.setState({ pending: [pending as never] }))
  updateParticipantPage(replay(ended), 'gov-1')
  expect(interrupt).not.toHaveBeenCalled()
  expect(say.mock.calls.map(([text]) => text)).toContain('Thank you. Your turn is over.')
})

test.each(['room', 'remote'] as const)('[V34] the title of the page shows that I am next, and that I am called: %s', (where) => {
  document.title = 'Consultation'
  openParticipantPage(replay([...queueOpen, join('civil-1'), join('private-1'), join('gov-1')]), 'gov-1', where)
  expect(document.title).toBe('Consultation')
  updateParticipantPage(replay(waiting), 'gov-1', where)
  expect(document.title).toBe('You are next · Consultation')
  updateParticipantPage(replay(called), 'gov-1', where)
  expect(document.title).toBe('The Chair has called you · Consultation')
  updateParticipantPage(replay(ended), 'gov-1', where)
  expect(document.title).toBe('Consultation')
})
