/** The questions that this screen may know of, with their support. */
import { useMemo } from 'react'
import { useView } from '../../session/hooks.tsx'
import { type Listed, listed } from './question-lists.ts'

export const useListed = (): readonly Listed[] => {
  const questions = useView((view) => view.questions)
  const support = useView((view) => view.support)
  return useMemo(() => listed({ questions, support }), [questions, support])
}
