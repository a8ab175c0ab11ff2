/** The sentence that was put last, in the reader's language, and how far it is. */

import type { Participation } from '@rostrum/shared/contract/sense'
import { pickText } from '@rostrum/shared/kernel/wording'
import type { PromptView } from '@rostrum/shared/projection/sense'
import { useView } from '../../session/hooks.tsx'
import type { AskedTranslate } from '../../text/messages.ts'
import { useAskedText } from '../../text/use-text.tsx'

export const usePrompt = (): PromptView | null => useView(({ prompt }) => prompt)

/** The sentence, and in which language, where that is known. */
export const usePromptText = (prompt: PromptView): { readonly text: string; readonly language: string | null } =>
  pickText(prompt.text, useAskedText().language.id)

/** How many have responded. Groups are named only where there are several. */
export const getHaveText = (t: AskedTranslate, { responded: n, of, groups, ofGroups }: Participation, one: PromptView['one']): string => {
  if (one === 'delegation') return t('sense.haveDelegations', { n, of })
  return ofGroups > 1 ? t('sense.haveFrom', { n, of, groups, ofGroups }) : t('sense.have', { n, of })
}

/** How many responded in the end, and a sentence more if those were fewer than half. */
export const getFinalText = (t: AskedTranslate, participation: Participation, one: PromptView['one']): string => {
  const text = getHaveText(t, participation, one)
  return participation.responded * 2 < participation.of ? `${text} · ${t('sense.fewerThanHalf')}` : text
}

/** While it is open, as the server counts it; null before its first count. */
export const useParticipation = (prompt: PromptView): Participation | null =>
  useView(({ participation }) => (participation?.prompt === prompt.id ? participation : null))
