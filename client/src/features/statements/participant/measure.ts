/** Whether a text can be filed. It is counted in words, as the session counts them. */
import { maxStatementLength } from '@rostrum/shared/contract/lengths'
import { cleanText } from '@rostrum/shared/kernel/clean-text'
import { countWords } from '@rostrum/shared/kernel/text'
import { isVisible } from '@rostrum/shared/kernel/visible-text'

type TextMeasure = {
  readonly words: number
  /** `refused`: contains characters that are not allowed. */
  readonly reason: 'empty' | 'refused' | 'words' | 'letters' | null
  /** How many words the text has too many. */
  readonly excess: number
}

export const measureStatement = (text: string, limit: number): TextMeasure => {
  const kept = cleanText(text)
  if (kept === null) return { words: 0, reason: 'refused', excess: 0 }
  if (!isVisible(kept)) return { words: 0, reason: 'empty', excess: 0 }
  const words = countWords(kept)
  if (words > limit) return { words, reason: 'words', excess: words - limit }
  // A letter of more than one unit counts as several, because the pattern of letters is long to load.
  const letters = kept.length
  if (letters > maxStatementLength)
    return { words, reason: 'letters', excess: Math.ceil((words * (letters - maxStatementLength)) / letters) }
  return { words, reason: null, excess: 0 }
}
