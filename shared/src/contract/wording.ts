/** The session's own texts, such as titles, guiding questions and announcements: in one language or in several. */
import { z } from 'zod'

/** The languages of the United Nations, in their order. Screens, records and the session's own texts exist in these. */
export const languageIds = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const
export type LanguageId = (typeof languageIds)[number]

/** One text for every reader, or one for each language. The one written first is for readers whose language is not there. */
export type Wording = string | { readonly [Id in LanguageId]?: string }

/** A wording each of whose texts is as `text` says: `text`, or an object such as `{ "en": text, "fr": text }` with at least one of them. */
export const wordingSchema = (text: z.ZodType<string, string>): z.ZodType<Wording, Wording> =>
  z.union([text, z.partialRecord(z.enum(languageIds), text).refine((texts) => Object.keys(texts).length > 0, 'text-empty')])

/** The text for a reader of `language`, and the language that it is in: null where nobody said. */
export function pickText(wording: Wording, language: string): { readonly text: string; readonly language: LanguageId | null } {
  if (typeof wording === 'string') return { text: wording, language: null }
  const known = languageIds.find((id) => id === language && wording[id] !== undefined) ?? listLanguages(wording)[0]
  return { text: (known && wording[known]) ?? '', language: known ?? null }
}

export const pickWording = (wording: Wording, language: string): string => pickText(wording, language).text

/** The languages of a wording, the first one written first. None where nobody said which it is. */
export const listLanguages = (wording: Wording): readonly LanguageId[] =>
  typeof wording === 'string' ? [] : (Object.keys(wording) as LanguageId[])

/** The text written first, for readers of an unknown language and for names of files. */
export const getFirstText = (wording: Wording): string => (typeof wording === 'string' ? wording : pickWording(wording, ''))
