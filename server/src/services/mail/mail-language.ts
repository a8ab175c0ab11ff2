/** An invitation is written in the person's language if it is available, otherwise in the one that the sender chose. */
import { type LanguageId, languageIds } from '@rostrum/shared/kernel/wording'

/** Returns null if there is no text in this language. */
export const findMailLanguage = (tag: string | null): LanguageId | null => {
  const base = tag?.toLowerCase().split('-')[0]
  return languageIds.find((language) => language === base) ?? null
}
