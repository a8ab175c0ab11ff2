/** Saves a moderator's edit of a text, with the text that the moderator saw. */
import { countGraphemes } from '@rostrum/shared/kernel/text'
import { useSend, useView } from '../../../session/hooks.tsx'
import type { ListedQuestion } from '../question-lists.ts'
import type { QuestionDraft } from './drafts.ts'

type QuestionEdit = {
  readonly fits: boolean
  /** Resolves to true once the session has stored it. */
  readonly save: () => Promise<boolean>
}

/** Null if nothing has changed. */
export const useQuestionEdit = (
  { id }: ListedQuestion,
  draft: QuestionDraft | null,
  onDraft: (draft: QuestionDraft | null) => void,
): QuestionEdit | null => {
  const send = useSend('question-review')
  const length = useView(({ questionRules }) => questionRules.length)
  if (draft === null) return null
  const { text, base } = draft
  return {
    fits: text.trim() !== '' && countGraphemes(text, length) <= length,
    save: async () => {
      const reply = await send({ type: 'questions.edit', data: { question: id, text, expectedText: base } })
      if (reply.ok) onDraft(null)
      return reply.ok
    },
  }
}
