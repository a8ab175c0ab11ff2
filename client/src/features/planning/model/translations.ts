/** The session's texts in further languages, while they are edited: as typed, by language and place. */
import { type LanguageId, listLanguages, type TextByLanguage, type Wording } from '@rostrum/shared/kernel/wording'
import type { PlanDraft } from './draft.ts'

/** By `fr.title`, `fr.segments.topic-1.question` and so on. */
export type Translations = Readonly<Record<string, string>>

export const getTranslationKey = (language: LanguageId, place: string): string => `${language}.${place}`

/** The place of the field, for its errors. */
export const getTranslationPlace = (language: LanguageId, place: string): string => `translations.${getTranslationKey(language, place)}`

export type PlacedWording = { readonly place: string; readonly wording: Wording | undefined }

/** The languages of all texts. The first is that of the first text. Empty where nobody said. */
export const findLanguages = (all: readonly PlacedWording[]): readonly LanguageId[] => [
  ...new Set(all.flatMap(({ wording = '' }) => listLanguages(wording))),
]

/** What the field of a text shows: the one in the first language. */
export const getMainText = (wording: Wording | undefined, first: LanguageId | undefined): string =>
  typeof wording === 'object' ? ((first && wording[first]) ?? '') : (wording ?? '')

/** The texts in all languages but the first. */
export const toTranslations = (all: readonly PlacedWording[], [first]: readonly LanguageId[]): Translations =>
  Object.fromEntries(
    all.flatMap(({ place, wording }) =>
      typeof wording === 'object'
        ? listLanguages(wording).flatMap((id) => (id === first ? [] : [[getTranslationKey(id, place), wording[id] ?? '']]))
        : [],
    ),
  )

/** One text, or one for each language where there is more than the first. */
export const toWording = (main: string | undefined, first: LanguageId | undefined, others: TextByLanguage): Wording | undefined => {
  if (first === undefined || Object.keys(others).length === 0) return main
  return { ...(main === undefined ? {} : { [first]: main }), ...others }
}

/** The texts that can be in several languages, where one is written. `isLong`: of several lines. */
export const listTranslatable = ({ title, short, segments, groups }: PlanDraft) =>
  [
    { place: 'title', text: title, isLong: false },
    { place: 'short', text: short, isLong: false },
    ...segments.flatMap(({ key, title, question }) => [
      { place: `segments.${key}.title`, text: title, isLong: false },
      { place: `segments.${key}.question`, text: question, isLong: true },
    ]),
    ...groups.flatMap(({ key, label, short }) => [
      { place: `groups.${key}.label`, text: label, isLong: false },
      { place: `groups.${key}.short`, text: short, isLong: false },
    ]),
  ].filter(({ text }) => text.trim() !== '')

/** Chooses the language of the fields of the plan. It is no further language then. Null: nobody says, and there is no other. */
export const setFirstLanguage = (draft: PlanDraft, first: LanguageId | null): PlanDraft => ({
  ...draft,
  languages: first === null ? [] : [first, ...draft.languages.slice(1).filter((id) => id !== first)],
})

/** Adds a further language at the end, or takes it away. What was typed in it stays until the plan is saved. */
export const toggleLanguage = (draft: PlanDraft, id: LanguageId): PlanDraft => ({
  ...draft,
  languages: draft.languages.includes(id) ? draft.languages.filter((one) => one !== id) : [...draft.languages, id],
})

export const writeTranslation = (draft: PlanDraft, language: LanguageId, place: string, text: string): PlanDraft => ({
  ...draft,
  translations: { ...draft.translations, [getTranslationKey(language, place)]: text },
})

/** Forgets the texts of an item that is removed, whose key another one may get. */
export const dropTranslations = (draft: PlanDraft, item: string): PlanDraft => ({
  ...draft,
  translations: Object.fromEntries(Object.entries(draft.translations).filter(([key]) => !key.includes(`.${item}.`))),
})
