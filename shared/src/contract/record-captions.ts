/** The spoken words in the record, if there were captions. */
import { z } from 'zod'

/** `cut`: one turn, or all of them, had more words than a record holds. `left-out`: this is the public version. */
const captionedWords = ['complete', 'cut', 'left-out'] as const

/** Absent if no words of any turn are known. */
export const captionsSchema = z.strictObject({
  /** The primary tags of the languages in which there are words of turns. */
  languages: z.array(z.string()),
  words: z.enum(captionedWords),
})

/**
 * The words of one turn in one language. Captions are made while somebody speaks, and nobody has checked them. `cut`: the end is missing.
 */
export const turnWordsSchema = z.strictObject({ language: z.string(), text: z.string(), cut: z.boolean() })
