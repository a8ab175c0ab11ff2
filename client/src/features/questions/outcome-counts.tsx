/** The outcomes of all questions. Participants see them once the session has closed, and load their texts then. */
import { lazy, Suspense } from 'react'
import { useView } from '../../session/hooks.tsx'
import { loadWhenAsked } from '../../widgets/load-when-asked.ts'

const Sentence = lazy(async () => ({ default: await loadWhenAsked(async () => (await import('./outcome-sentence.tsx')).OutcomeSentence) }))

export const OutcomeCounts = () => {
  const counts = useView(({ questionCounts }) => questionCounts)
  if (counts === undefined || counts.received === 0) return null
  return (
    <Suspense fallback={null}>
      <Sentence counts={counts} />
    </Suspense>
  )
}
