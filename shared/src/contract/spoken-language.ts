/** The language in which somebody speaks or will speak. It is any language, by its primary tag of BCP 47, such as "fr". */
import { z } from 'zod'
import type { Brand } from '../kernel/brand.ts'

export type SpokenLanguage = Brand<'SpokenLanguage'>

/** Tags that do not name one language: undetermined, several, no words, and one without a code. */
const notLanguages = ['und', 'mul', 'zxx', 'mis']

/** Returns the language of a tag, without its script and region. Null if it is not a tag, or not a language. */
export function toSpokenLanguage(tag: string): SpokenLanguage | null {
  if (!/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}$/.test(tag)) return null
  try {
    const { language = 'und' }: { language?: string } = new Intl.Locale(tag)
    return language.length > 3 || notLanguages.includes(language) ? null : (language as SpokenLanguage)
  } catch (error) {
    // The text has the form of a tag but is not one.
    if (error instanceof RangeError) return null
    throw error
  }
}

export const spokenLanguageSchema = z
  .string()
  .max(40)
  .transform((tag, context) => {
    const language = toSpokenLanguage(tag)
    if (language !== null) return language
    context.addIssue({ code: 'custom', message: 'malformed' })
    return z.NEVER
  })
