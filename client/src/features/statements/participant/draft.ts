/** A statement being written. This device stores it until the session has it, whatever happens to the connection or the page. */

import { cleanText } from '@rostrum/shared/kernel/clean-text'
import type { MyStatement } from '@rostrum/shared/projection/statements'

/** `seen`: the version of the filed statement when the draft was started; 0 if there was none. */
export type StatementDraft = { readonly text: string; readonly seen: number }

type FiledStatement = MyStatement['filed']

export const startStatement = (filed: FiledStatement): StatementDraft => ({ text: filed?.text ?? '', seen: filed?.version ?? 0 })

/** True if another device of the same person was first, with another text. */
export const hasConflict = (draft: StatementDraft, filed: FiledStatement): boolean =>
  filed !== null && filed.version !== draft.seen && !isSameText(draft, filed)

/** True if the filed text is the same. */
export const isSameText = ({ text }: StatementDraft, filed: FiledStatement): boolean => filed !== null && cleanText(text) === filed.text

/** True if the session has stored it, even if the reply was lost in a reload. */
export const isFiled = (draft: StatementDraft, filed: FiledStatement): boolean =>
  filed !== null && filed.version !== draft.seen && isSameText(draft, filed)

export const parseStatementDraft = (stored: unknown): StatementDraft | null =>
  isStatementDraft(stored) ? { text: stored.text, seen: stored.seen } : null

const isStatementDraft = (stored: unknown): stored is StatementDraft =>
  typeof stored === 'object' &&
  stored !== null &&
  'text' in stored &&
  typeof stored.text === 'string' &&
  'seen' in stored &&
  typeof stored.seen === 'number'
