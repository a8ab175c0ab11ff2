/** The session's texts in further languages, while they are edited: as typed, by language and place. */
import { type LanguageId, languageIds, listLanguages, type TextByLanguage, type Wording } from '@rostrum/shared/kernel/wording'

/** Texts by `fr.title`, `fr.segments.topic-1.question` and so on. */
export type Translations = Readonly<Record<string, string>>

export const getTranslationKey = (language: LanguageId, place: string): string => `${language}.${place}`

/** Returns the place of the field, for its errors. */
export const getTranslationPlace = (language: LanguageId, place: string): string => `translations.${getTranslationKey(language, place)}`

export type PlacedWording = { readonly place: string; readonly wording: Wording | undefined }

/** Returns the languages of all texts, the original's first. Empty if no text specifies one. */
export const findLanguages = (original: LanguageId | null, all: readonly PlacedWording[]): readonly LanguageId[] => {
  const found = new Set(all.flatMap(({ wording = '' }) => listLanguages(wording)))
  return [...new Set([...(original === null ? [] : [original]), ...languageIds.filter((id) => found.has(id))])]
}

/** Returns the text that its field shows, which is in the first language. */
export const getMainText = (wording: Wording | undefined, first: LanguageId | undefined): string =>
  typeof wording === 'object' ? ((first && wording[first]) ?? '') : (wording ?? '')

/** Returns the texts in all languages but the first. */
export const toTranslations = (all: readonly PlacedWording[], [first]: readonly LanguageId[]): Translations =>
  Object.fromEntries(
    all.flatMap(({ place, wording }) =>
      typeof wording === 'object'
        ? listLanguages(wording).flatMap((id) => (id === first ? [] : [[getTranslationKey(id, place), wording[id] ?? '']]))
        : [],
    ),
  )

/** Returns one text, or one for each language if there are any besides the first. */
export const toWording = (main: string | undefined, first: LanguageId | undefined, others: TextByLanguage): Wording | undefined => {
  if (first === undefined || listLanguages(others).length === 0) return main
  return { ...(main === undefined ? {} : { [first]: main }), ...others }
}
