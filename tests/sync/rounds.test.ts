/** The pace of rounds, with a clock of the test. */
import { BusyTime } from '@rostrum/server/fanout/busy-time'
import { RoundScheduler } from '@rostrum/server/fanout/round-scheduler'
import { workInSteps } from '@rostrum/server/fanout/walk'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Rounds that last `wall` milliseconds, of which `busy` count. */
const startRounds = (wall: number, busy: number) => {
  const starts: number[] = []
  const scheduler = new RoundScheduler(async () => {
    starts.push(performance.now())
    await new Promise((resolve) => setTimeout(resolve, wall))
    return busy
  })
  return { scheduler, getGaps: () => starts.slice(1).map((at, index) => Math.round(at - (starts[index] ?? 0) - wall)) }
}

test.each([
  ['soon', 400, 10, 50],
  ['soon', 400, 100, 150],
  ['counts', 400, 10, 150],
  ['counts', 400, 200, 300],
  ['now', 20, 200, 0],
] as const)(
  '[V57] with the pace %s, after a round of %i ms with %i ms of work there is a pause of %i ms',
  async (pace, wall, busy, pause) => {
    const { scheduler, getGaps } = startRounds(wall, busy)
    scheduler.request(pace)
    await vi.advanceTimersByTimeAsync(1)
    scheduler.request(pace)
    scheduler.request('counts')
    await vi.advanceTimersByTimeAsync(2000)
    expect(getGaps()).toEqual([pause])
  },
)

test('[V57] what is more urgent does not wait for what is less', async () => {
  const { scheduler, getGaps } = startRounds(100, 10)
  scheduler.request('counts')
  await vi.advanceTimersByTimeAsync(110)
  scheduler.request('counts')
  await vi.advanceTimersByTimeAsync(10)
  scheduler.request('soon')
  await vi.advanceTimersByTimeAsync(20)
  expect(getGaps()).toEqual([])
  await vi.advanceTimersByTimeAsync(15)
  scheduler.request('counts')
  await vi.advanceTimersByTimeAsync(100)
  scheduler.request('now')
  await vi.advanceTimersByTimeAsync(200)
  expect(getGaps()).toEqual([50, 5])
})

test('[V57] the time of a round is that of its own work, whatever other rounds and commands do meanwhile', async () => {
  const [officers, audience] = [new BusyTime(), new BusyTime()]
  const work = (ms: number) => vi.advanceTimersByTime(ms)
  const sendTwice = async (busy: BusyTime, receivers: readonly number[]) => {
    for (let again = 0; again < 2; again += 1) await workInSteps(receivers, { busy, isWorking: () => true }, work)
  }
  // The second has more than fit into one step.
  const sent = Promise.all([sendTwice(officers, [7]), sendTwice(audience, [20, ...Array.from({ length: 500 }, () => 0)])])
  await vi.advanceTimersByTimeAsync(400)
  await vi.runAllTimersAsync()
  await sent
  expect([officers.total, audience.total]).toEqual([14, 40])
})

test('[V114] a round takes along what waits for nothing, once, and leaves the rest to the next', async () => {
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
