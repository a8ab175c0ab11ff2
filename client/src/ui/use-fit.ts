/** Sets text as large as its box allows, so that nothing is cut: `data-fit` on the box says how far its style sheet must go down. */
import { type RefObject, useLayoutEffect, useRef } from 'react'

const isOverfull = ({ scrollHeight, clientHeight, scrollWidth, clientWidth }: Element): boolean =>
  scrollHeight > clientHeight || scrollWidth > clientWidth

const chooseSize = (box: HTMLElement, steps: number): void => {
  for (let step = 0; step <= steps; step += 1) {
    box.dataset['fit'] = String(step)
    if (!isOverfull(box)) return
  }
}

/** The size of the box must not depend on its content. `steps`: how many sizes the style sheet has below the first. */
export const useFit = <Box extends HTMLElement>(steps: number): RefObject<Box | null> => {
  const ref = useRef<Box>(null)
  useLayoutEffect(() => {
    const box = ref.current
    if (box === null) return
    let frame = 0
    // At once, so that nothing cut is ever painted; and again in the next frame, because the box may have had another size for a moment
    // within this one, and an observer of sizes compares frames.
    const refit = () => {
      chooseSize(box, steps)
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => chooseSize(box, steps))
    }
    refit()
    const content = new MutationObserver(refit)
    content.observe(box, { childList: true, characterData: true, subtree: true, attributeFilter: ['class', 'hidden'] })
    const size = new ResizeObserver(refit)
    size.observe(box)
    return () => {
      cancelAnimationFrame(frame)
      content.disconnect()
      size.disconnect()
    }
  }, [steps])
  return ref
}
