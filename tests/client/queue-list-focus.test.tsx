// @vitest-environment jsdom
/** Focus in the floor list while the list changes by itself: it stays with its row, and outlives it. */
import { FloorList } from '@rostrum/client/features/queue/list/queue-list.tsx'
import { ConnectionContext } from '@rostrum/client/session/hooks.tsx'
import { emptyScreen, useScreen } from '@rostrum/client/session/store'
import { load } from '@rostrum/client/text/text'
import type { View } from '@rostrum/shared/projection/registry'
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ComponentProps } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

// The kit asks the browser for this, and jsdom has none.
vi.stubGlobal('CSS', { escape: (text: string) => text })

const row = (entity: string) => ({
  kind: 'intervention',
  entity,
  group: null,
  channel: 'room',
  number: 0,
  askedAt: 0,
  ready: false,
  absent: 0,
  behalf: [],
})
const place = (entry: string) => ({ entry, cause: 'received', rank: 1, earlier: 0, placed: 0, aside: 0, left: 3 })

const seen = (...names: string[]): View =>
  ({
    session: { phase: 'open', groups: [], timeZone: 'UTC' },
    list: { mode: 'received', overtakes: 3, standing: { kind: 'open' } },
    floor: { current: null, interrupted: null },
    presence: { room: 0, remote: 0 },
    line: names.map(place),
    entries: Object.fromEntries(names.map((name) => [name, row(name)])),
  }) as unknown as View

const change = (...names: string[]) => act(() => useScreen.setState({ view: seen(...names) }))

const connection = { send: () => new Promise(() => undefined) } as unknown as ComponentProps<typeof ConnectionContext>['value']

const Page = () => {
  const any = useScreen(({ view }) => (view?.line.length ?? 0) > 0)
  return (
    <ConnectionContext value={connection}>
      <section>
        <h2 tabIndex={-1}>List of speakers</h2>
        {any ? <FloorList heard={9} cut="" /> : <p>Nobody</p>}
      </section>
    </ConnectionContext>
  )
}

const rowOf = (name: string) => document.querySelector<HTMLElement>(`[data-row="${name}"]`)
const focused = () => document.activeElement
const menuOf = (name: string) => screen.getByRole('button', { name: `More actions for ${name}` })

beforeEach(async () => {
  await load('en', 'all')
  useScreen.setState({ ...emptyScreen, view: seen('A', 'B', 'C') })
  render(<Page />)
})
afterEach(cleanup)

it('stays with its row while others come, go and change places', () => {
  act(() => rowOf('B')?.focus())
  change('N', 'A', 'B', 'C')
  change('C', 'B', 'N')
  expect(focused()).toBe(rowOf('B'))
})

it('goes to the row that stands there now, and is the one tab stop', () => {
  act(() => rowOf('B')?.focus())
  change('A', 'C')
  expect(focused()).toBe(rowOf('C'))
  expect([...document.querySelectorAll('[data-row][tabindex="0"]')]).toEqual([rowOf('C')])
})

it('goes to the same control of that row, also from where the row had moved to', () => {
  act(() => menuOf('A').focus())
  change('B', 'A', 'C')
  change('B', 'C')
  expect(focused()).toBe(menuOf('C'))
})

it('goes to the heading when none stands there, and when the list is empty', async () => {
  act(() => rowOf('C')?.focus())
  change('A', 'B')
  expect(focused()).toBe(screen.getByRole('heading'))
  act(() => rowOf('A')?.focus())
  change()
  await waitFor(() => expect(focused()).toBe(screen.getByRole('heading')))
})

it('goes to the next row from the open menu of one that leaves', async () => {
  act(() => rowOf('A')?.focus())
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(focused()?.getAttribute('role')).toBe('menuitem'))
  change('B', 'C')
  expect(screen.queryByRole('menu')).toBeNull()
  await act(async () => new Promise(requestAnimationFrame))
  expect(focused()).toBe(menuOf('B'))
})

it('goes to the heading from the open menu of the last one', async () => {
  change('A')
  act(() => rowOf('A')?.focus())
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(focused()?.getAttribute('role')).toBe('menuitem'))
  change()
  await waitFor(() => expect(focused()).toBe(screen.getByRole('heading')))
})

it('is left alone where it is elsewhere', () => {
  act(() => rowOf('A')?.focus())
  act(() => rowOf('A')?.blur())
  change('B', 'C')
  expect(focused()).toBe(document.body)
})

it('keeps the drawn row of whoever stays, so that the browser can keep what one looks at in its place', () => {
  const [a, c] = [rowOf('A'), rowOf('C')]
  change('N', 'M', 'A', 'B', 'C')
  expect([rowOf('A'), rowOf('C')]).toEqual([a, c])
  expect(rowOf('A')).toBe(a)
})
