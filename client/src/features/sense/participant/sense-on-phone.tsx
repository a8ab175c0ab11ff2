/** The sentence on a phone. Its file is loaded when there is one to show, so that the first page stays light. */
import { lazy, Suspense } from 'react'
import { usePromptStage } from '../prompt-stage.ts'

/** Milliseconds. */
const retryDelay = 2_000

/** On a bad network a file can fail to come. The sentence is still open, so it is asked for again. */
const loadPanel = async (): Promise<typeof import('./sense-panel.tsx')> => {
  for (;;) {
    try {
      return await import('./sense-panel.tsx')
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      await new Promise((resolve) => setTimeout(resolve, retryDelay))
    }
  }
}

const LazyPanel = lazy(async () => ({ default: (await loadPanel()).SensePanel }))

export const SenseOnPhone = () =>
  usePromptStage() === null ? null : (
    <Suspense fallback={null}>
      <LazyPanel />
    </Suspense>
  )
