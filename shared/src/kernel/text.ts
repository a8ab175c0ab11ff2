/** What people write is kept as they wrote it, less what could deceive or break a screen. */

// Control characters but line feed, direction overrides and isolates, invisible separators, tags, byte order marks.
// Joiners (U+200C, U+200D) and plain direction marks (U+200E, U+200F, U+061C) stay: Arabic and Persian need them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are taken out
const unwanted = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u2028\u2029\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu
const stacked = /(\p{M}{4})\p{M}+/gu
const spaces = /[^\S\n]+/gu

/** NFC, unwanted characters out, at most four marks on a letter, spaces single, ends trimmed. Null for text with lone surrogates. */
export const cleanText = (text: string): string | null => {
  if (!isWellFormed(text)) return null
  return text
    .replace(/[\t\r]/g, ' ')
    .replace(unwanted, '')
    .normalize('NFC')
    .replace(stacked, '$1')
    .replace(spaces, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** The same on one line, for names and labels. */
export const cleanLine = (text: string): string | null => cleanText(text)?.replace(/\n+/g, ' ') ?? null

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Length as a reader counts it. Stops counting past `limit`, so that long input costs no more than allowed input. */
export const graphemes = (text: string, limit = Number.POSITIVE_INFINITY): number => {
  let count = 0
  for (const _ of segmenter.segment(text)) {
    count += 1
    if (count > limit) break
  }
  return count
}

const wordSegmenter = new Intl.Segmenter('und', { granularity: 'word' })

/** As a word processor counts them; where a script has no spaces, as its words are told apart. */
export const wordsIn = (text: string): number => {
  let count = 0
  for (const { isWordLike } of wordSegmenter.segment(text)) if (isWordLike) count += 1
  return count
}

/** At most `limit` as a reader counts them; where something is cut off, an ellipsis is the last. */
export const shortened = (text: string, limit: number): string => {
  if (graphemes(text, limit) <= limit) return text
  const kept = [...segmenter.segment(text)].slice(0, limit - 1)
  return `${kept.map(({ segment }) => segment).join('')}…`
}

/** Joiners and marks alone are nothing to read. */
export const isVisible = (text: string): boolean => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text)

const isWellFormed = (text: string): boolean => !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text)
