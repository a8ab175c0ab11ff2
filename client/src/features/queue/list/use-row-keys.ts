/** The keys of a list of rows: one tab stop, arrows move, Enter opens what can be done, Alt and an arrow moves the row itself. */
import type { EntryId } from '@rostrum/shared/contract/ids'
import { type FocusEvent, type KeyboardEvent, type RefObject, useState } from 'react'
import { useKeptFocus } from '../../../widgets/use-row-focus.ts'

type RowKeys = {
  /** Where the tab key stops, of these rows. */
  readonly stopIn: (ids: readonly EntryId[]) => EntryId | undefined
  readonly handlers: {
    readonly onKeyDownCapture: (event: KeyboardEvent) => void
    readonly onPointerDown: () => void
    readonly onFocus: (event: FocusEvent) => void
    readonly onBlur: (event: FocusEvent) => void
  }
}

/** `touched`: at each touch and key. `shift`: the row is to stand one further up or down. */
export const useRowKeys = (
  list: RefObject<HTMLElement | null>,
  { touched, shift }: { touched?: () => void; shift?: (entry: EntryId, step: -1 | 1) => void },
): RowKeys => {
  const kept = useKeptFocus(list)
  const [stop, setStop] = useState<string | null>(null)
  const onKeyDownCapture = (event: KeyboardEvent) => {
    // The rows inside take the focus; in an open menu it is elsewhere.
    const row = document.activeElement?.closest<HTMLElement>('[data-row]')
    const step = shiftOf(event)
    if (row && step !== null && shift) {
      event.preventDefault()
      event.stopPropagation()
      shift(row.dataset['row'] as EntryId, step)
      return
    }
    touched?.()
    if (!row || event.altKey) return
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
    const to = targetOf(event.key, rows.indexOf(row), rows.length)
    const opens = event.key === 'Enter' && row === document.activeElement
    if (opens) openMenu(row)
    if (!opens && to === null) return
    event.preventDefault()
    event.stopPropagation()
    if (to !== null) rows[to]?.focus()
  }
  return {
    stopIn: (ids) => ids.find((id) => id === stop) ?? ids[0],
    handlers: {
      onKeyDownCapture,
      onPointerDown: () => touched?.(),
      onFocus: (event) => {
        kept.onFocus(event)
        const row = event.target.closest<HTMLElement>('[data-row]')
        if (row) setStop(row.dataset['row'] ?? null)
      },
      onBlur: kept.onBlur,
    },
  }
}

/** By the key, not by a click: then the first entry has the focus. */
const openMenu = (row: HTMLElement): void => {
  const button = row.querySelector('button')
  button?.focus()
  button?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
}

const shiftOf = ({ altKey, ctrlKey, metaKey, key }: KeyboardEvent): -1 | 1 | null => {
  if (!altKey || ctrlKey || metaKey) return null
  return key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : null
}

const targetOf = (key: string, from: number, count: number): number | null => {
  if (key === 'ArrowDown') return Math.min(count - 1, from + 1)
  if (key === 'ArrowUp') return Math.max(0, from - 1)
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}
