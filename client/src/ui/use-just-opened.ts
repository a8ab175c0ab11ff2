/** The second press of a double press on the button of an overlay falls outside it. It does not close the overlay. */
import { useRef } from 'react'
import { restMs } from './resting.ts'

type JustOpened = {
  readonly onOpenChange: (open: boolean) => void
  readonly shouldCloseOnInteractOutside: () => boolean
}

export const useJustOpened = (onOpenChange?: (open: boolean) => void): JustOpened => {
  const openedAt = useRef(performance.now())
  return {
    onOpenChange: (open) => {
      if (open) openedAt.current = performance.now()
      onOpenChange?.(open)
    },
    shouldCloseOnInteractOutside: () => performance.now() - openedAt.current > restMs,
  }
}
