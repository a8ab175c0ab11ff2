/** A statement that is being written: kept on this device until the session has it, whatever becomes of the line or the page. */

import { cleanText } from '@rostrum/shared/kernel/text'
import type { MyStatement } from '@rostrum/shared/projection/statements'

/** `seen`: how often it had been filed when it was begun. */
export type Draft = { readonly text: string; readonly seen: number }

type Filed = MyStatement['filed']

export const begun = (filed: Filed): Draft => ({ text: filed?.text ?? '', seen: filed?.version ?? 0 })

/** Another device of the same person was first, with another text. */
export const isOvertaken = (draft: Draft, filed: Filed): boolean =>
  filed !== null && filed.version !== draft.seen && !saysTheSame(draft, filed)

/** What is filed says the same. */
export const saysTheSame = ({ text }: Draft, filed: Filed): boolean => filed !== null && cleanText(text) === filed.text

/** The session has it, also where the answer was lost with a reload. */
export const isFiled = (draft: Draft, filed: Filed): boolean => filed !== null && filed.version !== draft.seen && saysTheSame(draft, filed)

export const draftIn = (kept: string | null): Draft | null => {
  if (kept === null) return null
  try {
    const draft: unknown = JSON.parse(kept)
    return isDraft(draft) ? { text: draft.text, seen: draft.seen } : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

const isDraft = (kept: unknown): kept is Draft =>
  typeof kept === 'object' &&
  kept !== null &&
  'text' in kept &&
  typeof kept.text === 'string' &&
  'seen' in kept &&
  typeof kept.seen === 'number'
