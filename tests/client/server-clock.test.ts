// @vitest-environment jsdom
/** How exactly a screen knows the server's time, and when it reports that it does not. */
import { useClockTrusted } from '@rostrum/client/session/hooks.tsx'
import { ClockProbes, isExact, measureWallAhead } from '@rostrum/client/session/server-clock'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import type { View } from '@rostrum/shared/projection/registry'
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

afterEach(() => {
  cleanup()
  useSessionStore.setState(initialStore)
})

/** How far the server's clock is ahead, in milliseconds. */
const ahead = 1_000_000
const addProbe = (probes: ClockProbes, sentAt: number, there: number, back: number, wallAhead = 0) =>
  probes.add(sentAt, sentAt + there + ahead, sentAt + there + back, wallAhead)

test('[L96] a screen in the room is exact to 50 ms and a remote one to 100: half of the difference allowed between two screens', () => {
  for (const [trip, room, remote] of [
    [90, true, true],
    [110, false, true],
    [190, false, true],
    [210, false, false],
    [300, false, false],
  ] as const) {
    const measured = addProbe(new ClockProbes(), 0, trip, 0)
    expect([isExact(measured, 'room', 0), isExact(measured, 'remote', 0)], `round trip ${trip}`).toEqual([room, remote])
    expect(Math.abs(measured.offset - ahead)).toBeLessThanOrEqual(measured.uncertainty)
  }
  expect(isExact(null, 'remote', 0)).toBe(false)
})

test('[L96] two measurements with delays in opposite directions leave less uncertainty than either of them', () => {
  const probes = new ClockProbes()
  addProbe(probes, 0, 20, 200)
  const measured = addProbe(probes, 300, 200, 20)
  expect(measured.uncertainty).toBeLessThan(25)
  expect(Math.abs(measured.offset - ahead)).toBeLessThan(25)
})

test('[L96] the screen marks its clocks by what it knows: its channel, its connection, its measurements', () => {
  const { result } = renderHook(() => useClockTrusted())
  const show = (state: object) => {
    act(() => useSessionStore.setState(state))
    return result.current
  }
  const measured = { offset: 0, uncertainty: 60, wallAhead: measureWallAhead() }
  expect(show({ connectionStatus: { kind: 'live' }, clockOffset: measured })).toBe(false)
  expect(show({ view: { me: { channel: 'remote' } } as View })).toBe(true)
  expect(show({ view: { me: { channel: 'room' } } as View })).toBe(false)
  expect(show({ clockOffset: { ...measured, uncertainty: 40 } })).toBe(true)
  expect(show({ connectionStatus: { kind: 'offline' } })).toBe(false)
})

test('[L97] after the device slept or its clock was set, no earlier measurement counts', () => {
  const probes = new ClockProbes()
  const before = addProbe(probes, 0, 5, 5)
  expect([isExact(before, 'room', 0), isExact(before, 'room', 3000), isExact(before, 'room', -3000)]).toEqual([true, false, false])
  // The screen's own clock stopped for three seconds.
  const after = probes.add(1000, 1000 + 80 + ahead + 3000, 1000 + 160, 3000)
  expect(Math.abs(after.offset - ahead - 3000)).toBeLessThan(81)
  expect(isExact(probes.add(2000, 2000 + 5 + ahead + 3000, 2000 + 10, 3000), 'room', 3000)).toBe(true)
})

test('[L97] a measurement that contradicts the earlier ones replaces them', () => {
  const probes = new ClockProbes()
  addProbe(probes, 0, 5, 5)
  const measured = probes.add(1000, 1000 + 40 + ahead - 500, 1000 + 80, 0)
  expect(Math.abs(measured.offset - ahead + 500)).toBeLessThan(1)
  expect(measured.uncertainty).toBeGreaterThan(39)
})
