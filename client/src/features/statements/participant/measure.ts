/** Whether a text can be filed: counted in words as the session counts it, and in bytes as the line carries it. */
import { cleanText, isVisible, wordsIn } from '@rostrum/shared/kernel/text'

/** The line takes 16 KiB in one piece; a part of it is for what goes round the text. */
const carried = 15_000

type Measure = {
  readonly words: number
  /** `refused`: characters that cannot be kept. */
  readonly why: 'empty' | 'refused' | 'words' | 'bytes' | null
  /** How many words less would do. */
  readonly over: number
}

export const measured = (text: string, limit: number): Measure => {
  const kept = cleanText(text)
  if (kept === null) return { words: 0, why: 'refused', over: 0 }
  if (!isVisible(kept)) return { words: 0, why: 'empty', over: 0 }
  const words = wordsIn(kept)
  if (words > limit) return { words, why: 'words', over: words - limit }
  // What is sent is what was typed; the session cleans it.
  const bytes = messageBytes(text)
  if (bytes > carried) return { words, why: 'bytes', over: Math.ceil((words * (bytes - carried)) / bytes) }
  return { words, why: null, over: 0 }
}

/** With its quotation marks and line breaks as they travel. */
const messageBytes = (text: string): number => new TextEncoder().encode(JSON.stringify(text)).length
