/** Whether there is a prompt to show, and its stage. A file of its own, because the first page of a phone needs it. */
import type { Instant } from '@rostrum/shared/kernel/time'
import type { PromptView } from '@rostrum/shared/projection/sense'
import { useMadeNow, useView } from '../../session/hooks.tsx'

/** How long, in milliseconds, screens show that a prompt was withdrawn, or that its result was not published. */
const shownAfter = 60_000

export type PromptStage = 'open' | 'closed' | 'published' | 'discarded' | 'withdrawn'

const getStage = (prompt: PromptView | null, now: Instant): PromptStage | null => {
  if (prompt === null) return null
  if (prompt.status === 'published') return prompt.shown ? 'published' : null
  const isRecent = prompt.decidedAt === null || now < prompt.decidedAt + shownAfter
  return isRecent ? prompt.status : null
}

/** Null if screens show no prompt. */
export const usePromptStage = (): PromptStage | null => useMadeNow(1000, ({ prompt }, now) => getStage(prompt, now))

export const useIsSenseOpen = (): boolean => useView(({ prompt }) => prompt?.status === 'open')
