/** Cleans text pasted from a document: removes characters that only the document needs. */
import { cleanText } from '@rostrum/shared/kernel/clean-text'

/** Line and page breaks of word processors and of operating systems. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: word processors use two of them as line and page breaks
const lineBreaks = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/gu
/** Soft hyphens, and the byte order mark, which counts as a space. */
const invisibleMarks = /[\u00ad\ufeff]/gu

/** Spaces at both ends stay, because the text may be the middle of a sentence. */
export const cleanPastedText = (text: string): string => {
  const lines = text.replace(lineBreaks, '\n').replace(invisibleMarks, '')
  const [start = ''] = /^\s*/.exec(lines) ?? []
  const [end = ''] = /\s*$/.exec(lines.slice(start.length)) ?? []
  const kept = cleanText(lines)
  // Text with characters that are not allowed stays as it is; the field shows the error.
  return kept === null ? text : `${cleanEdge(start)}${kept}${cleanEdge(end)}`
}

const cleanEdge = (space: string): string => (space.includes('\n') ? '\n' : space === '' ? '' : ' ')
