/** The latest prompt, in the reader's language, and its participation. */

import type { Participation } from '@rostrum/shared/contract/sense'
import { pickText } from '@rostrum/shared/kernel/wording'
import type { PromptView } from '@rostrum/shared/projection/sense'
import { useView } from '../../session/hooks.tsx'
import type { AskedTranslate } from '../../text/messages.ts'
import { useAskedText } from '../../text/use-text.tsx'

export const usePrompt = (): PromptView | null => useView(({ prompt }) => prompt)

/** Returns the sentence and its language, if that is known. */
export const usePromptText = (prompt: PromptView): { readonly text: string; readonly language: string | null } =>
  pickText(prompt.text, useAskedText().language.id)

/** Returns how many have responded. Groups are counted only if there are several. */
export const getHaveText = (t: AskedTranslate, { responded: n, of, groups, ofGroups }: Participation, one: PromptView['one']): string => {
  if (one === 'delegation') return t('sense.haveDelegations', { n, of })
  return ofGroups > 1 ? t('sense.haveFrom', { n, of, groups, ofGroups }) : t('sense.have', { n, of })
}

/** Returns the final number of responses, with an extra sentence if they were fewer than half. */
export const getFinalText = (t: AskedTranslate, participation: Participation, one: PromptView['one']): string => {
  const text = getHaveText(t, participation, one)
  return participation.responded * 2 < participation.of ? `${text} · ${t('sense.fewerThanHalf')}` : text
}

/** The participation in an open prompt, as the server counts it. Null before its first count. */
export const useParticipation = (prompt: PromptView): Participation | null =>
  useView(({ participation }) => (participation?.prompt === prompt.id ? participation : null))
