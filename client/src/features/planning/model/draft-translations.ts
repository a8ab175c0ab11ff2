/** The plan's own texts in further languages, while they are edited. */
import type { LanguageId } from '@rostrum/shared/kernel/wording'
import { groupFields, paperFields, planFields, segmentFields } from '../plan-fields.ts'
import { listTyped, type PlanDraft } from './draft.ts'
import { translateStandardText } from './standard-texts.ts'
import { getTranslationKey } from './translations.ts'

/** Lists the written texts that can be in several languages. `isLong`: the text has several lines. */
export const listTranslatable = (draft: PlanDraft) =>
  [
    ...listTyped(planFields, draft),
    ...draft.segments.flatMap((segment) => listTyped(segmentFields, segment, `segments.${segment.key}.`)),
    ...draft.papers.flatMap((paper) => listTyped(paperFields, paper, `papers.${paper.key}.`)),
    ...draft.groups.flatMap((group) => listTyped(groupFields, group, `groups.${group.key}.`)),
  ].flatMap(({ place, field, typed }) =>
    field.getWording === undefined || typed.trim() === '' ? [] : [{ place, text: typed, isLong: field.look === 'area' }],
  )

/**
 * Sets the language of the plan's fields, which is then not among the further languages. If null, no language is specified, and there are
 * no others.
 */
export const setFirstLanguage = (draft: PlanDraft, first: LanguageId | null): PlanDraft => ({
  ...draft,
  languages: first === null ? [] : [first, ...draft.languages.slice(1).filter((id) => id !== first)],
})

/**
 * Adds a further language at the end, or removes it. The typed texts are kept until the plan is saved. Texts of our templates are there in
 * the added language at once, unless somebody has typed another text.
 */
export const toggleLanguage = (draft: PlanDraft, id: LanguageId): PlanDraft =>
  draft.languages.includes(id)
    ? { ...draft, languages: draft.languages.filter((one) => one !== id) }
    : { ...draft, languages: [...draft.languages, id], translations: { ...translateStandardTexts(draft, id), ...draft.translations } }

const translateStandardTexts = (draft: PlanDraft, to: LanguageId): PlanDraft['translations'] => {
  const [first] = draft.languages
  return Object.fromEntries(
    listTranslatable(draft).flatMap(({ place, text }) => {
      const translated = first && translateStandardText(text, first, to)
      return translated === undefined ? [] : [[getTranslationKey(to, place), translated]]
    }),
  )
}

export const writeTranslation = (draft: PlanDraft, language: LanguageId, place: string, text: string): PlanDraft => ({
  ...draft,
  translations: { ...draft.translations, [getTranslationKey(language, place)]: text },
})

/** Deletes the texts of a removed item, because another item may get its key. */
export const dropTranslations = (draft: PlanDraft, item: string): PlanDraft => ({
  ...draft,
  translations: Object.fromEntries(Object.entries(draft.translations).filter(([key]) => !key.includes(`.${item}.`))),
})
