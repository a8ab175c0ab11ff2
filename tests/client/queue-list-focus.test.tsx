// @vitest-environment jsdom
/** The focus in the list of speakers while others change the list. It stays on its row, or moves on when the row leaves. */
import { QueueList } from '@rostrum/client/features/queue/list/queue-list.tsx'
import { ConnectionContext } from '@rostrum/client/session/hooks.tsx'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import { loadLanguage } from '@rostrum/client/text/text'
import { toMillis } from '@rostrum/shared/kernel/time'
import type { View } from '@rostrum/shared/projection/registry'
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ComponentProps } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

// jsdom lacks this browser API, and the UI kit needs it.
vi.stubGlobal('CSS', { escape: (text: string) => text })

const makeRow = (entity: string) => ({
  kind: 'intervention',
  entity,
  group: null,
  channel: 'room',
  number: 0,
  askedAt: 0,
  sequence: 0,
  ready: false,
  missedCalls: 0,
  onBehalfOf: [],
})

const makeView = (...names: string[]): View =>
  ({
    toConfirm: [],
    me: { role: 'chair', office: null },
    session: { phase: 'open', groups: [], timeZone: 'UTC' },
    queue: { mode: 'received', maxOvertakes: 3, status: { kind: 'open' } },
    plan: [],
    progress: { current: null },
    floor: { current: null, interrupted: null, limits: { everyone: 180_000, groups: {}, channels: {} } },
    presence: { room: 0, remote: 0 },
    order: names,
    causes: 'r'.repeat(names.length),
    entries: Object.fromEntries(names.map((name) => [name, makeRow(name)])),
  }) as unknown as View

const updateView = (...names: string[]) => act(() => useSessionStore.setState({ view: makeView(...names) }))

const connection = { send: () => new Promise(() => undefined) } as unknown as ComponentProps<typeof ConnectionContext>['value']

const Page = () => {
  const any = useSessionStore(({ view }) => (view?.order.length ?? 0) > 0)
  return (
    <ConnectionContext value={connection}>
      <section>
        <h2 tabIndex={-1}>List of speakers</h2>
        {any ? <QueueList reachedCount={9} limit={toMillis(180_000)} cut="" /> : <p>Nobody</p>}
      </section>
    </ConnectionContext>
  )
}

const findRow = (name: string) => document.querySelector<HTMLElement>(`[data-row="${name}"]`)
const getFocused = () => document.activeElement
const getMenuButton = (name: string) => screen.getByRole('button', { name: `More actions for ${name}` })

beforeEach(async () => {
  await loadLanguage('en', 'staff')
  useSessionStore.setState({ ...initialStore, view: makeView('A', 'B', 'C') })
  render(<Page />)
})
afterEach(cleanup)

test('stays on its row while other rows come, go and move', () => {
  act(() => findRow('B')?.focus())
  updateView('N', 'A', 'B', 'C')
  updateView('C', 'B', 'N')
  expect(getFocused()).toBe(findRow('B'))
})

test('goes to the row that takes the same position, which is the only tab stop', () => {
  act(() => findRow('B')?.focus())
  updateView('A', 'C')
  expect(getFocused()).toBe(findRow('C'))
  expect([...document.querySelectorAll('[data-row][tabindex="0"]')]).toEqual([findRow('C')])
})

test('goes to the same control of that row, even after the row had moved', () => {
  act(() => getMenuButton('A').focus())
  updateView('B', 'A', 'C')
  updateView('B', 'C')
  expect(getFocused()).toBe(getMenuButton('C'))
})

test('goes to the heading when the position is empty, and when the list is empty', async () => {
  act(() => findRow('C')?.focus())
  updateView('A', 'B')
  expect(getFocused()).toBe(screen.getByRole('heading'))
  act(() => findRow('A')?.focus())
  updateView()
  await waitFor(() => expect(getFocused()).toBe(screen.getByRole('heading')))
})

test('goes to the next row when the row with the open menu leaves', async () => {
  act(() => findRow('A')?.focus())
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(getFocused()?.getAttribute('role')).toBe('menuitem'))
  updateView('B', 'C')
  expect(screen.queryByRole('menu')).toBeNull()
  await act(async () => new Promise(requestAnimationFrame))
  expect(getFocused()).toBe(getMenuButton('B'))
})

test('goes to the heading when the last row with the open menu leaves', async () => {
  updateView('A')
  act(() => findRow('A')?.focus())
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(getFocused()?.getAttribute('role')).toBe('menuitem'))
  updateView()
  await waitFor(() => expect(getFocused()).toBe(screen.getByRole('heading')))
})

test('does not move when it is outside the list', () => {
  act(() => findRow('A')?.focus())
  act(() => findRow('A')?.blur())
  updateView('B', 'C')
  expect(getFocused()).toBe(document.body)
})

test('keeps the DOM element of an entry that stays, so that the browser can keep the scroll position', () => {
  const [a, c] = [findRow('A'), findRow('C')]
  updateView('N', 'M', 'A', 'B', 'C')
  expect([findRow('A'), findRow('C')]).toEqual([a, c])
  expect(findRow('A')).toBe(a)
})
