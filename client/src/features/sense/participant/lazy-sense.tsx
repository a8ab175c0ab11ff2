/** The prompt. Its file is loaded when there is one to show, to keep the first page of a phone small. */
import { deferPart } from '../../../widgets/load-when-asked.tsx'
import { usePromptStage } from '../prompt-stage.ts'

const LazyPanel = deferPart(async () => (await import('./sense-panel.tsx')).SensePanel)

export const LazySense = () => (usePromptStage() === null ? null : <LazyPanel />)
