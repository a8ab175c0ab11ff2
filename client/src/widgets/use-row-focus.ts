/**
 * Keeps the focus in a list when the focused row disappears. The focus goes to the same control of the row that is now
 * at that index, else to the heading.
 */
import { type FocusEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

/** The position of the focus: the row, its index in the list, and the index of the control in the row. Control 0 is the row itself. */
type FocusSpot = { readonly row: Element; readonly index: number; readonly control: number }

type FocusHandlers = {
  readonly onFocus: (event: FocusEvent) => void
  readonly onBlur: (event: FocusEvent) => void
}

/** Each row has `data-row`. Focus in an overlay of a row, such as its open menu, counts as focus on the button that opened it. */
export const useRowFocus = (list: RefObject<HTMLElement | null>): FocusHandlers => {
  const spot = useRef<FocusSpot | null>(null)
  const heading = useRef<HTMLElement | null>(null)
  // Runs after every render, because no event reports that a row is gone. A menu of that row must also close first.
  useEffect(() => {
    const rows = getRows(list.current)
    heading.current = findHeading(list.current)
    const lost = spot.current
    if (lost === null) return
    const index = rows.indexOf(lost.row as HTMLElement)
    if (index >= 0) {
      spot.current = { ...lost, index: index }
      return
    }
    spot.current = null
    const row = rows[lost.index]
    const to = row ? (getControls(row)[lost.control] ?? row) : heading.current
    // If the row that left was out of view, the part of the list being read does not move.
    if (isFocusLost()) to?.focus({ preventScroll: row !== undefined })
  })
  // The list itself disappears with its last row. The refs then still hold the last focus and the heading.
  useLayoutEffect(
    () => () => {
      const to = spot.current === null ? null : heading.current
      if (to !== null) requestAnimationFrame(() => isFocusLost() && to.focus())
    },
    [],
  )
  return {
    onFocus: ({ target }) => {
      const at = list.current?.contains(target) ? target : list.current?.querySelector('[data-row] [aria-expanded="true"]')
      spot.current = at ? findSpot(list.current, at) : null
    },
    onBlur: ({ target }) => {
      // When the window loses the focus, the element stays active and the spot is remembered until the person returns.
      if (document.activeElement !== target) spot.current = null
    },
  }
}

const getRows = (list: Element | null): readonly HTMLElement[] => [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]

const getControls = (row: HTMLElement): readonly HTMLElement[] => [
  row,
  ...row.querySelectorAll<HTMLElement>('button, a[href], input, select'),
]

const findSpot = (list: Element | null, at: Element): FocusSpot | null => {
  const rows = getRows(list)
  const index = rows.findIndex((row) => row.contains(at))
  const row = rows[index]
  return row ? { row, index, control: Math.max(0, getControls(row).indexOf(at as HTMLElement)) } : null
}

/** If the list has no heading of its own, the tab that names it is its heading. */
const findHeading = (list: Element | null): HTMLElement | null => {
  const tab = list?.closest('[role="tabpanel"]')?.getAttribute('aria-labelledby')
  return list?.closest('section')?.querySelector<HTMLElement>('h2, h3') ?? (tab ? document.getElementById(tab) : null)
}

const isFocusLost = (): boolean => document.activeElement === null || document.activeElement === document.body

type FirstRowFocus = {
  /** The element that contains the rows. */
  readonly container: RefObject<HTMLDivElement | null>
  readonly focusFirst: () => void
  /** Cancels the move, because the search text has changed before the reply. */
  readonly cancel: () => void
}

/** Enter moves from the search field to the first button of the first row found. The move waits for a reply that has not arrived yet. */
export const useFirstRowFocus = (loading: boolean): FirstRowFocus => {
  const container = useRef<HTMLDivElement>(null)
  const wanted = useRef(false)
  useEffect(() => {
    if (loading || !wanted.current) return
    wanted.current = false
    focusFirstButton(container.current)
  }, [loading])
  return {
    container,
    focusFirst: () => {
      wanted.current = loading
      if (!loading) focusFirstButton(container.current)
    },
    cancel: () => {
      wanted.current = false
    },
  }
}

const focusFirstButton = (container: HTMLElement | null): void => container?.querySelector<HTMLElement>('tbody button')?.focus()
