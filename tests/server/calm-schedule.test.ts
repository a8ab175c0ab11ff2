import { CalmSchedule } from '@rostrum/server/engine/fanout/calm-schedule'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

let sent: number[] = []
let schedule: CalmSchedule
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  sent = []
  const began = performance.now()
  schedule = new CalmSchedule(() => sent.push(Math.round(performance.now() - began)))
})
afterEach(() => {
  schedule.stop()
  vi.useRealTimers()
})
const request = (times: number, every: number) => {
  for (let count = 0; count < times; count += 1) {
    schedule.request()
    vi.advanceTimersByTime(every)
  }
}

test('[E7] one response is counted everywhere after a moment', () => {
  request(1, 1_000)
  expect(sent).toEqual([50])
})

test('[E7] while people respond, counts are sent twice a second, and the last one after a moment', () => {
  request(120, 10)
  vi.advanceTimersByTime(1_000)
  expect(sent).toEqual([500, 1_000, 1_240])
})

test('a schedule that is stopped sends nothing', () => {
  request(3, 10)
  schedule.stop()
  vi.advanceTimersByTime(1_000)
  expect(sent).toEqual([])
})
