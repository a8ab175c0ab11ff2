/** Measures the parts that the Chair’s page must always show. The functions run in the page. */

/** Finds titles that are cut off. The titles of the agenda are short here, so all must be readable. */
export const findCutTitles = () => {
  const isBroken = (title: HTMLElement) => {
    const [text, range] = [document.createTreeWalker(title, NodeFilter.SHOW_TEXT).nextNode() as Text, document.createRange()]
    return [...text.data.matchAll(/[\p{L}\d]+/gu)].some(({ index, 0: word }) => {
      range.setStart(text, index)
      range.setEnd(text, index + word.length)
      return range.getClientRects().length > 1
    })
  }
  return [...document.querySelectorAll<HTMLElement>('header ol strong')]
    .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 2 || isBroken(one))
    .map((one) => one.textContent ?? '')
}

/**
 * Tells what is missing of that which the Chair always needs: the whole sentence in letters of 17 px or more, and a clock of 64 px or more.
 */
export const findLacks = (mayScroll: boolean) => {
  const lacks: string[] = []
  const folding = document.querySelector<HTMLElement>('[data-floor]')?.dataset['floor'] ?? ''
  const sentence = document.querySelector<HTMLElement>('[data-box=sentence] blockquote')
  const size = (one: Element) => Number.parseFloat(getComputedStyle(one).fontSize)
  if (sentence === null || sentence.textContent === '') lacks.push('no sentence')
  else if (size(sentence) < 16.9) lacks.push(`a sentence of ${size(sentence)} px`)
  else if (!mayScroll && sentence.scrollHeight > sentence.clientHeight + 1) lacks.push(`a cut sentence: ${sentence.textContent}`)
  const clock = document.querySelector('[data-part=floor] [role=timer]')
  if (folding !== 'empty' && (clock === null || size(clock) < 64)) lacks.push('no clock of 64 px')
  return { folding, lacks }
}
