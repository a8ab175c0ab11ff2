/** Asking for the floor, and the honest outlook before the button is pressed. */
import { isInSession } from '@rostrum/shared/contract/enums'
import { ordinaryKind } from '@rostrum/shared/contract/kinds'
import { joinTexts } from '@rostrum/shared/kernel/text'
import { useSend, useView } from '../../../session/hooks.tsx'
import { formatSpeakingTime } from '../../../text/speaking-time.ts'
import { formatTime } from '../../../text/times.ts'
import { usePhoneText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { PrimaryButton } from '../../../ui/primary-button.tsx'
import { usePendingRequest } from '../../../widgets/pending-text.tsx'
import { useCalledBefore, useMyLimit } from '../calling-order.ts'
import styles from '../my-floor.module.css'
import { useMissedEnd } from '../position/use-window.ts'
import { LastCall } from './last-call.tsx'

const useRequestFloor = () => {
  const send = useSend('own-request')
  const canRequest = useView(({ queue, session }) => isInSession(session.phase) && queue.status.kind !== 'closed')
  const sending = usePendingRequest(ordinaryKind) !== undefined
  return { canRequest, request: () => void (sending ? null : send({ type: 'queue.join', data: { kind: ordinaryKind, topic: null } })) }
}

export const RequestButton = ({ describedBy }: { describedBy?: string | undefined }) => {
  const { t } = usePhoneText()
  const { canRequest, request } = useRequestFloor()
  return (
    <>
      <LastCall />
      <PrimaryButton icon="hand" takesFocus disabled={!canRequest} describedBy={describedBy} onPress={request}>
        {t('me.request')}
      </PrimaryButton>
    </>
  )
}

export const RequestAgainButton = () => {
  const { t } = usePhoneText()
  const { canRequest, request } = useRequestFloor()
  return (
    <>
      <LastCall />
      <Button block disabled={!canRequest} onClick={request}>
        {t('me.requestAgain')}
      </Button>
    </>
  )
}

/** The outlook before asking. */
export const RequestOutlook = () => <p className={styles.words}>{useRequestOutlook()}</p>

/** How many wait, my speaking time, and whether the time is likely to reach one more entry. */
const useRequestOutlook = (): string => {
  const { t } = usePhoneText()
  const { status } = useView(({ queue }) => queue)
  const waiting = useView(({ order }) => order.length)
  const nobody = useCalledBefore(null).length === 0
  const mine = useMyLimit(null)
  const timeZone = useView(({ session }) => session.timeZone)
  const missed = useMissedEnd(null)
  const limit = formatSpeakingTime(t, mine)
  if (status.kind === 'closed') return t(status.at === null ? 'me.listNotOpen' : 'me.listClosed')
  if (nobody) return t('me.nobodyWaits', { limit })
  if (missed?.isOver) return joinTexts([t('me.someWait', { n: waiting, limit }), t('me.queuedTimeOver')])
  return missed
    ? t('me.mayNotReach', { n: waiting, limit, time: formatTime(missed.end, timeZone) })
    : t('me.someWait', { n: waiting, limit })
}
