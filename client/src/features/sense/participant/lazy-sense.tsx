/** The prompt. Its file is loaded when there is one to show, to keep the first page of a phone small. */
import { lazy, Suspense } from 'react'
import { loadWhenAsked } from '../../../widgets/load-when-asked.ts'
import { usePromptStage } from '../prompt-stage.ts'

const LazyPanel = lazy(async () => ({ default: await loadWhenAsked(async () => (await import('./sense-panel.tsx')).SensePanel) }))

export const LazySense = () =>
  usePromptStage() === null ? null : (
    <Suspense fallback={null}>
      <LazyPanel />
    </Suspense>
  )
