/** The next action on the screens of the staff: one place, one size. Its commands carry what they expect. */
import { useView } from '../../../session/hooks.tsx'
import { useSessionStore } from '../../../session/store.ts'
import { NextAction, usePressGuard } from '../../../ui/next-action.tsx'
import { usePendingText } from '../../../widgets/pending-text.tsx'
import { isNextCommand, type StepChoices, type StepDialog } from './step-types.ts'
import { useTakeStep } from './use-next-steps.ts'

type FloorNextActionProps = { steps: StepChoices; onOpen: (dialog: StepDialog) => void }

export const FloorNextAction = ({ steps: { main }, onOpen }: FloorNextActionProps) => {
  const take = useTakeStep(onOpen)
  const turn = useView(({ floor }) => floor.current?.id ?? '')
  const next = useView(({ queue }) => queue.next ?? '')
  const point = useView(({ pointsOfOrder }) => pointsOfOrder?.[0] ?? '')
  const pending = useSessionStore((screen) => screen.pending.find(({ envelope }) => isNextCommand(envelope)))
  const hasConflict = useSessionStore(
    ({ lastRefusal }) => lastRefusal?.reason === 'conflict' && isNextCommand(lastRefusal.pending.envelope),
  )
  const guarded = usePressGuard([main.id, turn, next, point].join(' '), pending !== undefined, hasConflict)
  const sendingText = usePendingText(pending)
  return (
    <NextAction
      verb={main.verb}
      object={sendingText ?? main.object}
      icon={main.icon}
      guarded={guarded}
      sending={pending !== undefined}
      onPress={() => take(main)}
    />
  )
}
