/** Asking for the floor, and the honest word about it before it is pressed. */
import { meets } from '@rostrum/shared/contract/enums'
import { plus } from '@rostrum/shared/kernel/time'
import { segmentEnd } from '@rostrum/shared/projection/agenda/timeline'
import { useSend, useView } from '../../../session/hooks.tsx'
import { lengthText, timeOfDay } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { MainButton } from '../../../ui/primary-button.tsx'
import { useAsking } from '../../../widgets/pending-text.ts'
import { useCalledBefore, useMyLimit } from '../calling-order.ts'
import { useWindow } from '../position/use-window.ts'

const useRequest = () => {
  const send = useSend()
  const open = useView(({ list, session }) => meets(session.phase) && list.standing.kind !== 'closed')
  const sending = useAsking('intervention') !== undefined
  return { open, ask: () => void (sending ? null : send({ type: 'queue.join', data: { kind: 'intervention', topic: null } })) }
}

export const RequestButton = ({ describedBy }: { describedBy?: string | undefined }) => {
  const { t } = useText()
  const { open, ask } = useRequest()
  return (
    <MainButton icon="hand" disabled={!open} describedBy={describedBy} onPress={ask}>
      {t('me.request')}
    </MainButton>
  )
}

export const RequestAgain = () => {
  const { t } = useText()
  const { open, ask } = useRequest()
  return (
    <Button look="quiet" block disabled={!open} onClick={ask}>
      {t('me.requestAgain')}
    </Button>
  )
}

/** How many wait, what I would have, and whether time is likely to reach one more. */
export const useOutlook = (): string => {
  const { t } = useText()
  const { standing } = useView(({ list }) => list)
  const waiting = useView(({ line }) => line.length)
  const nobody = useCalledBefore(null).length === 0
  const mine = useMyLimit(null)
  const plan = useView((view) => view.plan)
  const progress = useView((view) => view.progress)
  const { endsAt, timeZone } = useView(({ session }) => session)
  const { window, now } = useWindow(null)
  const limit = lengthText(mine)
  if (standing.kind === 'closed') return t('me.listClosed')
  if (nobody) return t('me.nobodyWaits', { limit })
  const end = segmentEnd(plan, progress, endsAt, now)
  return progress.current !== null && plus(window.likely, mine) > end
    ? t('me.mayNotReach', { n: waiting, limit, time: timeOfDay(end, timeZone) })
    : t('me.someWait', { n: waiting, limit })
}
