/** Measures a participant's phone: the needs of the thumb, and the needs of a dialog. */

export const phoneSizes = [
  [320, 256],
  [320, 568],
  [375, 667],
  [390, 844],
  [844, 390],
] as const

/** Lists what is wrong for a thumb, as sentences. Playwright sends the source of this function to the page. */
export const measureThumb = (needsClock: boolean): readonly string[] => {
  const faults: string[] = []
  const [width, height] = [window.innerWidth, window.innerHeight]
  const isWhole = ({ top, left, bottom, right }: DOMRect) => top >= -0.5 && left >= -0.5 && bottom <= height + 0.5 && right <= width + 0.5
  const isOnTop = (element: Element, { left, top, width: inline, height: block }: DOMRect) => {
    const found = document.elementFromPoint(left + inline / 2, top + block / 2)
    return found !== null && element.contains(found)
  }
  for (const button of document.querySelectorAll('[data-thumb] button')) {
    const rect = button.getBoundingClientRect()
    const name = button.textContent
    if (rect.height === 0) continue
    if (!isWhole(rect)) faults.push(`outside the window: ${name}`)
    if (!isOnTop(button, rect)) faults.push(`covered: ${name}`)
  }
  for (const target of document.querySelectorAll('button, select, input, textarea, a[href]')) {
    const { width: inline, height: block } = target.getBoundingClientRect()
    if (inline > 1 && block > 1 && (block < 43.5 || inline < 43.5))
      faults.push(`${Math.round(inline)} × ${Math.round(block)} px: ${target.textContent}`)
  }
  for (const button of document.querySelectorAll('button[aria-haspopup=dialog]')) {
    const { left, right, top, bottom } = button.getBoundingClientRect()
    const words = document.createRange()
    words.selectNodeContents(button.previousElementSibling ?? button)
    const isOver = (word: DOMRect) => word.left < right - 1 && word.right > left + 1 && word.top < bottom - 1 && word.bottom > top + 1
    if (button.previousElementSibling && [...words.getClientRects()].some(isOver)) faults.push(`over the words: ${button.textContent}`)
  }
  const clock = document.querySelector('[role=timer]')
  if (needsClock) {
    const rect = clock?.getBoundingClientRect()
    if (clock === null || rect === undefined || !isWhole(rect) || !isOnTop(clock, rect)) faults.push('the clock is not whole')
    if (rect !== undefined && rect.height < 40) faults.push(`the clock is ${Math.round(rect.height)} px high`)
  }
  return faults
}

/** Checks the open dialog: it is inside the window, and everything in it can be scrolled into view and pressed. Runs in the page. */
export const measureDialog = (): readonly string[] => {
  const dialog = document.querySelector('dialog[open]')
  if (dialog === null) return ['no dialog is open']
  const isInside = (element: Element) => {
    const { top, left, bottom, right } = element.getBoundingClientRect()
    return top >= -0.5 && left >= -0.5 && bottom <= window.innerHeight + 0.5 && right <= window.innerWidth + 0.5
  }
  const faults = isInside(dialog) ? [] : ['the dialog is outside the window']
  for (const target of dialog.querySelectorAll('button, textarea')) {
    target.scrollIntoView({ block: 'nearest' })
    const { height } = target.getBoundingClientRect()
    if (height < 43.5) faults.push(`${Math.round(height)} px high: ${target.textContent}`)
    if (height < window.innerHeight * 0.8 && !isInside(target)) faults.push(`outside the window: ${target.textContent}`)
  }
  return faults
}
