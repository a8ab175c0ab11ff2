/** Sets text as large as its box allows, so that nothing is cut. `data-fit` on the box is the number of sizes below the first. */
import { type RefObject, useLayoutEffect, useRef } from 'react'

const checkEveryMs = 500

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
    const refit = () => chooseSize(box, steps)
    // Runs at once, so that cut text is never painted.
    refit()
    const content = new MutationObserver(refit)
    content.observe(box, { childList: true, characterData: true, subtree: true, attributeFilter: ['class', 'hidden'] })
    const size = new ResizeObserver(refit)
    size.observe(box)
    // Runs repeatedly, because a late font or style may change the space that is needed. No observer sees that in a part that is hidden at
    // this size. The wrong size would stay until the next change of the text.
    const timer = setInterval(refit, checkEveryMs)
    return () => {
      clearInterval(timer)
      content.disconnect()
      size.disconnect()
    }
  }, [steps])
  return ref
}
