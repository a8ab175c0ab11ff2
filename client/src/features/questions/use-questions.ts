/** The questions in this screen's view, with their support. */
import { useMemo } from 'react'
import { useView } from '../../session/hooks.tsx'
import { type ListedQuestion, listQuestions } from './question-lists.ts'

export const useQuestions = (): readonly ListedQuestion[] => {
  const questions = useView((view) => view.questions)
  const support = useView((view) => view.support)
  const supportGroups = useView((view) => view.supportGroups)
  return useMemo(() => listQuestions({ questions, support, supportGroups }), [questions, support, supportGroups])
}
