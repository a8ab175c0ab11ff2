/** Asking for the floor, and the honest word about it before it is pressed. */
import { plus } from '@rostrum/shared/kernel/time'
import { segmentEnd } from '@rostrum/shared/projection/timeline'
import { usePending, useSend, useView } from '../../session/hooks.tsx'
import { lengthText, timeOfDay } from '../../text/times.ts'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { MainButton } from '../../ui/main-button.tsx'
import { useWindow } from './use-window.ts'

const useRequest = () => {
  const send = useSend()
  const open = useView(({ list, session }) => session.phase === 'open' && list.standing.kind !== 'closed')
  const sending = usePending('queue.join') !== undefined
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

/** How many wait, what each one has, and whether time is likely to reach one more. */
export const useOutlook = (): string => {
  const { t } = useText()
  const { standing } = useView(({ list }) => list)
  const waiting = useView(({ line }) => line.length)
  const { limit: each } = useView(({ floor }) => floor)
  const plan = useView((view) => view.plan)
  const progress = useView((view) => view.progress)
  const { endsAt, timeZone } = useView(({ session }) => session)
  const { window } = useWindow(waiting)
  const limit = lengthText(each)
  const end = segmentEnd(plan, progress, endsAt)
  if (standing.kind === 'closed') return t('me.listClosed')
  const closing = standing.kind === 'closing' ? `${t('me.listClosing', { time: timeOfDay(standing.closesAt, timeZone) })} ` : ''
  if (waiting === 0) return closing + t('me.nobodyWaits', { limit })
  if (progress.current !== null && plus(window.likely, each) > end)
    return closing + t('me.mayNotReach', { n: waiting, limit, time: timeOfDay(end, timeZone) })
  return closing + t('me.someWait', { n: waiting, limit })
}
