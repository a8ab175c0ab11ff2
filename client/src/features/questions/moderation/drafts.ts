/** Unsaved edits of questions. An edit is not lost when the moderator looks at another question. */
import type { QuestionId } from '@rostrum/shared/contract/ids'
import { useState } from 'react'

/** `base`: the text before the edit. It is sent to the session, so that nobody's edit is overwritten unseen. */
export type QuestionDraft = { readonly text: string; readonly base: string }

type QuestionDrafts = {
  readonly find: (id: QuestionId) => QuestionDraft | null
  readonly save: (id: QuestionId, draft: QuestionDraft | null) => void
}

export const useDrafts = (): QuestionDrafts => {
  const [drafts, setDrafts] = useState<ReadonlyMap<QuestionId, QuestionDraft>>(new Map())
  return {
    find: (id) => drafts.get(id) ?? null,
    save: (id, draft) =>
      setDrafts((before) => {
        const after = new Map(before)
        if (draft === null) after.delete(id)
        else after.set(id, draft)
        return after
      }),
  }
}
