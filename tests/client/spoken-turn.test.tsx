// @vitest-environment jsdom
/** Announcements to a speaker about their own turn: not too many, always still true, and polite or urgent as needed. */
import { useSessionStore } from '@rostrum/client/session/store'
import { loadLanguage } from '@rostrum/client/text/text'
import { ScreenReader, screenReader } from '@rostrum/client/ui/screen-reader'
import type { SegmentId } from '@rostrum/shared/contract/ids'
import { act, cleanup } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { call, command, join, queueOpen, raisePoint, replay, toEntryId, toTurnId } from '../support/given.ts'
import { getPageText, openParticipantPage, updateParticipantPage } from '../support/participant-page.tsx'

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
const ruling = [...interrupted, command('chair', 'floor.end', { turn: toTurnId('point') })]
const resumed = [...ruling, command('chair', 'floor.resume', turn)]
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
  reader.forget('mine', 'near', 'floor', 'clock')
  reader.say('The Chair has called you to speak.', 'mine')
  vi.advanceTimersByTime(6000)
  expect(reader.getText().polite).toBe('The Chair has called you to speak.')
  vi.useRealTimers()
  const forget = vi.spyOn(screenReader, 'forget')
  openParticipantPage(replay(waiting), 'gov-1')
  updateParticipantPage(replay(called), 'gov-1')
  expect(forget).toHaveBeenCalledWith('mine', 'near', 'floor', 'clock')
})

test.each(['room', 'remote', 'podium'] as const)('[V407] a call is spoken at once, and waits behind nothing: %s', (where) => {
  const { interrupt } = spies()
  openParticipantPage(replay(waiting), 'gov-1', where)
  updateParticipantPage(replay(called), 'gov-1', where)
  expect(interrupt.mock.calls).toEqual([['The Chair has called you to speak.']])
})

test('[V34, V193, F50] a speaker whom a point of order interrupts hears the pause, the ruling politely, and the return', () => {
  const { say, interrupt } = spies()
  openParticipantPage(replay(speaking), 'gov-1')
  updateParticipantPage(replay(interrupted), 'gov-1')
  updateParticipantPage(replay(ruling), 'gov-1')
  expect(interrupt).toHaveBeenCalledTimes(1)
  expect(say.mock.calls.at(-1)).toEqual(['The point of order is over. The Chair is ruling on it.', 'floor'])
  expect(getPageText()).toContain('Ruling of the Chair')
  updateParticipantPage(replay(resumed), 'gov-1')
  expect(interrupt.mock.calls.map(([text]) => text)).toEqual(['Your turn is paused for a point of order.', 'You have the floor again.'])
})

test('[V34] "I have finished" is answered politely; an end by the Chair is announced at once', () => {
  const { say, interrupt } = spies()
  openParticipantPage(replay(speaking), 'gov-1')
  updateParticipantPage(replay(ended), 'gov-1')
  expect(interrupt.mock.calls).toEqual([['Your turn has ended.']])
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

test('[V136] a new topic, a suspension, its end and the close are spoken, and so is that I am next', () => {
  vi.useFakeTimers()
  const { say } = spies()
  openParticipantPage(replay(waiting), 'gov-1')
  const steps = [
    command('chair', 'agenda.go', { to: 'topic' as SegmentId, expectedCurrent: 'opening' as SegmentId }),
    command('chair', 'session.suspend', {}),
    command('chair', 'session.resume', {}),
    command('chair', 'session.close', {}),
  ]
  steps.forEach((_, index) => {
    updateParticipantPage(replay([...waiting, ...steps.slice(0, index + 1)]), 'gov-1')
    act(() => vi.advanceTimersByTime(100))
  })
  vi.useRealTimers()
  const spoken = say.mock.calls.map(([text]) => text.replace(/[\u2066-\u2069]/g, ''))
  expect(spoken.filter((text) => !/^You are (\d|next)/.test(text))).toEqual([
    expect.stringMatching(/^The Chair has gone on to Topic/),
    'The meeting is suspended. Places on the list and questions are kept.',
    'The meeting has resumed.',
    expect.stringContaining('The meeting is closed.'),
    expect.stringContaining('invited to submit'),
  ])
})

test('[V136] absence and removal are spoken with what follows from them, and a pause of my own turn at once', () => {
  const { say, interrupt } = spies()
  openParticipantPage(replay(called), 'gov-1')
  updateParticipantPage(replay([...called, command('chair', 'floor.mark-absent', turn)]), 'gov-1')
  expect(say.mock.calls.map(([text]) => text)).toContain('You were called but were not there. You are now at the end of the list.')
  updateParticipantPage(replay([...waiting, command('chair', 'queue.remove', { entry: toEntryId('gov-1'), reason: 'time' })]), 'gov-1')
  expect(say.mock.calls.map(([text]) => text)).toContain('Your request has been removed from the list: No time left')
  cleanup()
  interrupt.mockClear()
  openParticipantPage(replay(speaking), 'gov-1')
  updateParticipantPage(replay([...speaking, command('chair', 'floor.pause', turn)]), 'gov-1')
  expect(interrupt.mock.calls.map(([text]) => text)).toEqual(['Paused by the Chair'])
})

test('[V135] the interrupted speaker reads that the turn is paused, the time that is kept, and who speaks', () => {
  openParticipantPage(replay(interrupted), 'gov-1')
  const text = getPageText()
  expect(text).toContain('Your turn is paused')
  expect(text).toContain('This time is kept for you.')
  expect(text).not.toContain('You have the floor')
  expect(text).not.toContain('Please conclude')
  expect(text).toContain('Stay at the microphone.')
})

test.each(['room', 'remote'] as const)('[V371] during a suspension the turn of the speaker is kept, interrupted or not: %s', (where) => {
  for (const history of [interrupted, ruling, speaking]) {
    openParticipantPage(replay([...history, command('chair', 'session.suspend', {}, { id: 'break' })]), 'gov-1', where)
    const text = getPageText()
    expect(text).toContain('Your turn is paused')
    expect(text).toContain('Paused: meeting suspended')
    expect(text).toContain('This time is kept for you.')
    for (const untrue of [
      'You have the floor',
      'Stay at the microphone',
      'Ruling of the Chair',
      'Paused: point of order',
      'I have finished',
    ])
      expect(text).not.toContain(untrue)
    cleanup()
  }
})

test.each(['room', 'remote'] as const)('[V371] no time is said to be kept for a turn that has none left: %s', (where) => {
  const over = command('chair', 'session.suspend', {}, { id: 'break', at: 1_800 })
  openParticipantPage(replay([...speaking, over]), 'gov-1', where, 1_801)
  expect(getPageText()).toContain('Your turn is paused')
  expect(getPageText()).not.toContain('This time is kept for you.')
})

test.each(['room', 'remote'] as const)('[V193] the end of a turn is spoken even if it ends while it is paused: %s', (where) => {
  const { interrupt } = spies()
  openParticipantPage(replay(ruling), 'gov-1', where)
  updateParticipantPage(replay([...ruling, command('chair', 'floor.end', turn, { id: 'end' })]), 'gov-1', where)
  expect(interrupt.mock.calls.map(([text]) => text)).toEqual(['Your turn has ended.'])
})

test('[V196] after a suspension the speaker reads that the Chair starts the clock, and everybody that the turn waits', () => {
  const suspended = [...speaking, command('chair', 'session.suspend', {})]
  const again = [...suspended, command('chair', 'session.resume', {})]
  openParticipantPage(replay(suspended), 'gov-1')
  expect(getPageText()).toContain('Paused: meeting suspended')
  updateParticipantPage(replay(again), 'gov-1')
  expect(getPageText()).not.toContain('Paused: meeting suspended')
  expect(getPageText()).toContain('The Chair starts your clock again.')
  cleanup()
  openParticipantPage(replay(again), 'civil-1')
  expect(getPageText()).toContain('Waits to continue')
  expect(getPageText()).not.toContain('Paused: meeting suspended')
})
