/** Text as it is compared: letters without accents, case and variant forms, in any script. */

// Marks on letters, joiners and direction marks, and the Arabic stroke that only stretches a word.
const unsaid = /[\p{Mn}\p{Cf}\u0640]/gu
/** Forms that decomposition leaves apart, each with what people type for it. */
const variants: Readonly<Record<string, string>> = {
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
const variant = new RegExp(`[${Object.keys(variants).join('')}]`, 'gu')
const easternDigit = /[\u0660-\u0669\u06f0-\u06f9]/g

export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(unsaid, '')
    .toLowerCase()
    .replace(variant, (letter) => variants[letter] ?? letter)
    .replace(easternDigit, (digit) => String(digit.charCodeAt(0) & 0xf))
