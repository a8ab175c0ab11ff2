/** Text is stored as people write it, except for characters that could deceive a reader or break a screen. */
import { blanks } from './visible-text.ts'

// Control characters except line feed, direction overrides and isolates, invisible separators, tags, byte order marks. Joiners (U+200C,
// U+200D) and plain direction marks (U+200E, U+200F, U+061C) are kept, because Arabic and Persian need them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
const unwanted = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u2028\u2029\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu
/** To normalize takes the square of the marks in a row: without this, half a second for one message of nothing else. */
const manyMarks = /(\p{M}{16})\p{M}+/gu
const stackedMarks = /(\p{M}{4})\p{M}+/gu
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

const isWellFormed = (text: string): boolean => !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text)
