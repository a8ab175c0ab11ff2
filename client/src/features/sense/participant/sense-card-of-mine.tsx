import { Card } from '../../../ui/card.tsx'
import { usePromptStage } from '../prompt-stage.ts'
import { SensePanel } from './sense-panel.tsx'

/** The same on a laptop, in a card. */
export const SenseCardOfMine = () =>
  usePromptStage() === null ? null : (
    <Card padded>
      <SensePanel />
    </Card>
  )
