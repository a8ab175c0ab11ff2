// @vitest-environment jsdom

import { Announcer } from '@rostrum/client/ui/live-region.tsx'
import { Announcements } from '@rostrum/client/ui/screen-reader'
import { act, cleanup, render } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

let heard: string[]
let source: Announcements

beforeEach(() => {
  vi.useFakeTimers()
  source = new Announcements(() => Date.now())
  heard = []
  source.follow(() => heard.push(source.spoken().polite))
})

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

it('speaks at most twice for 50 changes in 5 seconds, and ends with the last', () => {
  for (let change = 1; change <= 50; change += 1) {
    source.say(`You are ${change}.`, 'place')
    vi.advanceTimersByTime(100)
  }
  expect(heard.length).toBeLessThanOrEqual(2)
  vi.advanceTimersByTime(5000)
  expect(heard.at(-1)).toBe('You are 50.')
})

it('merges topics that come together into one message', () => {
  source.say('12 new requests.', 'requests')
  source.say('You are 5th.', 'place')
  vi.advanceTimersByTime(300)
  expect(heard).toEqual(['12 new requests. You are 5th.'])
})

it('speaks the same words again when they are said again', () => {
  source.say('Time is up.')
  vi.advanceTimersByTime(300)
  source.say('Time is up.')
  vi.advanceTimersByTime(5000)
  expect(heard).toHaveLength(2)
  expect(heard[0]).not.toBe(heard[1])
})

it('interrupts at once, whatever is waiting', () => {
  source.say('You are 5th.')
  source.interrupt('You have the floor.')
  expect(source.spoken()).toEqual({ polite: '', assertive: 'You have the floor.' })
})

it('keeps to what the person wishes to hear', () => {
  source.say('You are 5th.')
  source.wish('important')
  source.say('You are 4th.')
  vi.advanceTimersByTime(10_000)
  source.interrupt('You have the floor.')
  expect(source.spoken()).toEqual({ polite: '', assertive: 'You have the floor.' })
  source.wish('none')
  source.interrupt('Connection lost.')
  expect(source.spoken().assertive).toBe('You have the floor.')
})

it('says what is wished, and tells whoever shows the choice', () => {
  let told = 0
  source.follow(() => (told += 1))
  source.wish('important')
  expect([source.wished(), told]).toEqual(['important', 1])
})

it('speaks again once all is wished again, and not what was said meanwhile', () => {
  source.wish('none')
  source.say('You are 5th.')
  source.wish('all')
  source.say('You are 4th.')
  vi.advanceTimersByTime(10_000)
  expect(source.spoken().polite).toBe('You are 4th.')
})

it('has one polite and one assertive region, outside the page, marked so that dialogs leave them alone', () => {
  const { container } = render(<Announcer source={source} />)
  act(() => {
    source.say('The list is closed.')
    vi.advanceTimersByTime(300)
  })
  expect(container.textContent).toBe('')
  const regions = [...document.querySelectorAll('[data-live-announcer] [aria-live]')]
  expect(regions.map((region) => [region.getAttribute('aria-live'), region.textContent])).toEqual([
    ['polite', 'The list is closed.'],
    ['assertive', ''],
  ])
})
