/** The next action on the screens of the staff: one place, one size. Its command carries what it expects. */
import { useSend, useView } from '../../../session/hooks.tsx'
import { getRecordUrl } from '../../../session/record-url.ts'
import { useSessionStore } from '../../../session/store.ts'
import { useText } from '../../../text/use-text.tsx'
import { NextAction, usePressGuard } from '../../../ui/next-action.tsx'
import { getNextStep, isNextCommand } from './next-step.ts'

export const FloorNextAction = () => {
  const { t } = useText()
  const send = useSend('controls')
  const view = {
    session: useView(({ session }) => session),
    floor: useView(({ floor }) => floor),
    entries: useView(({ entries }) => entries),
    queue: useView(({ queue }) => queue),
  }
  const role = useView(({ me }) => me.role)
  const step = getNextStep(t, view)
  const pending = useSessionStore((screen) => screen.pending.find(({ envelope }) => isNextCommand(envelope)))
  const hasConflict = useSessionStore(
    ({ lastRefusal }) => lastRefusal?.reason === 'conflict' && isNextCommand(lastRefusal.pending.envelope),
  )
  const { current } = view.floor
  const guardKey = step.command === null ? '' : [current?.id, current?.startedAt === null, view.queue.next, view.session.phase].join(' ')
  const guarded = usePressGuard(guardKey, pending !== undefined, hasConflict)
  const object = pending ? t(pending.status === 'waiting' ? 'app.waiting' : 'app.sending') : step.object
  return (
    <NextAction
      verb={step.verb}
      object={object}
      icon={step.icon}
      disabled={step.command === null && !step.over}
      guarded={guarded}
      sending={pending !== undefined}
      onPress={() => {
        if (step.command) void send(step.command)
        else if (step.over) location.assign(getRecordUrl(role))
      }}
    />
  )
}
