/**
 * Checks a page for touch, and for people who do not see it. These functions run in the page, so they use nothing from outside themselves.
 */

/** Lists buttons, fields and links that are narrower or lower than `least`. A link inside a sentence may be as low as its line. */
export const findSmallTargets = (least: number): readonly string[] =>
  [...document.querySelectorAll('button, select, textarea, input:not([type=checkbox], [type=file]), a[href], [role=radio]')].flatMap(
    (target) => {
      const { width, height } = target.getBoundingClientRect()
      const isHidden = width <= 1 || height <= 1 || getComputedStyle(target).visibility === 'hidden'
      const isInSentence = target.tagName === 'A' && getComputedStyle(target).display === 'inline'
      // An invisible select may cover its whole button.
      const frame = Number(getComputedStyle(target).opacity) === 0 ? target.parentElement?.getBoundingClientRect() : undefined
      const size = [frame?.width ?? width, frame?.height ?? height].map(Math.round)
      return isHidden || isInSentence || Math.min(...size) >= least
        ? []
        : [`${size.join(' × ')} px: ${target.getAttribute('aria-label') ?? target.textContent}`]
    },
  )

/** Lists faults of the headings. A page needs one of the first level, and no level may be skipped. */
export const findHeadingGaps = (): readonly string[] => {
  const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((heading) => ({
    level: Number(heading.tagName.slice(1)),
    text: heading.textContent,
  }))
  const gaps = headings.filter(({ level }, index) => level > (headings[index - 1]?.level ?? 0) + 1)
  return [
    ...(headings.some(({ level }) => level === 1) ? [] : ['no heading of the first level']),
    ...gaps.map(({ level, text }) => `a gap before h${level}: ${text}`),
  ]
}

/** Lists options whose choice only the colour shows. The chosen one, and no other, must have a heavier edge. */
export const findMarkedByColour = (): readonly string[] =>
  [...document.querySelectorAll('[role=radio]')].flatMap((radio) => {
    const style = getComputedStyle(radio)
    const isHeavy = style.boxShadow !== 'none' || style.borderTopWidth === '2px'
    return isHeavy === (radio.getAttribute('aria-checked') === 'true') ? [] : [`no mark: ${radio.textContent}`]
  })

/** Lists buttons that have neither an edge nor a background of their own, in the system's own colours. */
export const findBareButtons = (): readonly string[] =>
  [...document.querySelectorAll('button:not([role=tab]), [role=radio], select, input:not([type=checkbox])')].flatMap((button) => {
    const { width, height } = button.getBoundingClientRect()
    const style = getComputedStyle(button)
    if (width <= 1 || height <= 1 || style.visibility === 'hidden' || style.opacity === '0') return []
    const isDrawn = (size: string, line: string) => Number.parseFloat(size) >= 1 && line !== 'none'
    const hasEdge =
      (isDrawn(style.borderTopWidth, style.borderTopStyle) && isDrawn(style.borderBottomWidth, style.borderBottomStyle)) ||
      isDrawn(style.outlineWidth, style.outlineStyle)
    const hasGround =
      style.backgroundColor !== getComputedStyle(document.body).backgroundColor && !/^rgba.*, 0\)$/.test(style.backgroundColor)
    return hasEdge || hasGround ? [] : [`no edge: ${button.getAttribute('aria-label') ?? button.textContent}`]
  })

/** Lists bars, pips and marks that have the same colour as their background. Their position or length is in their style. */
export const findLostGraphics = (): readonly string[] => {
  const isClear = (colour: string) => /^rgba.*, 0\)$/.test(colour)
  const findGround = (from: Element | null): string => {
    for (let at = from; at !== null; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at)
      if (!isClear(backgroundColor)) return backgroundColor
    }
    return 'rgb(255, 255, 255)'
  }
  return [...document.querySelectorAll('[style*="inline-size:"], [style*="inset-inline-start:"], [aria-hidden] > i')].flatMap((graphic) => {
    const { width, height } = graphic.getBoundingClientRect()
    if (width < 1 || height < 1 || graphic.textContent !== '') return []
    const style = getComputedStyle(graphic)
    const ground = findGround(graphic.parentElement)
    const isFilled = !isClear(style.backgroundColor) && style.backgroundColor !== ground
    const sides = ['Top', 'InlineStart'] as const
    const hasLine = sides.some((side) => Number.parseFloat(style[`border${side}Width`]) >= 1 && style[`border${side}Color`] !== ground)
    return isFilled || hasLine || style.backgroundImage !== 'none' ? [] : [`lost: ${graphic.tagName} ${graphic.className}`]
  })
}
