// @vitest-environment jsdom
/** The search in the head of the list of speakers. A change of one entry draws one row. */
import { findRows, listQueueRows } from '@rostrum/client/features/queue/list/listed-rows'
import { MoveDialog } from '@rostrum/client/features/queue/list/move-dialog.tsx'
import { QueueCard } from '@rostrum/client/features/queue/list/queue-card.tsx'
import { QueueList } from '@rostrum/client/features/queue/list/queue-list.tsx'
import { ConnectionContext } from '@rostrum/client/session/hooks.tsx'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import { loadLanguage } from '@rostrum/client/text/text'
import { setShortcutsEnabled } from '@rostrum/client/ui/shortcuts'
import type { EntryId } from '@rostrum/shared/contract/ids'
import { toMillis } from '@rostrum/shared/kernel/time'
import type { EntryRow } from '@rostrum/shared/projection/queue/rows'
import type { View } from '@rostrum/shared/projection/registry'
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ComponentProps, ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeQueueView, type QueueChanges } from '../support/queue-view.ts'

// jsdom lacks this browser API, and the UI kit needs it.
vi.stubGlobal('CSS', { escape: (text: string) => text })

const sent: unknown[] = []
const connection = {
  send: async (command: unknown) => {
    sent.push(command)
    return { ok: true }
  },
} as unknown as ComponentProps<typeof ConnectionContext>['value']
const show = (view: View, children: ReactNode) => {
  useSessionStore.setState({ ...initialStore, view })
  render(<ConnectionContext value={connection}>{children}</ConnectionContext>)
}
const letters = 'abcdefghijklmnopqrstuvwxyz'
/** Makes a view with `count` waiting entries, named after letters. */
const makeLongView = (count: number, changes: QueueChanges = {}): View => {
  const order = letters.slice(0, count)
  const view = makeQueueView({ order, ...changes })
  const { a } = view.entries as Record<string, EntryRow>
  const added = Object.fromEntries([...order].map((id) => [id, { ...a, entity: `Organization ${id}${id}` }]))
  const limits = { everyone: 180_000, groups: {}, channels: {}, pointOfOrder: 60_000, rightOfReply: 120_000, answer: 120_000 }
  const floor = { ...view.floor, limits, pace: { handover: 15_000, share: 1, spread: 0 }, reserve: 0 }
  return {
    ...view,
    floor,
    progress: { current: null },
    plan: [],
    entries: { ...added, ...(changes['entries'] as object) },
  } as unknown as View
}

beforeEach(async () => {
  await loadLanguage('en', 'staff')
})
afterEach(() => {
  setShortcutsEnabled(false)
  cleanup()
})

describe('a search of the list', () => {
  const names: Record<string, Partial<EntryRow>> = {
    a: { entity: 'Côte d’Ivoire' },
    b: { entity: 'شبكة المنظمات العربية' },
    c: { entity: '中国代表团' },
    d: { entity: 'Library federation', onBehalfOf: ['Réseau des archives'] },
    e: { entity: 'Visitors', staff: { nameId: 'e' } as never },
  }
  const entries = Object.fromEntries(Object.entries(names).map(([id, row]) => [id, { onBehalfOf: [], kind: 'intervention', ...row }]))
  const rows = listQueueRows([...'abcde'].map((entry) => ({ entry })) as never, entries as never)
  const search = (typed: string) =>
    findRows(rows, typed, (row) => (row.entity === 'Visitors' ? 'Civil society' : 'Government'), new Map([['e' as EntryId, 'Ms Ødegård']]))
      .map(({ id }) => id)
      .join('')

  test.each([
    ['cote d ivoire', 'a'],
    ['IVOIRE côte', 'a'],
    ['منظمات', 'b'],
    ['代表', 'c'],
    ['archives reseau', 'd'],
    ['odegard', 'e'],
    ['civil soc', 'e'],
    ['government fed', 'd'],
    ['nobody', ''],
    ['  ', 'abcde'],
    ['’', 'abcde'],
  ])('[Q27] “%s” finds %s', (typed, found) => {
    expect(search(typed)).toBe(found)
  })
  test('[Q27] shows the rows found at their positions in the list', () => {
    expect(findRows(rows, 'library', () => '', new Map()).map(({ index }) => index)).toEqual([3])
  })
})

describe('the search field', () => {
  const getField = () => screen.queryByRole('searchbox', { name: 'Find in the list of speakers' }) as HTMLInputElement | null
  const getRows = () => [...document.querySelectorAll<HTMLElement>('[data-row]')].map((row) => row.dataset['row']).join('')

  test('[Q27] appears from 21 waiting entries on, and stays while it is used', async () => {
    show(makeLongView(20), <QueueCard variant="secretariat" />)
    expect(getField()).toBeNull()
    act(() => useSessionStore.setState({ view: makeLongView(21) }))
    expect(getField()?.placeholder).toBe('Search 21 requests')
    act(() => getField()?.focus())
    act(() => useSessionStore.setState({ view: makeLongView(3) }))
    expect(document.activeElement).toBe(getField())
  })

  test('[Q27] shows how many rows it finds, leads to them with Enter, and is cleared with Escape', async () => {
    show(makeLongView(26), <QueueCard variant="secretariat" />)
    await userEvent.type(getField() as HTMLInputElement, 'cc')
    expect(getRows()).toBe('c')
    expect(document.querySelector('[data-row="c"]')?.textContent).toContain('3Organization cc')
    expect(screen.getByText('1 of 26 on the list').getAttribute('role')).toBe('status')
    await userEvent.keyboard('{Enter}')
    expect((document.activeElement as HTMLElement).dataset['row']).toBe('c')
    await userEvent.type(getField() as HTMLInputElement, 'x')
    expect(screen.getByText('Nobody found.')).toBeTruthy()
    await userEvent.keyboard('{Escape}')
    expect(getField()?.value).toBe('')
    expect(getRows()).toBe(letters)
  })

  test('[Q27] has the key "/" only if single keys are switched on', () => {
    show(makeLongView(26), <QueueCard variant="secretariat" />)
    expect(getField()?.dataset['shortcut']).toBe('find')
    expect(getField()?.getAttribute('aria-keyshortcuts')).toBeNull()
    act(() => setShortcutsEnabled(true))
    expect(getField()?.getAttribute('aria-keyshortcuts')).toBe('/')
  })
})

describe('the position to which an entry is moved', () => {
  const getField = () => screen.queryByRole('textbox', { name: 'Or place before (name)' })

  test('[Q30] is found by the name of the entry that will follow, and the effect is shown before it is sent', async () => {
    sent.length = 0
    show(makeLongView(26), <MoveDialog entry={'y' as never} onClose={() => undefined} />)
    await userEvent.type(getField() as HTMLElement, 'organization dd')
    await userEvent.click(screen.getByRole('radio', { name: /Organization dd/ }))
    expect((screen.getByRole('textbox', { name: /^Place/ }) as HTMLInputElement).value).toBe('4')
    expect(screen.getByRole('status').textContent?.replace(/[\u2066-\u2069]/g, '')).toBe('Place 4, before Organization dd.')
    await userEvent.click(screen.getByRole('button', { name: 'Move' }))
    expect(sent).toEqual([{ type: 'queue.move', data: { entry: 'y', before: 'd' } }])
  })

  test('[Q30] is right before the chosen entry, even if the moved entry was ahead of it', async () => {
    sent.length = 0
    show(makeLongView(26), <MoveDialog entry={'a' as never} onClose={() => undefined} />)
    await userEvent.type(getField() as HTMLElement, 'dd')
    await userEvent.click(screen.getByRole('radio', { name: /Organization dd/ }))
    await userEvent.click(screen.getByRole('button', { name: 'Move' }))
    expect(sent).toEqual([{ type: 'queue.move', data: { entry: 'a', before: 'd' } }])
  })

  test('[Q30] is asked for by number alone if few are waiting, and nobody is listed before letters are typed', async () => {
    show(makeLongView(20), <MoveDialog entry={'b' as never} onClose={() => undefined} />)
    expect(getField()).toBeNull()
    cleanup()
    show(makeLongView(21), <MoveDialog entry={'b' as never} onClose={() => undefined} />)
    expect(screen.queryByRole('radio')).toBeNull()
    await userEvent.type(getField() as HTMLElement, 'nobody')
    expect(screen.getByText('Nobody with this name is waiting.')).toBeTruthy()
  })
})

test('[Q26] a change of one entry draws its row, and no other', () => {
  const drawn: string[] = []
  /** Returns the row so that it notes each drawing: only drawing reads `onBehalfOf`. */
  const note = (id: string, row: EntryRow) =>
    Object.defineProperty({ ...row }, 'onBehalfOf', {
      get: () => {
        drawn.push(id)
        return []
      },
    }) as EntryRow
  const view = makeLongView(26)
  const entries = Object.fromEntries(Object.entries(view.entries).map(([id, row]) => [id, note(id, row as EntryRow)]))
  show({ ...view, entries } as View, <QueueList reachedCount={9} limit={toMillis(180_000)} cut="" />)
  expect([...new Set(drawn)].join('')).toBe(letters)
  drawn.length = 0
  const c = { ...(view.entries as Record<string, EntryRow>)['c'], ready: true } as EntryRow
  act(() => useSessionStore.setState({ view: { ...view, entries: { ...entries, c: note('c', c) } } as View }))
  expect([[...new Set(drawn)].join(''), document.querySelector('[data-row="c"]')?.textContent?.includes('Ready')]).toEqual(['c', true])
  drawn.length = 0
  act(() =>
    useSessionStore.setState({
      view: { ...view, entries, floor: { ...view.floor, current: null }, queue: { ...view.queue, next: 'b' } } as View,
    }),
  )
  expect(drawn.sort().join('')).toBe('abc')
})
