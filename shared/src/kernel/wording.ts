/** The session's own texts, such as titles, guiding questions and announcements: in one language or in several. */

/** The languages of the United Nations, in their order. Screens, records and the session's own texts exist in these. */
export const languageIds = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const
export type LanguageId = (typeof languageIds)[number]

/** One text for every reader, or one for each language. The one written first is for readers whose language is not there. */
export type Wording = string | TextByLanguage
export type TextByLanguage = { readonly [Id in LanguageId]?: string }

/** The text for a reader of `language`, and the language that it is in: null where nobody said. */
export function pickText(wording: Wording, language: string): { readonly text: string; readonly language: LanguageId | null } {
  if (typeof wording === 'string') return { text: wording, language: null }
  const known = listLanguages(wording)
  const chosen = known.find((id) => id === language) ?? known[0]
  return { text: (chosen && wording[chosen]) ?? '', language: chosen ?? null }
}

export const pickWording = (wording: Wording, language: string): string => pickText(wording, language).text

/** The text written first, where no language is asked for. */
export const getFirstText = (wording: Wording): string => pickWording(wording, '')

/** The languages of a wording, the one written first at the start. None where nobody said which it is. */
export const listLanguages = (wording: Wording): readonly LanguageId[] =>
  typeof wording === 'string' ? [] : (Object.keys(wording) as LanguageId[])

/** What was written, and in the languages in which nothing was, what was made instead. */
export const completeWording = (written: Wording | undefined, made: Wording): Wording =>
  written === undefined || typeof written === 'string' || typeof made === 'string' ? (written ?? made) : { ...made, ...written }

/** Every text of a wording. */
export const listTexts = (wording: Wording): readonly string[] => (typeof wording === 'string' ? [wording] : Object.values(wording))

/** The same languages, with a text made of each. */
export const mapWording = (wording: Wording, make: (text: string) => string): Wording =>
  typeof wording === 'string'
    ? make(wording)
    : (Object.fromEntries(Object.entries(wording).map(([id, text]) => [id, make(text)])) as TextByLanguage)
