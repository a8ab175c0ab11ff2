/**
 * Keeps six rows of the list in view. While they do not fit, `data-brief` on the scroller leaves out the topics, then the second lines of the
 * causes, and then the causes.
 */
import { type RefObject, useLayoutEffect } from 'react'

const leastRows = 6
const leftOut = ['topics', 'lines', 'causes'] as const
/** A late font may change the heights, and no observer sees that. */
const checkEveryMs = 500

export const useSixRows = (scroller: RefObject<HTMLElement | null>): void =>
  useLayoutEffect(() => {
    const box = scroller.current
    if (box === null) return
    const refit = () => {
      // The rows above the drawn ones are not there to be measured.
      if (box.scrollTop > 0) return
      delete box.dataset['brief']
      const sixth = box.querySelectorAll('[data-row]')[leastRows - 1]
      if (!sixth) return
      for (const part of leftOut) {
        if (sixth.getBoundingClientRect().bottom <= box.getBoundingClientRect().bottom + 1) return
        box.dataset['brief'] = part
      }
    }
    refit()
    const rows = new MutationObserver(refit)
    rows.observe(box, { childList: true, characterData: true, subtree: true })
    const size = new ResizeObserver(refit)
    size.observe(box)
    const timer = setInterval(refit, checkEveryMs)
    return () => {
      clearInterval(timer)
      rows.disconnect()
      size.disconnect()
    }
  }, [scroller])
