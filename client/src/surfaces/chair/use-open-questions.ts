import type { QuestionId } from '@rostrum/shared/contract/ids'
import { isOpenQuestion } from '@rostrum/shared/contract/question-statuses'
import { listEntries } from '@rostrum/shared/kernel/fields'
import { useView } from '../../session/hooks.tsx'

/** The questions that wait: for a moderator, or for their answer. */
export const useOpenQuestions = (): readonly QuestionId[] =>
  listEntries(useView(({ questions }) => questions)).flatMap(([id, row]) => (isOpenQuestion(row) ? [id] : []))
