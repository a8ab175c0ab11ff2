/** The next action on the screens of the staff: one place, one size. Its commands carry what they expect. */
import { useSessionStore } from '../../../session/store.ts'
import { NextAction } from '../../../ui/next-action.tsx'
import { usePendingText } from '../../../widgets/pending-text.tsx'
import { describeStep, isNextCommand, type StepChoices, type StepDialog } from './step-types.ts'
import { useTakeStep } from './use-next-steps.ts'

type FloorNextActionProps = { steps: StepChoices; onOpen: (dialog: StepDialog) => void }

export const FloorNextAction = ({ steps: { main }, onOpen }: FloorNextActionProps) => {
  const take = useTakeStep(onOpen)
  const pending = useSessionStore((screen) => screen.pending.find(({ envelope }) => isNextCommand(envelope)))
  const sendingText = usePendingText(pending)
  return (
    <NextAction
      verb={main.verb}
      object={sendingText ?? main.object}
      icon={main.icon}
      means={describeStep(main)}
      sending={pending !== undefined}
      onPress={() => take(main)}
    />
  )
}
