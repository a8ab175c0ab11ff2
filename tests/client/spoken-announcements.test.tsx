// @vitest-environment jsdom
/** Automatic announcements to the staff. There are no bursts, and each clock mark and a queue that is too long are announced once. */
import { useSpokenFloor } from '@rostrum/client/features/floor/public/use-spoken-floor'
import { isAlertShown, isNewOverflow, useOverflowAlert } from '@rostrum/client/features/queue/forecast/use-overflow-alert'
import { useSpokenQueue } from '@rostrum/client/features/queue/list/use-spoken-queue'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import { loadLanguage } from '@rostrum/client/text/text'
import { screenReader } from '@rostrum/client/ui/screen-reader'
import type { SegmentId } from '@rostrum/shared/contract/ids'
import type { View } from '@rostrum/shared/projection/registry'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'

const getNow = () => performance.timeOrigin + performance.now()

const turn = {
  id: 'turn',
  kind: 'intervention',
  speaker: { entity: 'Library federation' },
  question: null,
  limit: 180_000,
  used: 0,
  paused: null,
  cue: null,
}
const startTurnAt = (at: number) => ({ ...turn, calledAt: at, startedAt: at, runningSince: at })

const makeView = (waiting: number, current: object | null = null, status = 'open'): View =>
  ({
    session: { phase: 'open', openedAt: 1, groups: [], timeZone: 'UTC' },
    floor: { current, interrupted: null },
    questions: {},
    queue: { status: { kind: status } },
    order: Array.from({ length: waiting }, (_, index) => `entry-${index}`),
  }) as unknown as View

const updateView = (view: View) => act(() => useSessionStore.setState({ view }))
/** Advances the time in small steps, so that the page renders as in real time. */
const advanceTime = (time: number) => {
  for (let passed = 0; passed < time; passed += 100) act(() => vi.advanceTimersByTime(100))
}

let spokenTexts: string[]
let stopListening: () => void

// One clock for all tests: the announcer of the page remembers when it last spoke.
beforeAll(() => {
  vi.useFakeTimers()
})
afterAll(() => {
  vi.useRealTimers()
})
beforeEach(async () => {
  await loadLanguage('en', 'staff')
  useSessionStore.setState({ ...initialStore, view: makeView(0) })
  spokenTexts = []
  let last = screenReader.getText().polite
  stopListening = screenReader.subscribe(() => {
    const { polite } = screenReader.getText()
    // A text leaves its region some seconds after it was spoken.
    if (polite !== last && polite !== '') spokenTexts.push(polite.trim())
    last = polite
  })
})
afterEach(() => {
  cleanup()
  // A text that still waits to be spoken must not reach the next test.
  vi.advanceTimersByTime(60_000)
  stopListening()
  sessionStorage.clear()
})

const SpokenPage = () => {
  useSpokenFloor()
  useSpokenQueue()
  return null
}

describe('bursts', () => {
  test('50 changes in 5 seconds make at most 2 announcements, and every request is counted', () => {
    render(<SpokenPage />)
    for (let waiting = 1; waiting <= 50; waiting += 1) {
      updateView(makeView(waiting, null, waiting % 10 === 0 ? 'closed' : 'open'))
      advanceTime(100)
    }
    expect(spokenTexts.length).toBeLessThanOrEqual(2)
    advanceTime(20_000)
    const counted = spokenTexts.flatMap((words) => [...words.matchAll(/(\d+) new request/g)].map((match) => Number(match[1])))
    expect(counted.reduce((sum, n) => sum + n, 0)).toBe(50)
  })

  test('an endless stream of requests is announced in intervals, and each request is counted once', () => {
    render(<SpokenPage />)
    for (let waiting = 1; waiting <= 60; waiting += 1) {
      updateView(makeView(waiting))
      advanceTime(1000)
    }
    expect(spokenTexts.length).toBeGreaterThanOrEqual(8)
    advanceTime(20_000)
    const counted = spokenTexts.flatMap((words) => [...words.matchAll(/(\d+) new request/g)].map((match) => Number(match[1])))
    expect(counted.reduce((sum, n) => sum + n, 0)).toBe(60)
  })
})

describe('the clock', () => {
  test('a turn of three minutes makes at most 6 announcements, each mark once', () => {
    render(<SpokenPage />)
    updateView(makeView(0, { ...turn, calledAt: getNow(), startedAt: null, runningSince: null }))
    advanceTime(10_000)
    updateView(makeView(0, startTurnAt(getNow())))
    advanceTime(180_000 + 60_000 + 5_000)
    expect(spokenTexts).toEqual([
      'Library federation, 3:00.',
      '1 minute left.',
      '30 seconds left.',
      '10 seconds left.',
      'Time is up.',
      '1 minute over time.',
    ])
  })

  test('[V268] a page that is loaded in the middle of a turn announces the time that is left, and no past mark', () => {
    useSessionStore.setState({ ...initialStore, view: makeView(0, startTurnAt(getNow() - 150_500)) })
    render(<SpokenPage />)
    advanceTime(19_000)
    expect(spokenTexts).toEqual(['Library federation, 0:30.'])
  })
})

describe('the queue is longer than the time', () => {
  test('is announced the first time in each segment, and never while no segment runs', () => {
    expect(isNewOverflow({}, 'one', 3, 3)).toBe(false)
    expect(isNewOverflow({}, 'one', 3, 4)).toBe(true)
    expect(isNewOverflow({ one: 'told' }, 'one', 3, 4)).toBe(false)
    expect(isNewOverflow({ one: 'dismissed' }, 'two', 3, 4)).toBe(true)
    expect(isNewOverflow({}, null, 0, 4)).toBe(false)
  })

  test('is shown while it is true and not dismissed', () => {
    expect(isAlertShown({ one: 'told' }, 'one', 3, 4)).toBe(true)
    expect(isAlertShown({ one: 'told' }, 'one', 4, 4)).toBe(false)
    expect(isAlertShown({ one: 'dismissed' }, 'one', 3, 4)).toBe(false)
    expect(isAlertShown({ one: 'told' }, 'two', 3, 4)).toBe(false)
  })

  const Panel = ({ segment, heard: all, waiting }: { segment: string; heard: number; waiting: number }) => {
    const { shown, dismiss } = useOverflowAlert(segment as SegmentId, all, waiting)
    return shown ? (
      <button type="button" onClick={dismiss}>
        longer
      </button>
    ) : null
  }
  const isAlertVisible = () => screen.queryByRole('button') !== null

  test('is announced once however often it changes, can be dismissed for good, and is announced again in the next segment', () => {
    const { rerender } = render(<Panel segment="one" heard={3} waiting={3} />)
    for (const waiting of [4, 6, 5]) {
      rerender(<Panel segment="one" heard={3} waiting={waiting} />)
      expect(isAlertVisible()).toBe(true)
      advanceTime(10_000)
    }
    expect(spokenTexts).toEqual(['There are now more speakers than the time allows.'])
    fireEvent.click(screen.getByRole('button'))
    rerender(<Panel segment="one" heard={3} waiting={9} />)
    expect(isAlertVisible()).toBe(false)
    rerender(<Panel segment="two" heard={3} waiting={9} />)
    advanceTime(10_000)
    expect(isAlertVisible()).toBe(true)
    expect(spokenTexts).toHaveLength(2)
  })

  test('[V391] an alert that was no longer true does not come back on the same item', () => {
    const { rerender } = render(<Panel segment="one" heard={3} waiting={4} />)
    expect(isAlertVisible()).toBe(true)
    for (const heard of [4, 3]) {
      rerender(<Panel segment="one" heard={heard} waiting={4} />)
      expect(isAlertVisible()).toBe(false)
    }
    rerender(<Panel segment="two" heard={3} waiting={4} />)
    expect(isAlertVisible()).toBe(true)
  })

  test('is not announced again after a reload, and an alert that was visible stays visible', () => {
    const { unmount } = render(<Panel segment="one" heard={3} waiting={4} />)
    advanceTime(10_000)
    unmount()
    render(<Panel segment="one" heard={3} waiting={4} />)
    advanceTime(10_000)
    expect(spokenTexts).toHaveLength(1)
    expect(isAlertVisible()).toBe(true)
    fireEvent.click(screen.getByRole('button'))
    cleanup()
    render(<Panel segment="one" heard={3} waiting={4} />)
    expect(isAlertVisible()).toBe(false)
  })
})
