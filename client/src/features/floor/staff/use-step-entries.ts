/** Menu entries for everything that a Chair may do now except the next action. */
import { usePending } from '../../../session/hooks.tsx'
import type { StepChoices, StepDialog } from './step-types.ts'
import { useTakeStep } from './use-next-steps.ts'

export type StepEntry = { readonly id: string; readonly label: string; readonly disabled: boolean; readonly act: () => void }

export const useStepEntries = ({ others }: StepChoices, onOpen: (dialog: StepDialog) => void): readonly StepEntry[] => {
  const take = useTakeStep(onOpen)
  const disabled = usePending('floor.end') !== undefined
  return others.map((step, index) => ({ id: `step-${index}`, label: step.verb, disabled, act: () => take(step) }))
}
