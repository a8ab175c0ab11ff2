/** The next action on the screens of the staff: one place, one size. Its commands carry what they expect. */
import { useNow, useStaleSince, useView } from '../../../session/hooks.tsx'
import type { PendingCommand } from '../../../session/outbox.ts'
import { useSessionStore } from '../../../session/store.ts'
import { useText } from '../../../text/use-text.tsx'
import { NextAction, usePressGuard } from '../../../ui/next-action.tsx'
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
  const sendingText = useSendingText(pending)
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

/** A press that nobody has answered for so long has probably not arrived. */
const sendingMs = 3000

/** "Sending", or "Waiting to send" as soon as the connection is silent. Null if nothing was pressed. */
const useSendingText = (pending: PendingCommand | undefined): string | null => {
  const { t } = useText()
  const isStale = useStaleSince() !== null
  useNow(1000)
  if (!pending) return null
  const isWaiting = pending.status === 'waiting' || isStale || Date.now() - pending.pressedAt > sendingMs
  return t(isWaiting ? 'app.waiting' : 'app.sending')
}
