/** The outcomes of all questions. Participants see them once the session has closed, and load their texts then. */
import { useView } from '../../session/hooks.tsx'
import { deferPart } from '../../widgets/load-when-asked.tsx'

const Sentence = deferPart(async () => (await import('./outcome-sentence.tsx')).OutcomeSentence)

export const OutcomeCounts = () => {
  const counts = useView(({ questionCounts, finalQuestionCounts }) => questionCounts ?? finalQuestionCounts)
  if (counts === undefined || counts.received === 0) return null
  return <Sentence counts={counts} />
}
