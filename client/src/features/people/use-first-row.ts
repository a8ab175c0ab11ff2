/** Enter goes from what is written to the first button of the first row found, also where the answer has still to come. */
import { type RefObject, useEffect, useRef } from 'react'

type FirstRow = {
  /** Where the rows are. */
  readonly place: RefObject<HTMLDivElement | null>
  readonly enter: () => void
  /** Something else is written: nobody is waited for. */
  readonly leave: () => void
}

export const useFirstRow = (asking: boolean): FirstRow => {
  const place = useRef<HTMLDivElement>(null)
  const wanted = useRef(false)
  useEffect(() => {
    if (asking || !wanted.current) return
    wanted.current = false
    focusFirst(place.current)
  }, [asking])
  return {
    place,
    enter: () => {
      wanted.current = asking
      if (!asking) focusFirst(place.current)
    },
    leave: () => {
      wanted.current = false
    },
  }
}

const focusFirst = (place: HTMLElement | null): void => place?.querySelector<HTMLElement>('tbody button')?.focus()
