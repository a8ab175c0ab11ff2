/** The session's own texts, such as titles, guiding questions and announcements: in one language or in several. */

/** The official languages of the United Nations, in their order. Screens, records and the session's own texts exist in these. */
export const languageIds = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const
export type LanguageId = (typeof languageIds)[number]

/** One text for every reader, or one for each language. The one written first is for readers whose language is missing. */
export type Wording = string | TextByLanguage
export type TextByLanguage = { readonly [Id in LanguageId]?: string }

/** Returns the text for a reader of `language`, and the language of that text: null if it is not specified. */
export function pickText(wording: Wording, language: string): { readonly text: string; readonly language: LanguageId | null } {
  if (typeof wording === 'string') return { text: wording, language: null }
  const known = listLanguages(wording)
  const chosen = known.find((id) => id === language) ?? known[0]
  return { text: (chosen && wording[chosen]) ?? '', language: chosen ?? null }
}

export const pickWording = (wording: Wording, language: string): string => pickText(wording, language).text

/** Returns the text written first, for use if no language is requested. */
export const getFirstText = (wording: Wording): string => pickWording(wording, '')

/** Lists the languages of a wording, the one written first at the start. Empty if its language is not specified. */
export const listLanguages = (wording: Wording): readonly LanguageId[] =>
  typeof wording === 'string' ? [] : (Object.keys(wording) as LanguageId[])

/** Returns what was written, and `made` for the languages in which nothing was written. */
export const completeWording = (written: Wording | undefined, made: Wording): Wording =>
  written === undefined || typeof written === 'string' || typeof made === 'string' ? (written ?? made) : { ...made, ...written }

/** Lists every text of a wording. */
export const listTexts = (wording: Wording): readonly string[] => (typeof wording === 'string' ? [wording] : Object.values(wording))

/** Returns a wording in the same languages, with each text replaced by `make`. */
export const mapWording = (wording: Wording, make: (text: string) => string): Wording =>
  typeof wording === 'string'
    ? make(wording)
    : (Object.fromEntries(Object.entries(wording).map(([id, text]) => [id, make(text)])) as TextByLanguage)
