/** Whether a text can be filed. It is counted in words, as the session counts them, and in bytes, as the connection carries them. */
import { cleanText, countWords, isVisible } from '@rostrum/shared/kernel/text'

/** The connection accepts messages of 16 KiB; the rest is left for the envelope. */
const maxBytes = 15_000

type TextMeasure = {
  readonly words: number
  /** `refused`: contains characters that are not allowed. */
  readonly reason: 'empty' | 'refused' | 'words' | 'bytes' | null
  /** How many words the text has too many. */
  readonly excess: number
}

export const measureStatement = (text: string, limit: number): TextMeasure => {
  const kept = cleanText(text)
  if (kept === null) return { words: 0, reason: 'refused', excess: 0 }
  if (!isVisible(kept)) return { words: 0, reason: 'empty', excess: 0 }
  const words = countWords(kept)
  if (words > limit) return { words, reason: 'words', excess: words - limit }
  // The text is sent as typed; the session cleans it.
  const bytes = countMessageBytes(text)
  if (bytes > maxBytes) return { words, reason: 'bytes', excess: Math.ceil((words * (bytes - maxBytes)) / bytes) }
  return { words, reason: null, excess: 0 }
}

/** Counts the text as JSON, with its escapes, as it is sent. */
const countMessageBytes = (text: string): number => new TextEncoder().encode(JSON.stringify(text)).length
