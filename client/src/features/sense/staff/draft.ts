/** A prompt being written in one or several languages. */

import { maxPromptLength } from '@rostrum/shared/contract/lengths'
import type { CommandData } from '@rostrum/shared/contract/registry'
import { countGraphemes } from '@rostrum/shared/kernel/text'
import { isVisible } from '@rostrum/shared/kernel/visible-text'
import type { LanguageId } from '@rostrum/shared/kernel/wording'

export const lengths = [60, 75, 90] as const

/** `languages`: the original's first. */
export type Draft = {
  readonly languages: readonly LanguageId[]
  readonly texts: Readonly<Partial<Record<LanguageId, string>>>
  readonly one: 'person' | 'delegation'
  readonly seconds: (typeof lengths)[number]
}

export const makeDraft = (language: LanguageId): Draft => ({ languages: [language], texts: {}, one: 'person', seconds: 75 })

const fits = (text: string | undefined, limit: number): boolean =>
  text !== undefined && isVisible(text) && countGraphemes(text, limit) <= limit

/** Returns the languages in which the sentence is missing or too long. */
export const listLacking = (draft: Draft): readonly LanguageId[] => draft.languages.filter((id) => !fits(draft.texts[id], maxPromptLength))

/** Null while a text is missing or too long. */
export const toCommand = (draft: Draft): CommandData<'sense.put'> | null => {
  if (listLacking(draft).length > 0) return null
  const texts = Object.fromEntries(draft.languages.map((id) => [id, (draft.texts[id] ?? '').trim()]))
  return { text: { ...texts, original: draft.languages[0] }, one: draft.one, length: (draft.seconds * 1000) as never }
}
