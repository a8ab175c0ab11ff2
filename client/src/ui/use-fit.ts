/** Sets text as large as its box allows, so that nothing is cut. `data-fit` on the box is the number of the size, and `--fit` is its scale. */
import { type RefObject, useLayoutEffect, useRef } from 'react'

const checkEveryMs = 500

const isOverfull = ({ scrollHeight, clientHeight, scrollWidth, clientWidth }: Element): boolean =>
  scrollHeight > clientHeight || scrollWidth > clientWidth

type Sizes = number | readonly number[]

const chooseSize = (box: HTMLElement, sizes: Sizes, digits?: readonly number[]): void => {
  const steps = typeof sizes === 'number' ? sizes : sizes.length - 1
  for (let step = 0; step <= steps; step += 1) {
    box.dataset['fit'] = String(step)
    if (typeof sizes !== 'number') box.style.setProperty('--fit', String(sizes[step]))
    if (digits) box.style.setProperty('--digits', String(digits[step]))
    if (!isOverfull(box)) return
  }
}

/**
 * The size of the box must not depend on its content. `sizes`: how many sizes the style sheet has below the first, or the value of `--fit` in
 * each. `digits`: the value of `--digits` in each, if a clock shrinks at its own pace.
 */
export const useFit = <Box extends HTMLElement>(sizes: Sizes, digits?: readonly number[]): RefObject<Box | null> => {
  const ref = useRef<Box>(null)
  useLayoutEffect(() => {
    const box = ref.current
    if (box === null) return
    const refit = () => chooseSize(box, sizes, digits)
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
  }, [sizes, digits])
  return ref
}
