/**
 * A language by its tag of BCP 47. Somebody speaks in a language by its primary tag, such as "fr". Captions can also have a script and a
 * region, such as "zh-Hant" or "pt-BR".
 */
import { z } from 'zod'
import type { Brand } from '../kernel/brand.ts'

export type SpokenLanguage = Brand<'SpokenLanguage'>

/** Tags that do not name one language: undetermined, several, no words, and one without a code. */
const notLanguages = ['und', 'mul', 'zxx', 'mis']

/** Returns language, script and region of a tag, in canonical form. Null if it is not a tag, or not a language. */
function readTag(tag: string): readonly string[] | null {
  try {
    // An undetermined language has none here, whatever its type says.
    const { language = 'und', script, region }: Partial<Intl.Locale> = new Intl.Locale(Intl.getCanonicalLocales(tag)[0] ?? '')
    return language.length > 3 || notLanguages.includes(language) ? null : [language, script, region].filter((part) => part !== undefined)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Returns the language of a tag, without its script and region. Null if it is not a tag, or not a language. */
export const toSpokenLanguage = (tag: string): SpokenLanguage | null => (readTag(tag)?.[0] as SpokenLanguage | undefined) ?? null

/** Returns the language of a tag with its script and region. Null if it is not a tag, or not a language. */
export const toCaptionLanguage = (tag: string): SpokenLanguage | null => (readTag(tag)?.join('-') as SpokenLanguage | undefined) ?? null

const makeTagSchema = (read: (tag: string) => SpokenLanguage | null) =>
  z
    .string()
    .max(40)
    .transform((tag, context) => {
      const language = read(tag)
      if (language !== null) return language
      context.addIssue({ code: 'custom', message: 'a language tag' })
      return z.NEVER
    })

export const spokenLanguageSchema = makeTagSchema(toSpokenLanguage)
export const captionLanguageSchema = makeTagSchema(toCaptionLanguage)
