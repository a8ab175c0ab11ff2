/**
 * The printed width of text, without asking a font of the machine. The widths are those of a wide serif font. So a word that fits here also
 * fits in the fonts of a reader.
 */
import { isWideSign } from '../report/half-widths.ts'

/** The widths of characters from the space to the tilde, in hundredths of the font size. */
const latinWidths = [
  ...[32, 41, 46, 84, 64, 96, 90, 28, 40, 40, 50, 84, 32, 34, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 54],
  ...[100, 73, 74, 77, 81, 73, 70, 80, 88, 40, 41, 75, 67, 103, 88, 82, 68, 82, 76, 69, 67, 85, 73, 103, 72, 67, 70, 40, 34, 40, 84, 50],
  ...[50, 60, 65, 57, 65, 60, 38, 65, 65, 32, 32, 61, 32, 95, 65, 61, 65, 65, 48, 52, 41, 65, 57, 86, 57, 57, 53, 64, 34, 64, 84],
]
const arabic = /\p{Script=Arabic}/u
/** Matches an Arabic word, because its last letter has its full, wider form. */
const arabicWord = /[\p{Script=Arabic}\p{M}]+/gu
const arabicEnd = 50
const combining = /^\p{M}|[\u200b-\u200f\u2060-\u2069]/u
const millimetresPerPoint = 25.4 / 72

const measureSign = (sign: string): number => {
  const base = sign.normalize('NFD')[0] ?? sign
  const latin = latinWidths[(base.codePointAt(0) ?? 0) - 0x20]
  if (latin !== undefined) return latin
  if (sign === '\u00a0') return 32
  if (combining.test(sign)) return 0
  if (arabic.test(sign)) return 55
  if (isWideSign(sign)) return 102
  return 80
}

const cache = new Map<string, number>()

/** Returns the width in hundredths of the font size. */
const measureSigns = (text: string): number => {
  let width = 0
  for (const sign of text) {
    let own = cache.get(sign)
    if (own === undefined) {
      own = measureSign(sign)
      cache.set(sign, own)
    }
    width += own
  }
  return width
}

/** Returns the width in millimetres. */
export const measureText = (text: string, points: number): number =>
  ((measureSigns(text) + (text.match(arabicWord)?.length ?? 0) * arabicEnd) / 100) * points * millimetresPerPoint

/** Splits text into the parts that no line break divides. */
export const splitWords = (text: string): readonly string[] =>
  text.split(/[ \t\n]+|(?<=[-–—/])|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/u).filter((word) => word !== '')
