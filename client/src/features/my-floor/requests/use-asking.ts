/** A button that asks before it acts. The focus goes to the question, and back to the button if the person does not confirm. */
import { type RefObject, useEffect, useRef, useState } from 'react'

type Asking = {
  readonly asking: boolean
  readonly ask: () => void
  readonly keep: () => void
  /** The element around both. Inside it, the button and the question have `data-asking`. */
  readonly place: RefObject<HTMLDivElement | null>
}

export const useAsking = (): Asking => {
  const [asking, setAsking] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const before = useRef(asking)
  useEffect(() => {
    if (before.current === asking) return
    before.current = asking
    place.current?.querySelector<HTMLElement>('[data-asking]')?.focus()
  }, [asking])
  return { asking, ask: () => setAsking(true), keep: () => setAsking(false), place }
}
