/** Isolates inserted text, so that its direction and the direction of the sentence do not affect each other. */

const firstStrong = '\u2068'
const leftToRight = '\u2066'
const pop = '\u2069'

const rightToLeftLetters = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u

const isIsolated = (text: string) => text.startsWith(firstStrong) || text.startsWith(leftToRight)
const stripIsolation = (text: string) => (isIsolated(text) && text.indexOf(pop) === text.length - 1 ? text.slice(1, -1) : text)

/** Isolates text that is left to right in every script: times, ranges, counters and signs. */
export const isolateNumber = (text: string): string => `${leftToRight}${text}${pop}`

/**
 * Isolates text of unknown direction inside a sentence: names, questions, titles, times. If sentence and text both run from left to right,
 * nothing is added. Names of buttons then stay plain text for screen readers and searches.
 */
export const isolate = (text: string, sentence: 'ltr' | 'rtl'): string => {
  if (sentence === 'ltr' && !rightToLeftLetters.test(text)) return stripIsolation(text)
  return isIsolated(text) ? text : `${firstStrong}${text}${pop}`
}
