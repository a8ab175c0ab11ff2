/** The pace of rounds, with a clock of the test. */
import { BusyTime } from '@rostrum/server/fanout/busy-time'
import { RoundScheduler } from '@rostrum/server/fanout/round-scheduler'
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
  [400, 10, 50],
  [400, 100, 200],
  [20, 0, 50],
])('[V57] after a round of %i ms with %i ms of work there is a pause of %i ms', async (wall, busy, pause) => {
  const { scheduler, getGaps } = startRounds(wall, busy)
  scheduler.request(false)
  scheduler.request(false)
  await vi.advanceTimersByTimeAsync(1)
  scheduler.request(false)
  await vi.advanceTimersByTimeAsync(2000)
  expect(getGaps()).toEqual([pause])
})

test('[V57] an urgent round does not wait for the pause, only for the round that runs', async () => {
  const { scheduler, getGaps } = startRounds(100, 1000)
  scheduler.request(false)
  await vi.advanceTimersByTimeAsync(50)
  scheduler.request(true)
  await vi.advanceTimersByTimeAsync(100)
  scheduler.request(true)
  await vi.advanceTimersByTimeAsync(300)
  expect(getGaps()).toEqual([0, 0])
})

test('[V57] what happens while work pauses does not count as its time', async () => {
  const busy = new BusyTime()
  vi.advanceTimersByTime(7)
  const paused = busy.pause()
  vi.advanceTimersByTime(500)
  await vi.runAllTimersAsync()
  await paused
  const before = busy.total
  vi.advanceTimersByTime(5)
  expect([before, busy.total]).toEqual([7, 12])
})
