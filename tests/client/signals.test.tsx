// @vitest-environment jsdom
/** Sound and vibration for one's own turn, on devices where they are switched on. */
import { loadLanguage } from '@rostrum/client/text/text'
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { call, command, join, queueOpen, raisePoint, replay, toEntryId, toTurnId } from '../support/given.ts'
import { openParticipantPage, updateParticipantPage } from '../support/participant-page.tsx'

vi.stubGlobal('CSS', { escape: (text: string) => text })
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))

const later = [...queueOpen, join('civil-1'), join('private-1'), join('gov-1')]
const next = [...queueOpen, join('gov-1'), join('civil-1')]
const called = [...next, call('gov-1')]
const speaking = [...called, command('chair', 'floor.start', { turn: toTurnId('turn-gov-1') })]
const interrupted = [
  ...speaking,
  raisePoint('civil-1'),
  command('chair', 'floor.recognize', { entry: toEntryId('civil-1-point'), expectedCurrent: toTurnId('turn-gov-1') }, { id: 'point' }),
]
const resumed = [
  ...interrupted,
  command('chair', 'floor.end', { turn: toTurnId('point') }),
  command('chair', 'floor.resume', { turn: toTurnId('turn-gov-1') }),
]

const vibrate = vi.fn()
let tones = 0
class FakeAudio {
  state = 'suspended'
  currentTime = 0
  destination = {}
  resume = async () => {
    this.state = 'running'
  }
}
class FakeNode {
  gain = { setValueAtTime: () => undefined, linearRampToValueAtTime: () => undefined }
  connect = (to: unknown) => to
  start = () => {
    tones += 1
  }
  stop = () => undefined
}

beforeEach(async () => {
  await loadLanguage('en', 'staff')
  localStorage.clear()
  vibrate.mockClear()
  tones = 0
  vi.stubGlobal('AudioContext', FakeAudio)
  vi.stubGlobal('OscillatorNode', FakeNode)
  vi.stubGlobal('GainNode', FakeNode)
  Object.defineProperty(navigator, 'vibrate', { value: vibrate, configurable: true })
})
afterEach(cleanup)

const playAll = () => {
  openParticipantPage(replay(later), 'gov-1')
  for (const history of [next, called, speaking, interrupted, resumed]) updateParticipantPage(replay(history), 'gov-1')
}

test('[C9] a browser without sound and vibration causes no error', () => {
  vi.stubGlobal('AudioContext', undefined)
  Reflect.deleteProperty(window, 'AudioContext')
  Reflect.deleteProperty(navigator, 'vibrate')
  localStorage.setItem('rostrum.signal', 'on')
  playAll()
  expect([vibrate.mock.calls.length, tones]).toEqual([0, 0])
})

test('[C9] there is no sound until it is switched on', () => {
  playAll()
  expect(vibrate).not.toHaveBeenCalled()
  expect(tones).toBe(0)
})

test('[C9] if switched on, sounds once when I am next, called and given the floor, and not again after an interruption', () => {
  localStorage.setItem('rostrum.signal', 'on')
  playAll()
  expect(vibrate).toHaveBeenCalledTimes(3)
})

test('[C9] a page that is loaded again does not repeat the sound', () => {
  localStorage.setItem('rostrum.signal', 'on')
  openParticipantPage(replay(called), 'gov-1')
  expect(vibrate).not.toHaveBeenCalled()
})

test('[C9] a panellist hears that they are given the floor, if it is switched on', () => {
  localStorage.setItem('rostrum.signal', 'on')
  const data = { person: 'panel' as never, expectedCurrent: null, expectedNext: null }
  openParticipantPage(replay(queueOpen), 'panel', 'podium')
  updateParticipantPage(replay([...queueOpen, command('chair', 'floor.give', data, { id: 'given' })]), 'panel', 'podium')
  expect(vibrate).toHaveBeenCalledTimes(1)
})

test.each(['room', 'remote', 'podium'] as const)(
  '[C9] the switch is on the page, off by default, plays the sound once, and is kept on the device: %s',
  async (where) => {
    openParticipantPage(replay(later), where === 'podium' ? 'panel' : 'gov-1', where)
    if (where === 'room') await userEvent.click(screen.getByRole('button', { name: 'Agenda' }))
    const box = await screen.findByRole('checkbox', { name: /^Sound and vibration/ })
    expect(box).toHaveProperty('checked', false)
    await userEvent.click(box)
    expect([vibrate.mock.calls.length, tones]).toEqual([1, 2])
    expect(localStorage.getItem('rostrum.signal')).toBe('on')
    await userEvent.click(box)
    expect([vibrate.mock.calls.length, localStorage.getItem('rostrum.signal')]).toEqual([1, null])
  },
)

test.each([
  [false, ['You are next', 'The Chair has called you', 'You have the floor']],
  [true, []],
])(
  '[V172] a notification says that I am next, called and given the floor if another window is in front: in front %s',
  (hasFocus, shown) => {
    localStorage.setItem('rostrum.signal', 'on')
    const texts: string[] = []
    const permission = { permission: 'granted' }
    vi.stubGlobal(
      'Notification',
      Object.assign(function Notice(text: string) {
        texts.push(text)
      }, permission),
    )
    vi.spyOn(document, 'hasFocus').mockReturnValue(hasFocus)
    playAll()
    expect(texts).toEqual(shown)
  },
)

test.each(['room', 'remote'] as const)('[V172] the screen stays on from the moment that I am next: %s', (where) => {
  const request = vi.fn(() => Promise.resolve({ release: () => Promise.resolve() }))
  Object.defineProperty(navigator, 'wakeLock', { value: { request }, configurable: true })
  openParticipantPage(replay(later), 'gov-1', where)
  expect(request).not.toHaveBeenCalled()
  updateParticipantPage(replay(next), 'gov-1', where)
  expect(request).toHaveBeenCalledTimes(1)
  Reflect.deleteProperty(navigator, 'wakeLock')
})
