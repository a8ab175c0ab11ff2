/** The text of a line, whether it comes over HTTP, over a socket or in a file. */
import { cleanText } from '@rostrum/shared/kernel/clean-text'
import { isVisible } from '@rostrum/shared/kernel/visible-text'

export type TextRefusal = 'text-empty' | 'text-too-long' | 'text-refused'
export type ReadText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: TextRefusal }

/** The most characters in a line. Longer text is refused. */
const maxLineLength = 1_000

/** Reads text as one line, however it was broken. */
export function readCaptionText(written: string): ReadText {
  const text = cleanText(written.replaceAll('\\n', ' '))?.replace(/\s+/gu, ' ').trim()
  if (text === undefined) return { ok: false, reason: 'text-refused' }
  if (!isVisible(text)) return { ok: false, reason: 'text-empty' }
  return text.length > maxLineLength ? { ok: false, reason: 'text-too-long' } : { ok: true, text }
}

/** Returns null if the bytes are not UTF-8. A byte order mark is left out. */
export function decodeUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}
