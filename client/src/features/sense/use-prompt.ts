/** The sentence that was put last, in the reader's language, and how far it is. */

import type { Participation } from '@rostrum/shared/contract/sense'
import type { Instant } from '@rostrum/shared/kernel/time'
import { pickText } from '@rostrum/shared/kernel/wording'
import type { PromptView } from '@rostrum/shared/projection/sense'
import { useMadeNow, useView } from '../../session/hooks.tsx'
import type { Translate } from '../../text/messages.ts'
import { useText } from '../../text/use-text.tsx'

/** How long screens say that a sentence was withdrawn, or that its result was not published. */
const shownAfter = 60_000

export type PromptStage = 'open' | 'closed' | 'published' | 'discarded' | 'withdrawn'

export const getStage = (prompt: PromptView | null, now: Instant): PromptStage | null => {
  if (prompt === null) return null
  if (prompt.status === 'published') return prompt.shown ? 'published' : null
  const isRecent = prompt.decidedAt === null || now < prompt.decidedAt + shownAfter
  return isRecent ? prompt.status : null
}

/** Null where screens show none. */
export const usePromptStage = (): PromptStage | null => useMadeNow(1000, ({ prompt }, now) => getStage(prompt, now))

export const useIsSenseOpen = (): boolean => useView(({ prompt }) => prompt?.status === 'open')

export const usePrompt = (): PromptView | null => useView(({ prompt }) => prompt)

/** The sentence, and in which language, where that is known. */
export const usePromptText = (prompt: PromptView): { readonly text: string; readonly language: string | null } =>
  pickText(prompt.text, useText().language.id)

/** How many have responded. Groups are named only where there are several. */
export const getHaveText = (t: Translate, { responded: n, of, groups, ofGroups }: Participation, one: PromptView['one']): string => {
  if (one === 'delegation') return t('sense.haveDelegations', { n, of })
  return ofGroups > 1 ? t('sense.haveFrom', { n, of, groups, ofGroups }) : t('sense.have', { n, of })
}

const getAnsweredText = (t: Translate, { responded: n, of, groups, ofGroups }: Participation, one: PromptView['one']): string => {
  if (one === 'delegation') return t('sense.answeredDelegations', { n, of })
  return ofGroups > 1 ? t('sense.answeredFrom', { n, of, groups, ofGroups }) : t('sense.answered', { n, of })
}

/** How many responded in the end, and a sentence more if those were fewer than half. */
export const getFinalText = (t: Translate, participation: Participation, one: PromptView['one']): string => {
  const text = getAnsweredText(t, participation, one)
  return participation.responded * 2 < participation.of ? `${text} ${t('sense.fewerThanHalf')}` : text
}

/** While it is open, as the server counts it once a second; null before its first count. */
export const useParticipation = (prompt: PromptView): Participation | null =>
  useView(({ participation }) => (participation?.prompt === prompt.id ? participation : null))
