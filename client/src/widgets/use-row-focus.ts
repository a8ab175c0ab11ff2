/** Focus in the rows of a list outlives the row: it goes to the same control of the row that stands there now, else to the heading. */
import { type FocusEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

/** Where the focus is: which row, as the how manieth of the list, and which of its controls; 0 is the row itself. */
type Spot = { readonly row: Element; readonly index: number; readonly control: number }

type Handlers = {
  readonly onFocus: (event: FocusEvent) => void
  readonly onBlur: (event: FocusEvent) => void
}

/** Rows carry `data-row`. What hangs from a row, as an open menu does, counts as the control that it hangs from. */
export const useKeptFocus = (list: RefObject<HTMLElement | null>): Handlers => {
  const spot = useRef<Spot | null>(null)
  const heading = useRef<HTMLElement | null>(null)
  // After every drawing, since rows go without an event that says so; and after a menu that goes with its row has let go of the page.
  useEffect(() => {
    const rows = rowsOf(list.current)
    heading.current = headingOf(list.current)
    const lost = spot.current
    if (lost === null) return
    const stands = rows.indexOf(lost.row as HTMLElement)
    if (stands >= 0) {
      spot.current = { ...lost, index: stands }
      return
    }
    spot.current = null
    const row = rows[lost.index]
    const to = row ? (controlsOf(row)[lost.control] ?? row) : heading.current
    if (hasNowhere()) to?.focus()
  })
  // The last row takes the list with it; what is in a ref by then is what is wanted.
  useLayoutEffect(
    () => () => {
      const to = spot.current === null ? null : heading.current
      if (to !== null) requestAnimationFrame(() => hasNowhere() && to.focus())
    },
    [],
  )
  return {
    onFocus: ({ target }) => {
      const at = list.current?.contains(target) ? target : list.current?.querySelector('[data-row] [aria-expanded="true"]')
      spot.current = at ? spotOf(list.current, at) : null
    },
    onBlur: ({ target }) => {
      // A window that is left keeps its focus for when it is come back to.
      if (document.activeElement !== target) spot.current = null
    },
  }
}

const rowsOf = (list: Element | null): readonly HTMLElement[] => [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]

const controlsOf = (row: HTMLElement): readonly HTMLElement[] => [
  row,
  ...row.querySelectorAll<HTMLElement>('button, a[href], input, select'),
]

const spotOf = (list: Element | null, at: Element): Spot | null => {
  const rows = rowsOf(list)
  const index = rows.findIndex((row) => row.contains(at))
  const row = rows[index]
  return row ? { row, index, control: Math.max(0, controlsOf(row).indexOf(at as HTMLElement)) } : null
}

/** Where a tab says what the list is, the tab is its heading. */
const headingOf = (list: Element | null): HTMLElement | null => {
  const tab = list?.closest('[role="tabpanel"]')?.getAttribute('aria-labelledby')
  return list?.closest('section')?.querySelector<HTMLElement>('h2, h3') ?? (tab ? document.getElementById(tab) : null)
}

const hasNowhere = (): boolean => document.activeElement === null || document.activeElement === document.body
