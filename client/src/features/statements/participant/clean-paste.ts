/** What is pasted from a document comes without what only the document needs. */
import { cleanText } from '@rostrum/shared/kernel/text'

/** Line and page breaks of word processors, and of the systems. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: two of them are what word processors break lines and pages with
const breaks = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/gu
/** Where a line might have been divided, and the mark of a file's beginning, which counts as a space. */
const marks = /[\u00ad\ufeff]/gu

/** Spaces at either end stay: it may be the middle of a sentence. */
export const pasted = (text: string): string => {
  const lines = text.replace(breaks, '\n').replace(marks, '')
  const [start = ''] = /^\s*/.exec(lines) ?? []
  const [end = ''] = /\s*$/.exec(lines.slice(start.length)) ?? []
  const kept = cleanText(lines)
  // What cannot be kept at all is told beside the field.
  return kept === null ? text : `${edge(start)}${kept}${edge(end)}`
}

const edge = (space: string): string => (space.includes('\n') ? '\n' : space === '' ? '' : ' ')
