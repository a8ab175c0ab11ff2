// @vitest-environment jsdom
/** A page under load renders only what has changed, however many people wait and however often frames arrive. */
import { useSpokenFloor } from '@rostrum/client/features/floor/public/use-spoken-floor'
import { useNextSteps } from '@rostrum/client/features/floor/staff/use-next-steps'
import { useMyStatus } from '@rostrum/client/features/my-floor/my-status'
import { QueueCard } from '@rostrum/client/features/queue/list/queue-card.tsx'
import { ConnectionContext, useNow, useStaleSince, useView } from '@rostrum/client/session/hooks.tsx'
import { getLocalTime } from '@rostrum/client/session/server-clock'
import { ShownStreams } from '@rostrum/client/session/shown-streams'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import { loadLanguage } from '@rostrum/client/text/text'
import { useFloorProps } from '@rostrum/client/widgets/turn-text.tsx'
import { type AnyView, patch } from '@rostrum/shared/projection/delta'
import type { View } from '@rostrum/shared/projection/registry'
import type { Cursor, Frame } from '@rostrum/shared/protocol/frame'
import { act, cleanup, render, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeConnection } from '../support/fake-connection.ts'
import { makeQueueView } from '../support/queue-view.ts'

vi.stubGlobal('CSS', { escape: (text: string) => text })

beforeEach(async () => {
  await loadLanguage('en', 'staff')
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.restoreAllMocks()
  useSessionStore.setState(initialStore)
})

const waiting = 500
const limits = { everyone: 180_000, groups: {}, channels: {}, pointOfOrder: 60_000, rightOfReply: 60_000, answer: 60_000 }
const floor = {
  ...{ current: null, interrupted: null, warnings: [60_000, 30_000], grace: 0, reserve: 0, limits },
  pace: { handover: 0, share: 1, spread: 0 },
}

/** `onName`: called whenever a row reads the name that it shows, which it does on every render. */
const makeLongView = (onName: () => void): View => {
  const ids = Array.from({ length: waiting }, (_, index) => `e${index}`)
  const { a } = makeQueueView().entries as Record<string, object>
  const makeRow = (id: string) => ({
    ...a,
    get entity() {
      onName()
      return `Delegation ${id}`
    },
  })
  return makeQueueView({
    ...{ floor, plan: [], progress: { current: null, actual: {}, lengths: {} }, causes: 'r'.repeat(waiting) },
    ...{ questions: {}, answering: { current: null, next: null } },
    entries: Object.fromEntries(ids.map((id) => [id, makeRow(id)])),
    ...({ order: ids } as object),
  })
}

const copyAsJson = <T,>(value: T): T => JSON.parse(JSON.stringify(value)) as T
const setLimit = (everyone: number) => {
  const { view } = useSessionStore.getState()
  const after = patch(view as unknown as AnyView, [['=', 'floor', copyAsJson({ ...floor, limits: { ...limits, everyone } })]])
  act(() => useSessionStore.setState({ view: after as unknown as View }))
}

test('[V67] with 500 people waiting, a new limit or a passing second renders no row whose content is the same', () => {
  vi.useFakeTimers()
  // jsdom has no layout, so this is a view of twelve rows.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600)
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 400, 50))
  let rendered = 0
  useSessionStore.setState({ ...initialStore, view: makeLongView(() => (rendered += 1)) })
  render(
    <ConnectionContext value={makeConnection({})}>
      <QueueCard variant="chair" />
    </ConnectionContext>,
  )
  const drawn = document.querySelectorAll('[data-row]').length
  expect([drawn > 10, drawn < 40, rendered >= drawn]).toEqual([true, true, true])
  rendered = 0
  setLimit(120_000)
  expect(document.body.textContent?.replace(/[\u2066-\u2069]/g, '')).toContain('2:00')
  act(() => void vi.advanceTimersByTime(3000))
  expect(rendered).toBe(0)
})

test('[V67] unchanged content of a part that is sent whole keeps its identity, and so renders nothing', () => {
  const before = { floor: { current: { id: 't', cue: null }, warnings: [60, 30], limits } }
  const after = patch(before, [['=', 'floor', copyAsJson({ ...before.floor, limits: { ...limits, everyone: 1 } })]]) as typeof before
  expect(after.floor).not.toBe(before.floor)
  expect(after.floor.current).toBe(before.floor.current)
  expect(after.floor.warnings).toBe(before.floor.warnings)
  expect(after.floor.limits).toEqual({ ...limits, everyone: 1 })
})

test.each([
  ['whether it is up to date', () => useStaleSince()],
  ['the next steps', () => useNextSteps(false)],
  ['who has the floor', () => useFloorProps()],
  ['my status', () => useMyStatus()],
  ['what is said of the floor', () => useSpokenFloor()],
])('[V70] a new limit and a heartbeat render no component that follows %s', (_, useIt) => {
  vi.useFakeTimers()
  const mine = {
    me: { role: 'chair' },
    myFloor: { turn: null, pastTurns: [] },
    myQueue: { entry: null, notReached: null, spokenForBy: null },
  }
  const view = { ...makeLongView(() => undefined), ...mine } as unknown as View
  useSessionStore.setState({ ...initialStore, view, connectionStatus: { kind: 'live' }, lastHeardAt: getLocalTime() })
  let renders = 0
  renderHook(() => {
    renders += 1
    useIt()
  })
  renders = 0
  for (let n = 1; n <= 20; n += 1) {
    setLimit(120_000 + n)
    act(() => useSessionStore.setState({ lastHeardAt: getLocalTime() + n }))
  }
  expect(renders).toBe(0)
})

const at = (name: string) => name as Cursor
const snapshots = ['audience', 'person'].map((stream) => ({ stream, at: 0, cursor: at('0'), view: { [stream]: 0 } }) as unknown as Frame)
const makeFrame = (n: number) =>
  ({ stream: 'audience', at: n, base: at(`${n - 1}`), cursor: at(`${n}`), deltas: [['=', 'audience', n]] }) as unknown as Frame

test('[V68] frames that arrive together render once, and frames that arrived before a reply are shown with it', () => {
  vi.useFakeTimers()
  const streams = new ShownStreams({})
  for (const frame of snapshots) streams.apply(frame)
  act(() => streams.show())
  const shown: number[] = []
  const Page = () => {
    shown.push(useView((view) => (view as unknown as { audience: number }).audience))
    return null
  }
  render(<Page />)
  for (let n = 1; n <= 20; n += 1) expect(streams.apply(makeFrame(n))).toBe('applied')
  expect([shown, streams.cursors.audience]).toEqual([[0], '20'])
  act(() => void vi.advanceTimersByTime(20))
  expect(shown).toEqual([0, 20])
  streams.apply(makeFrame(21))
  act(() => streams.show())
  expect(shown).toEqual([0, 20, 21])
  expect(streams.apply(makeFrame(30))).toBe('gap')
})

test('[V110] a page that is slow to render rests for at most a quarter of a second; a press shows its result without waiting', async () => {
  vi.useFakeTimers()
  const streams = new ShownStreams({})
  for (const frame of snapshots) streams.apply(frame)
  streams.show()
  const shown: number[] = []
  let renderMs = 8
  const stop = useSessionStore.subscribe(({ view }) => {
    shown.push((view as unknown as { audience: number }).audience)
    vi.advanceTimersByTime(renderMs)
  })
  const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)
  streams.apply(makeFrame(1))
  await pass(16)
  expect(shown).toEqual([1])
  // The rest is ten times the eight milliseconds of rendering.
  for (const n of [2, 3]) streams.apply(makeFrame(n))
  await pass(70)
  expect(shown).toEqual([1])
  renderMs = 100
  await pass(12)
  expect(shown).toEqual([1, 3])
  streams.apply(makeFrame(4))
  await pass(240)
  expect(shown).toEqual([1, 3])
  await pass(12)
  expect(shown).toEqual([1, 3, 4])
  streams.apply(makeFrame(5))
  streams.show()
  expect(shown).toEqual([1, 3, 4, 5])
  // After a rest the next frame is shown at once, as before.
  await pass(1_000)
  streams.apply(makeFrame(6))
  await pass(16)
  expect(shown.at(-1)).toBe(6)
  stop()
})

test('[V111] the current speaker is rendered once a second while the clock runs', () => {
  vi.useFakeTimers({ now: 1_800_000_000_000 })
  const at = (ms: number) => (Date.now() + ms) as never
  const current = { id: 't', kind: 'intervention', speaker: null, onBehalfOf: [], question: null, limit: 180_000, cue: null }
  const running = {
    ...current,
    ...{ calledAt: at(-9_300), startedAt: at(-4_300), used: 0, runningSince: at(-4_300), paused: null, staff: null },
  }
  useSessionStore.setState({ ...initialStore, view: makeQueueView({ floor: { ...floor, current: running }, questions: {} } as never) })
  let renders = 0
  renderHook(() => {
    renders += 1
    useFloorProps('none')
  })
  renders = 0
  for (let tick = 0; tick < 50; tick += 1) act(() => void vi.advanceTimersByTime(200))
  expect([renders >= 9, renders <= 11]).toEqual([true, true])
})

test('[V69] clocks that update equally often share one timer, and it ends with the last clock', () => {
  vi.useFakeTimers()
  const Clock = () => useNow(1000)
  const clocks = render(
    <>
      <Clock />
      <Clock />
      <Clock />
    </>,
  )
  expect(vi.getTimerCount()).toBe(1)
  clocks.unmount()
  expect(vi.getTimerCount()).toBe(0)
})
