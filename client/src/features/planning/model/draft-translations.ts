/** The plan's own texts in further languages, while they are edited. */
import type { LanguageId } from '@rostrum/shared/kernel/wording'
import type { PlanDraft } from './draft.ts'
import { getTranslationKey } from './translations.ts'

/** Lists the written texts that can be in several languages. `isLong`: the text has several lines. */
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

/**
 * Sets the language of the plan's fields, which is then not among the further languages. If null, no language is specified, and there are
 * no others.
 */
export const setFirstLanguage = (draft: PlanDraft, first: LanguageId | null): PlanDraft => ({
  ...draft,
  languages: first === null ? [] : [first, ...draft.languages.slice(1).filter((id) => id !== first)],
})

/** Adds a further language at the end, or removes it. The typed texts are kept until the plan is saved. */
export const toggleLanguage = (draft: PlanDraft, id: LanguageId): PlanDraft => ({
  ...draft,
  languages: draft.languages.includes(id) ? draft.languages.filter((one) => one !== id) : [...draft.languages, id],
})

export const writeTranslation = (draft: PlanDraft, language: LanguageId, place: string, text: string): PlanDraft => ({
  ...draft,
  translations: { ...draft.translations, [getTranslationKey(language, place)]: text },
})

/** Deletes the texts of a removed item, because another item may get its key. */
export const dropTranslations = (draft: PlanDraft, item: string): PlanDraft => ({
  ...draft,
  translations: Object.fromEntries(Object.entries(draft.translations).filter(([key]) => !key.includes(`.${item}.`))),
})
