/** Keyboard control for a list of rows: one tab stop, arrows move the focus, Enter opens the actions, Alt with an arrow moves the row. */
import type { EntryId } from '@rostrum/shared/contract/ids'
import { type FocusEvent, type KeyboardEvent, type RefObject, useState } from 'react'
import { useRowFocus } from '../../../widgets/use-row-focus.ts'

type RowKeys = {
  /** The row that the tab key stops at. */
  readonly findTabStop: (ids: readonly EntryId[]) => EntryId | undefined
  readonly handlers: {
    readonly onKeyDownCapture: (event: KeyboardEvent) => void
    readonly onPointerDown: () => void
    readonly onFocus: (event: FocusEvent) => void
    readonly onBlur: (event: FocusEvent) => void
  }
}

/** `touched`: called at each touch and key. `shift`: moves the row one up or down. */
export const useRowKeys = (
  list: RefObject<HTMLElement | null>,
  { touched, shift }: { touched?: () => void; shift?: (entry: EntryId, step: -1 | 1) => void },
): RowKeys => {
  const rowFocus = useRowFocus(list)
  const [stop, setStop] = useState<string | null>(null)
  const onKeyDownCapture = (event: KeyboardEvent) => {
    // The focus is on elements inside the rows. In an open menu it is elsewhere.
    const row = document.activeElement?.closest<HTMLElement>('[data-row]')
    const step = getShift(event)
    if (row && step !== null && shift) {
      event.preventDefault()
      event.stopPropagation()
      shift(row.dataset['row'] as EntryId, step)
      return
    }
    touched?.()
    if (!row || event.altKey) return
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
    const to = getTargetIndex(event.key, rows.indexOf(row), rows.length)
    const opens = event.key === 'Enter' && row === document.activeElement
    if (opens) openMenu(row)
    if (!opens && to === null) return
    event.preventDefault()
    event.stopPropagation()
    if (to !== null) rows[to]?.focus()
  }
  return {
    findTabStop: (ids) => ids.find((id) => id === stop) ?? ids[0],
    handlers: {
      onKeyDownCapture,
      onPointerDown: () => touched?.(),
      onFocus: (event) => {
        rowFocus.onFocus(event)
        const row = event.target.closest<HTMLElement>('[data-row]')
        if (row) setStop(row.dataset['row'] ?? null)
      },
      onBlur: rowFocus.onBlur,
    },
  }
}

/** By key, not by click, so that the first menu entry gets the focus. */
const openMenu = (row: HTMLElement): void => {
  const button = row.querySelector('button')
  button?.focus()
  button?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
}

const getShift = ({ altKey, ctrlKey, metaKey, key }: KeyboardEvent): -1 | 1 | null => {
  if (!altKey || ctrlKey || metaKey) return null
  return key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : null
}

const getTargetIndex = (key: string, from: number, count: number): number | null => {
  if (key === 'ArrowDown') return Math.min(count - 1, from + 1)
  if (key === 'ArrowUp') return Math.max(0, from - 1)
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}
