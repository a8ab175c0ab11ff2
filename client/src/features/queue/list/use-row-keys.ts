/**
 * Keyboard control for a list of rows with one tab stop. Arrows move the focus, Enter opens the actions, Alt with an arrow moves the row.
 */
import type { EntryId } from '@rostrum/shared/contract/ids'
import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useRowFocus } from '../../../widgets/use-row-focus.ts'

type RowKeys = {
  /** The row at which the tab key stops. It must be drawn, even out of view. */
  readonly tabStop: EntryId | undefined
  readonly handlers: {
    readonly onKeyDownCapture: (event: KeyboardEvent) => void
    readonly onPointerDown: () => void
    readonly onFocus: (event: FocusEvent) => void
    readonly onBlur: (event: FocusEvent) => void
  }
}

/** `ids`: all rows, drawn or not. `touched`: called on each touch and key. `shift`: moves the row one up or down. */
export const useRowKeys = (
  list: RefObject<HTMLElement | null>,
  ids: readonly EntryId[],
  { touched, shift }: { touched?: () => void; shift?: (entry: EntryId, step: -1 | 1) => void } = {},
): RowKeys => {
  const [stop, setStop] = useState<EntryId | null>(null)
  /** Null while the focus is elsewhere. */
  const focusIndex = useRef<number | null>(null)
  /** A row that is drawn only because it gets the focus. */
  const wanted = useRef<EntryId | null>(null)
  const shifted = useRef<EntryId | null>(null)
  const at = stop === null ? -1 : ids.indexOf(stop)
  // If the focused row has left, the row now in its place is the tab stop.
  const tabStop = ids[at >= 0 ? at : (focusIndex.current ?? 0)] ?? ids[0]
  useLayoutEffect(() => {
    if (wanted.current === null) return
    findRow(list.current, wanted.current)?.focus()
    wanted.current = null
  })
  const rowFocus = useRowFocus(list)
  useEffect(() => {
    if (at >= 0 && focusIndex.current !== null) focusIndex.current = at
  }, [at])
  useLayoutEffect(() => {
    if (at < 0 || shifted.current === null) return
    const row = shifted.current === stop ? findRow(list.current, stop) : null
    shifted.current = null
    if (row) bringIntoView(row)
  }, [at, stop, list])
  const goTo = (id: EntryId) => {
    setStop(id)
    const row = findRow(list.current, id)
    if (row) row.focus()
    else wanted.current = id
  }
  const onKeyDownCapture = (event: KeyboardEvent) => {
    // The focus is on elements inside the rows. While a menu is open it is elsewhere.
    const row = document.activeElement?.closest<HTMLElement>('[data-row]')
    const id = row?.dataset['row'] as EntryId | undefined
    const step = getShift(event)
    if (id !== undefined && step !== null && shift) {
      event.preventDefault()
      event.stopPropagation()
      shifted.current = id
      shift(id, step)
      return
    }
    shifted.current = null
    touched?.()
    if (!row || id === undefined || event.altKey) return
    const to = getTargetIndex(event.key, ids.indexOf(id), ids.length)
    const opens = event.key === 'Enter' && row === document.activeElement
    if (opens) openMenu(row)
    if (!opens && to === null) return
    event.preventDefault()
    event.stopPropagation()
    const target = to === null ? undefined : ids[to]
    if (target !== undefined) goTo(target)
  }
  return {
    tabStop,
    handlers: {
      onKeyDownCapture,
      onPointerDown: () => touched?.(),
      onFocus: (event) => {
        rowFocus.onFocus(event)
        const id = event.target.closest<HTMLElement>('[data-row]')?.dataset['row'] as EntryId | undefined
        if (id === undefined) return
        setStop(id)
        focusIndex.current = ids.indexOf(id)
      },
      onBlur: (event) => {
        rowFocus.onBlur(event)
        if (document.activeElement !== event.target) focusIndex.current = null
      },
    },
  }
}

const findRow = (list: HTMLElement | null, id: EntryId | null): HTMLElement | undefined =>
  [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])].find((row) => row.dataset['row'] === id)

/** Keeps a row that the user moves in view. */
const bringIntoView = (row: HTMLElement): void => {
  const scroller = row.closest('[data-scroller]')
  if (!scroller) return
  const [inner, outer] = [row.getBoundingClientRect(), scroller.getBoundingClientRect()]
  scroller.scrollTop += Math.max(0, inner.bottom - outer.bottom) - Math.max(0, outer.top - inner.top)
}

/** Opens the menu by a key event, not a click, so that the first entry gets the focus. */
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
