/** Edits that are begun and not saved: nobody's input is lost by looking at another question. */
import type { QuestionId } from '@rostrum/shared/contract/ids'
import { useState } from 'react'

/** `base`: the text that was edited, which the session is told so that nobody's edit is overwritten unseen. */
export type Draft = { readonly text: string; readonly base: string }

type Drafts = { readonly of: (id: QuestionId) => Draft | null; readonly keep: (id: QuestionId, draft: Draft | null) => void }

export const useDrafts = (): Drafts => {
  const [drafts, write] = useState<ReadonlyMap<QuestionId, Draft>>(new Map())
  return {
    of: (id) => drafts.get(id) ?? null,
    keep: (id, draft) =>
      write((before) => {
        const after = new Map(before)
        if (draft === null) after.delete(id)
        else after.set(id, draft)
        return after
      }),
  }
}
