// @vitest-environment jsdom

import { keepLastView, type LastView, loadLastView, toStore } from '@rostrum/client/session/last-view'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import type { Ticket } from '@rostrum/shared/api/tickets'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const day = 24 * 3_600_000
const storageKey = 'rostrum.lastView'
const ticket = { ticket: 'secret-ticket', session: 's', person: 'p', role: 'participant', channel: 'room' } as unknown as Ticket
const makeStreams = (role: string, words = '') => ({
  audience: { cursor: 'a', view: { session: { title: `Consultation ${words}` } } },
  person: { cursor: 'p', view: { me: { role } } },
})
const goLive = (role = 'participant', words = '') => {
  const streams = makeStreams(role, words)
  const view = { ...streams.audience.view, ...streams.person.view }
  useSessionStore.setState({ connectionStatus: { kind: 'live' }, lastHeardAt: 1000, streams, view } as never)
}
let stop: () => void = () => undefined
const keep = (link = 'link-1', of = ticket) => {
  stop = keepLastView(link, of)
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_700_000_000_000 })
  localStorage.clear()
  useSessionStore.setState(initialStore)
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})

const keepOne = (): LastView => {
  keep()
  goLive()
  vi.advanceTimersByTime(1)
  const kept = loadLastView('link-1')
  if (!kept) throw new Error('nothing was kept')
  return kept
}

const keepAgain = (): LastView => {
  stop()
  useSessionStore.setState(initialStore)
  return keepOne()
}

test('[L19] the last view of the page is kept with its time, and without the ticket', () => {
  useSessionStore.setState({ clockOffset: { offset: 500, uncertainty: 10, wallAhead: 0 } })
  const kept = keepOne()
  expect(kept.heardAt).toBe(1500)
  expect(localStorage.getItem(storageKey)).not.toContain('secret-ticket')
  expect(toStore(kept)).toMatchObject({ connectionStatus: { kind: 'offline' }, lastHeardAt: 1500 })
  expect(toStore(kept).view?.session.title).toBe('Consultation ')
})

test('[L19] changes are kept within ten seconds, and at once when the page is hidden', () => {
  keepOne()
  goLive('participant', 'of June')
  expect(localStorage.getItem(storageKey)).not.toContain('of June')
  vi.advanceTimersByTime(10_000)
  expect(localStorage.getItem(storageKey)).toContain('of June')
  goLive('participant', 'of July')
  window.dispatchEvent(new Event('pagehide'))
  expect(localStorage.getItem(storageKey)).toContain('of July')
})

test('[L19] another link gets nothing, and deletes the kept view', () => {
  keepOne()
  expect(loadLastView('link-2')).toBeNull()
  expect(localStorage.getItem(storageKey)).toBeNull()
})

test('[L19] the kept view is gone after a day, or with another version of the code', () => {
  keepOne()
  expect(loadLastView('link-1', Date.now() + day - 60_000)).not.toBeNull()
  expect(loadLastView('link-1', Date.now() + day + 60_000)).toBeNull()
  expect(localStorage.getItem(storageKey)).toBeNull()
  const kept = keepAgain()
  localStorage.setItem(storageKey, JSON.stringify({ ...kept, code: '/light/assets/start-older.js' }))
  expect(loadLastView('link-1')).toBeNull()
})
test('[L19] a person who is refused keeps nothing', () => {
  keepOne()
  useSessionStore.setState({ connectionStatus: { kind: 'refused', reason: 'revoked' } })
  expect(localStorage.getItem(storageKey)).toBeNull()
  window.dispatchEvent(new Event('pagehide'))
  expect(localStorage.getItem(storageKey)).toBeNull()
})

test.each(['chair', 'secretariat', 'panellist', 'display'])('[L19] nothing that a %s sees is kept', (role) => {
  keep('link-1', { ...ticket, role: role as never })
  goLive(role)
  vi.advanceTimersByTime(20_000)
  window.dispatchEvent(new Event('pagehide'))
  expect(localStorage.getItem(storageKey)).toBeNull()
})

test('[L19] a stored view keeps its own time: it is not saved as if it were new', () => {
  const kept = keepAgain()
  useSessionStore.setState({ ...initialStore, ...toStore(kept) })
  vi.advanceTimersByTime(20_000)
  window.dispatchEvent(new Event('pagehide'))
  expect(loadLastView('link-1')).toEqual(kept)
})

test.each(['{', '7', '{"link":"link-1"}', 'null'])('[L19] a damaged stored view counts as none: %s', (stored) => {
  localStorage.setItem(storageKey, stored)
  expect(loadLastView('link-1')).toBeNull()
})
