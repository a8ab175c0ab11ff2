/**
 * Keeps six rows of the list in view. While they do not fit, `data-brief` on the scroller leaves out the topics, then the second lines of the
 * causes, and then the causes. A part that brings no further row into view stays.
 */
import { type RefObject, useLayoutEffect } from 'react'

const leastRows = 6
const levels = [null, 'topics', 'lines', 'causes'] as const
type Level = (typeof levels)[number]
/** A late font may change the heights, and no observer sees that. */
const checkEveryMs = 500

export const useSixRows = (scroller: RefObject<HTMLElement | null>): void =>
  useLayoutEffect(() => {
    const box = scroller.current
    if (box === null) return
    const measure = (level: Level): number => {
      setLevel(box, level)
      const end = box.getBoundingClientRect().bottom + 1
      const first = [...box.querySelectorAll('[data-row]')].slice(0, leastRows)
      return first.filter((row) => row.getBoundingClientRect().bottom <= end).length
    }
    const refit = () => {
      // The rows above the drawn ones are not there to be measured.
      if (box.scrollTop > 0) return
      const isShort = box.querySelectorAll('[data-row]').length < leastRows
      const counts: number[] = []
      for (const level of levels) {
        const inView = measure(level)
        // A list of fewer than six rows keeps all its parts.
        if (inView === leastRows || isShort) return
        counts.push(inView)
      }
      setLevel(box, levels[counts.indexOf(Math.max(...counts))] ?? null)
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

const setLevel = (box: HTMLElement, level: Level): void => {
  if (level === null) delete box.dataset['brief']
  else box.dataset['brief'] = level
}
