// @vitest-environment jsdom
/** What whoever drives hears by itself: never a burst, each mark of the clock once, and once that the list is longer than the time. */
import { useSpokenFloor } from '@rostrum/client/features/floor/public/use-spoken-floor'
import { outgrows, stands, useToldOnce } from '@rostrum/client/features/queue/forecast/use-overflow-alert'
import { useSpokenList } from '@rostrum/client/features/queue/list/use-spoken-queue'
import { emptyScreen, useScreen } from '@rostrum/client/session/store'
import { load } from '@rostrum/client/text/text'
import { announcements } from '@rostrum/client/ui/screen-reader'
import type { SegmentId } from '@rostrum/shared/contract/ids'
import type { View } from '@rostrum/shared/projection/registry'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

const now = () => performance.timeOrigin + performance.now()

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
const started = (at: number) => ({ ...turn, calledAt: at, startedAt: at, runningSince: at })

const seen = (waiting: number, current: object | null = null, standing = 'open'): View =>
  ({
    session: { phase: 'open', openedAt: 1, groups: [], timeZone: 'UTC' },
    floor: { current, interrupted: null },
    questions: {},
    list: { standing: { kind: standing } },
    line: Array.from({ length: waiting }, (_, index) => ({ entry: `entry-${index}` })),
  }) as unknown as View

const show = (view: View) => act(() => useScreen.setState({ view }))
/** In steps, so that the page is drawn as it would be. */
const pass = (time: number) => {
  for (let passed = 0; passed < time; passed += 100) act(() => vi.advanceTimersByTime(100))
}

let heard: string[]
let stop: () => void

// One time for all tests: the announcer of the page remembers when it last spoke.
beforeAll(() => {
  vi.useFakeTimers()
})
afterAll(() => {
  vi.useRealTimers()
})
beforeEach(async () => {
  await load('en', 'all')
  useScreen.setState({ ...emptyScreen, view: seen(0) })
  heard = []
  let last = announcements.spoken().polite
  stop = announcements.follow(() => {
    const { polite } = announcements.spoken()
    if (polite !== last) heard.push(polite.trim())
    last = polite
  })
})
afterEach(() => {
  cleanup()
  // What still waits to be spoken is not the next test's.
  vi.advanceTimersByTime(60_000)
  stop()
  sessionStorage.clear()
})

const Driver = () => {
  useSpokenFloor()
  useSpokenList()
  return null
}

describe('bursts', () => {
  it('50 changes in 5 seconds make at most 2 announcements, and nobody goes uncounted', () => {
    render(<Driver />)
    for (let waiting = 1; waiting <= 50; waiting += 1) {
      show(seen(waiting, null, waiting % 10 === 0 ? 'closed' : 'open'))
      pass(100)
    }
    expect(heard.length).toBeLessThanOrEqual(2)
    pass(20_000)
    const counted = heard.flatMap((words) => [...words.matchAll(/(\d+) new request/g)].map((match) => Number(match[1])))
    expect(counted.reduce((sum, n) => sum + n, 0)).toBe(50)
  })

  it('a stream of requests that does not end is told in steps, and each is counted once', () => {
    render(<Driver />)
    for (let waiting = 1; waiting <= 60; waiting += 1) {
      show(seen(waiting))
      pass(1000)
    }
    expect(heard.length).toBeGreaterThanOrEqual(8)
    pass(20_000)
    const counted = heard.flatMap((words) => [...words.matchAll(/(\d+) new request/g)].map((match) => Number(match[1])))
    expect(counted.reduce((sum, n) => sum + n, 0)).toBe(60)
  })
})

describe('the clock', () => {
  it('a turn of three minutes makes at most 6 announcements, each mark once', () => {
    render(<Driver />)
    show(seen(0, { ...turn, calledAt: now(), startedAt: null, runningSince: null }))
    pass(10_000)
    show(seen(0, started(now())))
    pass(180_000 + 60_000 + 5_000)
    expect(heard).toEqual([
      'Library federation, 3:00.',
      '1 minute left.',
      '30 seconds left.',
      '10 seconds left.',
      'Time is up.',
      '1 minute over.',
    ])
  })

  it('a page that is loaded in the middle says no mark that has passed', () => {
    useScreen.setState({ ...emptyScreen, view: seen(0, started(now() - 150_500)) })
    render(<Driver />)
    pass(19_000)
    expect(heard).toEqual(['Library federation, 3:00.'])
  })
})

describe('the list is longer than the time', () => {
  it('is told the first time on each part of the agenda, and on none where nothing runs', () => {
    expect(outgrows({}, 'one', 3, 3)).toBe(false)
    expect(outgrows({}, 'one', 3, 4)).toBe(true)
    expect(outgrows({ one: 'told' }, 'one', 3, 4)).toBe(false)
    expect(outgrows({ one: 'dismissed' }, 'two', 3, 4)).toBe(true)
    expect(outgrows({}, null, 0, 4)).toBe(false)
  })

  it('stands while it is so and was not put aside', () => {
    expect(stands({ one: 'told' }, 'one', 3, 4)).toBe(true)
    expect(stands({ one: 'told' }, 'one', 4, 4)).toBe(false)
    expect(stands({ one: 'dismissed' }, 'one', 3, 4)).toBe(false)
    expect(stands({ one: 'told' }, 'two', 3, 4)).toBe(false)
  })

  const Panel = ({ segment, heard: all, waiting }: { segment: string; heard: number; waiting: number }) => {
    const { shown, dismiss } = useToldOnce(segment as SegmentId, all, waiting)
    return shown ? (
      <button type="button" onClick={dismiss}>
        longer
      </button>
    ) : null
  }
  const stood = () => screen.queryByRole('button') !== null

  it('is said once however often it changes, put aside for good, and said anew on the next part', () => {
    const { rerender } = render(<Panel segment="one" heard={3} waiting={3} />)
    for (const waiting of [4, 3, 4, 5]) {
      rerender(<Panel segment="one" heard={3} waiting={waiting} />)
      expect(stood()).toBe(waiting > 3)
      pass(10_000)
    }
    expect(heard).toEqual(['The list is now longer than the time.'])
    fireEvent.click(screen.getByRole('button'))
    rerender(<Panel segment="one" heard={3} waiting={9} />)
    expect(stood()).toBe(false)
    rerender(<Panel segment="two" heard={3} waiting={9} />)
    pass(10_000)
    expect(stood()).toBe(true)
    expect(heard).toHaveLength(2)
  })

  it('is not said again by a reload, which leaves standing what stood', () => {
    const { unmount } = render(<Panel segment="one" heard={3} waiting={4} />)
    pass(10_000)
    unmount()
    render(<Panel segment="one" heard={3} waiting={4} />)
    pass(10_000)
    expect(heard).toHaveLength(1)
    expect(stood()).toBe(true)
    fireEvent.click(screen.getByRole('button'))
    cleanup()
    render(<Panel segment="one" heard={3} waiting={4} />)
    expect(stood()).toBe(false)
  })
})
