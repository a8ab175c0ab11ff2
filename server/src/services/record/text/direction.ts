/** The direction of text that people wrote. */
import type { Direction } from '../../../engine/locales/read-messages.ts'

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
const firstLetter = /\p{L}/u

/** Returns the direction of the first letter. */
export const detectDirection = (text: string): Direction => (rightToLeft.test(firstLetter.exec(text)?.[0] ?? '') ? 'rtl' : 'ltr')

/** Marks text in a line of the other direction. The marks keep the signs at both of its ends on its side. */
export const markDirection = (text: string, direction: Direction, ofLine: Direction): string => {
  const mark = direction === ofLine ? '' : direction === 'rtl' ? '\u200f' : '\u200e'
  return mark + text + mark
}
