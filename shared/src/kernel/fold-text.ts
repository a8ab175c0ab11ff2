/** Text for comparison and search. */

/** Marks on letters, joiners and direction marks, and the Arabic stroke that only stretches a word. */
const ignoredMarks = /[\p{Mn}\p{Cf}\u0640]/gu
/** Letters that decomposition keeps separate, each with what people type instead. */
const letterVariants: Readonly<Record<string, string>> = {
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ٱ: 'ا',
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  '’': "'",
}
const variantLetter = new RegExp(`[${Object.keys(letterVariants).join('')}]`, 'gu')
const easternDigit = /[\u0660-\u0669\u06f0-\u06f9]/g

/** Returns the letters of a text for comparison: without accents, case, variant forms and kinds of digits, in any script. */
export const foldLetters = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(ignoredMarks, '')
    .toLowerCase()
    .replace(variantLetter, (letter) => letterVariants[letter] ?? letter)
    .replace(easternDigit, (digit) => String(digit.charCodeAt(0) & 0xf))

/** Returns the words of a text for comparison, separated by single spaces, without punctuation. */
export const foldForSearch = (text: string): string => (foldLetters(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
