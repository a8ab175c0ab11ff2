/**
 * A button that asks before it acts. The focus goes to the question, and back to the button if the person does not confirm. The lower edge
 * stays where it was, so the last choice, which is the safe one, is at the place of the first press.
 */
import { createContext, type RefObject, useContext, useId, useLayoutEffect, useRef, useState } from 'react'

/** In a menu one question is open at a time: its id, or null, and how to open another. Null outside a menu. */
export const OpenQuestion = createContext<readonly [string | null, (id: string | null) => void] | null>(null)

type Asking = {
  readonly asking: boolean
  readonly ask: () => void
  readonly keep: () => void
  /** The element around both. Inside it, the button and the question have `data-asking`. */
  readonly place: RefObject<HTMLDivElement | null>
}

export const useAsking = (): Asking => {
  const id = useId()
  const alone = useState<string | null>(null)
  const [open, show] = useContext(OpenQuestion) ?? alone
  const asking = open === id
  const place = useRef<HTMLDivElement>(null)
  const before = useRef({ asking, edge: 0 })
  const turn = (next: string | null) => {
    before.current.edge = getLowerEdge(place.current)
    show(next)
  }
  useLayoutEffect(() => {
    if (before.current.asking === asking) return
    before.current.asking = asking
    // The question that has replaced this one takes the focus.
    if (!asking && open !== null) return
    scrollTo(place.current, before.current.edge)
    place.current?.querySelector<HTMLElement>('[data-asking]')?.focus({ preventScroll: true })
  }, [asking, open])
  return { asking, ask: () => turn(id), keep: () => turn(null), place }
}

const getLowerEdge = (element: Element | null): number => element?.getBoundingClientRect().bottom ?? 0

/** Scrolls what can scroll until the lower edge of the element is at `edge`. */
const scrollTo = (element: Element | null, edge: number): void => {
  for (let box = element?.parentElement ?? null; box !== null; box = box.parentElement) box.scrollTop += getLowerEdge(element) - edge
}
