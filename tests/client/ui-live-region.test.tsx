// @vitest-environment jsdom

import { loadLanguage } from '@rostrum/client/text/text'
import { LiveRegion } from '@rostrum/client/ui/live-region.tsx'
import { screenReader as pageReader, ScreenReader } from '@rostrum/client/ui/screen-reader'
import { emptySpeechWithLanguage } from '@rostrum/client/widgets/speech-of-language'
import { act, cleanup, render } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

let spokenTexts: string[]
let screenReader: ScreenReader

beforeEach(() => {
  vi.useFakeTimers()
  screenReader = new ScreenReader(() => Date.now())
  spokenTexts = []
  screenReader.subscribe(() => spokenTexts.push(screenReader.getText().polite))
})

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

test('speaks at most twice for 50 changes in 5 seconds, and ends with the last one', () => {
  for (let change = 1; change <= 50; change += 1) {
    screenReader.say(`You are ${change}.`, 'place')
    vi.advanceTimersByTime(100)
  }
  expect(spokenTexts.length).toBeLessThanOrEqual(2)
  vi.advanceTimersByTime(5000)
  expect(spokenTexts.at(-1)).toBe('You are 50.')
})

test('merges topics that arrive together into one message', () => {
  screenReader.say('12 new requests.', 'requests')
  screenReader.say('You are 5th.', 'place')
  vi.advanceTimersByTime(300)
  expect(spokenTexts).toEqual(['12 new requests. You are 5th.'])
})

test('speaks the same text again when it is announced again', () => {
  screenReader.say('Time is up.')
  vi.advanceTimersByTime(300)
  screenReader.say('Time is up.')
  vi.advanceTimersByTime(5000)
  expect(spokenTexts).toHaveLength(2)
  expect(spokenTexts[0]).not.toBe(spokenTexts[1])
})

test('interrupts at once, whatever is waiting', () => {
  screenReader.say('You are 5th.')
  screenReader.interrupt('You have the floor.')
  expect(screenReader.getText()).toEqual({ polite: '', assertive: 'You have the floor.' })
})

test('speaks only the levels that the person has chosen', () => {
  screenReader.say('You are 5th.')
  screenReader.setLevel('important')
  screenReader.say('You are 4th.')
  vi.advanceTimersByTime(10_000)
  screenReader.interrupt('You have the floor.')
  expect(screenReader.getText()).toEqual({ polite: '', assertive: 'You have the floor.' })
  screenReader.setLevel('none')
  screenReader.interrupt('Connection lost.')
  expect(screenReader.getText().assertive).toBe('You have the floor.')
})

test('returns the chosen level, and notifies its subscribers of a change', () => {
  let notifications = 0
  screenReader.subscribe(() => (notifications += 1))
  screenReader.setLevel('important')
  expect([screenReader.getLevel(), notifications]).toEqual(['important', 1])
})

test('speaks again once everything is chosen again, without the messages in between', () => {
  screenReader.setLevel('none')
  screenReader.say('You are 5th.')
  screenReader.setLevel('all')
  screenReader.say('You are 4th.')
  vi.advanceTimersByTime(10_000)
  expect(screenReader.getText().polite).toBe('You are 4th.')
})

test('[V194] a text leaves its region ten seconds after it was spoken, and every text at a change of language', async () => {
  screenReader.interrupt('Your turn is paused for a point of order.')
  vi.advanceTimersByTime(5000)
  screenReader.interrupt('You have the floor again.')
  vi.advanceTimersByTime(9000)
  expect(screenReader.getText().assertive).toBe('You have the floor again.')
  vi.advanceTimersByTime(1000)
  expect(screenReader.getText().assertive).toBe('')
  screenReader.say('You are 5th.')
  vi.advanceTimersByTime(10_300)
  expect(screenReader.getText().polite).toBe('')
  vi.useRealTimers()
  await loadLanguage('en')
  const stop = emptySpeechWithLanguage()
  pageReader.interrupt('You have the floor.')
  await loadLanguage('en', 'asked')
  expect(pageReader.getText().assertive).toBe('You have the floor.')
  pageReader.say('You are 5th.')
  await loadLanguage('fr')
  expect(pageReader.getText()).toEqual({ polite: '', assertive: '' })
  stop()
})

test('has one polite and one assertive region, outside the page, marked so that dialogs do not hide them', () => {
  const { container } = render(<LiveRegion source={screenReader} />)
  act(() => {
    screenReader.say('The list is closed.')
    vi.advanceTimersByTime(300)
  })
  expect(container.textContent).toBe('')
  const regions = [...document.querySelectorAll('[data-live-announcer] [aria-live]')]
  expect(regions.map((region) => [region.getAttribute('aria-live'), region.textContent])).toEqual([
    ['polite', 'The list is closed.'],
    ['assertive', ''],
  ])
})
