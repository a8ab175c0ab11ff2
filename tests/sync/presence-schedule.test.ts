/** The times at which counts of present people are sent while many join. */
import { PresenceSchedule } from '@rostrum/server/engine/fanout/presence-schedule'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const open = () => {
  const due: string[] = []
  const schedule = new PresenceSchedule((receivers) => due.push(receivers))
  const join = (count: number) => {
    for (let index = 0; index < count; index += 1) schedule.countConnection()
    schedule.request()
  }
  return { due, schedule, join }
}

test('[W63] everybody learns of a few people who join within a second, together', () => {
  const { due, join } = open()
  join(1)
  join(98)
  vi.advanceTimersByTime(999)
  expect(due).toEqual([])
  vi.advanceTimersByTime(1)
  expect(due).toEqual(['everybody'])
  vi.advanceTimersByTime(10_000)
  expect(due).toEqual(['everybody'])
})

test('[W63] while many join, officers get the count every second, and the others when it is calmer', () => {
  const { due, join } = open()
  for (let second = 0; second < 3; second += 1) {
    join(2_000)
    vi.advanceTimersByTime(1_000)
  }
  expect(due).toEqual(['officers', 'officers', 'officers'])
  vi.advanceTimersByTime(1_000)
  expect(due.slice(3)).toEqual(['everybody'])
})

test('[W63] nobody waits for more than six seconds, however long people go on joining', () => {
  const { due, join } = open()
  for (let second = 0; second < 12; second += 1) {
    join(2_000)
    vi.advanceTimersByTime(1_000)
  }
  expect(due.flatMap((receivers, index) => (receivers === 'everybody' ? [index] : []))).toEqual([5, 11])
})

test('[W63] nothing is sent after a stop', () => {
  const { due, schedule, join } = open()
  join(1)
  schedule.stop()
  vi.advanceTimersByTime(5_000)
  expect(due).toEqual([])
})
