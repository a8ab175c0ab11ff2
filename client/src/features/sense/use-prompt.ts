/** The latest prompt, in the reader's language, and how many have responded to it. */

import type { Turnout } from '@rostrum/shared/contract/sense-words'
import { pickText } from '@rostrum/shared/kernel/wording'
import type { PromptView } from '@rostrum/shared/projection/sense'
import { useView } from '../../session/hooks.tsx'
import { useAskedText } from '../../text/use-text.tsx'

export const usePrompt = (): PromptView | null => useView(({ prompt }) => prompt)

/** Returns the sentence and its language, if that is known. */
export const usePromptText = (prompt: PromptView): { readonly text: string; readonly language: string | null } =>
  pickText(prompt.text, useAskedText().language.id)

/** How many have responded to an open prompt, in a word of the server. Null while too few have. */
export const useTurnout = (prompt: PromptView): Turnout | null =>
  useView(({ participation }) => (participation?.prompt === prompt.id ? participation.turnout : null))
