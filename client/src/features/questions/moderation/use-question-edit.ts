/** Saves what a moderator made of a text, against the text that they had before them. */
import { graphemes } from '@rostrum/shared/kernel/text'
import { useSend, useView } from '../../../session/hooks.tsx'
import type { Listed } from '../question-lists.ts'
import type { Draft } from './drafts.ts'

type Edit = {
  readonly fits: boolean
  /** True once the session has it. */
  readonly save: () => Promise<boolean>
}

/** Null where nothing has been changed. */
export const useEdit = ({ id }: Listed, draft: Draft | null, onDraft: (draft: Draft | null) => void): Edit | null => {
  const send = useSend()
  const length = useView(({ asking }) => asking.length)
  if (draft === null) return null
  const { text, base } = draft
  return {
    fits: text.trim() !== '' && graphemes(text, length) <= length,
    save: async () => {
      const reply = await send({ type: 'questions.edit', data: { question: id, text, expectedText: base } })
      if (reply.ok) onDraft(null)
      return reply.ok
    },
  }
}
