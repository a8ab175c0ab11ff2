/** Keeps six rows of the list in view. If they do not fit, `data-brief` on the scroller leaves out the causes. */
import { type RefObject, useLayoutEffect } from 'react'

const leastRows = 6
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
      if (sixth && sixth.getBoundingClientRect().bottom > box.getBoundingClientRect().bottom + 1) box.dataset['brief'] = ''
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
