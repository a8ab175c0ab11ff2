import { isOpenQuestion } from '@rostrum/shared/contract/question-statuses'
import { useView } from '../../session/hooks.tsx'

/** The number of questions that wait: for a moderator, or for their answer. */
export const useOpenQuestions = (): number =>
  useView(({ questions }) => Object.values(questions).filter((row) => row && isOpenQuestion(row)).length)
