/** Text is stored as people write it, except for characters that could deceive a reader or break a screen. */
// Control characters except line feed, direction overrides and isolates, invisible separators, tags, byte order marks. Joiners (U+200C,
// U+200D) and plain direction marks (U+200E, U+200F, U+061C) are kept, because Arabic and Persian need them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
const unwanted = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u2028\u2029\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu
/** To normalize takes the square of the marks in a row: without this, half a second for one message of nothing else. */
const manyMarks = /(\p{M}{16})\p{M}+/gu
const stackedMarks = /(\p{M}{4})\p{M}+/gu
/** Signs that are blank in every font. They look like spaces, and are stored as spaces. */
const blanks = '\\u2800\\u3164\\uffa0\\ufffc\\u{1d159}'
const spaces = new RegExp(`(?:[^\\S\\n]|[${blanks}])+`, 'gu')

/**
 * Normalizes to NFC, removes unwanted characters, keeps at most four marks on a letter, and reduces spaces. Null for text with lone
 * surrogates.
 */
export const cleanText = (text: string): string | null => {
  if (!isWellFormed(text)) return null
  return text
    .replace(/[\t\r]/g, ' ')
    .replace(unwanted, '')
    .replace(manyMarks, '$1')
    .normalize('NFC')
    .replace(stackedMarks, '$1')
    .replace(spaces, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Like `cleanText`, but on one line: for names and labels. */
export const cleanLine = (text: string): string | null => cleanText(text)?.replace(/\n+/g, ' ') ?? null

const graphemeSegmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

/**
 * Counts graphemes: characters as a reader sees them. Stops after `limit`. For the short texts of a page: what others send is counted by
 * `countGraphemesByPattern`, which a page need not load.
 */
export const countGraphemes = (text: string, limit = Number.POSITIVE_INFINITY): number => {
  let count = 0
  for (const _ of graphemeSegmenter.segment(text)) {
    count += 1
    if (count > limit) break
  }
  return count
}

const wordSegmenter = new Intl.Segmenter('und', { granularity: 'word' })

/** Two or more signs, none of which belongs to a word. The segmenter would return each of them. */
const signsBetweenWords = /[^\p{L}\p{Nd}\p{Nl}\p{M}\p{Pc}\p{Cf}]{2,}/gu

/** Counts words as a word processor does. In scripts without spaces, the word boundaries of Unicode count. Stops after `limit`. */
export const countWords = (text: string, limit = Number.POSITIVE_INFINITY): number => {
  let count = 0
  for (const { isWordLike } of wordSegmenter.segment(text.replace(signsBetweenWords, ' '))) {
    if (isWordLike) count += 1
    if (count > limit) break
  }
  return count
}

/** Shortens text to at most `limit` graphemes. The ellipsis at the end of a shortened text counts as one of them. */
export const truncate = (text: string, limit: number): string => {
  if (countGraphemes(text, limit) <= limit) return text
  const start = [...graphemeSegmenter.segment(text)].slice(0, limit - 1)
  return `${start.map(({ segment }) => segment).join('')}…`
}

/** Like `truncate`, but ends after a whole word if there is one. */
export const truncateAtWord = (text: string, limit: number): string => {
  const cut = truncate(text, limit)
  if (cut === text) return text
  const kept = cut.slice(0, -1)
  const isWordEnd = /^\s/u.test(text.slice(kept.length)) || !/\s/u.test(kept)
  const words = (isWordEnd ? kept : kept.replace(/\s+\S*$/u, '')).trimEnd()
  return `${words.replace(/[\s,;،؛、，–—-]+$/u, '')}…`
}

/** True for text that ends with a full-width Chinese sign. The sign contains its space, so no other space follows. */
export const endsWide = (text: string): boolean => /[\u3000-\u303f\uff00-\uff60]$/u.test(text)

/** Removes the full stop of a text that is quoted within a sentence. */
export const dropFinalStop = (text: string): string => text.replace(/[.。]$/, '')

/** Joins the sentences of one paragraph. */
export const joinTexts = (all: readonly string[]): string =>
  all.reduce((before, text) => (before === '' || endsWide(before) ? before + text : `${before} ${text}`), '')

const visible = new RegExp(`(?![\\p{DI}${blanks}])[\\p{L}\\p{N}\\p{P}\\p{S}]`, 'u')
/** True if there is something to read. Joiners, marks, fillers and blank signs alone do not count. */
export const isVisible = (text: string): boolean => visible.test(text)

const isWellFormed = (text: string): boolean => !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text)

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
