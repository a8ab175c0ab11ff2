import { Card } from '../../../ui/card.tsx'
import { usePromptStage } from '../prompt-stage.ts'
import { LazySense } from './lazy-sense.tsx'

/** The same prompt in a card, on a laptop. */
export const SenseCardOfMine = () =>
  usePromptStage() === null ? null : (
    <Card padded>
      <LazySense />
    </Card>
  )
