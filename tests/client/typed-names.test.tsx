// @vitest-environment jsdom
/** Names that the staff typed arrive over HTTP, each once, and appear in the rows of the list. */

import { ConnectionContext } from '@rostrum/client/session/hooks.tsx'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import { useLoadTypedNames, useTypedNames } from '@rostrum/client/session/typed-names'
import { formatRowName } from '@rostrum/client/widgets/row-name'
import type { EntryId } from '@rostrum/shared/contract/ids'
import type { View } from '@rostrum/shared/projection/registry'
import { act, cleanup, render, screen } from '@testing-library/react'
import type { ComponentProps } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeTranslateIn } from '../support/catalogues.ts'

const request = vi.fn()
const connection = { request } as unknown as ComponentProps<typeof ConnectionContext>['value']
const makeEntries = (...ids: readonly string[]) =>
  Object.fromEntries(ids.map((id) => [id, { entity: `Library ${id}`, staff: { nameId: id } }])) as unknown as View['entries']
const show = (entries: View['entries']) => act(async () => useSessionStore.setState({ view: { entries } as View }))

const List = () => {
  useLoadTypedNames()
  const names = useTypedNames()
  const entries = useSessionStore(({ view }) => view?.entries ?? {}) as View['entries']
  return Object.values(entries).map((row) => <p key={row?.entity}>{row ? formatRowName(makeTranslateIn('en'), row, names) : ''}</p>)
}
const getRows = () => screen.queryAllByText(/Library/).map(({ textContent }) => textContent)

beforeEach(() => {
  vi.useFakeTimers()
  request.mockReset()
  useTypedNames.setState(new Map<EntryId, string>(), true)
  useSessionStore.setState({ ...initialStore, view: { entries: {} } as View })
  render(
    <ConnectionContext value={connection}>
      <List />
    </ConnectionContext>,
  )
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

test('[P13] names are requested when a row has one, and again only when another unknown one appears', async () => {
  await show(makeEntries())
  expect(request).not.toHaveBeenCalled()
  request.mockResolvedValueOnce({ ok: true, value: { names: [{ id: 'a', name: 'Somebody' }] } })
  await show(makeEntries('a'))
  expect(getRows()).toEqual(['Library a, Somebody'])
  await show({ ...makeEntries('a') })
  expect(request).toHaveBeenCalledTimes(1)
  request.mockResolvedValueOnce({ ok: true, value: { names: [{ id: 'a', name: 'Somebody' }] } })
  await show(makeEntries('a', 'deleted'))
  expect(getRows()).toEqual(['Library a, Somebody', 'Library deleted'])
  await act(() => vi.advanceTimersByTimeAsync(60_000))
  expect(request).toHaveBeenCalledTimes(2)
})

test('[P13] a request that fails is repeated', async () => {
  request.mockResolvedValueOnce({ ok: false, reason: 'no-connection' })
  await show(makeEntries('a'))
  expect(getRows()).toEqual(['Library a'])
  request.mockResolvedValueOnce({ ok: true, value: { names: [{ id: 'a', name: 'Somebody' }] } })
  await act(() => vi.advanceTimersByTimeAsync(5_000))
  expect(getRows()).toEqual(['Library a, Somebody'])
})
