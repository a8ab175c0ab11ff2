/** Names of languages, in the reader's own language and in their own. The browser knows nearly all of them. */
import { languageIds } from '@rostrum/shared/kernel/wording'
import type { PhoneTranslate } from './messages.ts'

/** Names that the United Nations write differently from browsers. */
const ownNames: Readonly<Record<string, Readonly<Record<string, string>>>> = { ar: { en: 'الإنكليزية' } }

export const formatLanguageName = (reader: string, tag: string): string => {
  const own = ownNames[reader]?.[tag]
  if (own !== undefined) return own
  try {
    return new Intl.DisplayNames(reader, { type: 'language', fallback: 'code' }).of(tag) ?? tag
  } catch (error) {
    // A value from an imported list can have the form of a language tag without being one.
    if (error instanceof RangeError) return tag
    throw error
  }
}

/** "in French", or null if nobody specified the language. */
export const formatSpokenIn = (t: PhoneTranslate, reader: string, tag: string | undefined): string | null =>
  tag === undefined ? null : t('turnLanguage.in', { language: formatLanguageName(reader, tag) })

export type LanguageChoice = { readonly value: string; readonly label: string }

/** The six languages of the United Nations, and the current value. */
export const listLanguageChoices = (reader: string, current: string): readonly LanguageChoice[] =>
  [...new Set<string>([...languageIds, ...(current === '' ? [] : [current])])].map((tag) => ({
    value: tag,
    label: formatLanguageName(reader, tag),
  }))
