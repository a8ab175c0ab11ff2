/** The session's own texts, such as titles, guiding questions and announcements: in one language or in several. */

/** The official languages of the United Nations, in their order. Screens, records and the session's own texts exist in these. */
export const languageIds = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const
export type LanguageId = (typeof languageIds)[number]

/** One text for every reader, or one for each language. The original is for readers whose language is missing. */
export type Wording = string | TextByLanguage
/**
 * `original`: the language in which it was written. The others are translations. If it is absent, as in older sessions, English is the
 * original, or else the first of `languageIds` that is there. The order of the keys means nothing.
 */
export type TextByLanguage = Texts & { readonly original?: LanguageId | undefined }
export type Texts = { readonly [Id in LanguageId]?: string | undefined }

/** Returns the text for a reader of `language`, and the language of that text: null if it is not specified. */
export function pickText(wording: Wording, language: string): { readonly text: string; readonly language: LanguageId | null } {
  if (typeof wording === 'string') return { text: wording, language: null }
  const chosen = languageIds.find((id) => id === language && wording[id] !== undefined) ?? getOriginal(wording)
  return { text: (chosen && wording[chosen]) ?? '', language: chosen ?? null }
}

export const pickWording = (wording: Wording, language: string): string => pickText(wording, language).text

/** Returns the language of the original: null if it is not specified. */
export function getOriginal(wording: Wording): LanguageId | null {
  if (typeof wording === 'string') return null
  const ranked = [wording.original, 'en' as const, ...languageIds]
  return ranked.find((id) => id !== undefined && wording[id] !== undefined) ?? null
}

/** Returns the original text, for use if no language is requested. */
export const getOriginalText = (wording: Wording): string => pickWording(wording, '')

/** Lists the languages of a wording, the original first. Empty if its language is not specified. */
export function listLanguages(wording: Wording): readonly LanguageId[] {
  if (typeof wording === 'string') return []
  const original = getOriginal(wording)
  return original === null ? [] : [original, ...languageIds.filter((id) => id !== original && wording[id] !== undefined)]
}

/** Returns the texts without naming the original. */
export const getTexts = ({ original: _, ...texts }: TextByLanguage): Texts => texts

/** Returns what was written, and `made` for the languages in which nothing was written. */
export const completeWording = (written: Wording | undefined, made: Wording): Wording =>
  written === undefined || typeof written === 'string' || typeof made === 'string' ? (written ?? made) : { ...made, ...written }

/** States that the original is in `language`, if there is a text in it. A text whose language was not specified is in it too. */
export const stateOriginal = (wording: Wording, original: LanguageId): Wording =>
  typeof wording === 'string' ? { original, [original]: wording } : wording[original] === undefined ? wording : { ...wording, original }

/** Lists every text of a wording. */
export const listTexts = (wording: Wording): readonly string[] =>
  typeof wording === 'string' ? [wording] : listLanguages(wording).map((id) => wording[id] ?? '')

/** Returns a wording in the same languages, with each text replaced by `make`. */
export const mapWording = (wording: Wording, make: (text: string) => string): Wording =>
  typeof wording === 'string'
    ? make(wording)
    : { ...wording, ...Object.fromEntries(listLanguages(wording).map((id) => [id, make(wording[id] ?? '')])) }
