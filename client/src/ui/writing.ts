/** The language of a text that people wrote, if its letters tell it. A screen reader then changes its voice. */

/** Languages and their scripts. If other languages share the script, `own` matches text with only the letters of this language. */
const writings: readonly (readonly [language: string, letters: RegExp, own?: RegExp])[] = [
  ['ar', /\p{Script=Arabic}/gu, /^[\u0621-\u064A]+$/u],
  ['ru', /\p{Script=Cyrillic}/gu, /^[\u0410-\u044F\u0401\u0451]+$/u],
  ['zh', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu, /^\p{Script=Han}+$/u],
  ['ja', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['hy', /\p{Script=Armenian}/gu],
  ['ka', /\p{Script=Georgian}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['km', /\p{Script=Khmer}/gu],
  ['lo', /\p{Script=Lao}/gu],
  ['ta', /\p{Script=Tamil}/gu],
  ['si', /\p{Script=Sinhala}/gu],
]

/** The number of characters that is enough to tell the language, whatever the length of the text. */
const sampleLength = 400
const anyLetter = /\p{L}/gu
const marks = /\P{L}/gu

/**
 * Returns the language of most letters. Empty means unknown, if several languages share them: the page's own language would be a wrong
 * claim. Undefined if there are no letters.
 */
export const detectLanguage = (text: string): string | undefined => {
  const sample = text.slice(0, sampleLength)
  const total = sample.match(anyLetter)?.length ?? 0
  if (total === 0) return undefined
  for (const [language, letters, own] of writings) {
    const found = (sample.match(letters) ?? []).join('').replaceAll(marks, '')
    if (found.length * 2 > total && (own === undefined || own.test(found))) return language
  }
  return ''
}
