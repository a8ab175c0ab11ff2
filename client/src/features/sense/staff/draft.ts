/** A prompt being written: in one or several languages, with its responses. */

import type { CommandData } from '@rostrum/shared/contract/registry'
import { type ResponseKind, responseKinds } from '@rostrum/shared/contract/response-kinds'
import { countGraphemes, isVisible } from '@rostrum/shared/kernel/text'
import type { LanguageId, Wording } from '@rostrum/shared/kernel/wording'

/** In graphemes, as in the contract. */
export const [longestSentence, longestAnswer] = [240, 40]
export const [fewestAnswers, mostAnswers] = [2, 5]
export const lengths = [60, 75, 90] as const

/** `named`: responses of this prompt only, by language. */
export type Draft = {
  readonly texts: Readonly<Partial<Record<LanguageId, string>>>
  readonly kinds: readonly ResponseKind[]
  readonly named: readonly Readonly<Partial<Record<LanguageId, string>>>[]
  readonly one: 'person' | 'delegation'
  readonly seconds: (typeof lengths)[number]
}

export const makeDraft = (language: LanguageId): Draft => ({
  texts: { [language]: '' },
  kinds: responseKinds,
  named: [],
  one: 'person',
  seconds: 75,
})

export const listDraftLanguages = ({ texts }: Draft): readonly LanguageId[] => Object.keys(texts) as LanguageId[]

export const countAnswers = ({ kinds, named }: Draft): number => kinds.length + named.length

const fits = (text: string | undefined, limit: number): boolean =>
  text !== undefined && isVisible(text) && countGraphemes(text, limit) <= limit

/** Returns the languages in which the sentence or a response is missing or too long. */
export const listLacking = (draft: Draft): readonly LanguageId[] =>
  listDraftLanguages(draft).filter(
    (id) => !fits(draft.texts[id], longestSentence) || draft.named.some((answer) => !fits(answer[id], longestAnswer)),
  )

const pick = (texts: Readonly<Partial<Record<LanguageId, string>>>, ids: readonly LanguageId[]): Wording =>
  Object.fromEntries(ids.map((id) => [id, (texts[id] ?? '').trim()]))

/** Null while a text is missing or too long, or the number of responses is not allowed. */
export const toCommand = (draft: Draft): CommandData<'sense.put'> | null => {
  const count = countAnswers(draft)
  if (listLacking(draft).length > 0 || count < fewestAnswers || count > mostAnswers) return null
  const ids = listDraftLanguages(draft)
  return {
    text: pick(draft.texts, ids),
    options: [
      ...responseKinds.filter((kind) => draft.kinds.includes(kind)),
      ...draft.named.map((answer) => ({ named: pick(answer, ids) })),
    ],
    one: draft.one,
    length: (draft.seconds * 1000) as never,
  }
}
