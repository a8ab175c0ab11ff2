/**
 * Measures a page as it is drawn: whether text is complete, uncovered, inside its column and readable on its background. Runs in the page.
 */

type Box = { readonly top: number; readonly left: number; readonly width: number; readonly height: number }
/** By the name in `data-box`. */
export type Boxes = Readonly<Record<string, Box>>

export type PageGeometry = {
  /** Sentences about the faults. */
  readonly faults: readonly string[]
  /** The boxes that must not move. */
  readonly boxes: Boxes
  /** The number of rows of the list that are completely in view. */
  readonly rowsInView: number
  /** Sentences about what a page of the staff may not have: small texts, small targets, and buttons over texts. */
  readonly staffFaults: readonly string[]
}

/** Measures the page. Playwright sends the source of this function to the page, so it uses nothing from outside itself. */
export const measurePage = (): PageGeometry => {
  type Colour = readonly [number, number, number, number]
  const slack = 1.5
  const faults = new Set<string>()
  const root = document.documentElement
  const [width, height] = [window.innerWidth, window.innerHeight]
  if (Math.max(root.scrollHeight, document.body.scrollHeight) > height) faults.add(`the document is ${root.scrollHeight} px tall`)
  if (Math.max(root.scrollWidth, document.body.scrollWidth) > width) faults.add(`the document is ${root.scrollWidth} px wide`)

  const parseColour = (text: string): Colour => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number)
    return [red, green, blue, alpha]
  }
  const lay = (over: Colour, under: Colour): Colour => {
    const mix = (index: 0 | 1 | 2) => over[index] * over[3] + under[index] * (1 - over[3])
    return [mix(0), mix(1), mix(2), 1]
  }
  const getLuminance = ([red, green, blue]: Colour): number => {
    const toLinear = (part: number) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4)
    return 0.2126 * toLinear(red) + 0.7152 * toLinear(green) + 0.0722 * toLinear(blue)
  }
  // Nothing changes while it is measured, so every element is asked once.
  const askOnce = <T>(ask: (element: Element) => T): ((element: Element) => T) => {
    const answers = new Map<Element, { readonly answer: T }>()
    return (element) => {
      const known = answers.get(element) ?? { answer: ask(element) }
      answers.set(element, known)
      return known.answer
    }
  }
  const listUpwards = askOnce((element): readonly Element[] =>
    element.parentElement === null ? [element] : [element, ...listUpwards(element.parentElement)],
  )
  const getGround = askOnce(
    (element): Colour =>
      lay(
        parseColour(getComputedStyle(element).backgroundColor),
        element.parentElement === null ? [255, 255, 255, 1] : getGround(element.parentElement),
      ),
  )
  const getOpacity = askOnce(
    (element): number =>
      Number(getComputedStyle(element).opacity) * (element.parentElement === null ? 1 : getOpacity(element.parentElement)),
  )
  /** Computes the contrast between the text's colour and its background, after every opacity in between. */
  const computeContrast = askOnce((element): number => {
    const [ground, opacity] = [getGround(element), getOpacity(element)]
    const [red, green, blue, alpha] = parseColour(getComputedStyle(element).color)
    const [one, other] = [getLuminance(lay([red, green, blue, alpha * opacity], ground)), getLuminance(ground)]
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
  })
  const isForReadersOnly = askOnce(
    (element): boolean =>
      getComputedStyle(element).clipPath.startsWith('inset(50%') ||
      (element.parentElement !== null && isForReadersOnly(element.parentElement)),
  )
  const isOpaque = (element: Element) =>
    Number(getComputedStyle(element).opacity) > 0.5 && parseColour(getComputedStyle(element).backgroundColor)[3] > 0.5
  const isLineUp = (one: Element, other: Element) => one.contains(other) || other.contains(one)

  const canvas = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D
  const inks = new Map<string, { readonly above: number; readonly below: number; readonly ascent: number; readonly descent: number }>()
  /** Measures how far the characters reach above and below their baseline, and how far their font allows characters to reach. */
  const measureInk = (text: string, style: CSSStyleDeclaration) => {
    const font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
    const key = `${font}|${text}`
    const known = inks.get(key)
    if (known) return known
    canvas.font = font
    const drawn = canvas.measureText(text)
    const ink = {
      above: drawn.actualBoundingBoxAscent,
      below: drawn.actualBoundingBoxDescent,
      ascent: drawn.fontBoundingBoxAscent,
      descent: drawn.fontBoundingBoxDescent,
    }
    inks.set(key, ink)
    return ink
  }
  /**
   * Returns the part of a line that has ink. Some fonts ask for much more height than their characters use, so lines that are close overlap
   * there.
   */
  const trim = ({ left, right, top, height: block }: DOMRect, text: string, element: Element) => {
    const { above, below, ascent, descent } = measureInk(text, getComputedStyle(element))
    const baseline = top + (block * ascent) / (ascent + descent)
    return { left, right, top: baseline - above, bottom: baseline + below }
  }

  const readBox = askOnce((box) => {
    const { overflowX, overflowY, textOverflow, position } = getComputedStyle(box)
    return {
      edge: box.getBoundingClientRect(),
      scrolls: { x: /auto|scroll/.test(overflowX), y: /auto|scroll/.test(overflowY) },
      cuts: { x: overflowX !== 'visible', y: overflowY !== 'visible' },
      mayShorten: textOverflow === 'ellipsis' && box.closest('[title]') !== null,
      holdsText: /^(BUTTON|SECTION|LI)$/.test(box.tagName) && position !== 'absolute',
    }
  })
  const checkText = (element: Element, full: DOMRect, whole: string) => {
    const text = whole.slice(0, 50)
    const rect = trim(full, whole, element)
    const shown = { ...rect }
    // The end of a character may reach over the edge of a box that cuts nothing off, as in Arabic.
    const reach = Math.max(slack, Number.parseFloat(getComputedStyle(element).fontSize) / 5)
    for (const box of listUpwards(element)) {
      const { edge, scrolls, cuts, mayShorten, holdsText } = readBox(box)
      const outY = rect.top < edge.top - slack || rect.bottom > edge.bottom + slack
      const outX = rect.left < edge.left - slack || rect.right > edge.right + slack
      // Text that is scrolled out of view, partly or completely, is neither cut off nor covered.
      if ((outY && scrolls.y) || (outX && scrolls.x)) return
      if (scrolls.y) {
        shown.top = Math.max(shown.top, edge.top)
        shown.bottom = Math.min(shown.bottom, edge.bottom)
      }
      if (((outX && cuts.x) || (outY && cuts.y)) && !mayShorten) faults.add(`cut off: ${text}`)
      if ((outX || outY) && mayShorten) return
      if (outX && box.matches('[data-column],[data-box]')) faults.add(`outside its column: ${text}`)
      const isOver = outX || rect.top < edge.top - reach || rect.bottom > edge.bottom + reach
      if (isOver && holdsText) faults.add(`outside its ${box.tagName}: ${text}`)
    }
    const [x, y] = [Math.min(rect.right, width) - 2, (rect.top + rect.bottom) / 2]
    const stack = document.elementsFromPoint(Math.max(x, rect.left + 1), y)
    const at = stack.indexOf(element)
    const above = at === -1 ? stack.slice(0, 1) : stack.slice(0, at)
    const cover = above.find((one) => !isLineUp(one, element) && isOpaque(one))
    if (cover) faults.add(`covered by ${cover.tagName} "${cover.textContent?.slice(0, 30)}": ${text}`)
    else drawn.push({ element, text, ...shown })
  }

  /** The lines of text that are in view and uncovered. No two of them may overlap. */
  const drawn: { element: Element; text: string; left: number; right: number; top: number; bottom: number }[] = []
  const checkOverlaps = () => {
    for (const [index, one] of drawn.entries())
      for (let after = index + 1; after < drawn.length; after += 1) {
        const other = drawn[after] as (typeof drawn)[number]
        const inline = Math.min(one.right, other.right) - Math.max(one.left, other.left)
        const block = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
        if (inline > 3 && block > 3 && !isLineUp(one.element, other.element)) faults.add(`lies over "${other.text}": ${one.text}`)
      }
  }

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement
    const text = node.textContent?.trim() ?? ''
    if (element === null || text === '' || /^(SCRIPT|STYLE|OPTION|NOSCRIPT)$/.test(element.tagName)) continue
    // Nobody can reach or read the text below an open dialog.
    if (element.closest('[inert]')) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const rects = [...range.getClientRects()].filter((rect) => rect.width > 1 && rect.height > 1)
    const inView = rects.filter((rect) => rect.bottom > 0 && rect.top < height)
    if (inView.length === 0 || getComputedStyle(element).visibility === 'hidden' || isForReadersOnly(element)) continue
    for (const rect of inView) checkText(element, rect, text)
    const contrast = computeContrast(element)
    const size = Number.parseFloat(getComputedStyle(element).fontSize)
    if (contrast < (size >= 24 ? 3 : 4.5)) faults.add(`contrast ${contrast.toFixed(1)}: ${text.slice(0, 50)}`)
  }
  checkOverlaps()
  /** Checks the texts in empty fields. A text area has several lines for its text. */
  const checkPlaceholders = () => {
    for (const field of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input[placeholder], textarea[placeholder]')) {
      const style = getComputedStyle(field)
      if (field.value !== '' || field.clientWidth < 2 || style.visibility === 'hidden' || field.closest('[inert]')) continue
      const words = getComputedStyle(field, '::placeholder')
      canvas.font = `${words.fontStyle} ${words.fontWeight} ${words.fontSize} ${words.fontFamily}`
      const room = field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight)
      const lines = field.tagName === 'TEXTAREA' ? Math.floor(field.clientHeight / Number.parseFloat(style.lineHeight)) : 1
      if (canvas.measureText(field.placeholder).width > room * lines + slack) faults.add(`cut in its field: ${field.placeholder}`)
    }
  }
  checkPlaceholders()

  const toBox = (element: Element): Box => {
    const { top, left, width: inline, height: block } = element.getBoundingClientRect()
    const round = (value: number) => Math.round(value * 2) / 2
    return { top: round(top), left: round(left), width: round(inline), height: round(block) }
  }
  const boxes = Object.fromEntries(
    [...document.querySelectorAll('[data-box]')].map((box) => [box.getAttribute('data-box') ?? '', toBox(box)]),
  )
  const rowsInView = [...document.querySelectorAll('[data-row]')].filter((row) => {
    const rect = row.getBoundingClientRect()
    const frame = (row.closest('[data-scroller]') ?? document.body).getBoundingClientRect()
    return rect.top >= frame.top - 1 && rect.bottom <= Math.min(frame.bottom, height) + 1
  }).length
  const isSeen = (element: Element) => {
    const { width: inline, height: block, top, bottom } = element.getBoundingClientRect()
    return inline > 2 && block > 2 && top < height && bottom > 0 && !isForReadersOnly(element) && !element.closest('[inert]')
  }
  const staffFaults = new Set<string>()
  for (const { element, text } of drawn) {
    const size = Number.parseFloat(getComputedStyle(element).fontSize)
    if (size < 12.9) staffFaults.add(`${size} px: ${text}`)
  }
  for (const button of document.querySelectorAll('button, [role=menuitem]')) {
    const box = button.getBoundingClientRect()
    // An item of the agenda is a target as a whole, and its title is its text.
    if (!isSeen(button) || button.childElementCount + (button.textContent ?? '').length === 0) continue
    const name = button.getAttribute('aria-label') ?? button.textContent?.slice(0, 40)
    if (box.height < 43.5 || box.width < 43.5)
      staffFaults.add(`a target of ${Math.round(box.width)} × ${Math.round(box.height)} px: ${name}`)
    for (const text of drawn) {
      const inline = Math.min(box.right, text.right) - Math.max(box.left, text.left)
      const block = Math.min(box.bottom, text.bottom) - Math.max(box.top, text.top)
      const at = [Math.max(box.left, text.left) + inline / 2, Math.max(box.top, text.top) + block / 2] as const
      // A button that is scrolled out of view is not under any point.
      if (inline > 1 && block > 1 && !isLineUp(button, text.element) && document.elementsFromPoint(...at).includes(button))
        staffFaults.add(`a button shares pixels with "${text.text}": ${name}`)
    }
  }
  return { faults: [...faults], boxes, rowsInView, staffFaults: [...staffFaults] }
}

/** Returns the results of `find` that remain when the page has had time. Text that is too large for its place becomes smaller soon. */
export const findLasting = async (find: () => Promise<readonly string[]>): Promise<readonly string[]> => {
  const until = performance.now() + 1_500
  let found = await find()
  while (found.length > 0 && performance.now() < until) found = await find()
  return found
}

/** Tells which boxes are not where they were at first. */
export const findMoved = (boxes: Boxes, first: Boxes | undefined): readonly string[] =>
  Object.entries(boxes).flatMap(([name, box]) => {
    const [now, before] = [box, first?.[name]].map((one) => JSON.stringify(one))
    return now === before ? [] : [`${name} moved from ${before} to ${now}`]
  })

/** Lists boxes outside their columns, and tells whether the page fills the window. Runs in the page. */
export const findStrays = (): readonly string[] => {
  const strays: string[] = []
  for (const column of document.querySelectorAll('[data-column]')) {
    const edge = column.getBoundingClientRect()
    for (const box of column.querySelectorAll('*')) {
      const { left, right, top, bottom, width } = box.getBoundingClientRect()
      if (width === 0) continue
      if (left < edge.left - 1.5 || right > edge.right + 1.5 || top < edge.top - 1.5 || bottom > edge.bottom + 1.5)
        strays.push(`outside its column: ${box.tagName} "${box.textContent?.slice(0, 40)}"`)
    }
  }
  const frame = document.querySelector('main > section')?.getBoundingClientRect()
  if (frame?.width !== innerWidth || frame.height !== innerHeight) strays.push(`fills ${frame?.width} × ${frame?.height} only`)
  return strays
}
