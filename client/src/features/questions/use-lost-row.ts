/** A row that somebody else decided on takes its focus with it: the row that stands there now gets it, else the heading. */
import { type FocusEvent, type RefObject, useEffect, useRef } from 'react'

type Spot = { readonly row: Element; readonly index: number; readonly box: boolean }
type Handlers = { readonly onFocus: (event: FocusEvent) => void; readonly onBlur: (event: FocusEvent) => void }

export const useLostRow = (list: RefObject<HTMLElement | null>, heading: string): Handlers => {
  const spot = useRef<Spot | null>(null)
  // After every drawing: rows go without an event that says so.
  useEffect(() => {
    const lost = spot.current
    const nowhere = document.activeElement === null || document.activeElement === document.body
    if (lost === null || !nowhere) return
    spot.current = null
    const row = lost.row.isConnected ? lost.row : rowsOf(list.current)[lost.index]
    const to = row?.querySelector<HTMLElement>(lost.box ? 'input, button' : 'button') ?? document.getElementById(heading)
    to?.focus()
  })
  return {
    onFocus: ({ target }) => {
      const rows = rowsOf(list.current)
      const index = rows.findIndex((row) => row.contains(target))
      const row = rows[index]
      spot.current = row ? { row, index, box: target instanceof HTMLInputElement } : null
    },
    onBlur: ({ target }) => {
      // A window that is left keeps its focus for when it is come back to.
      if (document.activeElement !== target) spot.current = null
    },
  }
}

const rowsOf = (list: Element | null): readonly Element[] => [...(list?.querySelectorAll('[data-row]') ?? [])]
