/** Sets text as large as its box allows, so that nothing is cut. `data-fit` on the box is the number of the size, `--fit`
 * is its scale, and `--break` says whether long words may be broken. */
import { type RefObject, useLayoutEffect, useRef } from 'react'

const checkEveryMs = 500

/** In pixels. Boxes end between two pixels, and a browser rounds what it reports. */
const slack = 1

const isInline = (element: Element): boolean => getComputedStyle(element).display === 'inline'

/** True if text is written directly into the box, so that no box around it tells where its lines end. */
const hasOwnText = ({ childNodes }: Element): boolean =>
  [...childNodes].some((node) => (node instanceof Element ? isInline(node) : node.textContent?.trim() !== ''))

const reachesOut = (box: Element): boolean => {
  const end = box.getBoundingClientRect().bottom + slack
  return [...box.querySelectorAll('*')].some((part) => part.getBoundingClientRect().bottom > end && !isInline(part))
}

/** Text in a direction of its own may reach out at the side that the box around it does not count. */
const reachesAside = (box: Element): boolean =>
  [...box.querySelectorAll('[dir]')].some(({ clientWidth, scrollWidth }) => clientWidth > 0 && scrollWidth > clientWidth + slack)

/**
 * The boxes inside decide, not the characters. Characters of many fonts reach out of their line, into space that is empty, and count in
 * `scrollHeight`.
 */
const isOverfull = (box: Element): boolean =>
  box.scrollWidth > box.clientWidth + slack ||
  reachesAside(box) ||
  (box.scrollHeight > box.clientHeight + slack && hasOwnText(box)) ||
  // The heights are rounded: half a pixel each hides a part that reaches out by more than the slack.
  (box.scrollHeight > box.clientHeight && reachesOut(box))

type Sizes = number | readonly number[]

/**
 * A name with a long word is smaller than the height asks for. The digits keep the first size for which there is room next to it. Returns the
 * number of that size.
 */
const growDigits = (box: HTMLElement, digits: readonly number[], step: number): number => {
  const found = digits.slice(0, step).findIndex((scale) => {
    box.style.setProperty('--digits', String(scale))
    return !isOverfull(box)
  })
  if (found >= 0) return found
  box.style.setProperty('--digits', String(digits[step]))
  return step
}

/**
 * The number of sizes, of text and digits together, by which the content of a box is smaller than it should ever be while something less
 * important is on the page. Infinite if no size fits.
 */
type Lack = number

/** `least`: the number of the last size that lacks nothing. */
const chooseSize = (box: HTMLElement, sizes: Sizes, digits: readonly number[] | undefined, least: number): Lack => {
  const steps = typeof sizes === 'number' ? sizes : sizes.length - 1
  for (let step = 0; step <= steps; step += 1) {
    box.dataset['fit'] = String(step)
    if (typeof sizes !== 'number') box.style.setProperty('--fit', String(sizes[step]))
    if (digits) box.style.setProperty('--digits', String(digits[step]))
    // A word is broken only where no size shows it whole.
    box.style.setProperty('--break', step < steps ? 'normal' : 'anywhere')
    if (isOverfull(box)) continue
    const digitsStep = digits ? growDigits(box, digits, step) : 0
    return Math.max(0, step - least) + Math.max(0, digitsStep - least)
  }
  return Number.POSITIVE_INFINITY
}

/** Runs `refit` now, and whenever the size or the content of the box changes. Returns a function that ends it. */
const followBox = (box: HTMLElement, refit: () => void): (() => void) => {
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
}

/** The boxes that are fitted now. */
const fitters = new WeakMap<Element, () => Lack>()

/**
 * The size of the box must not depend on its content. `sizes`: how many sizes the style sheet has below the first, or the value of `--fit` in
 * each. `digits`: the value of `--digits` in each, if a clock shrinks at its own pace. A clock that has room for a larger size than the text keeps it.
 * `least`: the number of the last size before which the first edge of the page gives way, see `useGivingWay`.
 */
export const useFit = <Box extends HTMLElement>(
  sizes: Sizes,
  digits?: readonly number[],
  least = Number.POSITIVE_INFINITY,
): RefObject<Box | null> => {
  const ref = useRef<Box>(null)
  useLayoutEffect(() => {
    const box = ref.current
    if (box === null) return
    const refit = () => chooseSize(box, sizes, digits, least)
    fitters.set(box, refit)
    return followBox(box, refit)
  }, [sizes, digits, least])
  return ref
}

/**
 * Lets the edges of a page give way, step by step, while a fitted box on it is overfull in its smallest size. The first step is taken sooner,
 * as soon as a box lacks anything, but only if the space makes something in a box larger: a long word stays as wide as it is. `data-crowded` on
 * the page is the number of the step, from 0 to `steps`. The style sheet says what goes in each.
 */
export const useGivingWay = <Page extends HTMLElement>(steps: number): RefObject<Page | null> => {
  const ref = useRef<Page>(null)
  useLayoutEffect(() => {
    const page = ref.current
    if (page === null) return
    const tryStep = (step: number): readonly Lack[] => {
      page.dataset['crowded'] = String(step)
      return [...page.querySelectorAll('[data-fit]')].map((box) => fitters.get(box)?.() ?? 0)
    }
    return followBox(page, () => {
      const before = tryStep(0)
      if (before.every((lack) => lack === 0)) return
      for (let step = 1; step <= steps; step += 1) {
        const after = tryStep(step)
        if (!after.every(Number.isFinite)) continue
        const isOfUse = after.some((lack, index) => lack < (before[index] ?? 0))
        if (step === 1 && !isOfUse) tryStep(0)
        return
      }
    })
  }, [steps])
  return ref
}
