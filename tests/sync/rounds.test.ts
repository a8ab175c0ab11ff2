/** The pace of rounds, with a clock that the test controls. */
import { BusyTime } from '@rostrum/server/engine/fanout/busy-time'
import { type Pace, RoundScheduler } from '@rostrum/server/engine/fanout/round-scheduler'
import { workInSteps } from '@rostrum/server/engine/fanout/walk'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Starts rounds that last `wall` milliseconds, of which `busy` count. */
const startRounds = (wall: number, busy: number) => {
  const starts: number[] = []
  const scheduler = new RoundScheduler(async () => {
    starts.push(performance.now())
    await new Promise((resolve) => setTimeout(resolve, wall))
    return busy
  })
  return { scheduler, starts, getGaps: () => starts.slice(1).map((at, index) => Math.round(at - (starts[index] ?? 0) - wall)) }
}

test.each([
  ['soon', 400, 10, 50],
  ['soon', 400, 100, 100],
  ['counts', 400, 10, 125],
  ['counts', 400, 200, 200],
  ['now', 20, 200, 0],
] as const)(
  '[V57] with the pace %s, after a round of %i ms with %i ms of work there is a pause of %i ms',
  async (pace, wall, busy, pause) => {
    const { scheduler, getGaps } = startRounds(wall, busy)
    for (let at = 0; at < 900; at += 10) {
      scheduler.request(pace)
      scheduler.request('counts')
      await vi.advanceTimersByTimeAsync(10)
    }
    expect(getGaps()[0]).toBe(pause)
  },
)

test('[V57] an urgent change does not wait for a less urgent one', async () => {
  const { scheduler, getGaps } = startRounds(100, 10)
  const requestFor = async (ms: number, pace: Pace) => {
    for (let at = 0; at < ms; at += 5) {
      scheduler.request(pace)
      await vi.advanceTimersByTimeAsync(5)
    }
  }
  await requestFor(120, 'counts')
  scheduler.request('soon')
  await requestFor(30, 'counts')
  expect(getGaps()).toEqual([50])
  await requestFor(105, 'counts')
  scheduler.request('now')
  await vi.advanceTimersByTimeAsync(100)
  expect(getGaps()).toEqual([50, 5])
})

test('[V57] after a storm, everybody shows everything as soon as nothing has come for 50 ms', async () => {
  const { scheduler, starts } = startRounds(100, 100)
  for (let at = 0; at < 300; at += 10) {
    scheduler.request('counts')
    await vi.advanceTimersByTimeAsync(10)
  }
  scheduler.request('counts')
  await vi.advanceTimersByTimeAsync(1000)
  // The second round waited 125 ms. Changes that came while it ran, the last at 300 ms, are shown 50 ms later.
  expect(starts).toEqual([0, 225, 350])
})

test('[V57] timers that wait for a round have whole milliseconds', async () => {
  const { scheduler } = startRounds(10, 160.25)
  scheduler.request('counts')
  await vi.advanceTimersByTimeAsync(5)
  const delays: (number | undefined)[] = []
  const set = setTimeout
  // Not a spy: once the clock runs again, its removal would put the stopped one back.
  vi.stubGlobal('setTimeout', (run: () => void, delay?: number) => {
    delays.push(delay)
    return set(run, delay)
  })
  for (let at = 0; at < 150; at += 10) {
    scheduler.request('counts')
    await vi.advanceTimersByTimeAsync(10)
  }
  await vi.advanceTimersByTimeAsync(200)
  vi.unstubAllGlobals()
  expect(delays.length).toBeGreaterThan(0)
  expect(delays.filter((delay) => !Number.isInteger(delay))).toEqual([])
})

test('[V57] whenever requests come, rounds take at most half of the time, and counts come at most once in 125 ms', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 20, maxLength: 60 }),
      fc.integer({ min: 1, max: 150 }),
      async (waits, took) => {
        const { scheduler, starts } = startRounds(took, took)
        const began = performance.now()
        for (const wait of waits) {
          scheduler.request('counts')
          await vi.advanceTimersByTimeAsync(wait)
        }
        const elapsed = performance.now() - began
        scheduler.stop()
        const most = elapsed / (took + Math.max(took, 125))
        // The first round begins at once, the last may have come early, and one may still be running.
        expect(starts.length).toBeLessThanOrEqual(most + 2)
      },
    ),
  )
})

test('[V57] only a round’s own work counts as its time, not that of other rounds and commands', async () => {
  const [officers, audience] = [new BusyTime(), new BusyTime()]
  const work = (ms: number) => vi.advanceTimersByTime(ms)
  const sendTwice = async (busy: BusyTime, receivers: readonly number[]) => {
    for (let again = 0; again < 2; again += 1) await workInSteps(receivers, busy, work)
  }
  // The second has more receivers than fit into one step.
  const sent = Promise.all([sendTwice(officers, [7]), sendTwice(audience, [20, ...Array.from({ length: 500 }, () => 0)])])
  await vi.advanceTimersByTimeAsync(400)
  await vi.runAllTimersAsync()
  await sent
  expect([officers.total, audience.total]).toEqual([14, 40])
})

test('[V114] a round takes urgent changes along once, and leaves the rest to the next round', async () => {
  const taken: boolean[] = []
  let starts = 0
  const scheduler = new RoundScheduler(async (_, takeUrgent) => {
    starts += 1
    await new Promise((resolve) => setTimeout(resolve, 100))
    taken.push(takeUrgent(), takeUrgent())
    return 10
  })
  scheduler.request('soon')
  await vi.advanceTimersByTimeAsync(50)
  scheduler.request('counts')
  scheduler.request('now')
  await vi.advanceTimersByTimeAsync(500)
  expect([starts, taken]).toEqual([1, [true, false]])
  scheduler.request('soon')
  await vi.advanceTimersByTimeAsync(50)
  scheduler.request('counts')
  await vi.advanceTimersByTimeAsync(500)
  expect([starts, taken]).toEqual([3, [true, false, false, false, false, false]])
})
